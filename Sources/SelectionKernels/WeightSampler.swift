public import TrialKernels

/// Draws weights, eight vectors at a time, from one stream.
///
/// `~Copyable`: it owns its scratch memory.
public struct WeightSampler: ~Copyable {
    private let program: WeightProgram
    private let criteria: Int
    private var stream: LaneStream
    /// Candidates, sums of siblings, or the state of a chain.
    private let scratch: UnsafeMutablePointer<Lanes>
    private let scratchCount: Int
    /// Accepted vectors that wait, one after the other.
    private let waiting: UnsafeMutablePointer<Double>
    private var waitingCount = 0
    /// Vectors tried and kept, by rejection.
    public private(set) var tried = 0
    public private(set) var kept = 0
    private var hasStarted = false

    public init(_ program: WeightProgram, criteria: Int, stream: LaneStream) {
        self.program = program
        self.criteria = criteria
        self.stream = stream
        var count = 2 * criteria
        if case .tree(let nodes) = program { count = 2 * nodes.count + 1 }
        scratchCount = max(1, count)
        scratch = .allocate(capacity: scratchCount)
        scratch.initialize(repeating: .zero, count: scratchCount)
        waiting = .allocate(capacity: 16 * max(1, criteria))
        waiting.initialize(repeating: 0, count: 16 * max(1, criteria))
    }

    deinit {
        scratch.deinitialize(count: scratchCount)
        scratch.deallocate()
        waiting.deallocate()
    }

    /// Eight weight vectors, criterion after criterion; each sums to 1 and is nowhere negative.
    public mutating func next(_ weights: UnsafeMutablePointer<Lanes>) {
        switch program {
        case .fixed(let point):
            for k in 0..<criteria { weights[k] = Lanes(repeating: point[k]) }
        case .simplex:
            simplex(weights)
        case .order(let order):
            // w_j = Σ_{k ≥ j} λ_k / k maps the simplex onto the ordered part of it, uniformly.
            simplex(scratch)
            var sum = Lanes.zero
            for k in stride(from: criteria - 1, through: 0, by: -1) {
                sum += scratch[k] * (1 / Double(k + 1))
                weights[order[k]] = sum
            }
            normalise(weights)
        case .tree(let nodes):
            tree(nodes, weights)
        case .rejection(let polytope):
            rejection(polytope, weights)
        case .chain(let polytope, let walk):
            if !hasStarted {
                for k in 0..<criteria { scratch[k] = Lanes(repeating: walk.start[k]) }
                step(polytope, walk, times: walk.burnIn)
                hasStarted = true
            }
            step(polytope, walk, times: walk.thinning)
            for k in 0..<criteria { weights[k] = scratch[k].clamped(polytope.low[k], polytope.high[k]) }
            normalise(weights)
        }
    }

    private func normalise(_ weights: UnsafeMutablePointer<Lanes>) {
        var sum = weights[0]
        for k in 1..<max(1, criteria) { sum += weights[k] }
        let scale = Lanes(repeating: 1) / sum
        for k in 0..<criteria { weights[k] *= scale }
    }

    private mutating func simplex(_ weights: UnsafeMutablePointer<Lanes>) {
        for k in 0..<criteria { weights[k] = stream.exponential() }
        normalise(weights)
    }

    private mutating func tree(_ nodes: [WeightProgram.TreeNode], _ weights: UnsafeMutablePointer<Lanes>) {
        let points = scratch
        // Sums of children's points: of the roots first, then of each node.
        let sums = scratch + nodes.count
        for index in 0...nodes.count { sums[index] = .zero }
        for (index, node) in nodes.enumerated() {
            // A fixed node draws nothing: it may come or go without a change to the others.
            points[index] =
                node.width == 0
                ? Lanes(repeating: node.low) : stream.uniform() * node.width + Lanes(repeating: node.low)
            sums[node.parent.map { $0 + 1 } ?? 0] += points[index]
        }
        for (index, node) in nodes.enumerated() {
            var share = points[index] / sums[node.parent.map { $0 + 1 } ?? 0]
            if let parent = node.parent { share *= points[parent] }
            points[index] = share
            if let leaf = node.leaf { weights[leaf] = share }
        }
    }

