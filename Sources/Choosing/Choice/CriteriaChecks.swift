import Selection
import Sourcing

/// Criteria that hardly separate the partners, and criteria that may count one thing twice.
struct CriteriaChecks {
    let builder: ChoiceBuilder

    /// Points between best and worst below which a criterion decides nothing.
    static let idlePoints = 1.0
    /// Rank correlation from which on two criteria are named.
    static let twinCorrelation = 0.9

    func idle() -> [Choice.IdleCriterion] {
        guard builder.partners.count > 1 else { return [] }
        return builder.criteria.indices.compactMap { k in
            // A criterion about which nothing is known does not separate yet: that is told as missing answers.
            let known = builder.partners.indices.filter {
                !builder.builder.isUnknown(builder.partners[$0], builder.criteria[k])
            }
            guard known.count > 1 else { return nil }
            let values = known.map { builder.acceptability.meanValues[$0][k] }
            let weight = builder.acceptability.meanWeights[k]
            let spread = 100 * weight * ((values.max() ?? 0) - (values.min() ?? 0))
            return spread < Self.idlePoints
                ? .init(criterion: builder.criteria[k].name, spread: spread, weight: weight) : nil
        }
    }

    /// Scores of the same evaluator and partner on two criteria, over all evaluators and partners; at least eight pairs.
    func twins() -> [Choice.TwinCriteria] {
        let scored = builder.criteria.indices.filter { builder.criteria[$0].kind == .score }
        var found: [Choice.TwinCriteria] = []
        for (place, a) in scored.enumerated() {
            for b in scored[(place + 1)...] {
                let pairs = builder.evaluation.evaluators.flatMap { evaluator in
                    builder.partners.compactMap { partner -> (Double, Double)? in
                        guard let own = partner.scores[evaluator.name], let x = own[builder.criteria[a].name],
                            let y = own[builder.criteria[b].name]
                        else { return nil }
                        return (x.low + x.high, y.low + y.high)
                    }
                }
                guard pairs.count >= 8,
                    let correlation = KendallConcordance.rankCorrelation(pairs.map(\.0), pairs.map(\.1)),
                    correlation >= Self.twinCorrelation
                else { continue }
                found.append(
                    .init(
                        first: builder.criteria[a].name, second: builder.criteria[b].name, correlation: correlation,
                        weight: builder.acceptability.meanWeights[a] + builder.acceptability.meanWeights[b]))
            }
        }
        return found.sorted { $0.correlation > $1.correlation }
    }
}
