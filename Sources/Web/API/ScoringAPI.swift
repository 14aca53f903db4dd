import Hummingbird
import Notation
import Scorecards
import Sourcing
import Workspace

/// Scoring: how far it is, the opening, and one's own sheet.
enum ScoringAPI {
    static let routes = [
        Route.api(
            .get, "/api/cases/{id}/scoring", .can(.readCases), "How far the scoring is",
            detail: "Who handed in, and nothing of what, before the bids are opened.",
            Contract(
                answers: [.init(status: 200, about: "The state", schema: Shape.ref("Scoring"))],
                problems: [404, 409, 422])
        ) { exchange in
            .json(tree(try await exchange.workspace.scoring(as: try exchange.member, try exchange.parameter("id"))))
        },
        Route.api(
            .post, "/api/cases/{id}/scoring/opening", .can(.moderate), "Open the bids",
            detail: "Scores, scales and rules stand from here on. It happens once.",
            Contract(
                headers: [Contract.idempotencyKey],
                answers: [.init(status: 200, about: "The state", schema: Shape.ref("Scoring"))],
                problems: [400, 404, 409, 413, 422])
        ) { exchange in
            let (member, id) = (try exchange.member, try exchange.parameter("id"))
            try await exchange.workspace.openBids(as: member, id)
            return .json(tree(try await exchange.workspace.scoring(as: member, id)))
        },
        Route.api(
            .put, "/api/cases/{id}/evaluators/{evaluator}", .can(.moderate), "Let somebody score as an evaluator",
            Contract(
                path: ["evaluator": Shape.text(most: 100, least: 1)],
                body: Shape.object([("person", Shape.id)]), answers: [.init(status: 204, about: "Done")],
                problems: [404, 409, 413, 422])
        ) { exchange in
            let person = try exchange.body(knows: ["person"]).text("person", most: 100)
            try await exchange.workspace.assign(
                as: try exchange.member, try exchange.parameter("id"), evaluator: try exchange.parameter("evaluator"),
                to: person)
            return .noContent()
        },
        Route.api(
            .get, "/api/cases/{id}/sheet", .signedIn, "One's own sheet",
            Contract(
                answers: [.init(status: 200, about: "The boxes and what stands in them", schema: Shape.ref("Sheet"))],
                problems: [404, 409, 422])
        ) { exchange in
            .json(tree(try await exchange.workspace.ownSheet(as: try exchange.member, try exchange.parameter("id"))))
        },
        Route.api(
            .put, "/api/cases/{id}/sheet", .signedIn, "Hand one's own sheet in",
            detail: "All of it: a box that is left out is not known. After the opening a reason is needed.",
            Contract(
                body: Shape.object(
                    [("scores", Shape.list(of: Shape.ref("Score"))), ("reason", Shape.text(most: 1000))],
                    optional: ["reason"]),
                answers: [
                    .init(
                        status: 200, about: "Whether it brought anything new",
                        schema: Shape.object([("changed", Shape.boolean)]))
                ], problems: [404, 409, 413, 422])
        ) { exchange in
            let (member, id) = (try exchange.member, try exchange.parameter("id"))
            let body = try exchange.body(knows: ["scores", "reason"])
            let own = try await exchange.workspace.ownSheet(as: member, id)
            let changed = try await exchange.workspace.handIn(
                as: member, id, entries: try entries(body["scores"], own),
                reason: try body.optionalText("reason", most: 1000))
            return .json(.map([("changed", .bool(changed))]))
        },
    ]

    static let schemas: [(String, Tree)] = [
        (
            "Scoring",
            Shape.object([
                (
                    "evaluators",
                    Shape.list(
                        of: Shape.object([
                            ("evaluator", Shape.string), ("handedIn", Shape.orNull(Shape.time)),
                            ("scored", Shape.orNull(Shape.integer)),
                        ]))
                ), ("opened", Shape.orNull(Shape.time)), ("openedBy", Shape.orNull(Shape.string)),
                ("head", Shape.string),
            ])
        ),
        (
            "Score",
            Shape.object(
                [
                    ("partner", Shape.text(most: 200)), ("criterion", Shape.text(most: 200)),
                    ("low", Shape.orNull(.map([("type", .text("number"))]))),
                    ("high", Shape.orNull(.map([("type", .text("number"))]))),
                    ("note", Shape.orNull(Shape.text(most: ReturnedSheet.longestNote))),
                ], optional: ["low", "high", "note"])
        ),
        (
            "Sheet",
            Shape.object([
                ("title", Shape.string), ("evaluator", Shape.string), ("handedIn", Shape.orNull(Shape.time)),
                ("opened", Shape.orNull(Shape.time)),
                (
                    "boxes",
                    Shape.list(
                        of: Shape.object([
                            ("partner", Shape.string), ("partnerTitle", Shape.string), ("criterion", Shape.string),
                            ("criterionTitle", Shape.string), ("question", Shape.string),
                            ("levels", Shape.list(of: Shape.string)),
                            ("low", Shape.orNull(.map([("type", .text("number"))]))),
                            ("high", Shape.orNull(.map([("type", .text("number"))]))),
                            ("note", Shape.orNull(Shape.string)),
                        ]))
                ),
            ])
        ),
    ]

