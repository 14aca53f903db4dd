public import Sourcing

/// How a number is written for people.
public enum Unit: Hashable, Sendable {
    /// A fraction shown as per cent.
    case share
    /// A fraction a year shown as per cent.
    case sharePerYear
    /// ISO 4217 code; `per` e.g. "item", "month", "hire".
    case money(currency: String, per: String?)
    case minutes, hours, weeks, months, years
    case number
    /// 1 = standard.
    case factor
    /// 0 or 1.
    case event
    /// Standard normal; shown as the change of the rate by the end of the horizon.
    case exchangeRate(currency: String)
    /// A plain word for what is counted, e.g. "items a month", "heads", "trips a year".
    case count(String)
}

public struct DriverAnswer: Sendable {
    /// `attrition.pune`
    public var name: String
    /// "Staff turnover a year, Pune"
    public var title: String
    public var unit: Unit
    public var p10: Double, p50: Double, p90: Double
    /// Spearman's with each option's present value, by option.
    public var rankCorrelation: [(option: String, value: Double)]
    /// Share of the variance of the lead (of the single option's cost, when there is one) explained by this driver alone.
    public var firstOrderEffect: Double
    public var valueOfPerfectInformation: Estimate
    public var breakEven: BreakEven?

    public struct BreakEven: Hashable, Sendable {
        public var value: Double
        public var between: [String]
        public init(value: Double, between: [String]) {
            self.value = value
            self.between = between
        }
    }

    public init(
        name: String, title: String, unit: Unit, p10: Double, p50: Double, p90: Double,
        rankCorrelation: [(option: String, value: Double)], firstOrderEffect: Double,
        valueOfPerfectInformation: Estimate, breakEven: BreakEven?
    ) {
        self.name = name
        self.title = title
        self.unit = unit
        self.p10 = p10
        self.p50 = p50
        self.p90 = p90
        self.rankCorrelation = rankCorrelation
        self.firstOrderEffect = firstOrderEffect
        self.valueOfPerfectInformation = valueOfPerfectInformation
        self.breakEven = breakEven
    }
}

/// One line of the assumption register.
public struct Assumption: Sendable {
    public enum Origin: String, Hashable, Sendable {
        case stated = "case"
        case atlas
        case published = "default"
        case measured
    }
    /// Also the driver's name where the value is uncertain.
    public var key: String
    public var title: String
    public var quantity: Quantity
    public var unit: Unit
    public var origin: Origin
    /// Title and year of the source, or the author's own; nil where the case gives none.
    public var source: String?
    /// "our judgement", "cited, not read again": said wherever the value is shown.
    public var caveat: String?
    /// How much it moves the lead (`Hinge.swing`); nil for a certain value.
    public var moves: Double?
    public init(
        key: String, title: String, quantity: Quantity, unit: Unit, origin: Origin, source: String?, caveat: String?,
        moves: Double? = nil
    ) {
        self.key = key
        self.title = title
        self.quantity = quantity
        self.unit = unit
        self.origin = origin
        self.source = source
        self.caveat = caveat
        self.moves = moves
    }
}
