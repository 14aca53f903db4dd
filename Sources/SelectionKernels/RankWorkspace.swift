/// Scratch memory of one `RankBlock`; freed when it is let go.
final class RankWorkspace {
    typealias Words = SIMD16<UInt32>
    typealias Bytes = SIMD64<UInt8>

    /// Steps whose ranks wait before they are counted: they stay in the first cache.
    static let batch = 14

    private let values: UnsafeMutablePointer<Float>
    private let weights: UnsafeMutablePointer<FloatLanes>
    private let scores: UnsafeMutablePointer<FloatLanes>
    /// Steps × partners, and a spare row while ranks are made.
    private let ranks: UnsafeMutablePointer<Words>
    /// Partners × ranks: each byte counts its own lane.
    private let counters: UnsafeMutablePointer<Bytes>
    private let pairs: UnsafeMutablePointer<Words>
    private let central: UnsafeMutablePointer<FloatLanes>

    init(values from: [Double], partners m: Int, criteria n: Int) {
        values = .allocate(capacity: m * n)
        for index in 0..<(m * n) { values[index] = Float(from[index]) }
        func clear<Element>(_ count: Int, _ zero: Element) -> UnsafeMutablePointer<Element> {
            let memory = UnsafeMutablePointer<Element>.allocate(capacity: count)
            memory.initialize(repeating: zero, count: count)
            return memory
        }
        weights = clear(4 * n, .zero)
        scores = clear(4 * m, .zero)
        ranks = clear(m * Self.batch, .zero)
        counters = clear(m * m, .zero)
        pairs = clear(m * m, .zero)
        central = clear(m * n, .zero)
    }

    deinit {
        values.deallocate()
        weights.deallocate()
        scores.deallocate()
        ranks.deallocate()
        counters.deallocate()
        pairs.deallocate()
        central.deallocate()
    }

    /// Exponential variates, four groups a criterion: undivided weights.
    @inline(__always)
    func weigh(_ stream: inout LaneStream, order: [Int]?, criteria n: Int) {
        var own = stream
        for index in 0..<(4 * n) {
            weights[index] = FloatLanes.exponential(unsafeBitCast(own.next(), to: Words.self))
        }
        stream = own
        guard let order else { return }
        // w_j = Σ_{k ≥ j} λ_k / k, from the least important up.
        withUnsafeTemporaryAllocation(of: FloatLanes.self, capacity: 4 * n) { ordered in
            for group in 0..<4 {
                var sum = FloatLanes.zero
                for k in stride(from: n - 1, through: 0, by: -1) {
                    sum += weights[4 * k + group] * (1 / Float(k + 1))
                    ordered[4 * order[k] + group] = sum
                }
            }
            for index in 0..<(4 * n) { weights[index] = ordered[index] }
        }
    }

    func normalise(criteria n: Int, alive: Int) {
        for group in 0..<4 {
            var sum = FloatLanes.zero
            for k in 0..<n { sum += weights[4 * k + group] }
            var scale = FloatLanes(repeating: 1) / sum
            if alive < 64 { for lane in 0..<16 where group * 16 + lane >= alive { scale[lane] = 0 } }
            for k in 0..<n { weights[4 * k + group] *= scale }
        }
    }

    @inline(__always)
    func score(partners m: Int, criteria n: Int) {
        var i = 0
        // Two partners at a time share the loads of weights.
        while i + 1 < m {
            let a = values + i * n
            let b = a + n
            var a0 = FloatLanes.zero, a1 = FloatLanes.zero, a2 = FloatLanes.zero, a3 = FloatLanes.zero
            var b0 = FloatLanes.zero, b1 = FloatLanes.zero, b2 = FloatLanes.zero, b3 = FloatLanes.zero
            for k in 0..<n {
                let w = weights + 4 * k
                let x = FloatLanes(repeating: a[k])
                let y = FloatLanes(repeating: b[k])
                a0 += w[0] * x
                a1 += w[1] * x
                a2 += w[2] * x
                a3 += w[3] * x
                b0 += w[0] * y
                b1 += w[1] * y
                b2 += w[2] * y
                b3 += w[3] * y
            }
            let to = scores + 4 * i
            to[0] = a0
            to[1] = a1
            to[2] = a2
            to[3] = a3
            to[4] = b0
            to[5] = b1
            to[6] = b2
            to[7] = b3
            i += 2
        }
        if i < m {
            for group in 0..<4 {
                var sum = FloatLanes.zero
                for k in 0..<n { sum += weights[4 * k + group] * FloatLanes(repeating: values[i * n + k]) }
                scores[4 * i + group] = sum
            }
        }
    }

    /// Where `a` is behind `b`: 1 in the byte of its group.
    @inline(__always)
    private static func behind(_ a: FloatLanes, _ b: FloatLanes, _ one: UInt32) -> Words {
        Words.zero.replacing(with: Words(repeating: one), where: a .< b)
    }

