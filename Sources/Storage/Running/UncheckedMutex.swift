import Foundation

/// A lock around a value that the compiler does not let into a `Mutex`, because it holds a pointer of C.
///
/// Unchecked, because the lock guards every use of the value.
final class UncheckedMutex<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) { self.value = value }

    func withLock<Answer>(_ work: (inout Value) throws -> Answer) rethrows -> Answer {
        try lock.withLock { try work(&value) }
    }
}
