import Foundation
import Synchronization

/// Work that takes a processor for a while, a few pieces at a time and the rest in order, each on a thread of its own: those
/// of Dispatch and of Swift's tasks, one a processor, are what everybody else is answered on.
final class WorkThreads: Sendable {
    private struct State {
        var running = 0
        var waiting: [@Sendable () -> Void] = []
    }

    private let most: Int
    private let state = Mutex(State())

    init(atOnce most: Int) { self.most = most }

    func start(_ work: @escaping @Sendable () -> Void) {
        let isFree = state.withLock { state in
            if state.running == most {
                state.waiting.append(work)
                return false
            }
            state.running += 1
            return true
        }
        guard isFree else { return }
        Thread.detachNewThread {
            var next: (@Sendable () -> Void)? = work
            while let work = next {
                work()
                next = self.next()
            }
        }
    }

    /// What has waited longest; nil ends the thread.
    private func next() -> (@Sendable () -> Void)? {
        state.withLock { state in
            if state.waiting.isEmpty {
                state.running -= 1
                return nil
            }
            return state.waiting.removeFirst()
        }
    }
}
