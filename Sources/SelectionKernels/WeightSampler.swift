public import TrialKernels

/// Draws weights, eight vectors at a time, from one stream.
///
/// `~Copyable`: it owns its scratch memory.
public struct WeightSampler: ~Copyable {
    private enum Kind { case fixed, simplex, order, tree, rejection, chain }

    private let kind: Kind
    private let criteria: Int
    // Own copies at fixed addresses: threads that count references to the same arrays would slow each other.
    private let order: UnsafeMutablePointer<Int>
    private let nodes: UnsafeMutablePointer<WeightProgram.TreeNode>
    private let nodeCount: Int
    /// The point, or the low and high ends.
    private let low: UnsafeMutablePointer<Double>
    private let high: UnsafeMutablePointer<Double>
    private let rows: UnsafeMutablePointer<Double>
    private let bounds: UnsafeMutablePointer<Double>
    private let rowCount: Int
    private let normals: UnsafeMutablePointer<Double>
    private let normalCount: Int
    private let isLoose: UnsafeMutablePointer<Bool>
    private let thinning: Int
    private let burnIn: Int
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
        self.criteria = criteria
        self.stream = stream
        var order: [Int] = []
        var nodes: [WeightProgram.TreeNode] = []
        var polytope = Polytope(low: [], high: [], rows: [], bounds: [])
        var walk = Walk(start: [], normals: [], isLoose: [], thinning: 0, burnIn: 0)
        switch program {
        case .fixed(let point):
            kind = .fixed
            polytope.low = point
        case .simplex: kind = .simplex
        case .order(let list):
            kind = .order
            order = list
        case .tree(let list):
            kind = .tree
            nodes = list
        case .rejection(let inside):
            kind = .rejection
            polytope = inside
        case .chain(let inside, let way):
            kind = .chain
            polytope = inside
            walk = way
        }
        self.order = ValueTables.copy(order)
        self.nodes = ValueTables.copy(nodes)
        nodeCount = nodes.count
        low = ValueTables.copy(polytope.low)
        high = ValueTables.copy(polytope.high)
        rows = ValueTables.copy(polytope.rows)
        bounds = ValueTables.copy(polytope.bounds)
        rowCount = polytope.bounds.count
        normals = ValueTables.copy(walk.normals)
        normalCount = walk.normals.count / max(1, criteria)
        isLoose = ValueTables.copy(walk.isLoose)
        thinning = walk.thinning
        burnIn = walk.burnIn
        scratchCount = max(2 * criteria, 2 * nodes.count + 1)
        scratch = .allocate(capacity: scratchCount)
        scratch.initialize(repeating: .zero, count: scratchCount)
        waiting = .allocate(capacity: 16 * max(1, criteria))
        waiting.initialize(repeating: 0, count: 16 * max(1, criteria))
        for k in walk.start.indices { scratch[k] = Lanes(repeating: walk.start[k]) }
    }

    deinit {
        scratch.deinitialize(count: scratchCount)
        scratch.deallocate()
        waiting.deallocate()
        order.deallocate()
        nodes.deallocate()
        low.deallocate()
        high.deallocate()
        rows.deallocate()
        bounds.deallocate()
        normals.deallocate()
        isLoose.deallocate()
    }

    /// Eight weight vectors, criterion after criterion; each sums to 1 and is nowhere negative.
    public mutating func next(_ weights: UnsafeMutablePointer<Lanes>) {
        switch kind {
        case .fixed:
            for k in 0..<criteria { weights[k] = Lanes(repeating: low[k]) }
        case .simplex:
            simplex(weights)
        case .order:
            // w_j = Σ_{k ≥ j} λ_k / k maps the simplex onto the ordered part of it, uniformly.
            simplex(scratch)
            var sum = Lanes.zero
            for k in stride(from: criteria - 1, through: 0, by: -1) {
                sum += scratch[k] * (1 / Double(k + 1))
                weights[order[k]] = sum
            }
            normalise(weights)
        case .tree: tree(weights)
        case .rejection: rejection(weights)
        case .chain:
            step(times: hasStarted ? thinning : burnIn + thinning)
            hasStarted = true
            for k in 0..<criteria { weights[k] = scratch[k].clamped(low[k], high[k]) }
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

    private mutating func tree(_ weights: UnsafeMutablePointer<Lanes>) {
        let points = scratch
        // Sums of children's points: of the roots first, then of each node.
        let sums = scratch + nodeCount
        for index in 0...nodeCount { sums[index] = .zero }
        for index in 0..<nodeCount {
            let node = nodes[index]
            // A fixed node draws nothing: it may come or go without a change to the others.
            points[index] =
                node.width == 0
                ? Lanes(repeating: node.low) : stream.uniform() * node.width + Lanes(repeating: node.low)
            sums[node.parent.map { $0 + 1 } ?? 0] += points[index]
        }
        for index in 0..<nodeCount {
            let node = nodes[index]
            var share = points[index] / sums[node.parent.map { $0 + 1 } ?? 0]
            if let parent = node.parent { share *= points[parent] }
            points[index] = share
            if let leaf = node.leaf { weights[leaf] = share }
        }
    }

    private mutating func rejection(_ weights: UnsafeMutablePointer<Lanes>) {
        while waitingCount < laneCount { candidates() }
        waitingCount -= laneCount
        let first = waiting + waitingCount * criteria
        for lane in 0..<laneCount {
            for k in 0..<criteria { weights[k][lane] = first[lane * criteria + k] }
        }
    }

    /// One try in eight lanes: uniform above the lower ends, kept where all else holds.
    public mutating func candidates() {
        simplex(scratch)
        var room = 1.0
        for k in 0..<criteria { room -= low[k] }
        // Low ends may sum to 1, and rounding to a little more.
        room = max(0, room)
        var outside = SIMDMask<SIMD8<Int64>>(repeating: false)
        for k in 0..<criteria {
            scratch[k] = scratch[k] * room + Lanes(repeating: low[k])
            outside .|= scratch[k] .> Lanes(repeating: high[k])
        }
        for row in 0..<rowCount {
            let bound = bounds[row]
            var sum = Lanes.zero
            for k in 0..<criteria { sum += scratch[k] * rows[row * criteria + k] }
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
    private mutating func step(times: Int) {
        let point = scratch
        let direction = scratch + criteria
        let far = Lanes(repeating: 1e300)
        for _ in 0..<times {
            for k in 0..<criteria { direction[k] = stream.uniform() - 0.5 }
            for normal in 0..<normalCount {
                var along = Lanes.zero
                for k in 0..<criteria { along += direction[k] * normals[normal * criteria + k] }
                for k in 0..<criteria { direction[k] -= along * normals[normal * criteria + k] }
            }
            var back = Lanes.zero - far
            var forth = far
            for k in 0..<criteria where low[k] < high[k] {
                let inverse = Lanes(repeating: 1) / direction[k]
                let toLow = (Lanes(repeating: low[k]) - point[k]) * inverse
                let toHigh = (Lanes(repeating: high[k]) - point[k]) * inverse
                // Rounding leaves rests of 1e-17 in directions that have no room: they do not bind.
                let moves = (direction[k] .> 1e-12) .| (direction[k] .< -1e-12)
                back.replace(with: Lanes.maximum(back, Lanes.minimum(toLow, toHigh)), where: moves)
                forth.replace(with: Lanes.minimum(forth, Lanes.maximum(toLow, toHigh)), where: moves)
            }
            for row in 0..<rowCount where isLoose[row] {
                let bound = bounds[row]
                var along = Lanes.zero
                var slack = Lanes(repeating: bound)
                for k in 0..<criteria {
                    along += direction[k] * rows[row * criteria + k]
                    slack -= point[k] * rows[row * criteria + k]
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
