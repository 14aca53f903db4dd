import Selection
import Testing

/// What cannot be answered is refused, in whole sentences at the right place.
@Suite struct AcceptabilityRefusalTests {
    static func text(_ cells: [[ValueCell]], _ weights: WeightKnowledge = .none, samples: Int = 10) -> String {
        message { _ = try acceptability(cells, weights, samples: samples) }
    }
    static let two = known([[0.1, 0.2], [0.3, 0.4]])

    @Test func values() {
        #expect(Self.text([]) == "values: There is no partner. Give at least one row of at least one value.")
        #expect(Self.text([[]]) == "values: There is no criterion. Give at least one row of at least one value.")
        #expect(
            Self.text(known([[0.1], [0.1, 0.2]]))
                == "values[1]: Partner 1 has 2 values and partner 0 has 1. Give each partner one value for each criterion."
        )
        #expect(
            Self.text(known([[.nan, 1.5]]))
                == """
                values[0][0]: The value not a number is outside 0 to 1. Give a value from 0 to 1.
                values[0][1]: The value 1.5 is outside 0 to 1. Give a value from 0 to 1.
                """)
        #expect(
            Self.text([[.range(low: 0.7, high: 0.2)]])
                == "values[0][0]: The low end 0.7 is above the high end 0.2. Exchange them.")
        #expect(Self.text([[.levels([])]]) == "values[0][0]: The list of levels is empty. Give at least one value.")
        #expect(
            Self.text([[.futures([0, 1])], [.futures([0])]])
                == """
                values[1][0]: This cell has 1 futures and an earlier one has 2. Give every such cell the same futures, \
                in the same order.
                """)
        #expect(
            Self.text([[.views([.futures([1])])]])
                == """
                values[0][0]: An evaluator's view is itself a list of views or futures. Give a value, a range, levels or \
                nothing.
                """)
    }

    @Test func samples() {
        #expect(
            Self.text(Self.two, samples: 0)
                == "samples: 0 samples cannot be drawn. Give a whole number from 1 to 50000000.")
    }

    @Test func weights() {
        #expect(
            Self.text(Self.two, .point([0, 0]))
                == "weightKnowledge.weights: The weights sum to 0. Give at least one weight above 0, none of them huge."
        )
        #expect(
            Self.text(Self.two, .point([1, -0.5]))
                == "weightKnowledge.weights[1]: The weight is -0.5. Give a finite number of at least 0.")
        #expect(
            Self.text(Self.two, .order([0, 0]))
                == """
                weightKnowledge.order[1]: Criterion 0 stands twice in the order. Name each criterion once, the most \
                important first.
                """)
        #expect(
            Self.text(Self.two, .order([0, 2]))
                == "weightKnowledge.order[1]: There is no criterion 2. Criteria are counted from 0 to 1.")
        #expect(
            Self.text(Self.two, .points([0...0, 0...0]))
                == "weightKnowledge.points: All points are 0. Give at least one criterion points above 0.")
        #expect(
            Self.text(Self.two, .tree([WeightNode(points: 1...1, leaf: 0), WeightNode(points: 1...1)]))
                == """
                weightKnowledge.tree[1]: Node 1 is neither a criterion nor a group of any. Give a node either a criterion \
                or children.
                weightKnowledge.tree: Criterion 1 stands 0 times in the tree. Let each criterion be one leaf.
                """)
        #expect(
            Self.text(Self.two, .intervals([0...1]))
                == "weightKnowledge.intervals: There are 1 intervals for 2 criteria. Give one for each criterion.")
    }
}
