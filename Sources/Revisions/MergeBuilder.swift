/// Puts the changes of two sides in order and joins those that touch.
struct MergeBuilder {
    let base: [String]
    let mine: [String]
    let theirs: [String]
    let budget: Int

    func pieces() -> [ThreeWayMerge.Piece] {
        let left = EditScript(from: base, to: mine, budget: budget).changes
        let right = EditScript(from: base, to: theirs, budget: budget).changes
        var pieces: [ThreeWayMerge.Piece] = []
        var (i, j) = (0, 0)
        // How far each side's line numbers are ahead of the base's.
        var (shiftMine, shiftTheirs) = (0, 0)
        var place = 0
        var number = 0
        while i < left.count || j < right.count {
            let start = min(
                i < left.count ? left[i].old.lowerBound : .max, j < right.count ? right[j].old.lowerBound : .max)
            var end = start
            let (firstMine, firstTheirs) = (start + shiftMine, start + shiftTheirs)
            var hasGrown = true
            while hasGrown {
                hasGrown = false
                while i < left.count, left[i].old.lowerBound <= end {
                    end = max(end, left[i].old.upperBound)
                    shiftMine += left[i].new.count - left[i].old.count
                    i += 1
                    hasGrown = true
                }
                while j < right.count, right[j].old.lowerBound <= end {
                    end = max(end, right[j].old.upperBound)
                    shiftTheirs += right[j].new.count - right[j].old.count
                    j += 1
                    hasGrown = true
                }
            }
            if start > place { pieces.append(.settled(base[place..<start].joined(), .base)) }
            let parts = (
                base[start..<end].joined(), mine[firstMine..<end + shiftMine].joined(),
                theirs[firstTheirs..<end + shiftTheirs].joined()
            )
            let piece = Self.piece(parts.0, parts.1, parts.2, line: start + 1, number: number + 1)
            if case .conflict = piece { number += 1 }
            pieces.append(piece)
            place = end
        }
        if place < base.count { pieces.append(.settled(base[place...].joined(), .base)) }
        return pieces
    }

    private static func piece(
        _ base: String, _ mine: String, _ theirs: String, line: Int, number: Int
    ) -> ThreeWayMerge.Piece {
        if mine == theirs { return .settled(mine, .both) }
        if theirs == base { return .settled(mine, .mine) }
        if mine == base { return .settled(theirs, .theirs) }
        return .conflict(
            MergeConflict(
                number: number, line: line, base: base, mine: mine, theirs: theirs, reason: .bothChanged))
    }
}
