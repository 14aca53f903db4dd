import Economics
import Notation
import Sourcing

/// What the answer hangs on, what certainty would be worth, and where the numbers come from.
extension TextPage {
    mutating func hinges(_ function: FunctionDecision) {
        guard let rivalry = function.rivalry else { return spread(function) }
        let leader = DecisionNames.option(rivalry.leader, in: function)
        let rival = DecisionNames.option(rivalry.rival, in: function)
        section("What the choice hangs on")
        guard !rivalry.hinges.isEmpty else {
            return prose("No uncertain input moves the difference between \(leader) and \(rival).")
        }
        let hinges = rivalry.hinges.prefix(8)
        let scale = MoneyScale.table(hinges.flatMap { [$0.leadAtLow, $0.leadAtHigh] }, names.money)
        let label = DecisionNames.label(scale)
        prose(
            "\(rival) costs \(names.money.prose(rivalry.lead.value)) more than \(leader) on average: that is its lead.")
        let rows = hinges.map { hinge in
            let driver = names.driver(hinge.driver)
            let unit = driver?.unit ?? .number
            return [
                driver?.title ?? hinge.driver, names.units.range(hinge.low, hinge.high, unit),
                scale.text(hinge.leadAtLow), scale.text(hinge.leadAtHigh),
                turn(hinge, unit, leader: leader, rival: rival),
            ]
        }
        let hanging = TextTable(
            [
                .init(header: "Input", right: false, least: 18), .init(header: "P10–P90", right: false, least: 12),
                .init(header: "Lead at P10", drop: 1), .init(header: "Lead at P90", drop: 1),
                .init(header: "What turns the order", right: false, least: 20),
            ], rows: rows)
        if hanging.shows("Lead at P10", width: width) {
            let event = hinges.contains { names.driver($0.driver)?.unit == .event }
            let events = event ? " (an event: when it does not happen, when it does)" : ""
            prose(
                "The lead with one input at a time set to its P10 and its P90\(events)\(label.isEmpty ? "" : ", in \(label)"):"
            )
        }
        table(hanging)
    }

    /// "above 61 %: then Manila is cheaper".
    func turn(_ hinge: Hinge, _ unit: Unit, leader: String, rival: String) -> String {
        let falls = hinge.leadAtHigh < hinge.leadAtLow
        if case .event = unit {
            if hinge.leadAtHigh < 0, hinge.leadAtLow >= 0 { return "if it happens: then \(rival) is cheaper" }
            if hinge.leadAtLow < 0, hinge.leadAtHigh >= 0 { return "if it does not happen: then \(rival) is cheaper" }
            return "does not turn it"
        }
        guard let value = hinge.breakEven, value.isFinite else { return "no value within reach" }
        return "\(falls ? "above" : "below") \(names.units.text(value, unit)): then \(rival) is cheaper"
    }

    /// With one option there is no order to turn: what its cost hangs on.
    private mutating func spread(_ function: FunctionDecision) {
        let found = decision.drivers.filter { $0.firstOrderEffect > 0 && $0.firstOrderEffect.isFinite }
            .sorted { ($1.firstOrderEffect, $0.name) < ($0.firstOrderEffect, $1.name) }
        guard !found.isEmpty else { return }
        section("What its cost hangs on")
        table(
            TextTable(
                [
                    .init(header: "Input", right: false, least: 18), .init(header: "P10–P90", right: false, least: 12),
                    .init(header: "Share of the uncertainty"),
                ],
                rows: found.prefix(8).map {
                    [$0.title, names.units.range($0.p10, $0.p90, $0.unit), Format.wholeShare($0.firstOrderEffect)]
                }))
    }

    mutating func certainty(_ function: FunctionDecision) {
        guard function.options.count > 1 else { return }
        let all = function.valueOfPerfectInformation.value
        section("What certainty would be worth")
        guard all.isFinite, all > 0 else { return prose("Nothing: one option is the cheapest in every future.") }
        prose(
            "To know every input for certain before choosing would save \(names.money.prose(all)) on average: no study is worth more."
        )
        let inputs = Set(function.rivalry?.hinges.map(\.driver) ?? [])
        let worth = decision.drivers.filter {
            let value = $0.valueOfPerfectInformation
            return inputs.contains($0.name) && value.value >= 0.01 * all && value.value > 2 * value.standardError
        }.sorted { ($1.valueOfPerfectInformation.value, $0.name) < ($0.valueOfPerfectInformation.value, $1.name) }
        guard !worth.isEmpty else { return prose("No single input is worth studying by itself.") }
        let parts = worth.prefix(3).map { "\($0.title), \(names.money.prose($0.valueOfPerfectInformation.value))" }
        prose("Most is in: \(parts.joined(separator: "; ")).")
    }

    mutating func register() {
        let all = decision.assumptions
        guard !all.isEmpty else { return }
        section("Where the numbers come from")
        func count(_ origin: Assumption.Origin) -> Int { all.count { $0.origin == origin } }
        let judged = all.count { $0.origin == .published && $0.caveat?.contains("judgement") == true }
        var parts = [
            "\(Words.number(count(.stated))) from the case", "\(Words.number(count(.atlas))) from the country facts",
        ]
        if count(.measured) > 0 { parts.append("\(Words.number(count(.measured))) measured") }
        parts.append(
            "\(Words.number(count(.published))) from published ranges"
                + (judged > 0 ? ", of which \(Words.number(judged)) \(judged == 1 ? "is" : "are") our judgement" : ""))
        prose("\(Words.plural(all.count, "number")): \(parts.joined(separator: ", ")).")
        let moving = all.filter { ($0.moves ?? 0) > 0 && ($0.moves ?? 0).isFinite }
            .sorted { ($1.moves ?? 0, $0.key) < ($0.moves ?? 0, $1.key) }.prefix(5)
        guard !moving.isEmpty else { return }
        let scale = MoneyScale.table(moving.map { $0.moves ?? 0 }, names.money)
        let label = DecisionNames.label(scale)
        let rows = moving.map { one in
            let value = names.units.text(one.quantity, one.unit)
            return [one.title, "\(value.value) (\(value.meaning))", scale.text(one.moves ?? 0), Self.source(of: one)]
        }
        let movers = TextTable(
            [
                .init(header: "Input", right: false, least: 18), .init(header: "Value", right: false, least: 14),
                .init(header: "Moves", drop: 1), .init(header: "Source", right: false, least: 18),
            ], rows: rows)
        let unit = movers.shows("Moves", width: width) && !label.isEmpty ? ", in \(label)" : ""
        prose("Those that move the lead most\(unit):")
        table(movers)
    }

    static func source(of one: Assumption) -> String {
        let unnamed = one.origin == .stated ? "the case, which names no source" : Words.origin(one.origin)
        let source = one.source ?? unnamed
        return source + (one.caveat.map { "; \($0)" } ?? "")
    }
}
