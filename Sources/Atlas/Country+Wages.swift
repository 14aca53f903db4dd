/// One published wage figure.
public struct WageFact: Hashable, Sendable {
    /// As the source names it, or `all employees`.
    public var occupation: String
    /// SOC or ISCO, as the source gives it.
    public var occupationCode: String?
    /// `wage` (paid to the employee), `labour cost` (with employer contributions) or `minimum wage` (a legal floor).
    public var measure: String
    /// `mean`, `median`, `minimum`, `range`, …
    public var statistic: String
    /// Percentile 10, or the low end of a printed range.
    public var low: Double?
    /// Nil where the source prints only a range.
    public var value: Double?
    /// Percentile 90, or the high end of a printed range.
    public var high: Double?
    /// `hour`, `day` or `month`.
    public var per: String
    /// ISO 4217, or `PPP-USD-2021`: international dollars of 2021, not market dollars.
    public var currency: String
    public var year: Int
    public var scope: String
    /// `measured`, `survey`, `statutory`, `vendor claim` or `rule of thumb`.
    public var confidence: String
    public var source: String

    init?(_ row: Row) {
        guard let occupation = row.text("occupation"), let measure = row.text("measure"), let year = row.int("year"),
            let per = row.text("per"), let currency = row.text("currency")
        else { return nil }
        self.occupation = occupation
        occupationCode = row.text("occupation_code")
        self.measure = measure
        statistic = row.text("statistic") ?? "not stated"
        low = row.double("low")
        value = row.double("value")
        high = row.double("high")
        self.per = per
        self.currency = currency
        self.year = year
        scope = row.text("scope") ?? ""
        confidence = row.text("confidence") ?? "not stated"
        source = row.text("source") ?? "not stated"
    }
}

extension Country {
    /// In the order of wages.csv; empty where none is known.
    public var wages: [WageFact] { tables.wages.value.rows(of: code).compactMap(WageFact.init) }
}
