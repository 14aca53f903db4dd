/// What is known of the values, flat and checked: what the draws run.
public struct ValueProgram: Sendable {
    /// One cell that is not a single number, or one evaluator's part of such a cell.
    public struct Cell: Sendable, BitwiseCopyable {
        public enum Kind: UInt8, Sendable, BitwiseCopyable {
            case number, range, levels, views, opinions, futures, missing
        }
        public var kind: Kind
        public var criterion: Int
        /// `number` and `range`: low + width · u.
        public var low: Double
        public var width: Double
        /// `levels` and `futures`: where they stand in `numbers`; `views`: in `elements`, one an evaluator.
        public var first: Int
        public var count: Int
        /// `views` and `opinions`: evaluators who gave something. `opinions` are views that are all numbers: one an
        /// evaluator in `numbers`, −1 where there is none, then those that there are.
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

    public let partners: Int
    public let criteria: Int
    /// Partners × criteria; where a cell is drawn the number does not matter.
    public let known: [Double]
    /// The cells that are drawn, partner after partner.
    public let drawn: [Cell]
    /// Cells of partner i: `starts[i] ..< starts[i + 1]`.
    public let starts: [Int]
    public let elements: [Cell]
    public let numbers: [Double]
    public let evaluators: Int
    public let futures: Int
    public let mixesByCriterion: Bool
    /// Names of the partners' streams.
    public let names: [UInt64]
    /// Values at or below which a partner falls behind; −∞ where there is none.
    public let vetoes: [Double]
    public let hasVetoes: Bool
    let tables: ValueTables

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
        tables = ValueTables(cells: drawn, starts: starts, elements: elements, numbers: numbers, vetoes: vetoes)
    }
}

/// The program's lists at fixed addresses: threads that count references to the same arrays would slow each other.
///
/// `@unchecked Sendable`: written once, before anyone else has it.
final class ValueTables: @unchecked Sendable {
    let cells: UnsafeMutablePointer<ValueProgram.Cell>
    let starts: UnsafeMutablePointer<Int>
    let elements: UnsafeMutablePointer<ValueProgram.Cell>
    let numbers: UnsafeMutablePointer<Double>
    let vetoes: UnsafeMutablePointer<Double>

    init(
        cells: [ValueProgram.Cell], starts: [Int], elements: [ValueProgram.Cell], numbers: [Double], vetoes: [Double]
    ) {
        self.cells = Self.copy(cells)
        self.starts = Self.copy(starts)
        self.elements = Self.copy(elements)
        self.numbers = Self.copy(numbers)
        self.vetoes = Self.copy(vetoes)
    }

    deinit {
        cells.deallocate()
        starts.deallocate()
        elements.deallocate()
        numbers.deallocate()
        vetoes.deallocate()
    }

    /// Of plain values only: nothing is deinitialised.
    static func copy<Element: BitwiseCopyable>(_ list: [Element]) -> UnsafeMutablePointer<Element> {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, list.count))
        for (index, element) in list.enumerated() { (memory + index).initialize(to: element) }
        return memory
    }
}
