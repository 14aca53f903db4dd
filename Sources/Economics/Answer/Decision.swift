public import Sourcing

/// What the simulation says of a case: everything the reports show, nothing they would have to work out again.
///
/// Money is in the client's currency; present values unless a name says otherwise.
public struct Decision: Sendable {
    public var theCase: Case
    public var trials: Int
    public var seed: UInt64
    /// One for each function of the case, in its order.
    public var functions: [FunctionDecision]
    public var drivers: [DriverAnswer]
    public var assumptions: [Assumption]
    /// What the model leaves out for this case, whole sentences (tax always among them).
    public var leftOut: [String]

    public init(
        theCase: Case, trials: Int, seed: UInt64, functions: [FunctionDecision], drivers: [DriverAnswer],
        assumptions: [Assumption], leftOut: [String]
    ) {
        self.theCase = theCase
        self.trials = trials
        self.seed = seed
        self.functions = functions
        self.drivers = drivers
        self.assumptions = assumptions
        self.leftOut = leftOut
    }
}

/// The answer for one function.
public struct FunctionDecision: Sendable {
    public var function: String
    /// Cheapest mean first.
    public var options: [OptionAnswer]
    public var baseline: String
    public var recommendation: Recommendation
    /// Nil when there is only one option.
    public var rivalry: Rivalry?
    /// From the headline to the net saving, for the cheapest option that is not the baseline (nil when there is none).
    public var waterfall: Waterfall?
    /// Expected value of perfect information: min E[cost] − E[min cost].
    public var valueOfPerfectInformation: Estimate
    /// Overby's outside check, for the cheapest outsourced option.
    public var hiddenShareOfCharges: Double?

    public init(
        function: String, options: [OptionAnswer], baseline: String, recommendation: Recommendation, rivalry: Rivalry?,
        waterfall: Waterfall?, valueOfPerfectInformation: Estimate, hiddenShareOfCharges: Double?
    ) {
        self.function = function
        self.options = options
        self.baseline = baseline
        self.recommendation = recommendation
        self.rivalry = rivalry
        self.waterfall = waterfall
        self.valueOfPerfectInformation = valueOfPerfectInformation
        self.hiddenShareOfCharges = hiddenShareOfCharges
    }

    public func option(_ name: String) -> OptionAnswer? { options.first { $0.name == name } }
    /// The cheapest on average.
    public var best: OptionAnswer { options[0] }
}

/// A mean of the simulation with its standard error.
public struct Estimate: Hashable, Sendable {
    public var value: Double
    public var standardError: Double
    public init(_ value: Double, standardError: Double) {
        self.value = value
        self.standardError = standardError
    }
}

public struct Distribution80: Hashable, Sendable {
    public var mean: Double
    public var p10: Double
    public var p50: Double
    public var p90: Double
    public init(mean: Double, p10: Double, p50: Double, p90: Double) {
        self.mean = mean
        self.p10 = p10
        self.p50 = p50
        self.p90 = p90
    }
}

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

/// The two cheapest options side by side, and what their order hangs on.
public struct Rivalry: Sendable {
    public var leader: String
    public var rival: String
    /// Rival's cost minus leader's.
    public var lead: Estimate
    /// Largest swing first.
    public var hinges: [Hinge]
    public init(leader: String, rival: String, lead: Estimate, hinges: [Hinge]) {
        self.leader = leader
        self.rival = rival
        self.lead = lead
        self.hinges = hinges
    }
}

/// One driver's hold on the lead: the mean lead when it is set to a value and all others vary.
public struct Hinge: Sendable {
    public var driver: String
    public var low: Double
    public var high: Double
    /// Mean lead with the driver at `low` (its P10, or "does not happen") and at `high`.
    public var leadAtLow: Double
    public var leadAtHigh: Double
    /// Where the lead is zero, searched also beyond the range; nil when nowhere sensible.
    public var breakEven: Double?
    public var swing: Double { abs(leadAtHigh - leadAtLow) }
    public init(driver: String, low: Double, high: Double, leadAtLow: Double, leadAtHigh: Double, breakEven: Double?) {
        self.driver = driver
        self.low = low
        self.high = high
        self.leadAtLow = leadAtLow
        self.leadAtHigh = leadAtHigh
        self.breakEven = breakEven
    }
}

/// From the headline saving (wages today against the price today) to the net saving; all mean present values.
public struct Waterfall: Sendable {
    public struct Step: Hashable, Sendable {
        public var title: String
        /// Positive adds to the saving.
        public var change: Double
        public init(title: String, change: Double) {
            self.title = title
            self.change = change
        }
    }
    public var option: String
    /// Baseline's wages at today's pay, and the option's charges or wages at today's price, for the whole volume.
    public var baselineHeadline: Double
    public var optionHeadline: Double
    public var headline: Double { baselineHeadline - optionHeadline }
    /// Adds up from `headline` to `net`.
    public var steps: [Step]
    public var net: Double
    public init(option: String, baselineHeadline: Double, optionHeadline: Double, steps: [Step], net: Double) {
        self.option = option
        self.baselineHeadline = baselineHeadline
        self.optionHeadline = optionHeadline
        self.steps = steps
        self.net = net
    }
}

/// Two or three plain sentences made from the numbers.
public struct Recommendation: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable {
        /// One option is cheaper on average by more than three standard errors.
        case cheapest
        /// The baseline is the cheapest.
        case keep
        /// The two cheapest differ by less than three standard errors.
        case cannotBeToldApart = "cannot-be-told-apart"
        case onlyOption = "only-option"
    }
    public var headline: String
    public var sentences: [String]
    /// Nil when the options cannot be told apart.
    public var choice: String?
    public var reason: Reason
    public var text: String { sentences.joined(separator: " ") }
    public init(headline: String, sentences: [String], choice: String?, reason: Reason) {
        self.headline = headline
        self.sentences = sentences
        self.choice = choice
        self.reason = reason
    }
}

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
