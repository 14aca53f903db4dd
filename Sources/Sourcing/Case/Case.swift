public import Notation

/// One decision to be made: work, and the ways to get it done. What the case file says, and nothing more:
/// a nil field is one that the case leaves out.
public struct Case: Sendable {
    public var title: String
    public var note: String?
    /// False where the case says `assumptions: none`: what it leaves out then costs nothing and does nothing.
    public var usesDefaults: Bool
    public var client: Client
    public var horizon: Horizon
    /// Units of a currency for one unit of the client's currency, as the case states them, by ISO 4217 code.
    public var exchangeRates: [String: Stated]
    public var functions: [BusinessFunction]
    public var options: [SourcingOption]
    public var correlations: [Correlation]
    /// How partners are compared, where the case says so.
    public var evaluation: Evaluation?
    /// Where the work may go.
    public var places: PlaceRules
    /// The document the case was read from, echoed in answers.
    public var document: Tree

    public init(
        title: String, note: String? = nil, usesDefaults: Bool = true, client: Client, horizon: Horizon,
        exchangeRates: [String: Stated] = [:], functions: [BusinessFunction], options: [SourcingOption],
        correlations: [Correlation] = [], evaluation: Evaluation? = nil, places: PlaceRules = .init(),
        document: Tree = .null
    ) {
        self.title = title
        self.note = note
        self.usesDefaults = usesDefaults
        self.client = client
        self.horizon = horizon
        self.exchangeRates = exchangeRates
        self.functions = functions
        self.options = options
        self.correlations = correlations
        self.evaluation = evaluation
        self.places = places
        self.document = document
    }

    public func function(named name: String) -> BusinessFunction? { functions.first { $0.name == name } }
    public func options(for function: String) -> [SourcingOption] { options.filter { $0.function == function } }
    public func baseline(for function: String) -> SourcingOption? { options(for: function).first(where: \.isBaseline) }
}

/// The company that needs the work done.
public struct Client: Hashable, Sendable {
    public var name: String
    /// ISO 3166-1 alpha-2.
    public var country: String
    /// IANA name; the country's main zone where the case leaves it out.
    public var timeZone: String
    /// ISO 4217; the country's currency where the case leaves it out.
    public var currency: String

    public init(name: String, country: String, timeZone: String, currency: String) {
        self.name = name
        self.country = country
        self.timeZone = timeZone
        self.currency = currency
    }
}

/// A calendar month.
public struct YearMonth: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var year: Int
    /// 1…12.
    public var month: Int

    public init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// The month n months later.
    public func advanced(by n: Int) -> YearMonth {
        let index = year * 12 + month - 1 + n
        return YearMonth(year: index / 12, month: index % 12 + 1)
    }

    /// Months from `other` to this one.
    public func months(since other: YearMonth) -> Int { (year - other.year) * 12 + month - other.month }

    public static func < (a: YearMonth, b: YearMonth) -> Bool { (a.year, a.month) < (b.year, b.month) }
    /// ISO 8601, `2027-01`.
    public var description: String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + (month < 10 ? "-0" : "-")
            + String(month)
    }
}

public struct Horizon: Hashable, Sendable {
    public var start: YearMonth
    /// 1…600.
    public var months: Int
    /// Per year, as a fraction; a month's flow is discounted by (1 + r)^(−t/12).
    public var discountRate: Double

    public init(start: YearMonth, months: Int, discountRate: Double) {
        self.start = start
        self.months = months
        self.discountRate = discountRate
    }
}

/// A rank correlation between two drivers, by their names (`attrition.pune`).
public struct Correlation: Hashable, Sendable {
    public var first: String
    public var second: String
    /// Spearman's, −1…1.
    public var value: Double
    public var line: Int?

    public init(_ first: String, _ second: String, _ value: Double, line: Int? = nil) {
        self.first = first
        self.second = second
        self.value = value
        self.line = line
    }
}
