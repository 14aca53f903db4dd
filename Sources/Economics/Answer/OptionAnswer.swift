public import Sourcing

/// The distribution of an option's present value of cost.
public struct CostDistribution: Hashable, Sendable {
    public var mean = 0.0
    public var standardDeviation = 0.0
    /// Of the mean.
    public var standardError = 0.0
    /// Of the median.
    public var medianStandardError = 0.0
    public var p5 = 0.0, p10 = 0.0, p25 = 0.0, p50 = 0.0, p75 = 0.0, p90 = 0.0, p95 = 0.0
    /// Mean of the dearest twentieth.
    public var cvar95 = 0.0
    /// Counts of trials in equal bins from `histogramLow` to `histogramHigh`; the ends take what lies beyond.
    public var histogram: [Int] = []
    public var histogramLow = 0.0
    public var histogramHigh = 0.0
    public init() {}
}

/// Kinds of cost. `breakdown` of an option adds up to its mean present value.
public enum CostCategory: String, CaseIterable, Hashable, Sendable {
    /// Own people: pay with on-cost, supervisors included; also those who stay while the work moves.
    case labour
    /// What a partner charges.
    case fees
    /// Recruiting, training, ramp-up and turnover.
    case hiring
    case facilities
    /// Governance and the retained team.
    case governance
    case travel
    case coordination
    /// Errors and rework.
    case quality
    /// Knowledge transfer, set-up, selection, severance, retention bonuses, stranded cost.
    case transition
    case exit
    case risk

    public var title: String {
        switch self {
        case .labour: "Wages of own people"
        case .fees: "Partner’s charges"
        case .hiring: "Hiring, training, turnover"
        case .facilities: "Space and technology"
        case .governance: "Governance and retained team"
        case .travel: "Travel"
        case .coordination: "Coordination over distance"
        case .quality: "Errors and rework"
        case .transition: "Transition"
        case .exit: "Contract end and exit"
        case .risk: "Risks"
        }
    }
}

public struct MonthBand: Hashable, Sendable {
    public var month: YearMonth
    /// Undiscounted cost of the month.
    public var p10: Double, p50: Double, p90: Double
    /// Undiscounted cost since the start, transition included.
    public var cumulativeP50: Double
    /// Undiscounted saving against the baseline since the start.
    public var savingP10: Double, savingP50: Double, savingP90: Double
    public init(
        month: YearMonth, p10: Double, p50: Double, p90: Double, cumulativeP50: Double, savingP10: Double,
        savingP50: Double, savingP90: Double
    ) {
        self.month = month
        self.p10 = p10
        self.p50 = p50
        self.p90 = p90
        self.cumulativeP50 = cumulativeP50
        self.savingP10 = savingP10
        self.savingP50 = savingP50
        self.savingP90 = savingP90
    }
}

public struct OptionAnswer: Sendable {
    public var name: String
    public var displayName: String
    public var isBaseline: Bool
    public var deliveryModel: DeliveryModel
    public var presentValue: CostDistribution
    public var costPerTransaction: Distribution80
    /// Mean present value by kind, in the order of `CostCategory.allCases`.
    public var breakdown: [Double]
    public var monthly: [MonthBand]
    /// Share of trials in which it costs less than the baseline; nil for the baseline.
    public var chanceToBeatBaseline: Estimate?
    public var chanceToBeBest: Estimate
    /// Baseline's cost minus this option's; nil for the baseline.
    public var netSaving: Distribution80?
    public var netSavingStandardError: Double?
    /// Share of the headline labour saving that survives, net over headline trial by trial; nil for the baseline and
    /// where the headline is not a saving on average.
    public var survivingShare: Distribution80?
    /// Months until the cumulative saving is positive for good; nil = not within the horizon. Nil for the baseline.
    public var payback: Payback?
    /// Mean full-time people in the last month; what "people" means follows from the price.
    public var peopleAtEnd: Double

    public struct Payback: Hashable, Sendable {
        public var p10: Double?, p50: Double?, p90: Double?
        /// Share of trials in which it pays back within the horizon.
        public var chance: Double
        public init(p10: Double?, p50: Double?, p90: Double?, chance: Double) {
            self.p10 = p10
            self.p50 = p50
            self.p90 = p90
            self.chance = chance
        }
    }

    public init(
        name: String, displayName: String, isBaseline: Bool, deliveryModel: DeliveryModel,
        presentValue: CostDistribution,
        costPerTransaction: Distribution80, breakdown: [Double], monthly: [MonthBand], chanceToBeatBaseline: Estimate?,
        chanceToBeBest: Estimate, netSaving: Distribution80?, netSavingStandardError: Double?,
        survivingShare: Distribution80?, payback: Payback?, peopleAtEnd: Double
    ) {
        self.name = name
        self.displayName = displayName
        self.isBaseline = isBaseline
        self.deliveryModel = deliveryModel
        self.presentValue = presentValue
        self.costPerTransaction = costPerTransaction
        self.breakdown = breakdown
        self.monthly = monthly
        self.chanceToBeatBaseline = chanceToBeatBaseline
        self.chanceToBeBest = chanceToBeBest
        self.netSaving = netSaving
        self.netSavingStandardError = netSavingStandardError
        self.survivingShare = survivingShare
        self.payback = payback
        self.peopleAtEnd = peopleAtEnd
    }

    public func cost(_ category: CostCategory) -> Double {
        breakdown[CostCategory.allCases.firstIndex(of: category)!]
    }
}
