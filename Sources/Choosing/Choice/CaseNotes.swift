public import Sourcing

extension Choose {
    /// What is allowed and yet rarely meant, a sentence each: told when a case is checked.
    public static func notes(_ theCase: Case) -> [String] {
        guard let evaluation = theCase.evaluation else { return [] }
        return sharedOptions(evaluation) + openGates(evaluation) + judges(evaluation) + late(evaluation, theCase)
    }

    private static func sharedOptions(_ evaluation: Evaluation) -> [String] {
        let priced = evaluation.partners.filter { $0.bid == nil && $0.option != nil }
        return Dictionary(grouping: priced, by: { $0.option ?? "" }).filter { $0.value.count > 1 }
            .sorted { $0.key < $1.key }.map { option, partners in
                "\(listed(partners.map(\.shownName))) have the same option, \(option), and so the same cost."
            }
    }

    private static func openGates(_ evaluation: Evaluation) -> [String] {
        evaluation.partners.compactMap { partner in
            let open = evaluation.gates.filter { (partner.gates[$0.name]?.state ?? .notKnown) == .notKnown }
            guard !open.isEmpty else { return nil }
            return "\(partner.shownName): not known is \(listed(open.map(\.shownName))); it is in on condition."
        }
    }

    private static func judges(_ evaluation: Evaluation) -> [String] {
        let scored = evaluation.criteria.filter { $0.kind == .score }
        return scored.isEmpty || !evaluation.evaluators.isEmpty
            ? [] : ["Evaluators are to score \(listed(scored.map(\.title))), but the selection names none."]
    }

    private static func late(_ evaluation: Evaluation, _ theCase: Case) -> [String] {
        guard let day = evaluation.opening, day.prefix(7) >= theCase.horizon.start.description else { return [] }
        return [
            "The bids are opened on \(day), when the work is to have moved already (from \(theCase.horizon.start))."
        ]
    }
}
