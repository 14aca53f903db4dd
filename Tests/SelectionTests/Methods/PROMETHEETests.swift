import Testing

@testable import Selection

@Suite struct PROMETHEETests {
    static let kinds: [PreferenceFunction] = [
        .usual, .uShape(q: 0.1), .vShape(p: 0.3), .level(q: 0.1, p: 0.3), .linear(q: 0.05, p: 0.25), .gaussian(s: 0.2),
        .linear(q: 0.1, p: 0.1), .uShape(q: 0), .linear(q: 0.2, p: 0.2000001), .gaussian(s: 0.01), .vShape(p: 5),
    ]

    /// Pair by pair, as in the definition.
    static func slow(_ matrix: DecisionMatrix, _ preferences: [PreferenceFunction]) -> (plus: [Double], minus: [Double])
    {
        let (n, m) = (matrix.alternatives, matrix.criteria)
        var plus = Array(repeating: 0.0, count: n)
        var minus = plus
        for a in 0..<n {
            for b in 0..<n {
                var degree = 0.0
                for j in 0..<m {
                    let d = matrix.values[a * m + j] - matrix.values[b * m + j]
                    degree += matrix.weights[j] * preferences[j].degree(matrix.directions[j] == .maximise ? d : -d)
                }
                plus[a] += degree / Double(n - 1)
                minus[b] += degree / Double(n - 1)
            }
        }
        return (plus, minus)
    }

    /// Brans, Vincke & Mareschal (1986): six hydroelectric power stations, all six preference functions. The table of
    /// preference indices π(a, b) as printed there; between two alternatives alone φ⁺ is π.
    @Test func powerStations() throws {
        let rows: [[Double?]] = [
            [80, 90, 6, 5.4, 8, 5], [65, 58, 2, 9.7, 1, 1], [83, 60, 4, 7.2, 4, 7], [40, 80, 10, 7.5, 7, 10],
            [52, 72, 6, 2.0, 3, 8], [94, 96, 7, 3.6, 5, 6],
        ]
        let preferences: [PreferenceFunction] = [
            .uShape(q: 10), .vShape(p: 30), .linear(q: 0.5, p: 5), .level(q: 1, p: 6), .usual, .gaussian(s: 5),
        ]
        let directions: [Direction] = [.minimise, .maximise, .minimise, .minimise, .minimise, .maximise]
        let printed = [
            [0.000, 0.296, 0.250, 0.268, 0.100, 0.185], [0.462, 0.000, 0.389, 0.333, 0.296, 0.500],
            [0.236, 0.180, 0.000, 0.333, 0.056, 0.429], [0.399, 0.505, 0.305, 0.000, 0.223, 0.212],
            [0.444, 0.515, 0.487, 0.380, 0.000, 0.448], [0.286, 0.399, 0.250, 0.432, 0.133, 0.000],
        ]
        func promethee(_ rows: [[Double?]]) throws -> PROMETHEE {
            try PROMETHEE(
                DecisionMatrix(rows: rows, weights: Array(repeating: 1, count: 6), directions: directions),
                preferences: preferences)
        }
        for a in 0..<6 {
            for b in 0..<6 where a != b {
                // The paper's own rounding of intermediate figures leaves up to .006.
                #expect(abs(try promethee([rows[a], rows[b]]).phiPlus[0] - printed[a][b]) < 0.006, "\(a) \(b)")
            }
        }
        let answer = try promethee(rows)
        for a in 0..<6 {
            #expect(abs(answer.phiPlus[a] - printed[a].reduce(0, +) / 5) < 0.003)
            #expect(abs(answer.phiMinus[a] - printed.map { $0[a] }.reduce(0, +) / 5) < 0.003)
        }
        // The fifth station is the paper's choice.
        #expect(answer.ranks[4] == 1)
    }

    @Test func digestOfThePeers() throws {
        let matrix = try MethodSamples.benchmark()
        let answer = try PROMETHEE(
            matrix, preferences: Array(repeating: .linear(q: 0.05, p: 0.25), count: 20))
        let squares = answer.phi.reduce(0) { $0 + $1 * $1 }
        #expect(abs(squares - 191.469055358701) < 1e-12 * squares)
        #expect(abs(answer.phi[9246] - 0.486262299805155) < 1e-14 && answer.phi.max() == answer.phi[9246])
        #expect(abs(answer.phi.reduce(0, +)) < 1e-9)
    }

