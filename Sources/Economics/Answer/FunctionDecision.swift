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
