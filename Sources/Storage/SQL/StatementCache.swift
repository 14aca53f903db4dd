import Synchronization

/// Statements that were read before, by text. Bounded: a program has a few hundred texts; whoever makes texts without end
/// pays with speed, not with memory.
final class StatementCache<Reading: Sendable>: Sendable {
    private static var most: Int { 2000 }
    private let readings = Mutex<[String: Reading]>([:])

    func reading(_ sql: String, _ read: (String) throws(StorageError) -> Reading) throws(StorageError) -> Reading {
        if let known = readings.withLock({ $0[sql] }) { return known }
        let reading = try read(sql)
        readings.withLock { readings in
            if readings.count >= Self.most { readings.removeAll(keepingCapacity: true) }
            readings[sql] = reading
        }
        return reading
    }
}