    private static func tree(_ state: ScoringState) -> Tree {
        let names = state.evaluation.evaluators.map(\.name)
        let more = state.handIns.map(\.evaluator).filter { !names.contains($0) }
        let lines = (names + more).map { name in
            let handIn = state.handIns.first { $0.evaluator == name }
            return Tree.map([
                ("evaluator", .text(name)), ("handedIn", .text(handIn?.when)),
                ("scored", .number(handIn.map { Double($0.scored) })),
            ])
        }
        return .map([
            ("evaluators", .list(lines)), ("opened", .text(state.openedAt)), ("openedBy", .text(state.openedBy)),
            ("head", .text(state.head)),
        ])
    }

    private static func tree(_ own: OwnSheet) -> Tree {
        let boxes = own.sheet.rows.map { row in
            let entry = own.standing?[row.cell]
            return Tree.map([
                ("partner", .text(row.cell.partner)), ("partnerTitle", .text(row.partnerTitle)),
                ("criterion", .text(row.cell.criterion)), ("criterionTitle", .text(row.criterionTitle)),
                ("question", .text(row.question)), ("levels", .list(row.levels.map { .text($0) })),
                ("low", .number(entry?.low)), ("high", .number(entry?.high)), ("note", .text(entry?.note)),
            ])
        }
        return .map([
            ("title", .text(own.title)), ("evaluator", .text(own.evaluator)), ("handedIn", .text(own.handedInAt)),
            ("opened", .text(own.openedAt)), ("boxes", .list(boxes)),
        ])
    }

    /// Every box of the sheet; those that were not sent are not known.
    private static func entries(_ tree: Tree?, _ own: OwnSheet) throws -> [ScoreCell: ScoreEntry] {
        guard let list = tree?.list else { throw RequestBodyTree.fault("scores", "scores is no list.", "Send a list.") }
        var levels: [ScoreCell: Int] = [:]
        for row in own.sheet.rows { levels[row.cell] = row.levels.count }
        var entries = levels.mapValues { _ in ScoreEntry.notKnown }
        var faults: [Fault] = []
        for (index, item) in list.enumerated() {
            let path = "scores[\(index)]"
            do throws(WorkspaceError) {
                let body = try RequestBodyTree(item, knows: ["partner", "criterion", "low", "high", "note"])
                let cell = ScoreCell(
                    partner: try body.text("partner", most: 200), criterion: try body.text("criterion", most: 200))
                guard let count = levels[cell] else {
                    faults.append(
                        Fault(
                            path: path, "The sheet has no such box.",
                            remedy: "Read the sheet: it lists partners and criteria."))
                    continue
                }
                let (low, high) = (body["low"]?.double, body["high"]?.double)
                let isRange =
                    low.map { l in high.map { l >= 1 && l <= $0 && $0 <= Double(count) } ?? false } ?? (high == nil)
                let isPlain = [body["low"], body["high"]].allSatisfy {
                    $0 == nil || $0?.isNull == true || $0?.double != nil
                }
                if !isRange || !isPlain {
                    faults.append(
                        Fault(
                            path: path, "low and high are no levels of this scale.",
                            remedy:
                                "Send both, from 1 to \(count), low not above high; or neither where it is not known."))
                    continue
                }
                let note =
                    body["note"]?.isNull ?? true ? nil : try body.optionalText("note", most: ReturnedSheet.longestNote)
                entries[cell] = ScoreEntry(low: low, high: high, note: note)
            } catch {
                if case .invalid(let more) = error {
                    faults += more.faults.map { Fault(path: "\(path).\($0.path)", $0.problem, remedy: $0.remedy) }
                }
            }
        }
        if !faults.isEmpty { throw WorkspaceError.invalid(Faults(faults)) }
        return entries
    }
}
