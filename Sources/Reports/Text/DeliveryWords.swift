import Economics
import Notation
import Sourcing

/// *Outsourced* and *offshored* in words: two questions, never one.
enum DeliveryWords {
    /// "outsourced, offshore".
    static func short(_ model: DeliveryModel) -> String {
        let who =
            switch model.ownership {
            case .inHouse: "in-house"
            case .captive: "own unit"
            case .partner: "outsourced"
            }
        return "\(who), \(model.geography.rawValue)"
    }

    /// "no", "yes, nearshore".
    static func offshored(_ model: DeliveryModel) -> String {
        switch model.geography {
        case .onshore: "no"
        case .nearshore: "yes, nearshore"
        case .offshore: "yes"
        }
    }

    /// "Pune, India".
    static func place(_ option: SourcingOption?) -> String {
        guard let option else { return Format.notKnown }
        return [option.city, Words.country(option.country)].compactMap(\.self).joined(separator: ", ")
    }
}

/// What the text and the tables need to know of a decision again and again.
struct DecisionNames {
    let decision: Decision

    var currency: String { decision.theCase.client.currency }
    var money: MoneyFormat { MoneyFormat(currency: currency) }
    var units: UnitFormat { UnitFormat(currency: currency) }
    var horizon: String { Words.horizon(decision.theCase.horizon.months) }

    func title(ofFunction name: String) -> String {
        decision.theCase.function(named: name)?.title ?? Words.capitalised(name)
    }

    func item(ofFunction name: String) -> String { decision.theCase.function(named: name)?.item ?? "item" }

    func driver(_ name: String) -> DriverAnswer? { decision.drivers.first { $0.name == name } }

    static func option(_ name: String, in function: FunctionDecision) -> String {
        function.option(name)?.displayName ?? name
    }

    /// "$ thousand"; without a currency only "thousand".
    static func label(_ scale: MoneyScale) -> String {
        TextLayout.trimmed(TextLayout.wrap(scale.label, width: 80).joined(separator: " "))
    }
}

/// Numbers of a chain, rounded so that they add up as they are shown.
enum Rounding {
    /// - Parameter unit: what one step of the last shown digit is worth.
    /// - Returns: `parts` in units, whole, whose sum is `total` rounded; each no more than one unit from its own value.
    static func addingUp(_ parts: [Double], to total: Double, unit: Double) -> [Double] {
        let exact = parts.map { $0 / unit }
        var shown = exact.map { $0.rounded() }
        var missing = (total / unit).rounded() - shown.reduce(0, +)
        guard missing.isFinite, abs(missing) <= Double(parts.count) else { return shown.map { $0 * unit } }
        let step: Double = missing < 0 ? -1 : 1
        let order = exact.indices.sorted { step * (exact[$0] - shown[$0]) > step * (exact[$1] - shown[$1]) }
        for index in order where missing != 0 {
            shown[index] += step
            missing -= step
        }
        return shown.map { $0 * unit }
    }
}
