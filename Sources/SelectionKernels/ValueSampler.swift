public import TrialKernels

/// Draws values, eight draws at a time. Each partner has its own stream, so that one who comes or goes changes nothing
/// for the others; what all share (evaluator, future) has one of its own.
///
/// `~Copyable`: it owns its memory.
public struct ValueSampler: ~Copyable {
    private let program: ValueProgram
    private let partners: Int
    private let criteria: Int
    private let evaluators: Int
    private let futures: Int
    private let mixesByCriterion: Bool
    let cells: UnsafeMutablePointer<ValueProgram.Cell>
    let starts: UnsafeMutablePointer<Int>
    private let elements: UnsafeMutablePointer<ValueProgram.Cell>
    private let numbers: UnsafeMutablePointer<Double>
    private var shared: LaneStream
    private let streams: UnsafeMutablePointer<LaneStream>
    /// Per criterion: the evaluator drawn, and the draw that replaces one who gave nothing.
    private let evaluator: UnsafeMutablePointer<Lanes>
    /// Partners × criteria.
    public let values: UnsafeMutablePointer<Lanes>

    public init(_ program: ValueProgram, seed: UInt64, block: Int, variant: UInt64) {
        // Holds the tables; the draws touch their addresses only.
        self.program = program
        partners = program.partners
        criteria = program.criteria
        evaluators = program.evaluators
        futures = program.futures
        mixesByCriterion = program.mixesByCriterion
        cells = program.tables.cells
        starts = program.tables.starts
        elements = program.tables.elements
        numbers = program.tables.numbers
        shared = LaneStream(seed: seed, block: block, name: RandomStream.identifier(of: "shared") ^ variant)
        streams = .allocate(capacity: max(1, program.partners))
        for (index, name) in program.names.enumerated() {
            (streams + index).initialize(to: LaneStream(seed: seed, block: block, name: name ^ variant))
        }
        evaluator = .allocate(capacity: 2 * max(1, program.criteria))
        evaluator.initialize(repeating: .zero, count: 2 * max(1, program.criteria))
        values = .allocate(capacity: max(1, program.known.count))
        for (index, value) in program.known.enumerated() {
            (values + index).initialize(to: Lanes(repeating: value))
        }
    }

    deinit {
        streams.deallocate()
        evaluator.deallocate()
        values.deallocate()
    }

    /// Fills `values` anew.
    public mutating func next() {
        var future = Lanes.zero
        if futures > 0 { future = Lanes.unitPlace(shared.uniform(), of: futures) }
        if evaluators > 0 {
            let drawn = mixesByCriterion ? criteria : 1
            for k in 0..<drawn {
                evaluator[k] = Lanes.unitPlace(shared.uniform(), of: evaluators)
                evaluator[criteria + k] = shared.uniform()
            }
            for k in drawn..<max(drawn, criteria) {
                evaluator[k] = evaluator[0]
                evaluator[criteria + k] = evaluator[criteria]
            }
        }
        let (cells, elements, numbers) = (self.cells, self.elements, self.numbers)
        let (evaluator, values, criteria) = (self.evaluator, self.values, self.criteria)
        for i in 0..<partners {
            let range = starts[i]..<starts[i + 1]
            if range.isEmpty { continue }
            var stream = streams[i]
            let row = values + i * criteria
            for index in range {
                // By its address: a copy on the stack, written wide and read narrow, stalls each cell.
                let cell = cells + index
                switch cell.pointee.kind {
                case .number, .missing: row[cell.pointee.criterion] = Lanes(repeating: cell.pointee.low)
                case .range:
                    row[cell.pointee.criterion] =
                        stream.uniform() * cell.pointee.width + Lanes(repeating: cell.pointee.low)
                case .levels:
                    row[cell.pointee.criterion] = CellDraw.look(
                        Lanes.unitPlace(stream.uniform(), of: cell.pointee.count), numbers + cell.pointee.first)
                case .futures: row[cell.pointee.criterion] = CellDraw.look(future, numbers + cell.pointee.first)
                case .opinions:
                    let k = cell.pointee.criterion
                    row[k] = CellDraw.opinion(cell, evaluator[k], evaluator[criteria + k], numbers)
                case .views:
                    let k = cell.pointee.criterion
                    // One uniform number serves whichever element is taken.
                    row[k] = CellDraw.view(
                        cell, evaluator[k], evaluator[criteria + k], stream.uniform(), elements, numbers)
                }
            }
            streams[i] = stream
        }
    }
}

