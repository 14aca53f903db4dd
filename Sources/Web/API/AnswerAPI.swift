import Choosing
import Compute
import Economics
import Hummingbird
import Notation
import Workspace

/// What a case answers: the decision, the choice, the places. With `set`, what it would answer.
enum AnswerAPI {
    private static let version = Contract.Parameter(
        name: "version", place: .query, about: "Which version; the one that stands if left out.",
        schema: Shape.integer(1...1_000_000_000))
    private static let set = Contract.Parameter(
        name: "set", place: .query, about: "A change to try, such as `options.pune.price.perTransaction=0.7`.",
        schema: Shape.list(of: Shape.text(most: 400)))
    private static let seed = Contract.Parameter(
        name: "seed", place: .query, about: "The same seed gives the same answer.",
        schema: Shape.integer(0...Int(Int32.max)))

    static let routes = [
        Route.api(
            .get, "/api/cases/{id}/decision", .can(.readCases), "Decide a case",
            detail: "The response of `economics.simulate`. More futures than \(Answers.trialsAtOnce) are a job.",
            Contract(
                query: [
                    version, set, seed,
                    .init(
                        name: "trials", place: .query, about: "Simulated futures.",
                        schema: Shape.integer(Decide.trialsAllowed.lowerBound...Answers.trialsAtOnce)),
                ],
                answers: [.init(status: 200, about: "The decision", schema: Shape.ref("Decision"))],
                problems: [404, 422])
        ) { exchange in
            let version = try await version(exchange)
            let decision = try await exchange.site.answers.decision(
                version, set: try exchange.changes(),
                trials: try exchange.queryNumber(
                    "trials", default: Decide.defaultTrials, in: Decide.trialsAllowed.lowerBound...Answers.trialsAtOnce),
                seed: try exchange.seed())
            return .json(DecisionResponse.tree(of: decision, complete: true))
        },
        Route.api(
            .get, "/api/cases/{id}/choice", .can(.readCases), "Choose the partner of a case",
            detail: "Sheets count once the bids are opened.",
            Contract(
                query: [
                    version, set, seed,
                    .init(
                        name: "samples", place: .query, about: "Ways to see it.",
                        schema: Shape.integer(Choose.samplesAllowed.lowerBound...200_000)),
                ],
                answers: [.init(status: 200, about: "The choice", schema: Shape.ref("Choice"))], problems: [404, 422])
        ) { exchange in
            let scored = try await exchange.workspace.scoredCase(
                as: try exchange.member, try exchange.parameter("id"), number: try versionNumber(exchange))
            let seen = try await exchange.site.answers.choice(
                scored, set: try exchange.changes(),
                samples: try exchange.queryNumber(
                    "samples", default: Choose.defaultSamples, in: Choose.samplesAllowed.lowerBound...200_000),
                seed: try exchange.seed())
            var entries = ChoiceResponse.tree(of: seen.choice).entries ?? []
            entries.append(.init(key: "evidence", value: .list(seen.sentences.map { .text($0) })))
            return .json(Tree(.map(entries)))
        },
        Route.api(
            .get, "/api/cases/{id}/places", .can(.readCases), "Rank the places of a case",
            Contract(
                query: [
                    version, seed,
                    .init(
                        name: "function", place: .query, about: "Which function, where the case has several.",
                        schema: Shape.text(most: 100)),
                ],
                answers: [.init(status: 200, about: "The places", schema: Shape.ref("Places"))], problems: [404, 422])
        ) { exchange in
            let ranking = try await exchange.site.answers.places(
                try await version(exchange), function: exchange.query["function"], seed: try exchange.seed())
            return .json(PlacesResponse.tree(of: ranking))
        },
    ]

    static let schemas: [(String, Tree)] = [
        ("Decision", Shape.object), ("Choice", Shape.object), ("Places", Shape.object),
    ]

    static func versionNumber(_ exchange: Exchange) throws -> Int? {
        guard let text = exchange.query["version"], !text.isEmpty else { return nil }
        return try exchange.queryNumber("version", default: 1, in: 1...1_000_000_000)
    }

    static func version(_ exchange: Exchange) async throws -> CaseVersion {
        try await exchange.workspace.caseVersion(
            as: try exchange.member, try exchange.parameter("id"), number: try versionNumber(exchange))
    }
}
