import AtlasData
import Notation

/// A range that the cost model uses where a case says nothing: one row of defaults.csv.
public struct PublishedRange: Hashable, Sendable {
    /// E.g. `attrition.callCentre.PH`.
    public var key: String
    public var meaning: String
    public var unit: String
    /// Percentile 10 as a reading of the source.
    public var low: Double?
    /// The mode.
    public var likely: Double
    /// Percentile 90 as a reading of the source.
    public var high: Double?
    public var appliesTo: String
    public var source: String
    public var year: String?
    /// `measured`, `survey`, `rule of thumb`, `vendor claim` or `our judgement`.
    public var kind: String
    public var note: String?

    /// Nobody published the figure.
    public var isJudgement: Bool { kind == "our judgement" }

    init?(_ row: Row) {
        guard let key = row.text("key"), let likely = row.double("likely") else { return nil }
        self.key = key
        meaning = row.text("meaning") ?? ""
        unit = row.text("unit") ?? ""
        low = row.double("low")
        self.likely = likely
        high = row.double("high")
        appliesTo = row.text("applies_to") ?? ""
        source = row.text("source") ?? "not stated"
        year = row.text("year")
        kind = row.text("kind") ?? "not stated"
        note = row.text("note")
    }
}

/// The cost model's published ranges.
public struct CostDefaults: Sendable {
    public static let shared = CostDefaults()

    /// In the order of the data file.
    public let all: [PublishedRange]
    private let byKey: [String: Int]

    init() {
        let table = CSVTable(atlas_defaults())
        all = (0..<table.count).compactMap { PublishedRange(Row(table: table, index: $0)) }
        byKey = Dictionary(all.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(key: String) -> PublishedRange? { byKey[key].map { all[$0] } }
}
