@testable import Choosing

/// What four evaluators said of five partners, as in the mock-up.
enum ViewsFixture {
    static let scores: [(criterion: String, cells: [[Double]])] = [
        ("expertise", [[4, 4, 5, 5], [3, 4, 4, 4], [3, 4, 4, 4], [2, 2, 4, 5], [3, 4, 4, 4]]),
        ("track-record", [[4, 4, 4, 5], [4, 4, 5, 5], [3, 3, 4, 4], [3, 3, 3, 4], [3, 3, 3, 4]]),
        ("security", [[4, 4, 4, 4], [4, 4, 5, 5], [3, 3, 4, 4], [], [3, 4, 4, 4]]),
        ("people", [[2, 3, 3, 4], [4, 4, 4, 5], [3, 4, 4, 4], [3, 3, 3, 4], [3, 4, 4, 4]]),
        ("continuity", [[2, 3, 3, 3], [5, 5, 5, 5], [4, 4, 4, 5], [3, 3, 3, 3], [2, 2, 2, 3]]),
        ("technology", [[4, 4, 5, 5], [2, 3, 3, 4], [3, 3, 3, 4], [4, 5, 5, 5], [3, 3, 3, 4]]),
        ("cultural-fit", [[2, 3, 4, 5], [4, 4, 5, 5], [4, 4, 4, 5], [3, 3, 3, 4], [3, 4, 4, 4]]),
    ]

    static var cells: [Choice.EvaluatorAnswer.Cell] {
        scores.flatMap { row in
            zip(ChoiceFixture.sketches, row.cells).compactMap { partner, scores in
                guard let low = scores.first, let high = scores.last else { return nil }
                let notes =
                    high - low >= 3 ? ["Met the team in Pune: nobody said no.", "Two problems were raised early."] : []
                return .init(
                    partner: partner.name, criterion: row.criterion, scores: scores, spread: (high - low) / 4,
                    deviation: (high - low) / 8, notes: notes)
            }
        }
    }

    static var answer: Choice.EvaluatorAnswer {
        let views = ChoiceFixture.evaluators.enumerated().map { index, who in
            Choice.EvaluatorAnswer.View(
                name: who.0, title: who.1,
                points: Dictionary(
                    uniqueKeysWithValues: ChoiceFixture.sketches.map { ($0.name, $0.points + Double(index) - 1.5) }),
                first: index == 3 ? "prairie" : "deccan", firstWithoutPrice: index == 0 ? "deccan" : "prairie",
                firstWithout: "deccan", scored: index == 2 ? 33 : 34, asked: 35)
        }
        return .init(
            views: views, cells: cells,
            talkAbout: cells.filter { $0.spread >= 0.5 }.sorted { $0.spread > $1.spread }, kendallW: 0.85,
            kendallP: 0.004, icc: (value: 0.62, low: 0.44, high: 0.78))
    }
}
