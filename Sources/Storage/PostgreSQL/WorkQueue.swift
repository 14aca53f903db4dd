import Dispatch
import Foundation

/// Jobs that wait for a connection, first come first served. Whoever waits too long is told so.
///
/// Unchecked, because the condition guards everything in it and the compiler does not know.
final class WorkQueue: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [PostgreSQLJob] = []
    /// One that writes and one that is next: more would only wait for the lock, on connections that reads could use.
    private static let writesMost = 2
    private var writes = 0
    private var isClosed = false
    private var isWatching = false
    private var trouble: String?

    func add(_ job: PostgreSQLJob) {
        let isLate = condition.withLock {
            if isClosed { return true }
            jobs.append(job)
            condition.signal()
            watch()
            return false
        }
        if isLate { job.giveUpWaiting(StorageError.closed) }
    }

    /// Waits for a job; nil when the queue is closed.
    func next() -> PostgreSQLJob? {
        condition.withLock {
            while true {
                while let place = jobs.firstIndex(where: { $0.isReading || writes < Self.writesMost }) {
                    let job = jobs.remove(at: place)
                    if job.take() {
                        if !job.isReading { writes += 1 }
                        return job
                    }
                }
                if isClosed { return nil }
                condition.wait()
            }
        }
    }

    /// After a job that ``next()`` gave.
    func done(_ job: PostgreSQLJob) {
        if job.isReading { return }
        condition.withLock {
            writes -= 1
            if !jobs.isEmpty { condition.signal() }
        }
    }

    /// Waits, but not beyond the closing of the queue.
    func pause(_ duration: Duration) {
        let end = Date(timeIntervalSinceNow: duration / .seconds(1))
        condition.withLock {
            while !isClosed, condition.wait(until: end), Date() < end {}
        }
        // A job that came meanwhile may have waked us instead of an idle thread.
        condition.withLock { if !jobs.isEmpty { condition.signal() } }
    }

    func close() {
        condition.withLock {
            isClosed = true
            condition.broadcast()
        }
    }

    /// Why there is no connection; nil when there is one.
    func note(_ reason: String?) { condition.withLock { trouble = reason } }

    /// One timer while anybody waits, not one a job. Within the lock.
    private func watch() {
        guard !isWatching, let first = jobs.first else { return }
        isWatching = true
        let wait = max(first.deadline - .now, .milliseconds(10)) / .milliseconds(1)
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(wait))) { [weak self] in self?.expire() }
    }

    private func expire() {
        let (late, reason) = condition.withLock {
            let late = jobs.filter { $0.deadline <= .now }
            jobs.removeAll { $0.deadline <= .now }
            isWatching = false
            watch()
            return (late, trouble)
        }
        for job in late { job.giveUpWaiting(reason.map { StorageError.unreachable($0) } ?? StorageError.busy) }
    }
}
