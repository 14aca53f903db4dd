/// What the engine must know of one version of a work type.
public struct WorkPlan: Sendable {
    /// The type's key and the number of its version.
    public var type: String
    public var version: Int
    public var stages: StagePlan
    /// Microseconds for which somebody has a task before it returns, unless they say that they are at it.
    public var lease: Int64
    /// ISO 3166 codes; empty: anywhere.
    public var residency: [String]
    /// What is wrong with an entry (JSON), as a person reads it; empty where nothing is.
    public var faults: @Sendable (_ entry: String) throws -> [EntryFault]
    /// In which fields the first entry differs from the second, after normalisation.
    public var differences: @Sendable (_ entry: String, _ other: String) throws -> [EntryDifference]
    /// Whether an item is checked that `person` keyed.
    public var sampling: @Sendable (_ item: Int64, _ person: String) -> ItemLife.Sampling

    public init(
        type: String, version: Int, stages: StagePlan, lease: Int64, residency: [String],
        faults: @escaping @Sendable (String) throws -> [EntryFault],
        differences: @escaping @Sendable (String, String) throws -> [EntryDifference],
        sampling: @escaping @Sendable (Int64, String) -> ItemLife.Sampling
    ) {
        self.type = type
        self.version = version
        self.stages = stages
        self.lease = lease
        self.residency = residency
        self.faults = faults
        self.differences = differences
        self.sampling = sampling
    }
}

/// What is wrong with an entry, and where.
public struct EntryFault: Hashable, Sendable {
    /// `total`, `lines[3].amount`.
    public var path: String
    public var problem: String
    public var remedy: String

    public init(path: String, problem: String, remedy: String) {
        self.path = path
        self.problem = problem
        self.remedy = remedy
    }
}

/// A field in which one entry differs from another.
public struct EntryDifference: Hashable, Sendable {
    /// `total`, `lines[3].amount`.
    public var path: String
    /// The path without the rows' numbers: `lines.amount`.
    public var field: String
    public var kind: Kind
    public var isCritical: Bool

    /// What the first entry is beside the second: another value, none where there is one, one where there is none.
    public enum Kind: String, Hashable, Sendable { case wrong, missing, extra }

    public init(path: String, field: String, kind: Kind, isCritical: Bool) {
        self.path = path
        self.field = field
        self.kind = kind
        self.isCritical = isCritical
    }
}
