/// One way to perform a function: a provider, a site, a price.
///
/// Money is in the client's currency unless a `currency` beside it says otherwise; rates are fractions.
public struct SourcingOption: Hashable, Sendable {
    public var name: String
    /// What people call it, e.g. "Deccan Services, Pune".
    public var title: String?
    public var function: String
    public var isBaseline: Bool
    public var ownership: Ownership
    /// ISO 3166-1 alpha-2.
    public var country: String
    public var city: String?
    /// IANA name of the site's zone.
    public var timeZone: String
    /// One daily window at the site, e.g. `13:30-22:30`, where a shift is agreed.
    public var hours: String?
    public var partner: String?
    /// Share of the volume that moves, 0…1; the rest stays with the baseline. 1 where left out.
    public var share: Stated?
    /// Month in which the move begins; the horizon's first where left out.
    public var start: YearMonth?
    public var price: Price?
    public var people: People
    public var learning: Learning
    public var facilities: Facilities
    public var transition: Transition
    public var governance: Governance
    public var quality: Quality
    public var coordination: Coordination
    public var exit: Exit
    public var risks: [Risk]
    public var line: Int?

    public init(
        name: String, function: String, ownership: Ownership, country: String, timeZone: String,
        isBaseline: Bool = false
    ) {
        self.name = name
        self.function = function
        self.ownership = ownership
        self.country = country
        self.timeZone = timeZone
        self.isBaseline = isBaseline
        people = People()
        learning = Learning()
        facilities = Facilities()
        transition = Transition()
        governance = Governance()
        quality = Quality()
        coordination = Coordination()
        exit = Exit()
        risks = []
    }

    public var displayName: String { title ?? name }
}

extension SourcingOption {
    /// What the staff of an own unit cost, and what they do. For a partner, these describe its team where the price
    /// depends on them (hours bought are paid hours).
    public struct People: Hashable, Sendable {
        public var wage: Wage?
        /// Employer's cost on top of the wage, a fraction.
        public var onCost: Stated?
        /// Nominal growth of pay a year.
        public var wageGrowth: Stated?
        /// Leavers a year over the average headcount, a fraction; may exceed 1.
        public var attrition: Stated?
        public var shrinkage: Stated?
        public var utilisation: Stated?
        /// Paid hours a head and month.
        public var paidHours: Stated?
        /// Clerks to one supervisor.
        public var span: Stated?
        /// Supervisor's pay over a clerk's.
        public var supervisorRatio: Stated?
        /// Money a hire.
        public var recruiting: Stated?
        /// Weeks before live work.
        public var trainingWeeks: Stated?
        /// Months from live work to full speed of a later hire.
        public var rampMonths: Stated?
        /// Speed of a hire after training, relative to standard, a fraction.
        public var startProductivity: Stated?
        /// Hours that colleagues spend on a new hire.
        public var trainerHours: Stated?
        /// Months of pay for a head that is dismissed, all in.
        public var severanceMonths: Stated?
        /// Months of pay to keep a leaving head until the handover.
        public var retentionMonths: Stated?
        /// Share of freed heads that find other work in the company.
        public var redeployed: Stated?
        /// Pay premium for the shift, a fraction.
        public var shiftPremium: Stated?
        public init() {}
    }

    public struct Wage: Hashable, Sendable {
        public enum Period: String, Hashable, Sendable, CaseIterable { case hour, month, year }
        public var amount: Stated
        public var per: Period
        /// ISO 4217.
        public var currency: String
        public init(amount: Stated, per: Period, currency: String) {
            self.amount = amount
            self.per = per
            self.currency = currency
        }
    }

