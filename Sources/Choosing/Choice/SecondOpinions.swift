import Selection
import Sourcing

/// PROMETHEE over the mean values at the mean weights: how often a partner is clearly preferred, criterion by criterion,
/// so that a large strength cannot pay for everything.
struct SecondOpinions {
    let builder: ChoiceBuilder
    /// Partners by mean points.
    let order: [Int]

    /// Differences in value that count for nothing, and those that count in full, where the case is silent.
    static let indifference = 0.05
    static let preference = 0.30

    func answer() throws -> Choice.SecondOpinion? {
        guard builder.partners.count > 1 else { return nil }
        let matrix = try DecisionMatrix(
            rows: builder.acceptability.meanValues, weights: builder.acceptability.meanWeights,
            directions: Array(repeating: .maximise, count: builder.criteria.count), threads: 1)
        let opinion = try PROMETHEE(
            matrix,
            preferences: builder.criteria.map {
                let preference = $0.preference ?? max(Self.preference, $0.indifference ?? 0)
                return .linear(q: min($0.indifference ?? Self.indifference, preference), p: preference)
            }, threads: 1)
        let flows = builder.partners.indices.sorted { (opinion.phi[$0], -$0) > (opinion.phi[$1], -$1) }
        let agrees = flows[0] == order[0] || opinion.phi[flows[0]] - opinion.phi[order[0]] <= 1e-12
        var incomparable: [(String, String)] = []
        for (place, a) in order.enumerated() {
            for b in order[(place + 1)...] where opinion.relation(a, b) == .incomparable {
                incomparable.append((builder.partners[a].name, builder.partners[b].name))
            }
        }
        let (first, second) = (builder.partners[flows[0]].shownName, builder.partners[flows[1]].shownName)
        return .init(
            flows: flows.map {
                (
                    partner: builder.partners[$0].name, net: opinion.phi[$0], plus: opinion.phiPlus[$0],
                    minus: opinion.phiMinus[$0]
                )
            }, agrees: agrees, incomparable: incomparable,
            sentence: agrees
                ? "A second opinion, which lets no single strength pay for everything, also puts \(builder.partners[order[0]].shownName) first."
                : "A second opinion, which lets no single strength pay for everything, puts \(first) first and \(second) second: talk about what \(builder.partners[order[0]].shownName) is weak in."
        )
    }
}
