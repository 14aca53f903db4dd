import CPostgreSQL
import Dispatch
import Foundation
import Logging
import Synchronization

/// Hears what all processes notify, on a connection and a thread of its own, and tells the listeners of this process.
///
/// One channel of PostgreSQL a schema carries all of ours, each message with its channel's name before it: names of ours
/// may be longer than PostgreSQL's, and a listener that comes or goes costs no statement.
final class PostgreSQLListener: Sendable {
    static let tell =
        "SELECT pg_notify('shoreline.' || md5(current_schema()), ?1)"

    static func message(_ told: TransactionState.Notification) -> String { "\(told.channel)\n\(told.payload)" }

    private let address: PostgreSQLAddress
    private let listeners: Listeners
    private let logger: Logger
    private let isStopped = Mutex(false)
    /// A pipe whose end wakes the thread.
    private let wake: (reading: Int32, writing: Int32)

    init(_ address: PostgreSQLAddress, listeners: Listeners, logger: Logger) throws {
        self.address = address
        self.listeners = listeners
        self.logger = logger
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw StorageError.unreachable("There are too many open files.") }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        wake = (ends[0], ends[1])
    }

    deinit {
        close(wake.reading)
        close(wake.writing)
    }

    /// Listens already when this returns.
    func start(with connection: PostgreSQLConnection, in group: DispatchGroup) throws {
        try listen(connection)
        let first = UncheckedBox(connection)
        group.enter()
        let thread = Thread { [self] in
            work(first.value)
            group.leave()
        }
        thread.name = "shoreline-pg-ear"
        thread.start()
    }

    func stop() {
        isStopped.withLock { $0 = true }
        var byte: UInt8 = 1
        _ = write(wake.writing, &byte, 1)
    }

    private var goesOn: Bool { isStopped.withLock { !$0 } }

    private func listen(_ connection: PostgreSQLConnection) throws {
        try connection.run(
            "DO $$ BEGIN EXECUTE format('LISTEN %I', 'shoreline.' || md5(current_schema())); END $$")
    }

    private func work(_ first: PostgreSQLConnection?) {
        var connection = first
        var backoff = Backoff(first: .milliseconds(50), most: .seconds(2))
        while goesOn {
            if let open = connection {
                hear(open)
                connection = nil
                if goesOn { logger.warning("The connection that listens to PostgreSQL was lost.") }
                continue
            }
            do {
                let open = try PostgreSQLConnection(address)
                try listen(open)
                connection = open
                backoff.reset()
                listeners.tellAllMissed()
            } catch {
                rest(backoff.wait())
            }
        }
    }

    /// Returns when the connection is lost or the listener stopped.
    private func hear(_ connection: PostgreSQLConnection) {
        while goesOn {
            guard PQconsumeInput(connection.handle) == 1 else { return }
            while let notification = PQnotifies(connection.handle) {
                tell(String(cString: notification.pointee.extra))
                PQfreemem(notification)
            }
            guard connection.isAlive else { return }
            var sources = [
                pollfd(fd: PQsocket(connection.handle), events: Int16(POLLIN), revents: 0),
                pollfd(fd: wake.reading, events: Int16(POLLIN), revents: 0),
            ]
            poll(&sources, 2, -1)
        }
    }

    private func tell(_ message: String) {
        guard let end = message.firstIndex(of: "\n") else { return }
        listeners.tell(String(message[..<end]), String(message[message.index(after: end)...]))
    }

    private func rest(_ duration: Duration) {
        var source = pollfd(fd: wake.reading, events: Int16(POLLIN), revents: 0)
        poll(&source, 1, Int32(duration / .milliseconds(1)))
    }
}

/// Hands a value that one thread at a time uses to the next thread.
///
/// Unchecked, because the giver must not use it any more and the compiler cannot see that it does not.
struct UncheckedBox<Value>: @unchecked Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
}
