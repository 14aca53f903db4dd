/// What somebody is in an organisation. A person can have several.
public enum Role: String, Sendable, CaseIterable, Comparable {
    case administrator, analyst, evaluator, supervisor, clerk, auditor
    case partnerManager = "partner-manager"

    public static func < (a: Role, b: Role) -> Bool { a.rawValue < b.rawValue }

    /// What the role may do. Evaluators see the sheets they were invited to, and nothing of a case beside them.
    public var permissions: Set<Permission> {
        switch self {
        case .administrator:
            [.readCases, .changeCases, .moderate, .managePeople, .readAudit, .work, .supervise, .sendWork, .readWork]
        case .analyst: [.readCases, .changeCases, .moderate, .sendWork, .readWork]
        case .partnerManager: [.readCases, .readWork]
        case .auditor: [.readCases, .readAudit, .readWork]
        case .supervisor: [.work, .supervise, .sendWork, .readWork]
        case .clerk: [.work]
        case .evaluator: []
        }
    }
}

public enum Permission: String, Sendable, CaseIterable {
    case readCases, changeCases, moderate, managePeople, readAudit
    /// Do tasks that one is given; give them to others and say what work looks like; send items in; read them all.
    case work, supervise, sendWork, readWork

    /// "to change cases".
    public var words: String {
        switch self {
        case .readCases: "to read cases"
        case .changeCases: "to change cases"
        case .moderate: "to invite evaluators and open bids"
        case .managePeople: "to manage people"
        case .readAudit: "to read the audit log"
        case .work: "to do work items"
        case .supervise: "to supervise work"
        case .sendWork: "to send in work items"
        case .readWork: "to read work items"
        }
    }
}
