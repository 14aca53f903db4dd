/// What the statements of one transaction share on both databases: after a failure the transaction is dead, and when the
/// body has ended so have its statements.
///
/// PostgreSQL refuses every statement after a failed one, SQLite would go on. Both stop here: a body that swallows an
/// error must not keep half of what it meant. The first failure is what later statements and the transaction itself throw.
final class TransactionState {
    struct Notification: Hashable {
        var channel: String
        var payload: String
    }

    /// Of a notification's payload, in bytes of UTF-8; PostgreSQL's limit is 8,000 with the channel's name.
    static let payloadMost = 7000

    let isReading: Bool
    private(set) var failure: (any Error)?
    private(set) var notifications: [Notification] = []
    let tail = Tail()
    private var hasEnded = false
    /// Whether a statement was run that may have changed something, tables included.
    var hasWritten = false

    private let isCancelled: @Sendable () -> Bool

    /// - Parameter isCancelled: whether the caller has gone; a thread of our own knows no current task.
    init(isReading: Bool, isCancelled: @escaping @Sendable () -> Bool = { Task.isCancelled }) {
        self.isReading = isReading
        self.isCancelled = isCancelled
    }

    func attempt<Answer>(_ sql: String, _ work: () throws -> Answer) throws -> Answer {
        if let failure { throw failure }
        guard !hasEnded else {
            throw StorageError.statement(sql, reason: "its transaction has ended: statements must not leave their body")
        }
        do {
            if isCancelled() { throw CancellationError() }
            return try work()
        } catch {
            failure = error
            throw error
        }
    }

    /// Between the parts of a long statement.
    func checkCancelled() throws { if isCancelled() { throw CancellationError() } }

    /// Told once each, as PostgreSQL does.
    func notify(_ channel: String, _ payload: String) throws {
        try attempt("notify") {
            if isReading { throw StorageError.statement("notify", reason: Self.readsOnly) }
            guard payload.utf8.count <= Self.payloadMost, channel.utf8.count <= 500, !channel.contains("\n") else {
                throw StorageError.statement(
                    "notify",
                    reason: "a payload has at most \(Self.payloadMost) bytes and a channel's name 500 in one line")
            }
            _ = try Value.text(channel).storable()
            _ = try Value.text(payload).storable()
            let notification = Notification(channel: channel, payload: payload)
            if !notifications.contains(notification) { notifications.append(notification) }
        }
    }

    func atCommit<Addition>(
        _ key: String, _ value: Addition, _ work: @escaping (any Statements, [Addition]) throws -> Void
    ) throws {
        try attempt(key) {
            if isReading { throw StorageError.statement(key, reason: Self.readsOnly) }
            tail.add(key, value, work)
        }
    }

    /// Before the commit: throws what failed, even where the body swallowed it.
    func finish() throws {
        hasEnded = true
        if let failure { throw failure }
    }

    func end() { hasEnded = true }

    static let readsOnly = "a read changes nothing; use write"
}
