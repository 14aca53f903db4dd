/// One published figure with where it comes from. A figure that is not known is no fact at all: nil, never zero.
public struct Fact<Value: Sendable>: Sendable {
    public var value: Value
    /// The year that the figure describes.
    public var year: Int?
    public var source: String
    /// True: the text with the figure was seen when the data was made. False: it is cited and was not read again, good
    /// enough to show with its source, not to sign a contract on. Nil: the distinction does not apply.
    public var wasRead: Bool?
    /// What the figure covers or leaves out.
    public var note: String?
    /// In the unit of the value, where the source publishes one.
    public var standardError: Double?

    public init(
        _ value: Value, year: Int?, source: String, wasRead: Bool? = nil, note: String? = nil,
        standardError: Double? = nil
    ) {
        self.value = value
        self.year = year
        self.source = source
        self.wasRead = wasRead
        self.note = note
        self.standardError = standardError
    }
}

extension Fact: Equatable where Value: Equatable {}
