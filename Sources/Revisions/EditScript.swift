/// The fewest removals and insertions that make one sequence into another.
///
/// Myers, "An O(ND) difference algorithm and its variations" (1986), the linear-space variant: both ends search towards
/// the middle. What stands in one sequence only is taken out first, which changes no answer and makes wholly different
/// texts cheap. Weakness: sequences of few, often repeated elements in another order stay quadratic; when the budget of
/// steps is spent, the rest counts as replaced as a whole and `isMinimal` is false.
struct EditScript {
    /// A place where `old` is replaced by `new`; one of the two may be empty, never both.
    struct Change: Hashable, Sendable {
        var old: Range<Int>
        var new: Range<Int>
    }

    let changes: [Change]
    let isMinimal: Bool

    /// - Complexity: O(n + m) space, O((n + m) · d) time for d changes, at most `budget` steps.
    init<Element: Hashable>(from old: [Element], to new: [Element], budget: Int) {
        var numbers: [Element: Int] = [:]
        func number(_ element: Element) -> Int {
            if let known = numbers[element] { return known }
            let next = numbers.count
            numbers[element] = next
            return next
        }
        let (a, b) = (old.map(number), new.map(number))
        let (inA, inB) = (Set(a), Set(b))
        let keptA = a.indices.filter { inB.contains(a[$0]) }
        let keptB = b.indices.filter { inA.contains(b[$0]) }
        var search = MiddleSearch(keptA.map { a[$0] }, keptB.map { b[$0] }, budget: budget)
        search.run()
        var isRemoved = [Bool](repeating: true, count: a.count)
        var isAdded = [Bool](repeating: true, count: b.count)
        for (index, place) in keptA.enumerated() { isRemoved[place] = search.isRemoved[index] }
        for (index, place) in keptB.enumerated() { isAdded[place] = search.isAdded[index] }
        changes = Self.changes(isRemoved, isAdded)
        isMinimal = search.isMinimal
    }

    private static func changes(_ isRemoved: [Bool], _ isAdded: [Bool]) -> [Change] {
        var changes: [Change] = []
        var (x, y) = (0, 0)
        while x < isRemoved.count || y < isAdded.count {
            let (startX, startY) = (x, y)
            while x < isRemoved.count, isRemoved[x] { x += 1 }
            while y < isAdded.count, isAdded[y] { y += 1 }
            if x > startX || y > startY {
                changes.append(Change(old: startX..<x, new: startY..<y))
            } else {
                x += 1
                y += 1
            }
        }
        return changes
    }
}

/// Finds a point on a shortest path by searching from both ends, then does the same on either side of it.
private struct MiddleSearch {
    let a: [Int]
    let b: [Int]
    var isRemoved: [Bool]
    var isAdded: [Bool]
    var isMinimal = true
    /// Steps that are left.
    var budget: Int
    /// The furthest column reached on each diagonal (column − row), shifted by `origin`.
    var forward: [Int]
    var backward: [Int]
    let origin: Int

    init(_ a: [Int], _ b: [Int], budget: Int) {
        self.a = a
        self.b = b
        self.budget = budget
        isRemoved = Array(repeating: false, count: a.count)
        isAdded = Array(repeating: false, count: b.count)
        origin = b.count + 1
        forward = Array(repeating: 0, count: a.count + b.count + 3)
        backward = forward
    }

    mutating func run() { compare(0, a.count, 0, b.count) }

    /// The number of changes halves at each level, so this is never nested deeply.
    private mutating func compare(_ startA: Int, _ endA: Int, _ startB: Int, _ endB: Int) {
        var (x, xEnd, y, yEnd) = (startA, endA, startB, endB)
        while x < xEnd, y < yEnd, a[x] == b[y] {
            x += 1
            y += 1
        }
        while x < xEnd, y < yEnd, a[xEnd - 1] == b[yEnd - 1] {
            xEnd -= 1
            yEnd -= 1
        }
        if x == xEnd || y == yEnd {
            replace(x..<xEnd, y..<yEnd)
        } else if let middle = middle(x, xEnd, y, yEnd) {
            compare(x, middle.x, y, middle.y)
            compare(middle.x, xEnd, middle.y, yEnd)
        } else {
            isMinimal = false
            replace(x..<xEnd, y..<yEnd)
        }
    }

    private mutating func replace(_ old: Range<Int>, _ new: Range<Int>) {
        for index in old { isRemoved[index] = true }
        for index in new { isAdded[index] = true }
    }

    /// Both ranges are not empty and differ at both ends, so the point is never a corner of the box.
    private mutating func middle(_ x0: Int, _ x1: Int, _ y0: Int, _ y1: Int) -> (x: Int, y: Int)? {
        let (lowest, highest) = (x0 - y1, x1 - y0)
        let (start, end) = (x0 - y0, x1 - y1)
        let isOdd = (start - end) & 1 != 0
        var (fLow, fHigh, bLow, bHigh) = (start, start, end, end)
        forward[start + origin] = x0
        backward[end + origin] = x1
        while true {
            budget -= (fHigh - fLow) + (bHigh - bLow) + 2
            if budget < 0 { return nil }
            if fLow > lowest {
                fLow -= 1
                forward[fLow - 1 + origin] = -1
            } else {
                fLow += 1
            }
            if fHigh < highest {
                fHigh += 1
                forward[fHigh + 1 + origin] = -1
            } else {
                fHigh -= 1
            }
            var diagonal = fHigh
            while diagonal >= fLow {
                let (below, above) = (forward[diagonal - 1 + origin], forward[diagonal + 1 + origin])
                var x = below < above ? above : below + 1
                var y = x - diagonal
                while x < x1, y < y1, a[x] == b[y] {
                    x += 1
                    y += 1
                }
                forward[diagonal + origin] = x
                if isOdd, bLow <= diagonal, diagonal <= bHigh, backward[diagonal + origin] <= x { return (x, y) }
                diagonal -= 2
            }
            if bLow > lowest {
                bLow -= 1
                backward[bLow - 1 + origin] = .max
            } else {
                bLow += 1
            }
            if bHigh < highest {
                bHigh += 1
                backward[bHigh + 1 + origin] = .max
            } else {
                bHigh -= 1
            }
            diagonal = bHigh
            while diagonal >= bLow {
                let (below, above) = (backward[diagonal - 1 + origin], backward[diagonal + 1 + origin])
                var x = below < above ? below : above - 1
                var y = x - diagonal
                while x > x0, y > y0, a[x - 1] == b[y - 1] {
                    x -= 1
                    y -= 1
                }
                backward[diagonal + origin] = x
                if !isOdd, fLow <= diagonal, diagonal <= fHigh, x <= forward[diagonal + origin] { return (x, y) }
                diagonal -= 2
            }
        }
    }
}
