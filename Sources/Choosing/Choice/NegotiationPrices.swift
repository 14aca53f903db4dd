import Economics
import Selection
import Sourcing

/// The price at which a rival ties with the winner, and the winner with its rival: the numbers to negotiate with.
struct NegotiationPrices {
    let builder: ChoiceBuilder
    let order: [Int]

    func answer() -> Choice.PriceAnswer? {
        guard let k = builder.criteria.firstIndex(where: { $0.kind == .price }),
            case .facts(_, let curve) = builder.criteria[k].scale
        else { return nil }
        let function = curve.function
        let ties = order.enumerated().compactMap { place, i -> Choice.PriceAnswer.Tie? in
            guard order.count > 1 else { return nil }
            return tie(i, with: place == 0 ? order[1] : order[0], k, function)
        }
        let outside = order.compactMap { i -> (partner: String, share: Double)? in
            guard let costs = builder.pricing.costs[builder.partners[i].name] else { return nil }
            let share = Double(costs.count { function.isOutside($0) }) / Double(costs.count)
            // Less than one future in a hundred moves no figure that is shown.
            return share >= 0.01 ? (builder.partners[i].name, share) : nil
        }
        return .init(
            criterion: builder.criteria[k].name, ties: ties, worst: function.worst, best: function.best,
            outside: outside)
    }

    /// All else unchanged, the mean value of the price has to move by the gap over the price's weight.
    private func tie(
        _ i: Int, with other: Int, _ k: Int, _ function: ValueFunction
    ) -> Choice.PriceAnswer.Tie? {
        let name = builder.partners[i].name
        guard let costs = builder.pricing.costs[name], let option = builder.pricing.options[name] else { return nil }
        let weight = builder.acceptability.meanWeights[k]
        let gap = builder.acceptability.meanTotal[other] - builder.acceptability.meanTotal[i]
        let target = builder.acceptability.meanValues[i][k] + (weight > 0 ? gap / weight : .infinity)
        let factor = weight > 0 ? factor(name, target, function) : nil
        let offer = Self.offer(option, theCase: builder.theCase)
        return .init(
            partner: name, asks: offer.asks, unit: offer.unit, currency: option.price?.currency ?? "", factor: factor,
            cost: mean(costs), costAtTie: factor.flatMap { builder.pricing.costs(of: name, priceFactor: $0) }.map(mean),
            with: builder.partners[other].name)
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }

    /// Mean value falls as prices rise: halving finds the factor; nil where even a price of nothing, or one a million
    /// times as high, does not bring it there.
    private func factor(_ name: String, _ target: Double, _ function: ValueFunction) -> Double? {
        func value(_ factor: Double) -> Double {
            mean((builder.pricing.costs(of: name, priceFactor: factor) ?? []).map(function.value))
        }
        var (low, high) = (0.0, 2.0)
        while high < 1e6, value(high) > target { high *= 2 }
        guard value(low) >= target, value(high) <= target, target > 0, target < 1 else { return nil }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if value(middle) >= target { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The price that one sees in the offer, with its unit.
    static func offer(_ option: SourcingOption, theCase: Case) -> (asks: Double?, unit: String) {
        let item = theCase.function(named: option.function)?.item ?? "item"
        // What the offer names: the likely figure of a range, else its middle.
        func middle(_ stated: Stated) -> Double {
            if case .pert(_, let likely, _) = stated.quantity { return likely }
            return QuantileFunction(stated.quantity).value(at: 0.5)
        }
        guard let price = option.price else { return (nil, "") }
        switch price.basis {
        case .perTransaction(let stated): return (middle(stated), article(item))
        case .perHour(let stated): return (middle(stated), "an hour")
        case .perPersonMonth(let stated): return (middle(stated), "a person and month")
        case .fixed(let stated): return (middle(stated), "a month")
        case .tiers(let tiers): return (tiers.first.map { middle($0.price) }, "\(article(item)), first tier")
        }
    }

    private static func article(_ noun: String) -> String {
        "aeiou".contains(noun.lowercased().first ?? "x") ? "an \(noun)" : "a \(noun)"
    }
}