    @Test(arguments: [2, 3, 17, 150]) func agreesWithTheDefinition(alternatives: Int) throws {
        let criteria = Self.kinds.count + 1
        for seed in 0..<6 {
            let matrix = try MethodSamples.mixed(
                alternatives: alternatives, criteria: criteria, seed: UInt64(1000 * alternatives + seed))
            // Each function meets columns with and without ties.
            let preferences = (0..<criteria).map { Self.kinds[($0 + seed) % Self.kinds.count] }
            let slow = Self.slow(matrix, preferences)
            let fast = try PROMETHEE(matrix, preferences: preferences, threads: 1)
            #expect(MethodSamples.near(fast.phiPlus, slow.plus, 1e-12), "\(seed)")
            #expect(MethodSamples.near(fast.phiMinus, slow.minus, 1e-12), "\(seed)")
            let two = try PROMETHEE(matrix, preferences: preferences, threads: 2)
            #expect(two.phi == fast.phi)
        }
    }

    /// One outlier crowds all others into one step of the sort's key.
    @Test func outliersAndOffsets() throws {
        for (offset, outlier) in [(0.0, 1e12), (1e9, 2e9), (-1e6, -1e15)] {
            var values = MethodSamples.uniform(400).map { offset + $0 }
            values[17] = outlier
            values[18] = values[19]
            let matrix = try DecisionMatrix(values: values, criteria: 1, weights: [1], directions: [.maximise])
            for kind in Self.kinds {
                let slow = Self.slow(matrix, [kind])
                let fast = try PROMETHEE(matrix, preferences: [kind])
                #expect(MethodSamples.near(fast.phiPlus, slow.plus, 1e-9), "\(kind) \(offset)")
                #expect(MethodSamples.near(fast.phiMinus, slow.minus, 1e-9), "\(kind) \(offset)")
            }
        }
    }

    @Test func permutingChangesNothing() throws {
        let matrix = try MethodSamples.mixed(alternatives: 40, criteria: 6, seed: 8)
        let preferences = Array(Self.kinds.prefix(6))
        let plain = try PROMETHEE(matrix, preferences: preferences)
        let rows = (0..<40).map { i in Array(matrix.values[(6 * i)..<(6 * i + 6)]) }
        let turned = try PROMETHEE(
            try DecisionMatrix(
                rows: rows.reversed().map { $0.reversed() }, weights: matrix.weights.reversed(),
                directions: matrix.directions.reversed()), preferences: preferences.reversed())
        #expect(MethodSamples.near(turned.phi.reversed(), plain.phi, 1e-13))
    }

    @Test func duplicatesTie() throws {
        var rows = (0..<9).map { Array(MethodSamples.uniform(4, seed: UInt64($0))) }
        rows.append(rows[3])
        let answer = try PROMETHEE(
            try DecisionMatrix(
                rows: rows, weights: [1, 2, 3, 4], directions: [.maximise, .minimise, .maximise, .maximise]),
            preferences: [.usual, .linear(q: 0.1, p: 0.4), .gaussian(s: 0.2), .level(q: 0.1, p: 0.2)])
        #expect(answer.ranks[3] == answer.ranks[9] && answer.relation(3, 9) == .indifferent)
    }

    @Test func partialPreorder() throws {
        // Strong on one criterion each, and one that is worse than both.
        let answer = try PROMETHEE(
            try DecisionMatrix(
                rows: [[3, 1], [1, 3], [0, 0], [2.9, 0.9]], weights: [0.5, 0.5], directions: [.maximise, .maximise]),
            preferences: [.linear(q: 0, p: 4), .usual])
        #expect(answer.relation(0, 2) == .preferred && answer.relation(2, 0) == .outranked)
        for a in 0..<4 {
            for b in 0..<4 {
                let mirrored: [PROMETHEE.Relation: PROMETHEE.Relation] = [
                    .preferred: .outranked, .outranked: .preferred, .indifferent: .indifferent,
                    .incomparable: .incomparable,
                ]
                #expect(answer.relation(b, a) == mirrored[answer.relation(a, b)])
            }
        }
    }

    @Test func oneAlternative() throws {
        for kind in Self.kinds {
            let answer = try PROMETHEE(
                try DecisionMatrix(rows: [[3]], weights: [1], directions: [.maximise]), preferences: [kind])
            #expect(answer.phi == [0] && answer.ranks == [1])
        }
    }

    @Test(arguments: [
        (
            PreferenceFunction.vShape(p: 0),
            "p: The threshold p is 0. Give a number above 0 in the criterion's unit; without a threshold the type is \"usual\"."
        ),
        (.uShape(q: -1), "q: The threshold q is -1. Give a number of 0 or more in the criterion's unit."),
        (
            .gaussian(s: .nan),
            "s: The threshold s is not a finite number. Give a number above 0 in the criterion's unit; without a threshold the type is \"usual\"."
        ),
    ]) func badThresholds(kind: PreferenceFunction, message: String) throws {
        #expect(MethodSamples.message { try kind.validate(path: "f") } == "f." + message)
    }

    @Test func thresholdsInTheWrongOrder() {
        #expect(
            MethodSamples.message { try PreferenceFunction.linear(q: 3, p: 2).validate(path: "f") }
                == "f: The threshold q of indifference, 3, is above p of preference, 2. Give q of at most p.")
    }
}