/// The cells' own arithmetic, apart from the sampler: its methods would copy it for each call.
private enum CellDraw {
    @inline(__always)
    static func look(_ place: Lanes, _ table: UnsafeMutablePointer<Double>) -> Lanes {
        let base = unsafeBitCast(place + Lanes(repeating: 0x1p52), to: SIMD8<UInt64>.self)
        let mask: UInt64 = 0x000f_ffff_ffff_ffff
        var found = Lanes.zero
        for lane in 0..<laneCount { found[lane] = table[Int(base[lane] & mask)] }
        return found
    }

    /// As `view`, for numbers alone.
    @inline(__always)
    static func opinion(
        _ cell: UnsafeMutablePointer<ValueProgram.Cell>, _ chosen: Lanes, _ replacement: Lanes,
        _ numbers: UnsafeMutablePointer<Double>
    ) -> Lanes {
        let table = numbers + cell.pointee.first
        var value = Lanes(repeating: table[0])
        var place = 1.0
        for e in 1..<max(1, cell.pointee.count) {
            value.replace(with: Lanes(repeating: table[e]), where: chosen .== Lanes(repeating: place))
            place += 1
        }
        if cell.pointee.present == cell.pointee.count { return value }
        let others = table + cell.pointee.count
        let chosenOther = Lanes.unitPlace(replacement, of: cell.pointee.present)
        var other = Lanes(repeating: others[0])
        place = 1
        for e in 1..<max(1, cell.pointee.present) {
            other.replace(with: Lanes(repeating: others[e]), where: chosenOther .== Lanes(repeating: place))
            place += 1
        }
        return value.replacing(with: other, where: value .< Lanes.zero)
    }

    /// The element of the evaluator drawn, or of one of the others where that one gave nothing.
    @inline(__always)
    static func view(
        _ cell: UnsafeMutablePointer<ValueProgram.Cell>, _ chosen: Lanes, _ replacement: Lanes, _ u: Lanes,
        _ elements: UnsafeMutablePointer<ValueProgram.Cell>, _ numbers: UnsafeMutablePointer<Double>
    ) -> Lanes {
        var isAbsent = SIMDMask<SIMD8<Int64>>(repeating: false)
        var substitute = Lanes(repeating: -1)
        if cell.pointee.present < cell.pointee.count {
            for e in 0..<cell.pointee.count where elements[cell.pointee.first + e].kind == .missing {
                isAbsent .|= chosen .== Lanes(repeating: Double(e))
            }
            substitute = Lanes.unitPlace(replacement, of: cell.pointee.present)
        }
        var value = Lanes.zero
        var ordinal = 0.0
        for e in 0..<cell.pointee.count {
            let element = elements + (cell.pointee.first + e)
            if element.pointee.kind == .missing { continue }
            let candidate =
                element.pointee.kind == .levels
                ? look(Lanes.unitPlace(u, of: element.pointee.count), numbers + element.pointee.first)
                : u * element.pointee.width + Lanes(repeating: element.pointee.low)
            let isChosen = chosen .== Lanes(repeating: Double(e))
            let isSubstitute = isAbsent .& (substitute .== Lanes(repeating: ordinal))
            value.replace(with: candidate, where: isChosen .| isSubstitute)
            ordinal += 1
        }
        return value
    }
}
