import Notation

/// A number that was typed with a comma among keys: `price: 2,10` is a price of 2 and a key 10 without a value.
struct CommaNumber {
    let key: String
    let position: Position?
    let typed: String
    let meant: String

    /// Nil where it is no such thing.
    init?(_ entry: Tree.Entry, after before: Tree.Entry?) {
        guard let before, entry.value.isNull, !entry.key.isEmpty, entry.key.utf8.count <= 6,
            let whole = before.value.double, entry.key.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { return nil }
        key = before.key
        position = before.value.position
        typed = "\(plain(whole)),\(entry.key)"
        // Three digits are thousands, as they are elsewhere; any other number of them is a decimal comma.
        meant = entry.key.utf8.count == 3 ? "\(plain(whole))\(entry.key)" : "\(plain(whole)).\(entry.key)"
    }

    func note(in book: FaultBook, path: String) {
        book.add(
            path.appending(key: key), at: position, "“\(typed)” has a comma, which separates keys here.",
            "Write \(meant).")
    }
}
