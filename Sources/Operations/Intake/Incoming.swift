/// Items that come together: accepted whole, or not at all, unless the sender says that the good ones shall be taken.
public struct IncomingBatch: Hashable, Sendable {
    /// The sender's own name for this delivery: sent again with it, it gets the first answer.
    public var key: String
    /// What people call it: the file's name.
    public var name: String
    /// The work type's key.
    public var type: String
    public var items: [IncomingItem]
    /// Of those lines that could not even be read.
    public var faults: [RowFault]
    /// Take the good items although others are faulty.
    public var takesGood: Bool

    public init(
        key: String, name: String, type: String, items: [IncomingItem], faults: [RowFault] = [], takesGood: Bool = false
    ) {
        self.key = key
        self.name = name
        self.type = type
        self.items = items
        self.faults = faults
        self.takesGood = takesGood
    }
}

public struct IncomingItem: Hashable, Sendable {
    /// Where it stood in what came, from 1.
    public var row: Int
    /// The client's own name for it; one that came before is not taken twice.
    public var clientKey: String?
    /// ISO 639; empty: any.
    public var language: String
    /// From 0, the most urgent, to 9.
    public var priority: Int
    /// What is known of it already, as JSON with one way to write it; nil where nothing is.
    public var source: String?
    /// Microseconds since 1970 at which its clock began; nil: when it came in.
    public var receivedAt: Int64?

    public init(
        row: Int, clientKey: String? = nil, language: String = "", priority: Int = 5, source: String? = nil,
        receivedAt: Int64? = nil
    ) {
        self.row = row
        self.clientKey = clientKey
        self.language = language
        self.priority = priority
        self.source = source
        self.receivedAt = receivedAt
    }
}

/// What is wrong with a row of what came.
public struct RowFault: Hashable, Sendable {
    /// From 1; 0 for the whole of it.
    public var row: Int
    public var fault: EntryFault

    public init(row: Int, fault: EntryFault) {
        self.row = row
        self.fault = fault
    }
}

/// What became of a batch.
public struct BatchReceipt: Hashable, Sendable {
    /// Within the organisation, from 1; nil where nothing was taken.
    public var batch: Int64?
    /// The number of the first new item; those that follow have the next ones.
    public var first: Int64
    public var accepted: Int
    /// Items that had come before, by their client's key or, without one, by their content.
    public var repeated: Int
    /// All of them, in the order of the rows. With none taken, nothing is kept.
    public var faults: [RowFault]
    /// The same batch had come before: this is what was answered then.
    public var isRepeated: Bool

    public var refused: Int { Set(faults.map(\.row)).count }
}
