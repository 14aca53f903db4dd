/// What is known of the values, flat and checked: what the draws run.
public struct ValueProgram: Sendable {
    /// One cell that is not a single number, or one evaluator's part of such a cell.
    public struct Cell: Sendable {
        public enum Kind: UInt8, Sendable { case number, range, levels, views, futures, missing }
        public var kind: Kind
        public var criterion: Int
        /// `number` and `range`: low + width · u.
        public var low: Double
        public var width: Double
        /// `levels` and `futures`: where they stand in `numbers`; `views`: in `elements`, one an evaluator.
        public var first: Int
        public var count: Int
        /// `views`: evaluators who gave something.
        public var present: Int

        public init(
            _ kind: Kind, criterion: Int, low: Double = 0, width: Double = 0, first: Int = 0, count: Int = 0,
            present: Int = 0
        ) {
            self.kind = kind
            self.criterion = criterion
            self.low = low
            self.width = width
            self.first = first
            self.count = count
            self.present = present
        }
    }

    public var partners: Int
    public var criteria: Int
    /// Partners × criteria; where a cell is drawn the number does not matter.
    public var known: [Double]
    /// The cells that are drawn, partner after partner.
    public var drawn: [Cell]
    /// Cells of partner i: `starts[i] ..< starts[i + 1]`.
    public var starts: [Int]
    public var elements: [Cell]
    public var numbers: [Double]
    public var evaluators: Int
    public var futures: Int
    public var mixesByCriterion: Bool
    /// Names of the partners' streams.
    public var names: [UInt64]
    /// Values at or below which a partner falls behind; −∞ where there is none.
    public var vetoes: [Double]
    public var hasVetoes: Bool

    public init(
        partners: Int, criteria: Int, known: [Double], drawn: [Cell], starts: [Int], elements: [Cell],
        numbers: [Double], evaluators: Int, futures: Int, mixesByCriterion: Bool, names: [UInt64], vetoes: [Double]
    ) {
        self.partners = partners
        self.criteria = criteria
        self.known = known
        self.drawn = drawn
        self.starts = starts
        self.elements = elements
        self.numbers = numbers
        self.evaluators = evaluators
        self.futures = futures
        self.mixesByCriterion = mixesByCriterion
        self.names = names
        self.vetoes = vetoes
        hasVetoes = vetoes.contains { $0 > -.infinity }
    }
}
