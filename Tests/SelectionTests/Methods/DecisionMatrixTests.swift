import SelectionKernels
import Testing

@testable import Selection

@Suite struct DecisionMatrixTests {
    struct Bad: Sendable {
        var rows: [[Double?]] = [[1, 2], [3, 4], [5, 6]]
        var weights: [Double] = [0.5, 0.5]
        var directions: [Direction] = [.maximise, .maximise]
        var message: String
    }

    static let bad = [
        Bad(
            rows: [[1, 2], [3, 4], [5, nil]],
            message:
                "matrix[2][1]: The value is missing, and this method needs every value. Give it, or ask selection.acceptability, which models a missing answer as uncertain."
        ),
        Bad(
            rows: [[1, 2], [3], [5, 6]],
            message:
                "matrix[1]: This row has 1 values, the first row has 2. Give one value a criterion in every row; null where an answer is missing."
        ),
        Bad(
            rows: [[1, 2], [3, .nan], [5, 6]],
            message:
                "matrix[1][1]: The value is not a finite number. Give a finite number, or null where the answer is missing."
        ),
        Bad(
            rows: [[1, 2], [1e200, 4], [5, 6]],
            message: "matrix[1][0]: The value 1e+200 is too large to be squared. Give it in a larger unit."),
        Bad(
            rows: [[1, 1e-200], [1, 0], [5, 0]],
            message:
                "matrix: All values of criterion 1 lie within 1e-200 of each other. Give them in a smaller unit."),
        Bad(rows: [], message: "matrix: The matrix has no values. Give at least one alternative and one criterion."),
        Bad(rows: [[]], message: "matrix: The matrix has no values. Give at least one alternative and one criterion."),
        Bad(weights: [1], message: "weights: There are 1 weights for 2 criteria. Give one weight a criterion."),
        Bad(
            weights: [1, -1],
            message:
                "weights[1]: The weight -1 is negative. Give 0 or more; that less is better belongs in the direction."
        ),
        Bad(
            weights: [.infinity, 1],
            message: "weights[0]: The weight is not a finite number. Give a number of 0 or more."),
        Bad(
            weights: [0, 0],
            message: "weights: All weights are zero. Give at least one criterion a weight above zero."),
        Bad(
            directions: [.maximise],
            message:
                "directions: There are 1 directions for 2 criteria. Give \"max\" or \"min\" for each criterion."),
    ]

    @Test(arguments: bad) func refuses(_ bad: Bad) {
        #expect(
            MethodSamples.message {
                _ = try DecisionMatrix(rows: bad.rows, weights: bad.weights, directions: bad.directions)
            } == bad.message)
    }

    @Test func weightsAreTakenAsGivenWhereTheyAddUp() throws {
        func weights(_ given: [Double]) throws -> [Double] {
            try DecisionMatrix(rows: [[1, 2]], weights: given, directions: [.maximise, .minimise]).weights
        }
        #expect(try weights([0.3333333, 0.6666666]) == [0.3333333, 0.6666666])
        #expect(try weights([1, 3]) == [0.25, 0.75])
        #expect(try weights([1e308, 1e308]) == [0.5, 0.5])
    }

    @Test func summariesDoNotDependOnThreads() throws {
        for criteria in [1, 5, 8, 13, 40] {
            let values = MethodSamples.uniform(5000 * criteria, seed: UInt64(criteria))
            func make(_ threads: Int) throws -> DecisionMatrix {
                try DecisionMatrix(
                    values: values, criteria: criteria, weights: Array(repeating: 1, count: criteria),
                    directions: Array(repeating: .maximise, count: criteria), threads: threads)
            }
            let one = try make(1)
            #expect(try make(2).summaries == one.summaries)
            for j in 0..<criteria {
                let column = stride(from: j, to: values.count, by: criteria).map { values[$0] }
                #expect(one.summaries[j].low == column.min() && one.summaries[j].high == column.max())
                let squares = column.reduce(0) { $0 + $1 * $1 }
                #expect(abs(one.summaries[j].squares - squares) < 1e-12 * squares)
            }
        }
    }

    @Test func tiesShareTheBetterRank() {
        #expect(Ranks.of([0.5, 0.7, 0.7, 0.1]) == [3, 1, 1, 4])
        #expect(Ranks.of([0.5, 0.7, 0.7, 0.1], ascending: true) == [2, 3, 3, 1])
        #expect(Ranks.of([]) == [] && Ranks.of([0.3, 0.1 + 0.2]) == [1, 1])
    }
}
