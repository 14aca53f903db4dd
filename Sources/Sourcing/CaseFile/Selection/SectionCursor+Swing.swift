import Notation

extension SectionCursor {
    /// Swing points: a number or {low, high}.
    ///
    /// - Parameter quietly: notes no fault.
    func swing(_ key: String, quietly: Bool = false) -> Evaluation.SwingRange? {
        guard let tree = tree(key) else { return nil }
        let book = quietly ? FaultBook() : book
        func fault(_ key: String, _ problem: String, _ remedy: String) {
            book.add(path(key), at: tree.position, problem, remedy)
        }
        let reader = NumberReader(measure: Measure(.bare), path: path(key), book: book)
        guard let entries = tree.entries else { return reader.bounded(tree).map { .init(low: $0, high: $0) } }
        for entry in entries where !["low", "high"].contains(entry.key) {
            fault(key, "\(entry.key.quoted) is not a key of a weight.", "Its keys are low and high.")
            return nil
        }
        guard let low = tree["low"], let high = tree["high"] else {
            fault(key, "A range of points has low and high.", "Write for example { low: 60, high: 90 }.")
            return nil
        }
        guard let least = reader.bounded(low), let most = reader.bounded(high) else { return nil }
        guard least <= most else {
            fault(key, "low \(plain(least)) is more than high \(plain(most)).", "Swap them.")
            return nil
        }
        return .init(low: least, high: most)
    }
}
