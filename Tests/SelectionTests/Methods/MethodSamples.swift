import Selection

/// Numbers that any language can make again: SplitMix64, uniform on [0, 1).
enum MethodSamples {
    static func uniform(_ count: Int, seed: UInt64 = 20_260_901) -> [Double] {
        (0..<count).map { k in
            var z = seed &+ UInt64(k + 1) &* 0x9E37_79B9_7F4A_7C15
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            z = z ^ (z >> 31)
            return Double(z >> 11) * 0x1p-53
        }
    }

    static func risingWeights(_ count: Int) -> [Double] {
        let sum = Double(count * (count + 1) / 2)
        return (1...count).map { Double($0) / sum }
    }

    /// The 10,000 × 20 of `peers/selection/BASELINES.md`.
    static func benchmark() throws -> DecisionMatrix {
        try DecisionMatrix(
            values: uniform(200_000), criteria: 20, weights: risingWeights(20),
            directions: Array(repeating: .maximise, count: 20))
    }

    /// Every third column of whole numbers with many ties, the last constant.
    static func mixed(alternatives: Int, criteria: Int, seed: UInt64) throws -> DecisionMatrix {
        var values = uniform(alternatives * criteria, seed: seed)
        for i in values.indices {
            let column = i % criteria
            if column % 3 == 1 { values[i] = (values[i] * 6).rounded() / 10 }
            if column == criteria - 1 { values[i] = 0.7 }
        }
        return try DecisionMatrix(
            values: values, criteria: criteria, weights: uniform(criteria, seed: seed &+ 99),
            directions: (0..<criteria).map { $0 % 2 == 0 ? .maximise : .minimise })
    }

    static func near(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance }
    }

    /// The message of what a body throws, empty where it does not.
    static func message(_ body: () throws -> Void) -> String {
        do { try body() } catch { return "\(error)" }
        return ""
    }
}
