/// One box of a score sheet: a partner under a criterion.
public struct ScoreCell: Hashable, Sendable, Comparable {
    public var partner: String
    public var criterion: String

    public init(partner: String, criterion: String) {
        self.partner = partner
        self.criterion = criterion
    }

    public static func < (a: ScoreCell, b: ScoreCell) -> Bool {
        (a.criterion, a.partner) < (b.criterion, b.partner)
    }
}

/// What an evaluator wrote into a box: a level or a range of levels, or neither; and a note, which may stand alone.
public struct ScoreEntry: Hashable, Sendable {
    /// Levels from 1; nil where the evaluator does not know.
    public var low: Double?
    public var high: Double?
    public var note: String?

    public init(low: Double? = nil, high: Double? = nil, note: String? = nil) {
        self.low = low
        self.high = high
        self.note = note
    }

    public static let notKnown = ScoreEntry()
    public var isKnown: Bool { low != nil }

    /// `3`, `2 to 3` or `not known`.
    public var words: String {
        guard let low, let high else { return "not known" }
        return low == high ? Self.level(low) : "\(Self.level(low)) to \(Self.level(high))"
    }

    static func level(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : "\(value)"
    }
}
