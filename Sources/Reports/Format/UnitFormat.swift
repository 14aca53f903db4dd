package import Economics
import Notation
import Sourcing

/// Writes values of inputs with their units, as the register and the tornado show them.
package struct UnitFormat: Sendable {
    /// What the client counts in: sums of another currency carry their code.
    let currency: String

    package init(currency: String) { self.currency = currency }

    /// One value with its unit.
    package func text(_ value: Double, _ unit: Unit) -> String {
        guard value.isFinite else { return Format.notKnown }
        if case .event = unit { return value >= 0.5 ? "it does" : "it does not" }
        return joined([value], unit)
    }

    /// One value without what it is counted by, where a chart has no room for it.
    package func short(_ value: Double, _ unit: Unit) -> String {
        switch unit {
        case .money(let code, _): text(value, .money(currency: code, per: nil))
        case .sharePerYear: text(value, .share)
        case .count: text(value, .number)
        default: text(value, unit)
        }
    }

    /// A P10–P90 range.
    package func range(_ low: Double, _ high: Double, _ unit: Unit) -> String {
        if case .event = unit { return "it does not, or it does" }
        guard low.isFinite, high.isFinite else { return Format.notKnown }
        let shape = Shape(unit, values: [low, high], currency: currency)
        let (a, b) = (shape.digits(low), shape.digits(high))
        if low < 0 || high < 0, !shape.prefix.isEmpty { return "\(text(low, unit)) to \(text(high, unit))" }
        return shape.prefix + Format.range(a, b) + shape.suffix
    }

    /// Several values that share a unit: `2 / 6 / 15 %`.
    func joined(_ values: [Double], _ unit: Unit) -> String {
        guard values.allSatisfy(\.isFinite) else { return Format.notKnown }
        let shape = Shape(unit, values: values, currency: currency)
        let digits = values.map { value in
            value < 0 && !shape.prefix.isEmpty
                ? Format.minus + shape.prefix + shape.digits(-value) : shape.digits(value)
        }
        let prefix = values.first.map { $0 < 0 } == true ? "" : shape.prefix
        return prefix + digits.joined(separator: " / ") + shape.suffix
    }

    /// A quantity's value, and what its numbers mean.
    func text(_ quantity: Quantity, _ unit: Unit) -> (value: String, meaning: String) {
        switch quantity {
        case .fixed(let value): return (text(value, unit), "fixed")
        case .pert(let low, let likely, let high): return (joined([low, likely, high], unit), "low, likely, high")
        case .published(let low, let likely, let high):
            return (joined([low, likely, high], unit), "published range: P10, likely, P90")
        case .percentiles(let p10, let p50, let p90, let lowest, let highest):
            let bounds = [lowest.map { "at least \(text($0, unit))" }, highest.map { "at most \(text($0, unit))" }]
            return (
                joined([p10, p50, p90], unit), (["P10, P50, P90"] + bounds.compactMap(\.self)).joined(separator: "; ")
            )
        case .normal(let mean, let sd): return (joined([mean, sd], unit), "mean, standard deviation")
        case .uniform(let low, let high): return (joined([low, high], unit), "anywhere between, equally likely")
        case .lognormal(let p10, let p90): return (joined([p10, p90], unit), "P10, P90; lognormal")
        case .chance(let p): return (Format.ofHundred(p) + " in 100", "chance")
        }
    }

    /// The unit to write beneath a title that may already say "a year".
    package static func unit(_ unit: Unit, under title: String) -> Unit {
        unit == .sharePerYear && title.contains("a year") ? .share : unit
    }

    /// "an item", "a month".
    static func per(_ word: String) -> String {
        let vowel = word.first.map { "aeiouAEIOU".contains($0) } ?? false
        let silent = word.hasPrefix("hour")
        return (vowel || silent ? "an " : "a ") + word
    }

    /// What stands around the number of a unit.
    private struct Shape {
        var prefix = ""
        var suffix = ""
        var factor = 1.0
        var decimals: Int

        init(_ unit: Unit, values: [Double], currency: String) {
            let space = Format.space
            switch unit {
            case .share:
                factor = 100
                suffix = space + "%"
            case .sharePerYear:
                factor = 100
                suffix = space + "% a year"
            case .money(let code, let per):
                let money = MoneyFormat(currency: code)
                prefix = code == currency ? money.prefix : code.isEmpty ? "" : code + space
                suffix = per.map { " " + UnitFormat.per($0) } ?? ""
                decimals = money.unitDecimals(for: values)
                return
            case .minutes: suffix = space + "min"
            case .hours: suffix = values == [1] ? space + "hour" : space + "hours"
            case .weeks: suffix = values == [1] ? space + "week" : space + "weeks"
            case .months: suffix = values == [1] ? space + "month" : space + "months"
            case .years: suffix = values == [1] ? space + "year" : space + "years"
            case .number, .event: break
            case .factor: prefix = "×" + space
            case .exchangeRate: suffix = space + "sd"
            case .count(let word): suffix = word.isEmpty ? "" : space + word
            }
            let factor = self.factor
            decimals = Format.decimals(for: values.map { $0 * factor })
        }

        func digits(_ value: Double) -> String { Format.decimal(value * factor, digits: decimals) }
    }
}
