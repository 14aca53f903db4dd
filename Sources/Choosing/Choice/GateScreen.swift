import Sourcing

/// Must-haves before anything else: a failed one takes a partner out, whatever speaks for it; one that is not known lets it
/// in on condition. Neither is ever a score.
struct GateScreen {
    /// Partners that failed none, in the order of the case.
    let remaining: [Evaluation.Bidder]
    let excluded: [Choice.Exclusion]
    /// Gates that are not known, by partner.
    let conditions: [String: [String]]

    init(_ evaluation: Evaluation) {
        var remaining: [Evaluation.Bidder] = []
        var excluded: [Choice.Exclusion] = []
        var conditions: [String: [String]] = [:]
        for partner in evaluation.partners {
            let failed = evaluation.gates.filter { partner.gates[$0.name]?.state == .fail }
            guard failed.isEmpty else {
                excluded.append(
                    .init(
                        name: partner.name, title: partner.shownName,
                        failed: failed.map { ($0.shownName, partner.gates[$0.name]?.evidence) }))
                continue
            }
            remaining.append(partner)
            conditions[partner.name] = evaluation.gates.filter {
                (partner.gates[$0.name]?.state ?? .notKnown) == .notKnown
            }.map(\.name)
        }
        self.remaining = remaining
        self.excluded = excluded
        self.conditions = conditions
    }
}
