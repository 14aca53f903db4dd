import Notation

/// What every method asks of weights: finite, not negative, not all zero.
enum CriterionWeights {
    /// Weights that add up to 1 within this are taken as they are, so that an answer has the digits of its request.
    static let tolerance = 1e-6

    /// - Parameter faults: what is wrong is added here; the answer is then of no use.
    static func normalised(_ weights: [Double], path: String = "weights", faults: inout [Fault]) -> [Double] {
        for (index, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
            faults.append(
                Fault(
                    path: "\(path)[\(index)]",
                    weight.isFinite
                        ? "The weight \(JSONWriter.number(weight)) is negative." : "The weight is not a finite number.",
                    remedy: weight < 0
                        ? "Give 0 or more; that less is better belongs in the direction."
                        : "Give a number of 0 or more."))
        }
        let greatest = weights.max() ?? 0
        if !weights.isEmpty, greatest == 0 {
            faults.append(
                Fault(
                    path: path, "All weights are zero.", remedy: "Give at least one criterion a weight above zero."))
        }
        let sum = weights.reduce(0, +)
        guard abs(sum - 1) > tolerance, greatest > 0, greatest.isFinite else { return weights }
        // By the greatest first: neither the sum of huge nor of tiny weights leaves the range of numbers.
        let scaled = weights.map { $0 / greatest }
        let total = scaled.reduce(0, +)
        return scaled.map { $0 / total }
    }
}
