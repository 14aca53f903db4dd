import TrialKernels

/// A block of draws in double precision: any values, any weights, exact ties.
public enum DrawBlock {
    /// - Parameters:
    ///   - draws: any number; the last eight lanes may be partly idle.
    ///   - block: names the streams, with the seed.
    public static func run(
        _ program: ValueProgram, weights: WeightProgram, draws: Int, seed: UInt64, block: Int
    ) -> DrawSums {
        let m = program.partners
        let n = program.criteria
        var sums = DrawSums(partners: m, criteria: n)
        sums.draws = draws
        var values = ValueSampler(program, seed: seed, block: block, variant: 0)
        var sampler = WeightSampler(
            weights, criteria: n,
            stream: LaneStream(seed: seed, block: block, name: RandomStream.identifier(of: "weights")))
        let work = Workspace(partners: m, criteria: n)
        let isDrawn = program.drawn.count > 0
        var remaining = draws
        while remaining > 0 {
            sampler.next(work.weights)
            if isDrawn { values.next() }
            let alive = min(remaining, laneCount)
            if alive < laneCount { work.silence(from: alive, program, values.values) }
            work.totals(program, values.values, alive: alive)
            work.compare(partners: m)
            work.count(partners: m, criteria: n, alive: alive, into: &sums)
            remaining -= alive
        }
        work.collect(program, into: &sums)
        sums.tried = sampler.tried
        sums.kept = sampler.kept
        return sums
    }
}

/// Scratch memory of one block; freed when it is let go.
final class Workspace {
    let weights: UnsafeMutablePointer<Lanes>
    /// Order-preserving bits of the totals: a veto takes 2⁶² off, exactly, and the order within stays.
    let keys: UnsafeMutablePointer<SIMD8<Int64>>
    let better: UnsafeMutablePointer<SIMD8<Int64>>
    let ties: UnsafeMutablePointer<SIMD8<Int64>>
    private let wins: UnsafeMutablePointer<SIMD8<Int64>>
    private let weightSums: UnsafeMutablePointer<Lanes>
    private let valueSums: UnsafeMutablePointer<Lanes>
    private let contributionSums: UnsafeMutablePointer<Lanes>
    private let central: UnsafeMutablePointer<Lanes>
    private let first: UnsafeMutablePointer<Lanes>
    private let vetoed: UnsafeMutablePointer<SIMD8<Int64>>
    private let memory: UnsafeMutablePointer<Lanes>
    private let size: Int
    private var hasTies = false

    init(partners m: Int, criteria n: Int) {
        // One piece: lanes of doubles and lanes of integers have one size.
        size = 2 * n + 3 * m * n + 5 * m + m * m
        memory = .allocate(capacity: max(1, size))
        memory.initialize(repeating: .zero, count: max(1, size))
        var place = memory
        func take(_ count: Int) -> UnsafeMutablePointer<Lanes> {
            defer { place += count }
            return place
        }
        func takeWhole(_ count: Int) -> UnsafeMutablePointer<SIMD8<Int64>> {
            UnsafeMutableRawPointer(take(count)).bindMemory(to: SIMD8<Int64>.self, capacity: max(1, count))
        }
        weights = take(n)
        weightSums = take(n)
        valueSums = take(m * n)
        contributionSums = take(m * n)
        central = take(m * n)
        first = take(m)
        keys = takeWhole(m)
        better = takeWhole(m)
        ties = takeWhole(m)
        vetoed = takeWhole(m)
        wins = takeWhole(m * m)
    }

    deinit { memory.deallocate() }

    /// Idle lanes weigh nothing and are worth nothing: they add zero to every sum.
    func silence(from alive: Int, _ program: ValueProgram, _ values: UnsafeMutablePointer<Lanes>) {
        for lane in alive..<laneCount {
            for k in 0..<program.criteria { weights[k][lane] = 0 }
            for i in 0..<program.partners {
                for cell in program.drawn[program.starts[i]..<program.starts[i + 1]] {
                    values[i * program.criteria + cell.criterion][lane] = 0
                }
            }
        }
    }