    /// How a partner charges.
    public struct Price: Hashable, Sendable {
        public enum Basis: Hashable, Sendable {
            case perTransaction(Stated)
            /// Price of the items up to each limit a month; the last has none.
            case tiers([Tier])
            /// Per paid hour.
            case perHour(Stated)
            /// Per full-time person and month.
            case perPersonMonth(Stated)
            /// A fee a month whatever the volume.
            case fixed(Stated)
        }
        public struct Tier: Hashable, Sendable {
            public var upTo: Double?
            public var price: Stated
            public init(upTo: Double?, price: Stated) {
                self.upTo = upTo
                self.price = price
            }
        }
        public var basis: Basis
        /// ISO 4217.
        public var currency: String
        /// Items a month that are paid for at least.
        public var minimumPerMonth: Stated?
        /// Price step a year, on the contract's anniversary.
        public var indexation: Stated?
        /// Share of the price that moves with the host currency, 0…1.
        public var fxShare: Stated?
        /// Band around the planned volume that a fixed fee covers, a fraction; items beyond it are charged pro rata.
        public var volumeBand: Stated?
        public init(basis: Basis, currency: String) {
            self.basis = basis
            self.currency = currency
        }
    }

    public struct Learning: Hashable, Sendable {
        /// Handle time of a new team in its first month, relative to standard.
        public var startFactor: Stated?
        /// Months of moved work until the factor is 1.
        public var monthsToStandard: Stated?
        public init() {}
    }

    public struct Facilities: Hashable, Sendable {
        /// Desk a year.
        public var seat: Stated?
        /// Licences and equipment a seat and year.
        public var technology: Stated?
        /// Cost of the site a month, whatever the headcount.
        public var sitePerMonth: Stated?
        public var shiftsPerSeat: Stated?
        public var currency: String?
        public init() {}
    }

    public struct Transition: Hashable, Sendable {
        /// Planned one-off cost of the move.
        public var cost: Stated?
        /// Months until all the work has moved.
        public var months: Stated?
        /// Weeks in which both teams are paid.
        public var parallelWeeks: Stated?
        /// Actual over planned cost.
        public var overrun: Stated?
        /// Choosing a partner, as a share of the first year's charges.
        public var selectionShare: Stated?
        /// Setting up an own unit, one-off.
        public var setUp: Stated?
        /// Share of the freed seats' cost that stays.
        public var strandedShare: Stated?
        public var strandedMonths: Stated?
        public init() {}
    }

    public struct Governance: Hashable, Sendable {
        /// Share of the charges, the retained team included.
        public var share: Stated?
        /// Heads retained at least, at a client supervisor's pay.
        public var minimumHeads: Stated?
        public var tripsPerYear: Stated?
        public var tripCost: Stated?
        /// Own people sent to a captive in its first year.
        public var expatriates: Stated?
        public init() {}
    }

    public struct Quality: Hashable, Sendable {
        /// Wrong items over all items at this site, when practised; the function's where left out.
        public var errorRate: Stated?
        /// Error rate of a new team in its first month over its later one.
        public var newTeamFactor: Stated?
        public init() {}
    }

    public struct Coordination: Hashable, Sendable {
        /// False where the case says `coordination: off`.
        public var isOn: Bool
        /// Extra time as a share of standard hours, stated instead of the formula.
        public var overhead: Stated?
        public init(isOn: Bool = true, overhead: Stated? = nil) {
            self.isOn = isOn
            self.overhead = overhead
        }
    }

    public struct Exit: Hashable, Sendable {
        /// Chance a year that the arrangement ends early, and must be moved again.
        public var earlyEndPerYear: Stated?
        /// Cost of moving again over the first transition's.
        public var costFactor: Stated?
        /// Charges paid for notice.
        public var noticeMonths: Stated?
        /// Money due when the horizon ends.
        public var atEnd: Stated?
        public init() {}
    }

    /// Something that may happen once.
    public struct Risk: Hashable, Sendable {
        public var name: String
        public var chance: Stated
        public var cost: Stated?
        /// Months by which the move starts later.
        public var delayMonths: Stated?
        /// Month of the horizon in which the cost falls, from 1; the first where left out.
        public var month: Int?
        public init(name: String, chance: Stated, cost: Stated? = nil, delayMonths: Stated? = nil, month: Int? = nil) {
            self.name = name
            self.chance = chance
            self.cost = cost
            self.delayMonths = delayMonths
            self.month = month
        }
    }
}
