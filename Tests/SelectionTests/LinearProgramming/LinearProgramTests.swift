import Testing

@testable import Selection

@Suite struct LinearProgramTests {
    /// Dantzig's example as printed in Hillier & Lieberman, Introduction to Operations Research: the Wyndor Glass Co.
    @Test func wyndorGlass() {
        let program = LinearProgram(
            objective: [-3, -5],
            rows: [.init([1, 0], upper: 4), .init([0, 2], upper: 12), .init([3, 2], upper: 18)])
        guard case .optimal(let value, let point) = program.minimised() else {
            Issue.record("not optimal")
            return
        }
        #expect(abs(value + 36) < 1e-9 && abs(point[0] - 2) < 1e-9 && abs(point[1] - 6) < 1e-9)
    }

    @Test func infeasibleAndUnbounded() {
        #expect(LinearProgram(objective: [1], rows: [.init([1], upper: -1)]).minimised() == .infeasible)
        #expect(LinearProgram(objective: [-1], rows: [.init([1], lower: 1)]).minimised() == .unbounded)
    }
}
