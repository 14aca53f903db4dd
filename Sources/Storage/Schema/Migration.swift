/// One step of the database's history: forward only, in one transaction.
public struct Migration: Sendable {
    /// Ascending from 1 without gaps.
    public var number: Int
    public var name: String
    public var steps: [Step]

    public enum Step: Sendable {
        case sql(String)
        /// Rows of this table can be added and neither changed nor deleted: the driver writes the triggers.
        case appendOnly(table: String)
    }

    public init(_ number: Int, _ name: String, _ steps: [Step]) {
        self.number = number
        self.name = name
        self.steps = steps
    }
}
