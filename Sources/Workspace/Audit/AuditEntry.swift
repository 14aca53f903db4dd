import Notation
import Storage

/// One line of an organisation's audit log.
public struct AuditEntry: Sendable, Hashable {
    /// From 1, without gaps.
    public var number: Int
    public var at: Int64
    /// The person's id, or `system`.
    public var actor: String
    /// `case.save`, `person.invite`, …
    public var action: String
    /// Id of what it was done to.
    public var subject: String
    /// What a reader should know, in words; never a password, a secret or a score that is still blind.
    public var detail: String
    public var previous: String
    public var hash: String

    /// Stands before the first.
    public static let start = String(repeating: "0", count: 64)

    init(_ row: Row) throws {
        number = Int(try row.integer("number"))
        at = try row.integer("at")
        actor = try row.text("actor")
        action = try row.text("action")
        subject = try row.text("subject")
        detail = try row.text("detail")
        previous = try row.text("previous")
        hash = try row.text("hash")
    }

    /// SHA-256 over the entry and the hash before it, in a form with one way to write it (a JSON list).
    static func hash(
        organisation: String, number: Int, at: Int64, actor: String, action: String, subject: String, detail: String,
        previous: String
    ) -> String {
        let parts: [String] = [
            organisation, String(number), String(at), actor, action, subject, detail, previous,
        ]
        return Secrets.hash(JSONWriter.text(.list(parts.map { .text($0) })))
    }

    func recomputed(organisation: String) -> String {
        Self.hash(
            organisation: organisation, number: number, at: at, actor: actor, action: action, subject: subject,
            detail: detail, previous: previous)
    }
}
