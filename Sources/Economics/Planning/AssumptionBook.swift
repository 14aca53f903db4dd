import Atlas
import Notation
import Sourcing

/// Collects every number that a plan is made of, with where it came from, and turns the uncertain ones into drivers.
struct AssumptionBook {
    struct DriverSpec {
        var name: String
        var title: String
        var unit: Unit
        var quantity: Quantity
        var bounds: ClosedRange<Double>
    }

    /// Where a number comes from when the case leaves it out.
    enum Fallback {
        /// A key of the published ranges; the factor turns its unit into the model's.
        case range(String, times: Double = 1, caveat: String? = nil)
        /// A fact of the atlas, or a figure derived from one.
        case fact(Quantity, source: String, caveat: String? = nil)
    }

    let usesDefaults: Bool
    private let defaults = CostDefaults.shared
    private(set) var drivers: [DriverSpec] = []
    private(set) var assumptions: [Assumption] = []
    private(set) var leftOut: [String] = []
    private var terms: [String: Term] = [:]

    init(usesDefaults: Bool) { self.usesDefaults = usesDefaults }

    func driver(named name: String) -> Int? { drivers.firstIndex { $0.name == name } }

    mutating func leaveOut(_ sentence: String) {
        if !leftOut.contains(sentence) { leftOut.append(sentence) }
    }

    /// The term of a field: what the case states, else the fallback (unless the case switches defaults off), else the
    /// neutral value, which costs nothing and does nothing. The same key is the same term: options share drivers.
    mutating func term(
        _ key: String, _ title: String, _ unit: Unit, _ stated: Stated?, _ fallback: Fallback? = nil,
        neutral: Double = 0,
        bounds: ClosedRange<Double> = 0 ... .infinity
    ) -> Term {
        if let known = terms[key] { return known }
        let made: Term
        if let stated {
            made = enter(
                key, title, unit, stated.quantity, bounds, origin: .stated, source: stated.source, caveat: nil)
        } else if usesDefaults, let fallback {
            switch fallback {
            case .range(let name, let factor, let caveat):
                guard let range = defaults[name] else { return .constant(neutral) }
                let quantity: Quantity =
                    if let low = range.low, let high = range.high, high > low {
                        .published(low: low * factor, likely: range.likely * factor, high: high * factor)
                    } else {
                        .fixed(range.likely * factor)
                    }
                let source =
                    range.isJudgement ? nil : [range.source, range.year].compactMap { $0 }.joined(separator: ", ")
                let judged = range.isJudgement ? "our judgement" : range.kind == "measured" ? nil : range.kind
                let caveats = [judged, caveat, secondHand(range)].compactMap { $0 }
                made = enter(
                    key, title, unit, quantity, bounds, origin: .published, source: source ?? "our judgement",
                    caveat: caveats.isEmpty ? nil : caveats.joined(separator: "; "))
            case .fact(let quantity, let source, let caveat):
                made = enter(key, title, unit, quantity, bounds, origin: .atlas, source: source, caveat: caveat)
            }
        } else {
            // Not remembered: what is neutral depends on who asks.
            return .constant(neutral)
        }
        terms[key] = made
        return made
    }

    private func secondHand(_ range: PublishedRange) -> String? {
        range.note?.hasPrefix("second-hand") == true ? "seen as quoted by others" : nil
    }

    /// A term that is uncertain by itself (an exchange-rate shock, the moment of an early end).
    mutating func shock(_ key: String, _ title: String, _ unit: Unit, _ quantity: Quantity, source: String) -> Term {
        if let known = terms[key] { return known }
        let made = enter(
            key, title, unit, quantity, -.infinity ... .infinity, origin: .published, source: source, caveat: nil)
        terms[key] = made
        return made
    }

    private mutating func enter(
        _ key: String, _ title: String, _ unit: Unit, _ quantity: Quantity, _ bounds: ClosedRange<Double>,
        origin: Assumption.Origin, source: String?, caveat: String?
    ) -> Term {
        assumptions.append(
            Assumption(
                key: key, title: title, quantity: quantity, unit: unit, origin: origin, source: source, caveat: caveat))
        switch quantity {
        case .fixed(let value): return .constant(min(max(value, bounds.lowerBound), bounds.upperBound))
        // A chance of 0 or 1 is no driver.
        case .chance(let p) where p <= 0 || p >= 1: return .constant(p <= 0 ? 0 : 1)
        default:
            drivers.append(DriverSpec(name: key, title: title, unit: unit, quantity: quantity, bounds: bounds))
            return .driver(drivers.count - 1)
        }
    }
}
