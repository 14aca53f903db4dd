import Synchronization

/// Counts who is at work with a database, so that closing can wait for them and refuse later ones.
///
/// Every request passes it, on every thread: the count is one atomic number, which holds in its lowest bit that the gate
/// is shut and above it how many are inside.
final class Gate: Sendable {
    private static let shut = 1
    private static let one = 2
    private let state = Atomic<Int>(0)
    private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

    func enter() throws(StorageError) {
        let before = state.wrappingAdd(Self.one, ordering: .acquiringAndReleasing).oldValue
        guard before & Self.shut != 0 else { return }
        leave()
        throw .closed
    }

    func leave() {
        let now = state.wrappingSubtract(Self.one, ordering: .acquiringAndReleasing).newValue
        if now == Self.shut { wake() }
    }

    var isOpen: Bool { state.load(ordering: .acquiring) & Self.shut == 0 }

    /// Lets nobody in any more and waits for those inside.
    func close() async {
        await withCheckedContinuation { continuation in
            waiting.withLock { $0.append(continuation) }
            let now = state.bitwiseOr(Self.shut, ordering: .acquiringAndReleasing).newValue
            // Whoever leaves last finds the gate shut and wakes; with nobody inside that is this one.
            if now == Self.shut { wake() }
        }
    }

    private func wake() {
        let continuations = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        for continuation in continuations { continuation.resume() }
    }
}
