import Storage

/// A long piece of work on a version of a case.
public struct Job: Sendable, Hashable {
    public enum State: String, Sendable { case waiting, running, done, cancelled, failed }

    public var id: String
    public var caseID: String
    public var version: Int
    public var kind: String
    public var trials: Int
    public var seed: UInt64
    public var state: State
    /// Trials that are done.
    public var done: Int
    /// JSON, once it is done.
    public var result: String?
    public var problem: String?
    public var createdBy: String
    public var createdAt: Int64
    public var endedAt: Int64?

    init(_ row: Row) throws {
        id = try row.text("id")
        caseID = try row.text("case_id")
        version = Int(try row.integer("version"))
        kind = try row.text("kind")
        trials = Int(try row.integer("trials"))
        seed = UInt64(bitPattern: try row.integer("seed"))
        state = State(rawValue: try row.text("state")) ?? .failed
        done = Int(try row.integer("done"))
        result = try row.optionalText("result")
        problem = try row.optionalText("problem")
        createdBy = try row.text("created_by")
        createdAt = try row.integer("created_at")
        endedAt = try row.optionalInteger("ended_at")
    }

    public var isOpen: Bool { state == .waiting || state == .running }
}
