import Economics
import Notation
import Selection
public import Sourcing

/// Compares the partners of a case: gates, scales, costs, weights and everything that is uncertain among them.
public struct Choose: Sendable {
    public static let defaultSamples = 100_000
    public static let samplesAllowed = 1_000...10_000_000
    public static let defaultTrials = 8_192
    public static let trialsAllowed = 100...200_000

    /// Ways to see it.
    public var samples: Int
    /// Futures of the costs.
    public var trials: Int
    public var seed: UInt64
    public var threads: Int

    public init(
        samples: Int = Choose.defaultSamples, trials: Int = Choose.defaultTrials, seed: UInt64 = 1, threads: Int = 1
    ) {
        self.samples = samples
        self.trials = trials
        self.seed = seed
        self.threads = threads
    }

    /// - Parameters:
    ///   - evaluation: the case's, or the case's with scores that came in on sheets.
    ///   - pricing: of a case with the same ``BidPricing/key(of:trials:seed:)``; nil works it out.
    /// - Returns: the same bits for the same case, samples, trials and seed on any number of threads.
    /// - Throws: `Faults` where the case compares no partners, judgements contradict each other, or the cost model lacks
    ///   a number.
    public func callAsFunction(
        _ theCase: Case, evaluation: Evaluation? = nil, pricing: BidPricing? = nil
    ) throws -> Choice {
        guard let evaluation = evaluation ?? theCase.evaluation else {
            throw Faults(
                Fault(
                    path: "selection", "The case has no selection section, so there are no partners to compare.",
                    remedy: "Write selection with criteria and partners; Examples/accounts-payable.yaml shows one."))
        }
        guard !evaluation.partners.isEmpty else {
            throw Faults(
                Fault(
                    path: "selection.partners", "There are no partners to compare yet.",
                    remedy: "Write partners with what each offers, once the bids are in."))
        }
        let screen = GateScreen(evaluation)
        guard !screen.remaining.isEmpty else {
            return Choice.empty(theCase, evaluation, screen, samples: samples, trials: trials, seed: seed)
        }
        // Who has scored nothing has no view that could be drawn, and is not counted as agreeing.
        let silent = evaluation.evaluators.filter { evaluator in
            evaluation.partners.allSatisfy { $0.scores[evaluator.name]?.isEmpty ?? true }
        }
        var heard = evaluation
        heard.evaluators.removeAll(where: silent.contains)
        let pricing =
            try pricing ?? BidPricing(theCase, evaluation, trials: trials, seed: seed, threads: threads)
        let weights = try WeightPlanner(evaluation).plan()
        let cells = CellBuilder(heard, pricing: pricing)
        let rows = screen.remaining.map { partner in evaluation.criteria.map { cells.cell(partner, $0) } }
        let model = try AcceptabilityModel(
            cells: rows, weights: weights.knowledge,
            mixing: evaluation.mixing == .person ? .perPerson : .perCriterion, vetoes: cells.vetoes)
        let acceptability = try model.acceptability(samples: samples, seed: seed, threads: threads)
        let builder = ChoiceBuilder(
            theCase: theCase, evaluation: heard, screen: screen, pricing: pricing, weights: weights,
            builder: cells,
            cells: rows, acceptability: acceptability, seed: seed, trials: trials
        )
        var choice = try builder.build()
        choice.evaluation = evaluation
        choice.silent = silent.map(\.shownName)
        (choice.headline, choice.text) = ChoiceWriter(choice: choice).write()
        return choice
    }
}

extension Choose {
    /// Finds what would keep a choice from being made, without making it: judgements of weights that contradict each
    /// other, or a bid whose cost lacks a number. A case without a selection section has nothing to find.
    ///
    /// - Throws: `Faults` as a choice would.
    public static func check(_ theCase: Case) throws {
        guard let evaluation = theCase.evaluation else { return }
        _ = try WeightPlanner(evaluation).plan()
        try Decide.check(BidPricing.caseWithBids(theCase, evaluation))
    }
}
