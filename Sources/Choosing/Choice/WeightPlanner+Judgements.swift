import Selection
import Sourcing

extension WeightPlanner {
    func comparisons(_ comparisons: [Evaluation.Comparison]) throws -> Planned {
        Planned(knowledge: .none, form: "pairwise comparisons")
    }
    func bestWorst(_ best: String, _ worst: String, _ toOthers: [String: Double], _ toWorst: [String: Double]) throws
        -> Planned
    {
        Planned(knowledge: .none, form: "best-worst comparisons")
    }
}
