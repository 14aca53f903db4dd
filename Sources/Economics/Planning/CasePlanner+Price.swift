import Atlas
import Sourcing

/// What a partner charges, and how it moves with exchange rates.
extension CasePlanner {

    mutating func tariff(_ price: SourcingOption.Price, _ o: SourcingOption) -> TariffPlan {
        let name = o.name
        let label = o.displayName
        let client = theCase.client.currency
        let today = rate(of: price.currency, o, key: "price.currency")
        let item = theCase.function(named: o.function)?.item ?? "item"
        func money(_ per: String) -> Unit { .money(currency: price.currency, per: per) }
        let basis: TariffPlan.Basis
        switch price.basis {
        case .perTransaction(let stated):
            basis = .perItem(
                limits: [],
                prices: [book.term("price.\(name)", "Price an item, \(label)", money(item), stated).times(today)])
        case .tiers(let tiers):
            var terms: [Term] = []
            for (i, tier) in tiers.enumerated() {
                terms.append(
                    book.term(
                        "price.\(name).\(i + 1)", "Price an item, tier \(i + 1), \(label)", money(item), tier.price
                    )
                    .times(today))
            }
            basis = .perItem(limits: tiers.dropLast().compactMap(\.upTo), prices: terms)
        case .perHour(let stated):
            basis = .perHour(
                book.term("price.\(name)", "Price a paid hour, \(label)", money("hour"), stated).times(today))
        case .perPersonMonth(let stated):
            basis = .perPersonMonth(
                book.term("price.\(name)", "Price a person and month, \(label)", money("month"), stated).times(today))
        case .fixed(let stated):
            basis = .fixed(
                book.term("price.\(name)", "Fee a month, \(label)", money("month"), stated).times(today),
                band: book.term("volumeBand.\(name)", "Volume band of the fee, \(label)", .share, price.volumeBand))
        }
        let abroad = o.country != theCase.client.country
        // A price in another currency moves with it entirely.
        let fxShare: Term =
            price.currency != client
            ? .constant(1)
            : book.term(
                "fxShare.\(name)", "Share of the price that moves with the host currency, \(label)", .share,
                price.fxShare,
                abroad && Atlas.shared.country(o.country)?.currency != client ? .range("price.fxShare") : nil,
                bounds: 0...1)
        return TariffPlan(
            basis: basis,
            minimumItems: book.term(
                "minimum.\(name)", "Items paid for at least a month, \(label)", .count("\(item)s a month"),
                price.minimumPerMonth),
            indexation: book.term(
                "indexation.\(name)", "Price rises a year, \(label)", .sharePerYear, price.indexation,
                .range("price.indexation"), bounds: -0.5...2),
            fxShare: fxShare)
    }

    mutating func exchange(
        _ currency: String
    ) -> (shock: Term, volatility: Term, drift: Term, isForeign: Bool) {
        let zero = (Term.constant(0), Term.constant(0), Term.constant(0), false)
        guard currency != theCase.client.currency, theCase.usesDefaults else { return zero }
        let host = Self.country(ofCurrency: currency)
        let home = Self.country(ofCurrency: theCase.client.currency)
        let hostSigma = host?.fxLogVolatility
        let homeSigma = theCase.client.currency == "USD" ? 0 : home?.fxLogVolatility?.value ?? 0
        let shock = book.shock(
            "fx.\(currency)", "\(currency) against \(theCase.client.currency)", .exchangeRate(currency: currency),
            .normal(mean: 0, sd: 1),
            source: "random walk (Meese & Rogoff 1983; Rossi 2013); volatility in its own line")
        let volatility: Term
        if let hostSigma {
            let both = (hostSigma.value * hostSigma.value + homeSigma * homeSigma).squareRoot()
            volatility = book.term(
                "fxVolatility.\(currency)", "Volatility of \(currency) a year", .share, nil,
                .fact(
                    .fixed(both), source: hostSigma.source,
                    caveat: homeSigma > 0 ? "both currencies against the dollar, as if independent" : hostSigma.note))
        } else {
            volatility = book.term(
                "fxVolatility.\(currency)", "Volatility of \(currency) a year", .share, nil, .range("fx.volatility"),
                bounds: 0...2)
        }
        var drift = Term.constant(0)
        if let hostInflation = host?.inflation, let homeInflation = (clientCountry ?? home)?.inflation,
            abs(hostInflation.value) < 0.5
        {
            let weight = book.term(
                "fxParity", "Share of the inflation difference that exchange rates follow", .share, nil,
                .range("fx.pppWeight"), bounds: 0...1.5)
            drift = weight.times(homeInflation.value - hostInflation.value)
        }
        return (shock, volatility, drift, true)
    }
}
