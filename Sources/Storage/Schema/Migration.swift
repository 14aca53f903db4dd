/// One step of the database's history: forward only, in one transaction.
public struct Migration: Sendable {
    /// Ascending from 1 without gaps.
    public var number: Int
    public var name: String
    public var steps: [Step]

    public enum Step: Sendable {
        case sql(String)
        /// A table that is always reached by its primary key: SQLite keeps its rows in the key's own tree, so that one
        /// lookup finds them.
        case keyed(String)
        /// Rows of this table can be added and neither changed nor deleted: the driver writes the triggers.
        case appendOnly(table: String)
        /// Rows whose column is no longer null can neither be changed nor deleted.
        case sealed(table: String, by: String)
        /// Rows of this table change all the time: PostgreSQL clears away what they were before much earlier than usual.
        case busy(table: String)
    }

    public init(_ number: Int, _ name: String, _ steps: [Step]) {
        self.number = number
        self.name = name
        self.steps = steps
    }
}
