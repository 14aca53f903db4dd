public import Logging
public import Storage

/// A team's workspace: people, cases, scores and their history.
///
/// Everything here is asked for by a ``Member`` and answers within that member's organisation: what belongs to another
/// organisation is not found, exactly as what does not exist. Every change and its audit record are one transaction.
public struct Workspace: Sendable {
    public let database: any Database
    public let clock: Clock
    public let passwords: Passwords
    public let logger: Logger

    public init(
        database: any Database, clock: Clock = .system, passwords: Passwords = Passwords(), logger: Logger
    ) {
        self.database = database
        self.clock = clock
        self.passwords = passwords
        self.logger = logger
    }
}
