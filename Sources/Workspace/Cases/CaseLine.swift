import Storage

/// A case, without its text.
public struct CaseLine: Sendable, Hashable {
    public var id: String
    public var title: String
    /// Whose work it is about.
    public var client: String
    /// Names of the functions.
    public var functions: [String]
    /// The number of the version that stands.
    public var head: Int
    public var createdAt: Int64
    public var changedAt: Int64
    /// The person's id.
    public var changedBy: String
    public var isArchived: Bool

    init(_ row: Row) throws {
        id = try row.text("id")
        title = try row.text("title")
        client = try row.text("client")
        functions = try row.text("functions").split(separator: "\n").map(String.init)
        head = Int(try row.integer("head"))
        createdAt = try row.integer("created_at")
        changedAt = try row.integer("changed_at")
        changedBy = try row.text("changed_by")
        isArchived = try row.optionalInteger("archived_at") != nil
    }
}

/// One version of a case: never changed once it is written.
public struct CaseVersion: Sendable, Hashable {
    public var caseID: String
    /// From 1.
    public var number: Int
    public var text: String
    /// SHA-256 of the text.
    public var digest: String
    public var note: String
    public var author: String
    public var createdAt: Int64
    /// The version that was restored with this one.
    public var restored: Int?

    init(_ row: Row, text: String? = nil) throws {
        caseID = try row.text("case_id")
        number = Int(try row.integer("number"))
        self.text = try text ?? row.text("text")
        digest = try row.text("digest")
        note = try row.text("note")
        author = try row.text("author")
        createdAt = try row.integer("created_at")
        restored = try row.optionalInteger("restored").map { Int($0) }
    }
}
