/// What kind of work a function is. The kind chooses the published ranges for what a case leaves out.
public enum FunctionKind: String, Hashable, Sendable, CaseIterable {
    case dataEntry = "data-entry"
    case documentProcessing = "document-processing"
    case administrativeSupport = "administrative-support"
    case callCentre = "call-centre"
    case finance
    case it
    case other
}

public enum DataSensitivity: String, Hashable, Sendable, CaseIterable {
    case none, internalOnly = "internal", personal, financial, health
}

/// A business function that someone must perform. Rates are fractions, times minutes, money the client's currency.
public struct BusinessFunction: Hashable, Sendable {
    public var name: String
    public var title: String?
    public var kind: FunctionKind
    /// What one item is called in prose, e.g. "invoice". "item" where the case leaves it out.
    public var item: String?
    /// Items a month, in month 1.
    public var volumePerMonth: Stated
    /// Growth of the volume a year.
    public var growthPerYear: Stated?
    /// Twelve factors from January to December; scaled to the mean 1.
    public var seasonality: [Double]?
    /// Minutes of work an item takes a practised team.
    public var handleTime: Stated
    /// As written, e.g. `Mon-Fri 08:00-18:00`.
    public var serviceHours: String?
    /// ISO 639-1.
    public var languages: [String]
    public var sensitivity: DataSensitivity?
    /// Wrong items over all items at a practised team, a fraction.
    public var errorRate: Stated?
    /// What one wrong item costs the client.
    public var errorCost: Stated?
    /// Minutes of work to mend one wrong item.
    public var reworkTime: Stated?
    /// Paid time that is not available for work, a fraction.
    public var shrinkage: Stated?
    /// Time at work that is spent on items, a fraction.
    public var utilisation: Stated?
    public var line: Int?

    public init(name: String, kind: FunctionKind, volumePerMonth: Stated, handleTime: Stated, languages: [String] = [])
    {
        self.name = name
        self.kind = kind
        self.volumePerMonth = volumePerMonth
        self.handleTime = handleTime
        self.languages = languages
    }
}
