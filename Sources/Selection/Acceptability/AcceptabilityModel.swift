public import Notation
import SelectionKernels
import TrialKernels

/// SMAA-2 (Lahdelma & Salminen, Operations Research 49(3) (2001), 444–454): how often each partner takes each rank when
/// weights and values are drawn from what is known of them.
public struct AcceptabilityModel: Sendable {
    /// How evaluators who disagree are mixed. Partners share the evaluator drawn, so one who is lenient is lenient to
    /// all.
    public enum Mixing: Sendable {
        /// One evaluator for the whole draw.
        case perPerson
        /// One for each criterion.
        case perCriterion
    }

    /// Partners × criteria.
    public var cells: [[ValueCell]]
    public var weights: WeightKnowledge
    public var mixing: Mixing
    /// Per criterion: a partner whose drawn value is at or below it ranks in that draw after every partner without a
    /// veto. Those with one are ordered by value among themselves.
    public var vetoes: [Double?]

    /// How many draws may be asked for.
    public static let samplesAllowed = 1...50_000_000

    /// - Parameters:
    ///   - cells: partners × criteria, at least one each.
    ///   - vetoes: none, or one a criterion.
    /// - Throws: `Faults`, all that are wrong with shapes and numbers, at paths `values[i][k]`, `weightKnowledge…` and
    ///   `vetoes[k]`. Whether constraints contradict each other is found when weights are drawn.
    public init(
        cells: [[ValueCell]], weights: WeightKnowledge, mixing: Mixing = .perPerson, vetoes: [Double?] = []
    ) throws(Faults) {
        self.cells = cells
        self.weights = weights
        self.mixing = mixing
        self.vetoes = vetoes.isEmpty ? Array(repeating: nil, count: cells.first?.count ?? 0) : vetoes
        try validate()
    }

    /// Draws and counts.
    ///
    /// - Parameters:
    ///   - samples: draws, in `samplesAllowed`.
    ///   - seed: names all streams of random numbers. Same seed, same bits, whatever `threads` is. Partners have
    ///     streams of their own, named by what is known of them: the others' comings and goings change nothing.
    ///   - parts: what is asked for.
    /// - Throws: `Faults` where the samples are out of range or no weights fit: then they name a smallest conflicting
    ///   set of constraints.
    /// - Complexity: O(samples · partners · (partners + criteria)).
    public func acceptability(
        samples: Int, seed: UInt64, threads: Int = 1, only parts: Acceptability.Parts = .all
    ) throws(Faults) -> Acceptability {
        guard Self.samplesAllowed.contains(samples) else {
            throw Faults(
                Fault(
                    path: "samples", "\(samples) samples cannot be drawn.",
                    remedy: "Give a whole number from 1 to \(Self.samplesAllowed.upperBound)."))
        }
        try validate()
        let plan = try WeightPlan(weights, criteria: vetoes.count, samples: samples, seed: seed)
        let program = CellCompiler.program(of: self)
        let run = AcceptabilityRun(
            program: program, plan: plan, classes: PartnerClasses(of: cells), samples: samples, seed: seed,
            threads: max(1, threads), parts: parts)
        return run.answer()
    }
}
