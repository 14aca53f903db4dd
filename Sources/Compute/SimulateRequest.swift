import Economics
public import Notation
import Sourcing

/// `economics.simulate`: `{case, trials, seed}`.
public enum SimulateRequest: ComputeHandler {
    public static let name = "economics.simulate"

    public static func respond(_ request: Tree) throws -> Tree {
        let cursor = try RequestCursor(request, keys: ["case", "trials", "seed"])
        let tree = try cursor.required("case", "a case, shaped like a case file")
        let trials = try whole(cursor, "trials", in: Decide.trialsAllowed, default: Decide.defaultTrials)
        let seed = try whole(cursor, "seed", in: 0...9_007_199_254_740_991, default: 1)
        let theCase: Case
        do {
            theCase = try CaseReader.read(tree)
        } catch let faults {
            throw Faults(
                faults.faults.map {
                    Fault(
                        path: $0.path.isEmpty ? "case" : "case.\($0.path)", at: $0.position, $0.problem,
                        remedy: $0.remedy)
                })
        }
        // The answer does not depend on the number of threads.
        guard let decision = try Decide(trials: trials, seed: UInt64(seed), threads: 2)(theCase) else { return .null }
        return DecisionResponse.tree(of: decision, complete: false)
    }

    private static func whole(
        _ cursor: RequestCursor, _ key: String, in range: ClosedRange<Int>, default missing: Int
    ) throws -> Int {
        guard let tree = cursor.optional(key) else { return missing }
        guard let value = tree.double, value == value.rounded(), let whole = Int(exactly: value), range.contains(whole)
        else {
            throw RequestCursor.wrong(
                tree, path: key, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return whole
    }
}
