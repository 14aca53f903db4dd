import Choosing
import Notation

/// A tie's prices as text.
struct PriceWords {
    let tie: Choice.PriceAnswer.Tie

    private var money: MoneyFormat { MoneyFormat(currency: tie.currency) }

    var asks: String? { tie.asks.map(money.unit) }
    var tiesAt: String? { tie.tiesAt.map(money.unit) }
    /// "−20 %"
    var change: String? {
        tie.factor.flatMap { $0.isFinite ? Format.decimal(($0 - 1) * 100, signed: true) + Format.space + "%" : nil }
    }
}
