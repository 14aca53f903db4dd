import Storage

/// Everything that eligibility depends on: who may be given a task is decided by its pool alone, so that a claim looks at
/// the heads of a few queues and never searches a mixed one.
public struct Pool: Hashable, Sendable {
    /// The work type's key.
    public var type: String
    public var stage: StagePlan.Kind
    public var skill: String
    /// Empty: any.
    public var language: String
    /// By whose people it must be done (a partner, or the client itself); empty: anybody's.
    public var employer: String
    /// Countries in which it may be done, in alphabetical order; empty: anywhere.
    public var residency: [String]

    public init(
        type: String, stage: StagePlan.Kind, skill: String, language: String, employer: String, residency: [String]
    ) {
        self.type = type
        self.stage = stage
        self.skill = skill
        self.language = language
        self.employer = employer
        self.residency = residency.sorted()
    }

    init(_ row: Row) throws {
        let stage = StagePlan.Kind(rawValue: try row.text("stage"))
        guard let stage else { throw StorageError.damaged("a pool has no stage") }
        self.init(
            type: try row.text("type"), stage: stage, skill: try row.text("skill"),
            language: try row.text("language"), employer: try row.text("employer"),
            residency: try row.text("residency").split(separator: " ").map(String.init))
    }

    /// What somebody lacks for the tasks of a pool.
    public enum Lack: Hashable, Sendable, Comparable {
        case skill(String), language(String), employer(String), country([String])

        private var order: Int {
            switch self {
            case .skill: 0
            case .language: 1
            case .employer: 2
            case .country: 3
            }
        }

        public static func < (a: Lack, b: Lack) -> Bool {
            a.order != b.order ? a.order < b.order : "\(a)" < "\(b)"
        }
    }

    /// - Returns: the first thing that is lacking; nil where the operator is eligible.
    public func lack(of person: Operator) -> Lack? {
        if !person.skills.contains(skill) { return .skill(skill) }
        if !language.isEmpty, !person.languages.contains(language) { return .language(language) }
        if !employer.isEmpty, person.employer != employer { return .employer(employer) }
        if !residency.isEmpty, !residency.contains(person.country) { return .country(residency) }
        return nil
    }
}
