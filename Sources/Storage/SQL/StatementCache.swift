import Synchronization

/// Statements that were read before, by text. Bounded: a program has a few hundred texts; whoever makes texts without end
/// pays with speed, not with memory.
final class StatementCache<Reading: Sendable>: Sendable {
    /// A text whose hash is known, so that nothing is hashed while others wait.
    private struct Key: Hashable {
        let text: String
        let hash: Int

        init(_ text: String) {
            self.text = text
            hash = text.hashValue
        }

        func hash(into hasher: inout Hasher) { hasher.combine(hash) }
    }

    private static var most: Int { 2000 }
    private let readings = Mutex<[Key: Reading]>([:])

    func reading(_ sql: String, _ read: (String) throws(StorageError) -> Reading) throws(StorageError) -> Reading {
        let key = Key(sql)
        if let known = readings.withLock({ $0[key] }) { return known }
        let reading = try read(sql)
        readings.withLock { readings in
            if readings.count >= Self.most { readings.removeAll(keepingCapacity: true) }
            readings[key] = reading
        }
        return reading
    }
}
