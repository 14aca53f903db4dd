import Foundation
import Notation

/// Reciprocal judgements a_ij = "how many times as important is i as j", some of which may not have been made.
struct PairwiseComparisons {
    let count: Int
    /// Row-major; 0 where a pair was not compared.
    private(set) var entries: [Double]

    /// Entries that people round to two digits (0.33, 0.14) are still reciprocal.
    static let reciprocityTolerance = 0.05

    /// - Throws: `Faults` that name the cell: not square, not above 0, a diagonal that is not 1, a pair that is not
    ///   reciprocal, items that no chain of comparisons links.
    init(_ rows: [[Double?]]) throws {
        let n = rows.count
        count = n
        entries = Array(repeating: 0, count: n * n)
        var faults: [Fault] = []
        if n == 0 {
            faults.append(
                Fault(path: "comparisons", "There are no comparisons.", remedy: "Give an n × n matrix, n at least 1."))
        }
        for (i, row) in rows.enumerated() {
            if row.count != n {
                faults.append(
                    Fault(
                        path: "comparisons[\(i)]", "This row has \(row.count) values, but there are \(n) rows.",
                        remedy: "Give a square matrix; null for a pair that was not compared."))
                continue
            }
            for (j, value) in row.enumerated() {
                if let fault = Self.fault(value, i, j) {
                    faults.append(fault)
                } else {
                    entries[i * n + j] = value ?? 0
                }
            }
        }
        if faults.isEmpty { faults = completeReciprocals() }
        if faults.isEmpty, let fault = linkFault() { faults.append(fault) }
        if !faults.isEmpty { throw Faults(faults) }
    }

    subscript(i: Int, j: Int) -> Double { entries[i * count + j] }

    var isComplete: Bool { !entries.contains(0) }

    /// Harker's matrix: 0 for a pair that was not compared, and 1 more on the diagonal for each in its row.
    var harker: [Double] {
        var matrix = entries
        for i in 0..<count {
            matrix[i * count + i] += Double((0..<count).count { self[i, $0] == 0 })
        }
        return matrix
    }

    func replacing(_ i: Int, _ j: Int, by value: Double) -> PairwiseComparisons {
        var copy = self
        copy.entries[i * count + j] = value
        copy.entries[j * count + i] = 1 / value
        return copy
    }

    private static func fault(_ value: Double?, _ i: Int, _ j: Int) -> Fault? {
        let path = "comparisons[\(i)][\(j)]"
        if i == j {
            guard value != 1 else { return nil }
            let found = value.map { $0.isFinite ? JSONWriter.number($0) : "not a finite number" } ?? "null"
            return Fault(path: path, "An item against itself is \(found).", remedy: "Write 1.")
        }
        guard let value, !(value >= 1e-9 && value <= 1e9) else { return nil }
        return Fault(
            path: path,
            value.isFinite
                ? "The comparison is \(JSONWriter.number(value))." : "The comparison is not a finite number.",
            remedy: "Give a number above 0 (1 to 9, or 1/9 to 1 for less important); null where it was not made.")
    }

    /// One side of a pair says the other.
    private mutating func completeReciprocals() -> [Fault] {
        var faults: [Fault] = []
        for i in 0..<count {
            for j in 0..<i {
                let (lower, upper) = (self[i, j], self[j, i])
                if lower == 0, upper > 0 { entries[i * count + j] = 1 / upper }
                if upper == 0, lower > 0 { entries[j * count + i] = 1 / lower }
                if lower > 0, upper > 0, abs(lower * upper - 1) > Self.reciprocityTolerance {
                    faults.append(
                        Fault(
                            path: "comparisons[\(i)][\(j)]",
                            "\(JSONWriter.number(lower)) is not the reciprocal of \(JSONWriter.number(upper)) at comparisons[\(j)][\(i)].",
                            remedy: "Give 1/\(JSONWriter.number(upper)) here, or null to have it follow from the other."
                        ))
                }
            }
        }
        return faults
    }

    private func linkFault() -> Fault? {
        var group = Array(repeating: -1, count: count)
        var groups: [[Int]] = []
        for seed in 0..<count where group[seed] < 0 {
            var members = [seed]
            group[seed] = groups.count
            var next = 0
            while next < members.count {
                for j in 0..<count where group[j] < 0 && self[members[next], j] > 0 {
                    group[j] = groups.count
                    members.append(j)
                }
                next += 1
            }
            groups.append(members.sorted())
        }
        guard groups.count > 1 else { return nil }
        let parts = groups.map { "[" + $0.map(String.init).joined(separator: ", ") + "]" }
        return Fault(
            path: "comparisons", "No comparison links the items \(parts.joined(separator: " and ")).",
            remedy: "Compare one item of each group with one of another: at least \(groups.count - 1) more judgements.")
    }
}

/// The scale of judgements: 1 to 9 and reciprocals (Saaty 1980).
enum JudgementScale {
    static func nearest(_ ratio: Double) -> Double {
        let values = (1...9).map(Double.init) + (2...9).map { 1 / Double($0) }
        return values.min { abs(log($0 / ratio)) < abs(log($1 / ratio)) } ?? 1
    }
}
