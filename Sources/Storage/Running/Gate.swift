import Synchronization

/// Counts who is at work with a database, so that closing can wait for them and refuse later ones.
final class Gate: Sendable {
    private struct State {
        var isOpen = true
        var running = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func enter() throws(StorageError) {
        let entered = state.withLock { state in
            if state.isOpen { state.running += 1 }
            return state.isOpen
        }
        if !entered { throw .closed }
    }

    func leave() {
        let waiting = state.withLock { state in
            state.running -= 1
            guard state.running == 0, !state.isOpen else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    var isOpen: Bool { state.withLock { $0.isOpen } }

    /// Lets nobody in any more and waits for those inside.
    func close() async {
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { state in
                state.isOpen = false
                if state.running > 0 { state.waiting.append(continuation) }
                return state.running == 0
            }
            if isEmpty { continuation.resume() }
        }
    }
}
