import Synchronization

/// What tasks of a test tell each other: a count, and that it is over.
final class Progress: Sendable {
    private let number = Atomic<Int>(0)
    private let over = Atomic<Bool>(false)

    var count: Int { number.load(ordering: .acquiring) }
    func add() { number.wrappingAdd(1, ordering: .acquiringAndReleasing) }
    var isOver: Bool { over.load(ordering: .acquiring) }
    func end() { over.store(true, ordering: .releasing) }
}
