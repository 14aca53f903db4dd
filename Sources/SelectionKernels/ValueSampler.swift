public import TrialKernels

/// Draws values, eight draws at a time. Each partner has its own stream, so that one who comes or goes changes nothing
/// for the others; what all share (evaluator, future) has one of its own.
///
/// `~Copyable`: it owns its memory.
public struct ValueSampler: ~Copyable {
    private let program: ValueProgram
    private var shared: LaneStream
    private let streams: UnsafeMutablePointer<LaneStream>
    /// Per criterion: the evaluator drawn, and the draw that replaces one who gave nothing.
    private let evaluator: UnsafeMutablePointer<Lanes>
    /// Partners × criteria.
    public let values: UnsafeMutablePointer<Lanes>

    public init(_ program: ValueProgram, seed: UInt64, block: Int, variant: UInt64) {
        self.program = program
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
        let criteria = program.criteria
        var future = Lanes.zero
        if program.futures > 0 { future = Lanes.unitPlace(shared.uniform(), of: program.futures) }
        if program.evaluators > 0 {
            let drawn = program.mixesByCriterion ? criteria : 1
            for k in 0..<drawn {
                evaluator[k] = Lanes.unitPlace(shared.uniform(), of: program.evaluators)
                evaluator[criteria + k] = shared.uniform()
            }
            for k in drawn..<max(drawn, criteria) {
                evaluator[k] = evaluator[0]
                evaluator[criteria + k] = evaluator[criteria]
            }
        }
        program.drawn.withUnsafeBufferPointer { cells in
            for i in 0..<program.partners {
                let range = program.starts[i]..<program.starts[i + 1]
                if range.isEmpty { continue }
                var stream = streams[i]
                let row = values + i * criteria
                for index in range {
                    let cell = cells[index]
                    switch cell.kind {
                    case .number, .missing: row[cell.criterion] = Lanes(repeating: cell.low)
                    case .range: row[cell.criterion] = stream.uniform() * cell.width + Lanes(repeating: cell.low)
                    case .levels:
                        row[cell.criterion] = look(Lanes.unitPlace(stream.uniform(), of: cell.count), cell.first)
                    case .futures: row[cell.criterion] = look(future, cell.first)
                    case .views: row[cell.criterion] = view(cell, &stream)
                    }
                }
                streams[i] = stream
            }
        }
    }

    @inline(__always)
    private func look(_ place: Lanes, _ first: Int) -> Lanes {
        program.numbers.withUnsafeBufferPointer { numbers in
            let base = unsafeBitCast(place + Lanes(repeating: 0x1p52), to: SIMD8<UInt64>.self)
            let mask: UInt64 = 0x000f_ffff_ffff_ffff
            var found = Lanes.zero
            for lane in 0..<laneCount { found[lane] = numbers[first + Int(base[lane] & mask)] }
            return found
        }
    }

    /// The element of the evaluator drawn, or of one of the others where that one gave nothing.
    @inline(__always)
    private func view(_ cell: ValueProgram.Cell, _ stream: inout LaneStream) -> Lanes {
        let chosen = evaluator[cell.criterion]
        let elements = program.elements
        var isAbsent = SIMDMask<SIMD8<Int64>>(repeating: false)
        var substitute = Lanes(repeating: -1)
        if cell.present < cell.count {
            for e in 0..<cell.count where elements[cell.first + e].kind == .missing {
                isAbsent .|= chosen .== Lanes(repeating: Double(e))
            }
            substitute = Lanes.unitPlace(evaluator[program.criteria + cell.criterion], of: cell.present)
        }
        // One uniform number serves whichever element is taken.
        let u = cell.width > 0 ? stream.uniform() : Lanes.zero
        var value = Lanes.zero
        var ordinal = 0.0
        for e in 0..<cell.count {
            let element = elements[cell.first + e]
            if element.kind == .missing { continue }
            let candidate =
                element.kind == .levels
                ? look(Lanes.unitPlace(u, of: element.count), element.first)
                : u * element.width + Lanes(repeating: element.low)
            let isChosen = chosen .== Lanes(repeating: Double(e))
            let isSubstitute = isAbsent .& (substitute .== Lanes(repeating: ordinal))
            value.replace(with: candidate, where: isChosen .| isSubstitute)
            ordinal += 1
        }
        return value
    }
}
