/// What differs between two texts, line by line.
///
/// Weakness: it knows nothing of what lines mean; a key that moved shows as removed and added. `MeaningDifference` is for
/// that. Ends of lines (CR LF or LF) do not count.
public struct LineDifference: Sendable {
    /// Lines are counted from 0; one of the two ranges may be empty, never both.
    public struct Change: Hashable, Sendable {
        public var old: Range<Int>
        public var new: Range<Int>
    }

    public let old: [String]
    public let new: [String]
    /// In the order of the lines.
    public let changes: [Change]
    /// False where the texts were too different to find the fewest changes within the budget: a part of them is then
    /// shown as replaced as a whole. The changes are right all the same.
    public let isMinimal: Bool

    /// About a second of work.
    public static let stepsMaximum = 400_000_000

    public init(from old: String, to new: String, stepsMaximum: Int = stepsMaximum) {
        self.old = LineEndings.lines(LineEndings.unified(old)).map(LineEndings.content)
        self.new = LineEndings.lines(LineEndings.unified(new)).map(LineEndings.content)
        let script = EditScript(from: self.old, to: self.new, budget: stepsMaximum)
        changes = script.changes.map { Change(old: $0.old, new: $0.new) }
        isMinimal = script.isMinimal
    }

    public var removedCount: Int { changes.reduce(0) { $0 + $1.old.count } }
    public var addedCount: Int { changes.reduce(0) { $0 + $1.new.count } }
}

extension LineDifference {
    /// A piece of a line; what differs from the line beside it is marked.
    public struct Segment: Hashable, Sendable {
        public var text: String
        public var isChanged: Bool
    }

    public struct Line: Hashable, Sendable {
        /// From 1.
        public var number: Int
        public var segments: [Segment]
        public var text: String { segments.map(\.text).joined() }
    }

    /// Two lines side by side. Kept: both, alike. Changed: both. Removed: only old. Added: only new.
    public struct Row: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable { case kept, changed, removed, added }
        public var kind: Kind
        public var old: Line?
        public var new: Line?
    }

    /// Changes that stand close together, with the lines around them.
    public struct Hunk: Hashable, Sendable {
        public var rows: [Row]
        /// The first line of each side, from 1.
        public var oldStart: Int
        public var newStart: Int
    }

    /// - Parameter context: lines that are shown before and after a change.
    public func hunks(context: Int = 3) -> [Hunk] {
        var groups: [[Change]] = []
        for change in changes {
            if let last = groups.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
                groups[groups.count - 1].append(change)
            } else {
                groups.append([change])
            }
        }
        return groups.compactMap { hunk($0, context: context) }
    }

    private func hunk(_ group: [Change], context: Int) -> Hunk? {
        guard let first = group.first, let last = group.last else { return nil }
        let lead = min(context, first.old.lowerBound)
        var (x, y) = (first.old.lowerBound - lead, first.new.lowerBound - lead)
        var hunk = Hunk(rows: [], oldStart: x + 1, newStart: y + 1)
        func keep(until end: Int) {
            while x < end {
                let segments = [Segment(text: old[x], isChanged: false)]
                hunk.rows.append(
                    Row(
                        kind: .kept, old: Line(number: x + 1, segments: segments),
                        new: Line(number: y + 1, segments: segments)))
                x += 1
                y += 1
            }
        }
        for change in group {
            keep(until: change.old.lowerBound)
            hunk.rows += rows(change)
            (x, y) = (change.old.upperBound, change.new.upperBound)
        }
        keep(until: min(old.count, last.old.upperBound + context))
        return hunk
    }

    private func rows(_ change: Change) -> [Row] {
        LinePairs.between(Array(old[change.old]), Array(new[change.new])).map { pair in
            let (before, after) = (
                pair.old.map { $0 + change.old.lowerBound }, pair.new.map { $0 + change.new.lowerBound }
            )
            guard let before else {
                return Row(kind: .added, old: nil, new: after.map { whole(new, $0) })
            }
            guard let after else { return Row(kind: .removed, old: whole(old, before), new: nil) }
            let words = WordDifference.between(old[before], new[after])
            return Row(
                kind: .changed, old: Line(number: before + 1, segments: words.old),
                new: Line(number: after + 1, segments: words.new))
        }
    }

    private func whole(_ lines: [String], _ index: Int) -> Line {
        Line(number: index + 1, segments: [Segment(text: lines[index], isChanged: false)])
    }
}
