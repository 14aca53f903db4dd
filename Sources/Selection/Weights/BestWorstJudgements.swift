import Notation

/// The two lists of the best-worst method, checked.
struct BestWorstJudgements {
    var bestToOthers: [Double]
    var othersToWorst: [Double]
    let best: Int
    let worst: Int

    var count: Int { bestToOthers.count }
    /// a_BW.
    var bestToWorst: Double { bestToOthers[worst] }
    var others: [Int] { bestToOthers.indices.filter { $0 != best && $0 != worst } }

    /// - Throws: `Faults` that name the judgement.
    init(bestToOthers: [Double], othersToWorst: [Double], best: Int, worst: Int) throws {
        self.bestToOthers = bestToOthers
        self.othersToWorst = othersToWorst
        self.best = best
        self.worst = worst
        let faults = faults()
        if !faults.isEmpty { throw Faults(faults) }
    }

    private func faults() -> [Fault] {
        guard count > 0 else {
            return [
                Fault(
                    path: "bestToOthers", "There are no judgements.",
                    remedy: "Give one number an item, 1 for the best itself.")
            ]
        }
        guard othersToWorst.count == count else {
            return [
                Fault(
                    path: "othersToWorst",
                    "There are \(othersToWorst.count) judgements here and \(count) in bestToOthers.",
                    remedy: "Give one number an item in both.")
            ]
        }
        var faults: [Fault] = []
        for (name, index) in [("best", best), ("worst", worst)] where !(0..<count).contains(index) {
            faults.append(
                Fault(
                    path: name, "There is no item \(index).",
                    remedy: "Items count from 0: give 0 to \(count - 1)."))
        }
        for (name, list) in [("bestToOthers", bestToOthers), ("othersToWorst", othersToWorst)] {
            for (index, value) in list.enumerated() where !(value >= 1 && value <= 9) {
                faults.append(
                    Fault(
                        path: "\(name)[\(index)]",
                        value.isFinite
                            ? "The judgement is \(JSONWriter.number(value))." : "The judgement is not a finite number.",
                        remedy: "Give 1 (equally important) to 9 (absolutely more important)."))
            }
        }
        return faults.isEmpty ? contradictions() : faults
    }

    private func contradictions() -> [Fault] {
        if count > 1, best == worst {
            return [
                Fault(
                    path: "worst", "Item \(best) is both the best and the worst.",
                    remedy: "Name two items; where all are alike any two will do.")
            ]
        }
        var faults: [Fault] = []
        for (name, index, value) in [
            ("bestToOthers", best, bestToOthers[best]), ("othersToWorst", worst, othersToWorst[worst]),
        ] where value != 1 {
            faults.append(
                Fault(
                    path: "\(name)[\(index)]", "An item against itself is \(JSONWriter.number(value)).",
                    remedy: "Write 1."))
        }
        if bestToOthers[worst] != othersToWorst[best] {
            faults.append(
                Fault(
                    path: "othersToWorst[\(best)]",
                    "The best against the worst is \(JSONWriter.number(othersToWorst[best])) here and \(JSONWriter.number(bestToOthers[worst])) at bestToOthers[\(worst)].",
                    remedy: "Give the same number at both: it is one judgement."))
        }
        return faults
    }
}
