extension SourcingOption.Price {
    /// The same offer at other figures: every price times a factor; limits and minimum volumes stay.
    public func scaled(by factor: Double) -> SourcingOption.Price {
        var price = self
        switch basis {
        case .perTransaction(let stated): price.basis = .perTransaction(stated.scaled(by: factor))
        case .perHour(let stated): price.basis = .perHour(stated.scaled(by: factor))
        case .perPersonMonth(let stated): price.basis = .perPersonMonth(stated.scaled(by: factor))
        case .fixed(let stated): price.basis = .fixed(stated.scaled(by: factor))
        case .tiers(let tiers):
            price.basis = .tiers(tiers.map { .init(upTo: $0.upTo, price: $0.price.scaled(by: factor)) })
        }
        return price
    }
}

extension Stated {
    public func scaled(by factor: Double) -> Stated {
        var stated = self
        stated.quantity = quantity.scaled(by: factor)
        return stated
    }
}

extension Quantity {
    /// - Parameter factor: above 0.
    public func scaled(by factor: Double) -> Quantity {
        switch self {
        case .fixed(let value): .fixed(value * factor)
        case .pert(let low, let likely, let high):
            .pert(low: low * factor, likely: likely * factor, high: high * factor)
        case .published(let low, let likely, let high):
            .published(low: low * factor, likely: likely * factor, high: high * factor)
        case .percentiles(let p10, let p50, let p90, let min, let max):
            .percentiles(
                p10: p10 * factor, p50: p50 * factor, p90: p90 * factor, min: min.map { $0 * factor },
                max: max.map { $0 * factor })
        case .normal(let mean, let sd): .normal(mean: mean * factor, sd: sd * factor)
        case .uniform(let low, let high): .uniform(low: low * factor, high: high * factor)
        case .lognormal(let p10, let p90): .lognormal(p10: p10 * factor, p90: p90 * factor)
        case .chance(let p): .chance(p)
        }
    }
}
