import CPostgreSQL
import Dispatch
import Foundation
import Logging
import Synchronization

/// A thread with a connection of its own, which takes jobs from the queue. Only this thread calls libpq on it, but for
/// the cancelling of a statement, which libpq allows from everywhere.
final class PostgreSQLWorker: Sendable {
    /// How often a write that collides is run again, and how long a caller's job may go on trying to connect.
    static let collisionsMost = 100

    private struct Current {
        var job: PostgreSQLJob?
        var cancel: OpaquePointer?
        var wasCancelled = false
    }

    private let address: PostgreSQLAddress
    private let queue: WorkQueue
    private let logger: Logger
    // The handle for cancelling is freed on this worker's thread only, within the lock.
    private let current = UncheckedMutex(Current())

    init(_ address: PostgreSQLAddress, queue: WorkQueue, logger: Logger) {
        self.address = address
        self.queue = queue
        self.logger = logger
    }

    /// - Parameter group: left when the thread ends.
    func start(in group: DispatchGroup) {
        group.enter()
        let thread = Thread { [self] in
            work()
            group.leave()
        }
        thread.name = "shoreline-pg"
        thread.stackSize = 4 << 20
        thread.start()
    }

    private func work() {
        var connection: PostgreSQLConnection?
        while let job = queue.next() {
            run(job, &connection)
            queue.done(job)
            if current.withLock({ $0.wasCancelled }) { drop(&connection) }
        }
        drop(&connection)
    }

    private func run(_ job: PostgreSQLJob, _ connection: inout PostgreSQLConnection?) {
        var collisions = 0
        var afterCollision = Backoff(first: .milliseconds(2), most: .milliseconds(250))
        var afterLoss = Backoff(first: .milliseconds(50), most: .seconds(1))
        while true {
            if job.cancellation.isCancelled { return job.giveUp(CancellationError()) }
            do {
                let open = try connect(&connection)
                begin(job)
                defer { end() }
                return try job.perform(open, job)
            } catch let fault as PostgreSQLFault {
                switch fault.remedy {
                case .again, .prepareAgain:
                    collisions += 1
                    if fault.remedy == .prepareAgain { connection?.forgetStatements() }
                    guard collisions < Self.collisionsMost else {
                        return job.giveUp(StorageError.busy)
                    }
                    queue.pause(afterCollision.wait())
                case .reconnect:
                    drop(&connection)
                    queue.note("\(fault.error)")
                    guard job.deadline > .now else { return job.giveUp(fault.error) }
                    queue.pause(afterLoss.wait())
                case .none:
                    if connection?.isAlive == false { drop(&connection) }
                    return job.giveUp(job.cancellation.isCancelled ? CancellationError() : fault.error)
                }
            } catch {
                if connection?.isAlive == false { drop(&connection) }
                return job.giveUp(job.cancellation.isCancelled ? CancellationError() : error)
            }
        }
    }

    private func connect(_ connection: inout PostgreSQLConnection?) throws -> PostgreSQLConnection {
        if let open = connection, open.isAlive { return open }
        drop(&connection)
        let open = try PostgreSQLConnection(address)
        connection = open
        current.withLock { $0.cancel = PQgetCancel(open.handle) }
        queue.note(nil)
        return open
    }

    private func drop(_ connection: inout PostgreSQLConnection?) {
        current.withLock { current in
            PQfreeCancel(current.cancel)
            current = Current()
        }
        connection = nil
    }

    private func begin(_ job: PostgreSQLJob) { current.withLock { $0.job = job } }
    private func end() { current.withLock { $0.job = nil } }

    /// Stops the statement of `job`, if it is this thread's. The connection is not used again: the wish might reach the
    /// server late and hit the next one's statement.
    func cancel(_ job: PostgreSQLJob) {
        current.withLock { current in
            guard current.job === job, let cancel = current.cancel else { return }
            current.wasCancelled = true
            var message = [CChar](repeating: 0, count: 256)
            _ = PQcancel(cancel, &message, Int32(message.count))
        }
    }
}
