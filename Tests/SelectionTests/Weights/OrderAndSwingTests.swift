import Testing

@testable import Selection

@Suite struct OrderAndSwingTests {
    /// Barron & Barrett (1996), their table of weights for four attributes.
    @Test func centroidOfFour() throws {
        let weights = try RankOrderCentroid.weights([[3], [2], [1], [0]]).weights
        #expect(MethodSamples.near(weights, [0.0625, 0.1458, 0.2708, 0.5208], 5e-5))
    }

    /// The mean of the vertices of all weights in that order: (1, 0, …), (½, ½, 0, …), …
    @Test func meanOfTheVertices() throws {
        for n in [1, 2, 5, 40] {
            let weights = try RankOrderCentroid.weights((0..<n).map { [$0] }).weights
            for j in 0..<n {
                let mean = (1...n).reduce(0.0) { $0 + ($1 > j ? 1 / Double($1) : 0) } / Double(n)
                #expect(abs(weights[j] - mean) < 1e-15)
            }
            #expect(abs(weights.reduce(0, +) - 1) < 1e-14)
        }
    }

    @Test func tiesShare() throws {
        let weights = try RankOrderCentroid.weights([[2], [0, 3], [1]]).weights
        let middle = (0.2708333333333333 + 0.14583333333333331) / 2
        #expect(MethodSamples.near(weights, [middle, 0.0625, 0.5208333333333333, middle], 1e-15))
        #expect(
            MethodSamples.near(
                try RankOrderCentroid.weights([[0, 1, 2]]).weights, Array(repeating: 1.0 / 3.0, count: 3), 1e-15))
    }

    @Test(
        arguments: [
            ([], "order: The order is empty. Give the items from most to least important."),
            ([[0], [2]], "order[1]: There is no item 2 among 2. Items count from 0: give each of 0 to 1 once."),
            ([[0], [1, 0]], "order[1][1]: Item 0 stands at order[0] already. Give each item once."),
            ([[0], []], "order[1]: The group is empty. Leave it out."),
        ] as [([[Int]], String)]) func refusesAnOrder(groups: [[Int]], message: String)
    {
        #expect(MethodSamples.message { _ = try RankOrderCentroid.weights(groups) } == message)
    }

    @Test func swing() throws {
        #expect(try SwingPoints.weights([100, 60, 40]).weights == [0.5, 0.3, 0.2])
        #expect(try SwingPoints.weights([1e308, 1e308]).weights == [0.5, 0.5])
    }

    @Test(
        arguments: [
            ([], "points: There are no points. Give one number a criterion."),
            ([0, 0], "points: All points are zero. Give the swing that is wanted first 100."),
            ([100, -1], "points[1]: The swing has -1 points. Give 0 or more, 100 for the swing that is wanted first."),
        ] as [([Double], String)]) func refusesPoints(points: [Double], message: String)
    {
        #expect(MethodSamples.message { _ = try SwingPoints.weights(points) } == message)
    }
}
