import Notation
import Selection
import Sourcing

/// Weights that were asked for by comparing criteria with each other.
extension WeightPlanner {
    /// A ratio above this is the usual sign that pairwise judgements contradict each other (Saaty 1980).
    static let usualConsistency = 0.10

    private var criteriaNames: [String] { evaluation.criteria.map(\.name) }

    func comparisons(_ comparisons: [Evaluation.Comparison]) throws -> Planned {
        let names = criteriaNames
        var matrix = [[Double?]](repeating: .init(repeating: nil, count: names.count), count: names.count)
        for i in names.indices { matrix[i][i] = 1 }
        for comparison in comparisons {
            guard let i = names.firstIndex(of: comparison.first), let j = names.firstIndex(of: comparison.second) else {
                continue
            }
            matrix[i][j] = comparison.value
            matrix[j][i] = 1 / comparison.value
        }
        if let fault = unlinked(matrix, names) { throw Faults(fault) }
        let elicited = try AHP.weights(matrix, estimator: .geometricMean)
        var planned = Planned(
            knowledge: around(elicited.weights), form: "pairwise comparisons", assumptions: [spreadAssumption])
        if let ratio = elicited.consistency?.ratio {
            let table = elicited.consistency?.randomIndexTable ?? ""
            planned.consistency =
                "Consistency ratio of the pairwise comparisons: \(Format.plain(ratio)) (random indices: \(table)); \(ratio > Self.usualConsistency ? "above 0.1, so some of them contradict each other" : "at most 0.1 is usual")."
        } else if let why = elicited.consistency?.ratioMissing {
            planned.consistency = "No consistency ratio: \(why)"
        }
        if let worst = elicited.worstJudgement {
            planned.mend =
                "The judgement that fits least: \(names[worst.row]) over \(names[worst.column]), \(Format.plain(worst.found)); \(Format.plain(worst.value)) would fit best\(worst.consistency.ratio.map { " and bring the ratio to \(Format.plain($0))" } ?? "")."
        }
        return planned
    }

    /// Criteria that no chain of comparisons links to the first.
    private func unlinked(_ matrix: [[Double?]], _ names: [String]) -> Fault? {
        var reached: Set<Int> = [0]
        var open = [0]
        while let i = open.popLast() {
            for j in names.indices where matrix[i][j] != nil && reached.insert(j).inserted { open.append(j) }
        }
        let alone = names.indices.filter { !reached.contains($0) }
        guard !alone.isEmpty else { return nil }
        return Fault(
            path: "selection.weights.comparisons",
            "No chain of comparisons links \(listed(alone.map { names[$0] })) to \(names[0]).",
            remedy: "Compare at least one of them with one of the others.")
    }

    func bestWorst(
        _ best: String, _ worst: String, _ toOthers: [String: Double], _ toWorst: [String: Double]
    ) throws -> Planned {
        let names = criteriaNames
        guard let b = names.firstIndex(of: best), let w = names.firstIndex(of: worst) else {
            throw Faults(Fault(path: "selection.weights.best", "The best or the worst criterion is not known."))
        }
        let elicited: ElicitedWeights
        do {
            elicited = try BestWorst.weights(
                bestToOthers: names.map { toOthers[$0] ?? 1 }, othersToWorst: names.map { toWorst[$0] ?? 1 }, best: b,
                worst: w, model: .nonlinear)
        } catch let faults as Faults {
            throw Faults(faults.faults.map { named($0, names) })
        }
        var planned = Planned(knowledge: .none, form: "the best and the worst criterion beside the others")
        // Beside what fits equally well the spread of any judgement: contradiction must not make an answer surer.
        let ends = elicited.intervals ?? elicited.weights.map { $0...$0 }
        planned.knowledge = .points(
            ends.map { ($0.lowerBound * (1 - shareSpread))...($0.upperBound * (1 + shareSpread)) })
        planned.assumptions = [spreadAssumption]
        if let ratio = elicited.consistency?.ratio {
            planned.consistency =
                "Consistency ratio of the best-worst judgements: \(Format.plain(ratio)) (0 is full agreement; Rezaei 2015)."
        } else if let why = elicited.consistency?.ratioMissing {
            planned.consistency = "No consistency ratio: \(why)"
        }
        if let judgement = elicited.worstJudgement {
            planned.mend =
                "The judgement that fits least: \(names[judgement.row]) over \(names[judgement.column]), \(Format.plain(judgement.found)); \(Format.plain(judgement.value)) would fit best."
        }
        return planned
    }

    /// `bestToOthers[2]` as the case writes it.
    private func named(_ fault: Fault, _ names: [String]) -> Fault {
        var fault = fault
        for (index, name) in names.enumerated() {
            fault.path = fault.path.replacing("[\(index)]", with: ".\(name)")
            fault.problem = fault.problem.replacing("[\(index)]", with: ".\(name)")
            fault.remedy = fault.remedy?.replacing("[\(index)]", with: ".\(name)")
        }
        fault.path = "selection.weights.\(fault.path)"
        return fault
    }
}
