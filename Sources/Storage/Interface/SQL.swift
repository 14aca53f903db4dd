import Synchronization

/// The text of a statement that the program runs very often, made once (`static let`): a connection finds what it prepared
/// for it by a number, without reading the text again.
public final class SQL: Sendable {
    public let text: String
    /// Of this object, counted from 0.
    let number: Int
    private let scopeFault: StorageError?

    private static let count = Atomic<Int>(0)

    public init(_ text: String) {
        self.text = text
        number = Self.count.wrappingAdd(1, ordering: .relaxed).oldValue
        do throws(StorageError) {
            try ScopeReader(text).check()
            scopeFault = nil
        } catch {
            scopeFault = error
        }
    }

    /// As ``ScopeRule/check(_:)``.
    func checkScope() throws(StorageError) { if let scopeFault { throw scopeFault } }
}
