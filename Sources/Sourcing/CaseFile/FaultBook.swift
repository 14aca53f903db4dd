import Notation

/// Collects faults while reading goes on, so that an author sees all of them at once.
final class FaultBook {
    private(set) var faults: [Fault] = []
    /// Beyond this many a list helps nobody, and a hostile file could make it as large as it likes.
    static let maximum = 200

    /// Suggestions take time; a full book needs none.
    var isFull: Bool { faults.count >= Self.maximum }

    func add(_ path: String, at position: Position?, _ problem: String, _ remedy: String? = nil) {
        guard !isFull else { return }
        faults.append(Fault(path: path, at: position, problem, remedy: remedy))
    }

    /// In the order of the lines; what has no place stands last, as it was found.
    var inOrder: [Fault] {
        faults.enumerated().sorted { a, b in
            guard let first = a.element.position else { return b.element.position == nil && a.offset < b.offset }
            guard let second = b.element.position else { return true }
            return (first.line, first.column, a.offset) < (second.line, second.column, b.offset)
        }.map(\.element)
    }
}
