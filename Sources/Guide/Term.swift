/// One word of the field, with its plain meaning.
public struct Term: Sendable, Equatable {
    public let name: String
    /// The part of the address: `/guide/glossary#p10-p90`.
    public let slug: String
    /// Other words for the same thing.
    public let others: [String]
    /// The meaning in one or two sentences, plain text.
    public let short: String
    /// All that the glossary says, as HTML.
    public let html: String

    public var path: String { "/guide/glossary#\(slug)" }
}