    private mutating func rejection(_ polytope: Polytope, _ weights: UnsafeMutablePointer<Lanes>) {
        while waitingCount < laneCount { candidates(polytope) }
        waitingCount -= laneCount
        let first = waiting + waitingCount * criteria
        for lane in 0..<laneCount {
            for k in 0..<criteria { weights[k][lane] = first[lane * criteria + k] }
        }
    }

    /// One try in eight lanes: uniform above the lower ends, kept where all else holds.
    public mutating func candidates(_ polytope: Polytope) {
        simplex(scratch)
        var room = 1.0
        for k in 0..<criteria { room -= polytope.low[k] }
        var outside = SIMDMask<SIMD8<Int64>>(repeating: false)
        for k in 0..<criteria {
            scratch[k] = scratch[k] * room + Lanes(repeating: polytope.low[k])
            outside .|= scratch[k] .> Lanes(repeating: polytope.high[k])
        }
        for (row, bound) in polytope.bounds.enumerated() {
            var sum = Lanes.zero
            for k in 0..<criteria { sum += scratch[k] * polytope.rows[row * criteria + k] }
            outside .|= sum .> Lanes(repeating: bound)
        }
        tried += laneCount
        for lane in 0..<laneCount where !outside[lane] {
            kept += 1
            guard waitingCount < 2 * laneCount else { continue }
            let to = waiting + waitingCount * criteria
            for k in 0..<criteria { to[k] = scratch[k][lane] }
            waitingCount += 1
        }
    }

    /// Hit-and-run: a random line through the point, then a uniform place on the part of it that lies inside.
    ///
    /// Any distribution of directions that is symmetric and does not depend on the point leaves the uniform
    /// distribution as it is; a cube's is cheaper than a sphere's.
    private mutating func step(_ polytope: Polytope, _ walk: Walk, times: Int) {
        let point = scratch
        let direction = scratch + criteria
        let far = Lanes(repeating: 1e300)
        let normalCount = walk.normals.count / max(1, criteria)
        for _ in 0..<times {
            for k in 0..<criteria { direction[k] = stream.uniform() - 0.5 }
            for normal in 0..<normalCount {
                var along = Lanes.zero
                for k in 0..<criteria { along += direction[k] * walk.normals[normal * criteria + k] }
                for k in 0..<criteria { direction[k] -= along * walk.normals[normal * criteria + k] }
            }
            var back = Lanes.zero - far
            var forth = far
            for k in 0..<criteria where polytope.low[k] < polytope.high[k] {
                let inverse = Lanes(repeating: 1) / direction[k]
                let toLow = (Lanes(repeating: polytope.low[k]) - point[k]) * inverse
                let toHigh = (Lanes(repeating: polytope.high[k]) - point[k]) * inverse
                // Rounding leaves rests of 1e-17 in directions that have no room: they do not bind.
                let moves = (direction[k] .> 1e-12) .| (direction[k] .< -1e-12)
                back.replace(with: Lanes.maximum(back, Lanes.minimum(toLow, toHigh)), where: moves)
                forth.replace(with: Lanes.minimum(forth, Lanes.maximum(toLow, toHigh)), where: moves)
            }
            for (row, bound) in polytope.bounds.enumerated() where walk.isLoose[row] {
                var along = Lanes.zero
                var slack = Lanes(repeating: bound)
                for k in 0..<criteria {
                    along += direction[k] * polytope.rows[row * criteria + k]
                    slack -= point[k] * polytope.rows[row * criteria + k]
                }
                let reach = slack / along
                forth.replace(with: Lanes.minimum(forth, reach), where: along .> 1e-12)
                back.replace(with: Lanes.maximum(back, reach), where: along .< -1e-12)
            }
            // A point that rounding put outside by 1e-17 goes back in rather than out.
            back = Lanes.minimum(back, .zero)
            forth = Lanes.maximum(forth, .zero)
            let place = back + (forth - back) * stream.uniform()
            let bounded = place.replacing(with: Lanes.zero, where: (forth - back) .> 1e200)
            for k in 0..<criteria { point[k] += direction[k] * bounded }
        }
    }
}
