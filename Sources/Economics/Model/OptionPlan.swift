/// A case made ready for the simulation: every field is a `Term`, money in the client's currency at today's rates,
/// times in minutes or months, rates as fractions.
struct CasePlan: Sendable {
    var months: Int
    /// (1 + r)^(−t/12), t = 0 … months.
    var discounts: [Double]
    var functions: [FunctionPlan]
    var options: [OptionPlan]
}

struct FunctionPlan: Sendable {
    var name: String
    var volume: Term
    var growth: Term
    /// Factor of each month of the horizon, mean 1 over a year.
    var seasonality: [Double]
    /// Minutes an item.
    var handleTime: Term
    var reworkMinutes: Term
    var errorCost: Term
    /// Growth of pay in the client's country; error costs, retained heads and coordination follow it.
    var clientPayGrowth: Term
    /// Growth of other prices a year (seats, technology, travel).
    var inflation: Term
    /// Loaded pay of a client's clerk an hour and of a supervisor a month, today.
    var clientHourPay: Term
    var clientOnCost: Term
    var clientSupervisorRatio: Term
    var clientPaidHours: Term
    /// Index into the case's options.
    var baseline: Int
}

/// A team that does the work, wherever it is and whoever pays it.
struct DeliveryPlan: Sendable {
    enum Kind: Sendable {
        case own
        case partner(TariffPlan)
    }
    var kind: Kind
    // Capacity.
    var paidHours: Term
    var shrinkage: Term
    var utilisation: Term
    // Own people.
    var wagePerMonth: Term
    var onCost: Term
    var extraPay: Term
    var shiftPremium: Term
    var payGrowth: Term
    var attrition: Term
    var span: Term
    var supervisorRatio: Term
    var recruiting: Term
    /// Recruiting as a share of a year's pay, where that is what is known.
    var recruitingShare: Term
    var trainingWeeks: Term
    var trainerHours: Term
    var rampMonths: Term
    var startProductivity: Term
    var severanceMonths: Term
    var retentionMonths: Term
    var redeployed: Term
    var seatPerYear: Term
    var technologyPerYear: Term
    var sitePerMonth: Term
    var shiftsPerSeat: Term
    // Money.
    var fxShock: Term
    var fxVolatility: Term
    var fxDrift: Term
    var isForeign: Bool
    // Quality.
    var errorRate: Term
    var newTeamFactor: Term
    // Distance.
    var governanceShare: Term
    var minimumHeads: Term
    var tripsPerYear: Term
    var tripCost: Term
    var coordination: CoordinationPlan?
}

struct TariffPlan: Sendable {
    enum Basis: Sendable {
        case perItem(limits: [Double], prices: [Term])
        case perHour(Term)
        case perPersonMonth(Term)
        case fixed(Term, band: Term)
    }
    var basis: Basis
    var minimumItems: Term
    var indexation: Term
    var fxShare: Term
}

/// κ = I · D(t) · [κ_d + κ_t (1 − min(o, o*)/o*)^γ + κ_l (1 − L) + κ_c min(1, KS/4)]; see `CoordinationOverhead`.
struct CoordinationPlan: Sendable {
    /// Stated overhead: the formula is not used.
    var stated: Term?
    var intensity: Term
    var site: Term
    var time: Term
    var timeExponent: Term
    /// Hours of overlap a day from which time costs nothing.
    var fullOverlap: Term
    var overlap: Double
    var language: Term
    /// 1 − L.
    var languageGap: Double
    var culture: Term
    /// min(1, KS/4); 0 where not known.
    var cultureGap: Double
    var decayEnd: Term
    var clientShare: Term
}

struct OptionPlan: Sendable {
    var name: String
    var function: Int
    var isBaseline: Bool
    var delivery: DeliveryPlan
    /// Share of the volume that moves.
    var share: Term
    /// Months of the horizon before the move begins.
    var startMonth: Double
    var transferMonths: Term
    var parallelMonths: Term
    var learningStart: Term
    var monthsToStandard: Term
    var transitionCost: Term
    var setUp: Term
    var selectionShare: Term
    var overrun: Term
    var strandedShare: Term
    var strandedMonths: Term
    var expatriates: Term
    var earlyEndHazard: Term
    /// Uniform in 0…1: when the arrangement ends early.
    var earlyEndDraw: Term
    var exitFactor: Term
    var noticeMonths: Term
    var exitAtEnd: Term
    var risks: [RiskPlan]
    var hasDelay: Bool { risks.contains { !$0.delay.isZero } }
}

struct RiskPlan: Sendable {
    var event: Term
    var cost: Term
    var delay: Term
    /// Month of the horizon in which the cost falls; 0 is the start.
    var month: Int
}
