public import Logging
public import Storage
public import Workspace

/// The engine that runs the work: gives each task to the right person, keeps it from being done twice, and never loses it.
///
/// As in ``Workspace``, everything is asked for by a ``Member`` and answers within that member's organisation. Every
/// change and its audit record are one transaction, and an answer is given when that is on disk.
public struct Operations: Sendable {
    public let database: any Database
    public let clock: Clock
    public let plans: any WorkPlans
    public let due: any DueTimes
    public let logger: Logger

    public init(
        database: any Database, clock: Clock, plans: any WorkPlans, due: any DueTimes, logger: Logger
    ) {
        self.database = database
        self.clock = clock
        self.plans = plans
        self.due = due
        self.logger = logger
    }

    /// One command: all of it, or nothing, with everybody else's at the same time in one commit.
    func command<Answer: Sendable>(
        _ member: Member, _ body: @escaping @Sendable (Desk) throws -> Answer
    ) async throws -> Answer {
        let (now, plans, person) = (clock.now(), plans, member.person)
        do {
            return try await database.write(in: member.scope) { store in
                try body(Desk(store: store, now: now, actor: person, plans: plans))
            }
        } catch let refusal as ItemLife.Refusal {
            throw WorkspaceError.refused(refusal.problem, remedy: refusal.remedy)
        }
    }
}

extension ItemLife.Refusal {
    var problem: String {
        switch self {
        case .over(.cancelled): "This item was cancelled."
        case .over: "This item is done."
        case .notPended: "This item does not wait for the client."
        case .alreadyPended: "This item waits for the client."
        case .notWaiting: "This item waits for the rest of its lot."
        case .notDone: "This item is not done yet."
        case .noStage: "The work type has no such stage."
        }
    }

    var remedy: String {
        switch self {
        case .over: "Nothing more can be done with it; send it again as a new item if it must be done anew."
        case .notPended, .notDone: "Look at the item as it stands now."
        case .alreadyPended: "Resume it first."
        case .notWaiting: "It goes on by itself when the lot's sample is known."
        case .noStage: "Look at the stages of the version with which the item came."
        }
    }
}
