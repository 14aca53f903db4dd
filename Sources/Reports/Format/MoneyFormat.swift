import Notation

/// Writes sums of one currency: with its symbol where that is unambiguous, else with the ISO code.
struct MoneyFormat: Sendable {
    /// ISO 4217.
    let currency: String

    /// What stands before the number, its space included.
    var prefix: String {
        switch currency {
        case "USD": "$"
        case "EUR": "€"
        case "GBP": "£"
        case "INR": "₹"
        case "PHP": "₱"
        case "JPY": "¥"
        case "KRW": "₩"
        case "VND": "₫"
        case "NGN": "₦"
        case "ILS": "₪"
        case "UAH": "₴"
        default: currency.isEmpty ? "" : currency + Format.space
        }
    }

    /// The symbol or code by itself, for captions.
    var label: String { prefix.hasSuffix(Format.space) ? currency : prefix }

    /// Three significant figures: `$3.95 M`, `$345,000`, `$12.40`.
    func prose(_ value: Double, signed: Bool = false) -> String {
        guard value.isFinite else { return Format.notKnown }
        let size = abs(value)
        let text =
            switch size {
            case 999_500_000_000...: prefix + significant(size / 1e12) + Format.space + "tn"
            case 999_500_000...: prefix + significant(size / 1e9) + Format.space + "bn"
            case 999_500...: prefix + significant(size / 1e6) + Format.space + "M"
            case 1000...: prefix + Format.decimal(threeFigures(size))
            default: unit(size)
            }
        return sign(value, signed: signed) + text
    }

    /// A unit price or another small sum, with cents below 100.
    func unit(_ value: Double) -> String {
        guard value.isFinite else { return Format.notKnown }
        return sign(value, signed: false) + prefix + unitDigits(abs(value))
    }

    /// The number of `unit` without symbol.
    func unitDigits(_ value: Double) -> String { Format.decimal(value, digits: unitDecimals(for: [value])) }

    /// Cents below 100; more where cents would hide a figure; none for currencies without cents.
    func unitDecimals(for values: [Double]) -> Int {
        let sizes = values.map(abs).filter { $0.isFinite && $0 > 0 }
        guard let smallest = sizes.min(), let largest = sizes.max() else { return hasCents ? 2 : 0 }
        if largest >= 1000 { return 0 }
        if largest >= 100 { return sizes.allSatisfy { $0 == $0.rounded() } ? 0 : hasCents ? 2 : 0 }
        if smallest < 0.1 { return max(2, Format.decimals(for: sizes)) }
        return hasCents || smallest < 10 ? 2 : 0
    }

    private var hasCents: Bool { !["JPY", "KRW", "VND", "CLP", "HUF", "IDR", "UGX"].contains(currency) }

    private func sign(_ value: Double, signed: Bool) -> String {
        value < 0 ? Format.minus : signed && value > 0 ? "+" : ""
    }

    private func significant(_ value: Double) -> String {
        Format.decimal(value, digits: value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2)
    }

    private func threeFigures(_ value: Double) -> Double {
        var unit = 1.0
        while value / unit >= 999.5 { unit *= 10 }
        return (value / unit).rounded() * unit
    }
}

/// The unit in which one chart or table writes its sums.
struct MoneyScale: Sendable {
    let divisor: Double
    /// "$ thousand"
    let label: String
    let digits: Int

    /// For charts: few digits, large units.
    static func chart(_ values: [Double], _ money: MoneyFormat) -> MoneyScale {
        let largest = values.filter(\.isFinite).map(abs).max() ?? 0
        switch largest {
        case 999_500_000...: return MoneyScale(1e9, money.label + " billion", decimals(largest / 1e9))
        case 999_500...: return MoneyScale(1e6, money.label + " million", decimals(largest / 1e6))
        case 10_000...: return MoneyScale(1e3, money.label + " thousand", decimals(largest / 1e3))
        default: return MoneyScale(1, money.label, money.unitDecimals(for: [largest]))
        }
    }

    /// For tables and chains of steps: thousands, so that small steps keep their figures.
    static func table(_ values: [Double], _ money: MoneyFormat) -> MoneyScale {
        let largest = values.filter(\.isFinite).map(abs).max() ?? 0
        switch largest {
        case 9_999_500_000...: return MoneyScale(1e6, money.label + " million", 0)
        case 100_000...: return MoneyScale(1e3, money.label + " thousand", 0)
        case 1000...: return MoneyScale(1, money.label, 0)
        default: return MoneyScale(1, money.label, money.unitDecimals(for: [largest]))
        }
    }

    /// For prices of one item.
    static func unitPrice(_ values: [Double], _ money: MoneyFormat) -> MoneyScale {
        MoneyScale(1, money.label, money.unitDecimals(for: values))
    }

    /// Points of 100, and shares in per cent, which charts and tables write as they write sums.
    static let points = MoneyScale(1, "points of 100", 1)
    static let percent = MoneyScale(0.01, "% of all weight", 1)

    private init(_ divisor: Double, _ label: String, _ digits: Int) {
        self.divisor = divisor
        self.label = label
        self.digits = digits
    }

    private static func decimals(_ value: Double) -> Int { value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2 }

    func text(_ value: Double, signed: Bool = false) -> String {
        Format.decimal(value / divisor, digits: digits, signed: signed)
    }
}
