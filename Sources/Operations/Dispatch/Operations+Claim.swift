import Storage
public import Workspace

/// A task that somebody has, with all they need to do it.
public struct WorkInHand: Hashable, Sendable {
    public var task: TaskID
    /// Goes with every beat, save and completion; whoever gets the task next has a higher one.
    public var lease: Int64
    /// Microseconds since 1970 at which it returns, unless they say that they are at it.
    public var until: Int64
    /// The work type's key, and the version with which the item came.
    public var type: String
    public var version: Int
    public var stage: StagePlan.Kind
    public var clientKey: String?
    public var language: String
    public var batch: Int64
    public var receivedAt: Int64
    public var due: Int64
    public var priority: Int
    /// What came with the item, as JSON; nil where nothing did.
    public var source: String?
    /// What was saved in this seat under an earlier lease, by this person, as JSON.
    public var draft: String?
}

public enum ClaimAnswer: Hashable, Sendable {
    case work(WorkInHand)
    case nothing([WhyNothing])
}

/// Why somebody gets nothing although something waits.
public enum WhyNothing: Hashable, Sendable {
    /// So many need a second person: they worked on the item already.
    case secondPerson(Int)
    case lacking(Pool.Lack, Int)
    /// The work type was stopped by a supervisor.
    case stopped(type: String, Int)
    /// Somebody else has them at the moment.
    case inHand(Int)
    case pended(Int)

    /// "3 wait for a second person".
    public var words: String {
        func items(_ count: Int, _ one: String, _ many: String) -> String {
            "\(count) \(count == 1 ? one : many)"
        }
        return switch self {
        case .secondPerson(let count): items(count, "waits", "wait") + " for a second person"
        case .lacking(.skill(let skill), let count): items(count, "needs", "need") + " the skill \(skill)"
        case .lacking(.language(let language), let count): items(count, "needs", "need") + " the language \(language)"
        case .lacking(.employer(let employer), let count):
            items(count, "is", "are") + " for the people of \(employer)"
        case .lacking(.country(let countries), let count):
            items(count, "must", "must") + " be done in \(countries.joined(separator: " or "))"
        case .stopped(let type, let count): items(count, "waits", "wait") + ": \(type) is stopped"
        case .inHand(let count): items(count, "is", "are") + " being done by others"
        case .pended(let count): items(count, "waits", "wait") + " for the client"
        }
    }
}

extension Operations {
    /// The next task for somebody: of all that they may do the one that is due first, then the more urgent, then the older.
    ///
    /// - Returns: what to do, or why there is nothing to do.
    public func claim(as member: Member) async throws -> ClaimAnswer {
        try member.require(.work)
        try member.requireOperating()
        let claimed = try await command(member) { try $0.claim() }
        if let claimed { return .work(claimed) }
        return .nothing(try await whyNothing(member))
    }

    /// In the order of how many it concerns.
    func whyNothing(_ member: Member) async throws -> [WhyNothing] {
        let person = member.person
        return try await database.read(in: member.scope) { try WaitingReasons(store: $0).reasons(for: person) }
    }
}

extension Desk {
    func claim() throws -> WorkInHand? {
        guard let row = try queue.next(for: actor) else { return nil }
        let task = try OpenTask(row)
        let type = try row.text("type")
        let version = Int(try row.integer("version"))
        let plan = try plans.plan(type, version, store)
        let step = try hand(task, to: actor, plan)
        try note("item.claim", task.id.item, "\(step.kind.rawValue) \(task.id), lease \(task.fence)")
        return WorkInHand(
            task: task.id, lease: task.fence, until: now + plan.lease, type: type, version: version, stage: step.kind,
            clientKey: try row.optionalText("client_key"), language: try row.text("language"),
            batch: try row.integer("batch"), receivedAt: try row.integer("received_at"), due: task.due,
            priority: task.priority, source: try row.optionalText("entry"),
            draft: task.fence > 1 ? try DraftTable(store: store).last(of: task.id, by: actor) : nil)
    }
}