    func totals(_ program: borrowing ValueProgram, _ values: UnsafeMutablePointer<Lanes>, alive: Int) {
        let n = program.criteria
        let cells = program.tables.cells
        let starts = program.tables.starts
        let vetoes = program.tables.vetoes
        for k in 0..<n { weightSums[k] += weights[k] }
        for i in 0..<program.partners {
            let row = values + i * n
            var total = Lanes.zero
            for k in 0..<n { total += weights[k] * row[k] }
            var key = unsafeBitCast(total, to: SIMD8<Int64>.self)
            for index in starts[i]..<starts[i + 1] {
                let k = cells[index].criterion
                valueSums[i * n + k] += row[k]
                contributionSums[i * n + k] += weights[k] * row[k]
            }
            if program.hasVetoes {
                var isVetoed = SIMDMask<SIMD8<Int64>>(repeating: false)
                for k in 0..<n { isVetoed .|= row[k] .<= Lanes(repeating: vetoes[k]) }
                for lane in alive..<max(alive, laneCount) { isVetoed[lane] = false }
                vetoed[i] &-= unsafeBitCast(isVetoed, to: SIMD8<Int64>.self)
                key = key.replacing(with: key &- SIMD8<Int64>(repeating: 1 << 62), where: isVetoed)
            }
            keys[i] = key
        }
    }

    func compare(partners m: Int) {
        for i in 0..<m {
            better[i] = .zero
            ties[i] = .zero
        }
        var anyTie = SIMD8<Int64>.zero
        for i in 0..<m {
            let key = keys[i]
            var behind = better[i]
            for j in (i + 1)..<max(i + 1, m) {
                let rival = keys[j]
                let ahead = unsafeBitCast(key .> rival, to: SIMD8<Int64>.self)
                let below = unsafeBitCast(key .< rival, to: SIMD8<Int64>.self)
                wins[i * m + j] &-= ahead
                wins[j * m + i] &-= below
                behind &-= below
                better[j] &-= ahead
                let tie = ~(ahead | below)
                anyTie |= tie
                ties[j] &-= tie
                ties[i] &-= tie
            }
            better[i] = behind
        }
        hasTies = anyTie != .zero
    }

    func count(partners m: Int, criteria n: Int, alive: Int, into sums: inout DrawSums) {
        sums.ranks.withUnsafeMutableBufferPointer { ranks in
            for i in 0..<m {
                let places = better[i]
                let level = ties[i]
                var share = Lanes.zero.replacing(with: Lanes(repeating: 1), where: places .== .zero)
                if !hasTies {
                    for lane in 0..<alive { ranks[i * m + Int(places[lane])] &+= 1 }
                } else {
                    for lane in 0..<alive {
                        let place = Int(places[lane])
                        let shared = Int(level[lane])
                        if shared == 0 {
                            ranks[i * m + place] &+= 1
                        } else {
                            let part = 1 / Double(shared + 1)
                            for rank in place...(place + shared) { sums.sharedRanks[i * m + rank] += part }
                            if place == 0 { share[lane] = part }
                        }
                    }
                }
                for lane in alive..<max(alive, laneCount) { share[lane] = 0 }
                if share == .zero { continue }
                first[i] += share
                for k in 0..<n { central[i * n + k] += share * weights[k] }
            }
        }
    }

    func collect(_ program: ValueProgram, into sums: inout DrawSums) {
        let m = program.partners
        let n = program.criteria
        for k in 0..<n { sums.weights[k] = weightSums[k].laneSum }
        for index in 0..<(m * n) {
            sums.values[index] = valueSums[index].laneSum
            sums.contributions[index] = contributionSums[index].laneSum
            sums.central[index] = central[index].laneSum
        }
        for i in 0..<m {
            sums.first[i] = first[i].laneSum
            sums.vetoed[i] = Int(vetoed[i].wrappedSum())
        }
        for index in 0..<(m * m) { sums.wins[index] = Int(wins[index].wrappedSum()) }
    }
}
