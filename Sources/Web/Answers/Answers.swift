import Choosing
import Economics
import Foundation
import Notation
import Reports
import Scorecards
import Sourcing
import Workspace

/// Decisions, choices and places of cases, worked out on threads of their own and kept for who asks next.
///
/// An answer is named by the digest of the case's text and everything else that it depends on, so it can never be stale.
final class Answers: Sendable {
    /// What a page or a document shows of a choice.
    struct SeenChoice: Sendable {
        var choice: Choice
        var sentences: [String]
        var lines: [EvidenceLine]
    }

    private let threads: Int
    private let cases = Cache<Case>(capacity: 64)
    private let decisions = Cache<Decision>(capacity: 24)
    private let headlines = Headlines(capacity: 4000)
    private let choices = Cache<SeenChoice>(capacity: 24)
    private let pricings = Cache<BidPricing>(capacity: 24)
    private let chapters = Cache<ReportParts>(capacity: 24)
    private let rankings = Cache<PlaceRanking>(capacity: 16)
    /// Simulations use several threads each, so few run at a time.
    private let work = WorkThreads(atOnce: 2)

    init(threads: Int) { self.threads = threads }

    /// Futures that a page simulates while somebody waits; more are a job.
    static let trialsAtOnce = 100_000

    // MARK: Cases

    func theCase(_ version: CaseVersion, set: [String] = []) async throws -> Case {
        try await cases.value(Self.key([version.digest] + set)) {
            try Self.read(version.text, set: set)
        }
    }

    /// - Throws: `WorkspaceError.invalid` with the faults of the text or of a change to it.
    static func read(_ text: String, set: [String]) throws(WorkspaceError) -> Case {
        do throws(Faults) {
            if set.isEmpty { return try CaseReader.read(text: text) }
            var tree = try CaseReader.tree(text: text)
            for change in set { tree = try CaseEdit.applying(change, to: tree) }
            return try CaseReader.read(tree)
        } catch {
            throw .invalid(error)
        }
    }

    // MARK: Answers

    func decision(
        _ version: CaseVersion, set: [String] = [], trials: Int = Decide.defaultTrials, seed: UInt64 = 1,
        searchesHinges: Bool = true
    ) async throws -> Decision {
        let theCase = try await theCase(version, set: set)
        let key =
            Self.decisionKey(version.digest, set: set, trials: trials, seed: seed)
            + (searchesHinges ? "" : "order only")
        let threads = threads
        let decision = try await decisions.value(key) {
            try await self.compute {
                let decide = Decide(trials: trials, seed: seed, threads: threads, searchesHinges: searchesHinges)
                guard let decision = try decide(theCase) else { throw CancellationError() }
                return decision
            }
        }
        // A try with few futures is not what the case's page says.
        if set.isEmpty, trials >= Decide.defaultTrials { headlines.note(decision, digest: version.digest) }
        return decision
    }

    /// What the decision of a text says, where it has been worked out since the start; never works it out.
    func headline(digest: String) -> String? { headlines.sentence(digest: digest) }

    /// A decision that a job has worked out, kept as if somebody had waited for it.
    func keep(_ decision: Decision, digest: String, trials: Int, seed: UInt64) async {
        let key = Self.decisionKey(digest, set: [], trials: trials, seed: seed)
        _ = try? await decisions.value(key) { decision }
        if trials >= Decide.defaultTrials { headlines.note(decision, digest: digest) }
    }

    func holdsDecision(_ version: CaseVersion, trials: Int, seed: UInt64) -> Bool {
        decisions.holds(Self.decisionKey(version.digest, set: [], trials: trials, seed: seed))
    }

    /// - Parameter scored: the version with the scores that count.
    func choice(
        _ scored: ScoredCase, set: [String] = [], samples: Int = Choose.defaultSamples,
        trials: Int = Choose.defaultTrials, seed: UInt64 = 1
    ) async throws -> SeenChoice {
        let theCase = try await theCase(scored.version, set: set)
        let key = Self.key(
            [scored.version.digest, scored.log.head] + set + [String(samples), String(trials), String(seed)])
        let (threads, log) = (threads, scored.log)
        return try await choices.value(key) {
            // A slider moves weights, and the costs of the offers stay: they are worked out once.
            var pricing: BidPricing?
            if theCase.evaluation != nil {
                let priceKey = BidPricing.key(of: theCase, trials: trials, seed: seed)
                pricing = try await self.pricings.value(priceKey) {
                    try await self.compute { try BidPricing(theCase, trials: trials, seed: seed, threads: threads) }
                }
            }
            let known = pricing
            return try await self.compute {
                let choose = Choose(samples: samples, trials: trials, seed: seed, threads: threads)
                guard let stated = theCase.evaluation else {
                    return SeenChoice(choice: try choose(theCase), sentences: [], lines: [])
                }
                let (evaluation, evidence) = try log.applied(to: stated, document: theCase.document)
                return SeenChoice(
                    choice: try choose(theCase, evaluation: evaluation, pricing: known),
                    sentences: EvidenceWords.sentences(evidence, evaluation),
                    lines: EvidenceLine.lines(evidence, evaluation, entries: log.records.count))
            }
        }
    }

    /// The chapters of a decision as a page shows them; as dear as a small simulation, so they are kept as well.
    func parts(
        of decision: Decision, _ version: CaseVersion, prepared: String, hours: [SiteHours]
    ) async throws -> ReportParts {
        let key = Self.decisionKey(version.digest, set: [], trials: decision.trials, seed: decision.seed) + prepared
        return try await chapters.value(key) { HTMLReport.parts(for: decision, hours: hours, prepared: prepared) }
    }

    /// The chapters of the choice of a case as it stands.
    func parts(of seen: SeenChoice, _ scored: ScoredCase) async throws -> ReportParts {
        try await chapters.value(Self.key([scored.version.digest, scored.log.head, "choice"])) {
            HTMLReport.parts(for: seen.choice, evidence: seen.lines)
        }
    }

    func places(_ version: CaseVersion, function: String?, seed: UInt64 = 1) async throws -> PlaceRanking {
        let theCase = try await theCase(version)
        let threads = threads
        return try await rankings.value(Self.key([version.digest, function ?? "", String(seed)])) {
            try await self.compute { try Locate(seed: seed, threads: threads)(theCase, function: function) }
        }
    }

    /// Work that takes a processor for a while, on a thread of its own. What is wrong with a case comes out as
    /// `WorkspaceError.invalid`.
    func compute<Answer: Sendable>(_ answer: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            work.start {
                continuation.resume(
                    with: Result {
                        do { return try answer() } catch let faults as Faults { throw WorkspaceError.invalid(faults) }
                    })
            }
        }
    }

    private static func decisionKey(_ digest: String, set: [String], trials: Int, seed: UInt64) -> String {
        key([digest] + set + [String(trials), String(seed)])
    }

    /// With a separator that no part can hold unescaped.
    private static func key(_ parts: [String]) -> String {
        JSONWriter.text(.list(parts.map { .text($0) }))
    }
}