    @inline(__always)
    func rank(partners m: Int, at place: Int, alive: Int, pairs needsPairs: Bool) {
        let rank = ranks + place * m
        // Partner j starts behind all j before it; each that it overtakes takes one off.
        for j in 0..<m { rank[j] = Words(repeating: UInt32(j) &* 0x0101_0101) }
        // Two partners against each of the rest: their rivals' totals and ranks are loaded once for both.
        var i = 0
        while i + 1 < m {
            let own = scores + 4 * i
            let (a0, a1, a2, a3) = (own[0], own[1], own[2], own[3])
            let (b0, b1, b2, b3) = (own[4], own[5], own[6], own[7])
            let between =
                Self.behind(a0, b0, 1) | Self.behind(a1, b1, 1 << 8) | Self.behind(a2, b2, 1 << 16)
                | Self.behind(a3, b3, 1 << 24)
            if needsPairs { pairs[i * m + i + 1] &+= between }
            var first = rank[i] &+ between
            var second = rank[i + 1] &- between
            for j in (i + 2)..<max(i + 2, m) {
                let rival = scores + 4 * j
                let (r0, r1, r2, r3) = (rival[0], rival[1], rival[2], rival[3])
                let a =
                    (Self.behind(a0, r0, 1) | Self.behind(a1, r1, 1 << 8))
                    | (Self.behind(a2, r2, 1 << 16) | Self.behind(a3, r3, 1 << 24))
                let b =
                    (Self.behind(b0, r0, 1) | Self.behind(b1, r1, 1 << 8))
                    | (Self.behind(b2, r2, 1 << 16) | Self.behind(b3, r3, 1 << 24))
                first &+= a
                second &+= b
                rank[j] &-= a &+ b
                if needsPairs {
                    pairs[i * m + j] &+= a
                    pairs[(i + 1) * m + j] &+= b
                }
            }
            rank[i] = first
            rank[i + 1] = second
            i += 2
        }
        if alive < 64 {
            // Idle lanes get a rank that there is not; the pairs they counted are taken back.
            for lane in alive..<64 {
                let shift = UInt32(8 * (lane / 16))
                for i in 0..<m { rank[i][lane % 16] |= 0xff << shift }
                guard needsPairs else { continue }
                for i in 0..<m {
                    for j in (i + 1)..<max(i + 1, m)
                    where scores[4 * i + lane / 16][lane % 16] < scores[4 * j + lane / 16][lane % 16] {
                        pairs[i * m + j][lane % 16] &-= 1 << shift
                    }
                }
            }
        }
    }

    func collectCentral(partners m: Int, criteria n: Int, at place: Int) {
        for i in 0..<m {
            let rank = ranks[place * m + i]
            for group in 0..<4 {
                let isFirst = ((rank &>> UInt32(8 * group)) & Words(repeating: 0xff)) .== Words.zero
                let mask = unsafeBitCast(
                    Words.zero.replacing(with: Words(repeating: .max), where: isFirst), to: SIMD16<Int32>.self)
                if mask == .zero { continue }
                for k in 0..<n {
                    central[i * n + k] += FloatLanes.zero.replacing(
                        with: weights[4 * k + group], where: mask .!= SIMD16<Int32>.zero)
                }
            }
        }
    }

    /// Counts ranks: every byte is compared with every rank, and a register of bytes counts the hits.
    @inline(__always)
    func histogram(partners m: Int, steps: Int) {
        // Masks are −1 where true. (`replacing` goes lane by lane at this width.)
        for i in 0..<m {
            var r = 0
            let column = UnsafeRawPointer(ranks + i)
            while r < m {
                var c0 = Bytes.zero, c1 = Bytes.zero, c2 = Bytes.zero, c3 = Bytes.zero, c4 = Bytes.zero
                let first = UInt8(truncatingIfNeeded: r)
                for step in 0..<steps {
                    let bytes = column.load(fromByteOffset: step * m * 64, as: Bytes.self)
                    c0 &-= unsafeBitCast(bytes .== Bytes(repeating: first), to: Bytes.self)
                    c1 &-= unsafeBitCast(bytes .== Bytes(repeating: first &+ 1), to: Bytes.self)
                    c2 &-= unsafeBitCast(bytes .== Bytes(repeating: first &+ 2), to: Bytes.self)
                    c3 &-= unsafeBitCast(bytes .== Bytes(repeating: first &+ 3), to: Bytes.self)
                    c4 &-= unsafeBitCast(bytes .== Bytes(repeating: first &+ 4), to: Bytes.self)
                }
                let to = counters + i * m + r
                to[0] &+= c0
                if r + 1 < m { to[1] &+= c1 }
                if r + 2 < m { to[2] &+= c2 }
                if r + 3 < m { to[3] &+= c3 }
                if r + 4 < m { to[4] &+= c4 }
                r += 5
            }
        }
    }

    private static func sum(_ bytes: Bytes) -> Int {
        let words = unsafeBitCast(bytes, to: SIMD8<UInt64>.self)
        let even = SIMD8<UInt64>(repeating: 0x00ff_00ff_00ff_00ff)
        let pairs = (words & even) &+ ((words &>> 8) & even)
        let sums = (pairs &* SIMD8<UInt64>(repeating: 0x0001_0001_0001_0001)) &>> 48
        return Int(sums.wrappedSum())
    }

    func finish(partners m: Int, criteria n: Int, needsPairs: Bool, needsCentral: Bool, into sums: inout DrawSums) {
        for index in 0..<(m * m) { sums.ranks[index] = Self.sum(counters[index]) }
        if needsPairs {
            for i in 0..<m {
                for j in (i + 1)..<max(i + 1, m) {
                    let behind = Self.sum(unsafeBitCast(pairs[i * m + j], to: Bytes.self))
                    sums.wins[j * m + i] = behind
                    sums.wins[i * m + j] = sums.draws - behind
                }
            }
        }
        if needsCentral {
            for i in 0..<m {
                sums.first[i] = Double(sums.ranks[i * m])
                for k in 0..<n {
                    for lane in 0..<16 { sums.central[i * n + k] += Double(central[i * n + k][lane]) }
                }
            }
        }
    }
}
