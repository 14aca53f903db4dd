package import Economics
import Notation
import Reports
import Sourcing

/// The inputs that move a decision most, as far as the case file can say them.
package enum DecisionLevers {
    package static let shown = 8

    package static func of(_ decision: Decision, limit: Int = shown) -> [Lever] {
        var seen: Set<String> = []
        let hinges = decision.functions.compactMap(\.rivalry).flatMap { rivalry in
            rivalry.hinges.map { (hinge: $0, rivalry: rivalry) }
        }
        let order = hinges.sorted { $0.hinge.swing > $1.hinge.swing }.filter { seen.insert($0.hinge.driver).inserted }
        var levers: [Lever] = []
        for (hinge, rivalry) in order where levers.count < limit {
            if let lever = lever(hinge, rivalry, decision) { levers.append(lever) }
        }
        return levers
    }

    private static func lever(_ hinge: Hinge, _ rivalry: Rivalry, _ decision: Decision) -> Lever? {
        guard let driver = decision.drivers.first(where: { $0.name == hinge.driver }),
            let found = DriverEdit.of(hinge.driver, unit: driver.unit, in: decision.theCase)
        else { return nil }
        let (edit, factor) = found
        let units = UnitFormat(currency: decision.theCase.client.currency)
        if case .event = driver.unit {
            let chance = chance(of: hinge.driver, decision) * 100
            return Lever(
                title: chanceTitle(driver, decision), edit: edit, unit: "of 100 futures", low: 0, high: 100,
                step: 1, now: Lever.rounded(chance, to: 0.1), hint: "The case says \(Format.plain(chance)) of 100.")
        }
        let (p10, p90) = (min(driver.p10, driver.p90) * factor, max(driver.p10, driver.p90) * factor)
        guard p90 > p10, p10.isFinite, p90.isFinite else { return nil }
        // Half of the range further on each side: what is beyond can be typed.
        let room = (p90 - p10) / 2
        let step = Lever.step(p10 - room, p90 + room)
        let most = isShare(driver.unit) ? min(100, p90 + room) : p90 + room
        let low = Lever.rounded(p10 >= 0 ? max(0, p10 - room) : p10 - room, to: step)
        let unit = UnitFormat.unit(driver.unit, under: driver.title)
        return Lever(
            title: driver.title, edit: edit, unit: sign(driver.unit), low: low,
            high: Lever.rounded(max(most, p90), to: step), step: step,
            now: Lever.rounded(driver.p50 * factor, to: step / 2),
            hint: "As the case stands \(units.range(driver.p10, driver.p90, unit)) in 80 of 100 futures."
                + flip(hinge, rivalry, decision, units, unit))
    }

    private static func isShare(_ unit: Unit) -> Bool {
        if case .share = unit { return true }
        return false
    }

    private static func chance(of driver: String, _ decision: Decision) -> Double {
        if case .chance(let p)? = decision.assumptions.first(where: { $0.key == driver })?.quantity { return p }
        return 0.5
    }

    private static func flip(
        _ hinge: Hinge, _ rivalry: Rivalry, _ decision: Decision, _ units: UnitFormat, _ unit: Unit
    ) -> String {
        guard let value = hinge.breakEven, value.isFinite, hinge.leadAtLow != hinge.leadAtHigh else { return "" }
        let isAbove = value >= hinge.high || (value > hinge.low && hinge.leadAtHigh < hinge.leadAtLow)
        let rival =
            decision.functions.compactMap { $0.option(rivalry.rival)?.displayName }.first ?? rivalry.rival
        return " \(isAbove ? "Above" : "Below") \(units.text(value, unit)), \(rival) is cheaper."
    }

    private static func sign(_ unit: Unit) -> String {
        switch unit {
        case .share: return "%"
        case .sharePerYear: return "% a year"
        case .money(let currency, let per): return per.map { "\(currency) a \($0)" } ?? currency
        case .minutes: return "minutes"
        case .hours: return "hours"
        case .weeks: return "weeks"
        case .months: return "months"
        case .years: return "years"
        case .count(let word): return word
        case .factor: return "times"
        case .number, .event, .exchangeRate: return ""
        }
    }

    /// A risk has no title of its own in the case, only a key such as `late-go-live`.
    private static func chanceTitle(_ driver: DriverAnswer, _ decision: Decision) -> String {
        let parts = driver.name.split(separator: ".", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[0] == "risk",
            let option = decision.theCase.options.first(where: { $0.name == parts[1] })
        else { return "Chance: \(driver.title)" }
        let words = parts[2].split { "-_".contains($0) }.joined(separator: " ")
        return "Chance that “\(words.prefix(1).uppercased() + words.dropFirst())” happens, \(option.displayName)"
    }
}
