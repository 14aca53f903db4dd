import AtlasData
import Notation

/// A published figure on what outsourcing or offshoring costs beside its price: one row of hidden_costs.csv.
public struct HiddenCost: Hashable, Sendable {
    public var quantity: String
    /// A country code, a region or a route, as the source puts it.
    public var place: String?
    public var low: Double?
    public var likely: Double?
    public var high: Double?
    public var unit: String
    public var source: String
    public var year: Int?
    /// `measured`, `survey`, `vendor claim` or `rule of thumb`.
    public var confidence: String
    /// `yes` (seen), `secondary` (seen as quoted by someone else) or `no` (from general knowledge).
    public var read: String
    public var note: String?

    init?(_ row: Row) {
        guard let quantity = row.text("quantity"), let unit = row.text("unit") else { return nil }
        self.quantity = quantity
        place = row.text("country_or_region")
        low = row.double("low")
        likely = row.double("likely")
        high = row.double("high")
        self.unit = unit
        source = row.text("source") ?? "not stated"
        year = row.int("year")
        confidence = row.text("confidence") ?? "not stated"
        read = row.text("read") ?? "no"
        note = row.text("note")
    }
}

/// The published figures, for comparison with what the model finds: different sources, so never to be added up.
public enum HiddenCosts {
    /// In the order of the data file.
    public static let all: [HiddenCost] = {
        let table = CSVTable(atlas_hidden_costs())
        return (0..<table.count).compactMap { HiddenCost(Row(table: table, index: $0)) }
    }()
}
