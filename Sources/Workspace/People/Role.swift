/// What somebody is in an organisation. A person can have several.
public enum Role: String, Sendable, CaseIterable, Comparable {
    case administrator, analyst, evaluator, supervisor, clerk, auditor
    case partnerManager = "partner-manager"

    public static func < (a: Role, b: Role) -> Bool { a.rawValue < b.rawValue }

    /// What the role may do. Evaluators see the sheets they were invited to, and nothing of a case beside them.
    public var permissions: Set<Permission> {
        switch self {
        case .administrator: [.readCases, .changeCases, .moderate, .managePeople, .readAudit]
        case .analyst: [.readCases, .changeCases, .moderate]
        case .partnerManager: [.readCases]
        case .auditor: [.readCases, .readAudit]
        case .evaluator, .supervisor, .clerk: []
        }
    }
}

public enum Permission: String, Sendable, CaseIterable {
    case readCases, changeCases, moderate, managePeople, readAudit

    /// "to change cases".
    public var words: String {
        switch self {
        case .readCases: "to read cases"
        case .changeCases: "to change cases"
        case .moderate: "to invite evaluators and open bids"
        case .managePeople: "to manage people"
        case .readAudit: "to read the audit log"
        }
    }
}
