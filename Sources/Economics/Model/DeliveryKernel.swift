import TrialKernels

/// What a month needs to know that all teams share.
struct MonthContext {
    var t: Int
    /// Items.
    var volume: Lanes
    /// Hours of work an item takes a practised team.
    var hoursPerItem: Lanes
    var clientPayIndex: Lanes
    var priceIndex: Lanes
    /// Loaded pay of a client's clerk an hour, this month.
    var clientHour: Lanes
    /// Loaded pay of a client's supervisor a month, this month.
    var clientSupervisor: Lanes
    var errorCost: Lanes
    var reworkHours: Lanes
}

/// A month's cost of one team by kind, undiscounted, in the order of `CostCategory.allCases`.
struct CategorySums {
    var labour = Lanes.zero
    var fees = Lanes.zero
    var hiring = Lanes.zero
    var facilities = Lanes.zero
    var governance = Lanes.zero
    var travel = Lanes.zero
    var coordination = Lanes.zero
    var quality = Lanes.zero
    var transition = Lanes.zero
    var exit = Lanes.zero
    var risk = Lanes.zero

    var total: Lanes {
        let a: Lanes = labour + fees + hiring + facilities
        let b: Lanes = governance + travel + coordination + quality
        return a + b + (transition + exit + risk)
    }

    mutating func add(_ other: CategorySums, times v: Double) {
        labour += other.labour * v
        fees += other.fees * v
        hiring += other.hiring * v
        facilities += other.facilities * v
        governance += other.governance * v
        travel += other.travel * v
        coordination += other.coordination * v
        quality += other.quality * v
        transition += other.transition * v
        exit += other.exit * v
        risk += other.risk * v
    }
}

/// One team through the months, eight trials at a time.
///
/// A class, because a structure of forty registers would be copied at every call.
final class DeliveryKernel {
    /// How the month's work is paid.
    private enum Charging { case own, perItem, perHour, perPersonMonth, fixed }
    private let charging: Charging
    private let isForeign: Bool
    private let hasGovernanceShare: Bool
    private let hasCoordination: Bool
    private let productive: Lanes
    private let loading: Lanes
    private let pay: Lanes
    private let leavers: Lanes
    private let span: Lanes
    private let supervisorRatio: Lanes
    private let recruiting: Lanes
    private let hireMonths: Lanes
    private let rampLoss: Lanes
    private let trainerHours: Lanes
    private let paidHours: Lanes
    private let dismissalMonths: Lanes
    private let retention: Lanes
    private let seat: Lanes
    private let site: Lanes
    private let errorRate: Lanes
    private let errorExtra: Lanes
    private let governanceShare: Lanes
    private let minimumHeads: Lanes
    private let trips: Lanes
    private let strandedMonths: Lanes
    private let fx: (shock: Lanes, volatility: Lanes, drift: Lanes)
    private let overhead: Lanes
    private let decay: Lanes
    private let clientShare: Lanes
    private let prices: [Lanes]
    private let tariff: TierTariff
    private let minimumItems: Lanes
    private let indexStep: Lanes
    private let fxShare: Lanes
    private let band: Lanes
    /// Where volume is compared with the plan of a fixed fee.
    private let plannedVolume: Lanes
    private let learningStart: Lanes

    private var payPath: CompoundPath
    private var index = Lanes(repeating: 1)
    /// Host currency over today's, this month.
    private var rate = Lanes(repeating: 1)
    private var heads: Lanes?

    /// - Parameters:
    ///   - share: of the volume that this team is meant to do in the end.
    ///   - learningStart: handle-time factor of its first month; 1 for a practised team.
    ///   - stranded: months of a freed seat's cost that stay, for a team that is given up.
    init(
        _ plan: DeliveryPlan, _ rows: DriverRows, _ first: Int, volume: Lanes, learningStart: Lanes, stranded: Lanes
    ) {
        @inline(__always) func load(_ term: Term) -> Lanes { term.load(rows, first) }
        isForeign = plan.isForeign
        hasGovernanceShare = !plan.governanceShare.isZero
        hasCoordination = plan.coordination != nil
        self.learningStart = learningStart
        let one = Lanes(repeating: 1)
        paidHours = load(plan.paidHours)
        let efficiency: Lanes = (one - load(plan.shrinkage)) * load(plan.utilisation)
        productive = paidHours * efficiency
        // A wage in twelve payments, on-cost and extra payments on top.
        let extra: Lanes = (load(plan.extraPay) * (1.0 / 12) + 1) * (load(plan.shiftPremium) + 1)
        loading = (load(plan.onCost) + 1) * extra
        pay = load(plan.wagePerMonth) * loading
        leavers = Turnover.monthly(load(plan.attrition))
        span = Lanes.maximum(load(plan.span), Lanes(repeating: 1e-9))
        supervisorRatio = load(plan.supervisorRatio)
        recruiting = load(plan.recruiting)
        hireMonths = load(plan.recruitingShare) * 12 + load(plan.trainingWeeks) * (12.0 / 52)
        rampLoss = (one - load(plan.startProductivity)) * load(plan.rampMonths) * 0.5
        trainerHours = load(plan.trainerHours)
        retention = load(plan.retentionMonths)
        dismissalMonths = (one - load(plan.redeployed)) * load(plan.severanceMonths)
        let shifts = Lanes.maximum(load(plan.shiftsPerSeat), Lanes(repeating: 1e-9))
        seat = (load(plan.seatPerYear) + load(plan.technologyPerYear)) / (shifts * 12)
        site = load(plan.sitePerMonth)
        errorRate = load(plan.errorRate)
        errorExtra = load(plan.newTeamFactor) - 1
        governanceShare = load(plan.governanceShare)
        minimumHeads = load(plan.minimumHeads)
        trips = load(plan.tripsPerYear) * load(plan.tripCost) * (1.0 / 12)
        strandedMonths = stranded
        fx = (load(plan.fxShock), load(plan.fxVolatility), load(plan.fxDrift))
        payPath = CompoundPath(from: one, ratePerYear: load(plan.payGrowth))
        plannedVolume = volume
        if let coordination = plan.coordination {
            overhead = CoordinationOverhead.first(coordination, load)
            decay = one - load(coordination.decayEnd)
            clientShare = load(coordination.clientShare)
        } else {
            overhead = .zero
            decay = .zero
            clientShare = one
        }
        if case .partner(let tariffPlan) = plan.kind {
            var limits: [Double] = []
            var bandShare = Lanes.zero
            switch tariffPlan.basis {
            case .perItem(let steps, let terms):
                charging = .perItem
                limits = steps
                prices = terms.map(load)
            case .perHour(let term):
                charging = .perHour
                prices = [load(term)]
            case .perPersonMonth(let term):
                charging = .perPersonMonth
                prices = [load(term)]
            case .fixed(let term, let band):
                charging = .fixed
                prices = [load(term)]
                bandShare = load(band)
            }
            tariff = TierTariff(limits: limits)
            band = bandShare
            minimumItems = load(tariffPlan.minimumItems)
            indexStep = load(tariffPlan.indexation) + 1
            fxShare = load(tariffPlan.fxShare)
        } else {
            charging = .own
            tariff = TierTariff(limits: [])
            prices = []
            band = .zero
            minimumItems = .zero
            indexStep = one
            fxShare = .zero
        }
    }

    /// Loaded pay of one of the team's clerks a month at today's rates.
    var payToday: Lanes { pay }

    /// Charges of a partner, or pay of own people, for `share` of the month's volume at today's price or pay.
    func headline(_ month: UnsafePointer<MonthContext>, share: Lanes) -> Lanes {
        let items = month.pointee.volume * share
        let hours = items * month.pointee.hoursPerItem
        guard charging == .own else { return charge(items: items, hours: hours, started: share) }
        let n = headcount(hours)
        return pay * (n + supervisorRatio * supervisors(n))
    }

    /// Price or pay this month over today's, exchange rate included.
    func priceFactor() -> Lanes {
        charging == .own ? payPath.value * rate : index * ExchangePath.factor(share: fxShare, rate: rate)
    }

    @inline(__always)
    private func headcount(_ hours: Lanes) -> Lanes {
        // A head is not hired for the rounding of the last bit.
        (hours / productive - 1e-9).ceiling.positivePart
    }

    /// Whole people; nobody where the case knows no supervisors.
    @inline(__always)
    private func supervisors(_ heads: Lanes) -> Lanes {
        (heads / span).ceiling.replacing(with: 0, where: supervisorRatio .<= 0)
    }

    /// At today's price.
    private func charge(items: Lanes, hours: Lanes, started: Lanes) -> Lanes {
        switch charging {
        case .own: return .zero
        case .perItem:
            let least = minimumItems.replacing(with: 0, where: started .<= 0)
            let billed = Lanes.maximum(items, least)
            return prices.withUnsafeBufferPointer { tariff.charge(items: billed, prices: $0) }
        case .perHour: return hours / (productive / paidHours) * prices[0]
        case .perPersonMonth: return hours / productive * prices[0]
        case .fixed:
            // Beyond its band a fixed fee moves pro rata; it is due as far as the work has moved.
            let ratio = items / Lanes.maximum(plannedVolume, Lanes(repeating: 1e-9))
            let above: Lanes = (ratio - started * (band + 1)).positivePart
            return prices[0] * (started + above.replacing(with: 0, where: band .<= 0))
        }
    }

    /// Goes on to the next month.
    func advance(to t: Int, contractMonths: Int) {
        if t > 1 { payPath.step() }
        if contractMonths > 0, contractMonths % 12 == 0 { index *= indexStep }
        if isForeign {
            rate = ExchangePath.rate(
                month: Double(t), driftPerYear: fx.drift, volatility: fx.volatility, shock: fx.shock)
        }
    }

    /// Cost of the month for `share` of its volume.
    ///
    /// - Parameters:
    ///   - multiplier: handle time over standard.
    ///   - age: months of the move so far, for the decay of coordination; 24 for a practised team.
    ///   - isNew: whether the team is being built: its first hires' slowness is in `multiplier`.
    ///   - givesUp: whether heads that go are dismissed because the work moves (retention bonus, stranded seats).
    func step(
        _ month: UnsafePointer<MonthContext>, share: Lanes, multiplier: Lanes, age: Lanes, isNew: Bool, givesUp: Bool
    ) -> (sums: CategorySums, people: Lanes) {
        var sums = CategorySums()
        let month = month.pointee
        let items: Lanes = month.volume * share
        let standard: Lanes = items * month.hoursPerItem
        let hours: Lanes = standard * multiplier
        let factor = priceFactor()
        let active = Lanes.zero.replacing(with: 1, where: share .> 0)
        var hourPay = Lanes.zero
        let people: Lanes
        if charging == .own {
            let n = headcount(hours)
            // A team that is given up did the whole work until now.
            let before = heads ?? (isNew ? .zero : headcount(month.volume * month.hoursPerItem))
            heads = n
            people = n
            let supervisors = self.supervisors(n)
            let loaded: Lanes = pay * factor
            hourPay = loaded / paidHours
            sums.labour = loaded * (n + supervisorRatio * supervisors)
            let left: Lanes = leavers * before
            let hires = (n - before + left).positivePart
            let dismissed = (before - left - n).positivePart
            let replacements = isNew ? Lanes.minimum(hires, left) : hires
            let hireCost: Lanes = loaded * hireMonths + hourPay * trainerHours + recruiting * month.priceIndex * rate
            sums.hiring = hires * hireCost + replacements * rampLoss * loaded
            let seats: Lanes = (n + supervisors) * seat + site * active
            let seatFactor: Lanes = month.priceIndex * rate
            sums.facilities = seats * seatFactor
            let bonus: Lanes = givesUp ? retention : .zero
            sums.transition = dismissed * (dismissalMonths + bonus) * loaded
            if givesUp { sums.transition += (before - n).positivePart * seat * strandedMonths * seatFactor }
            if hasGovernanceShare {
                sums.governance = governanceShare * (sums.labour + sums.facilities)
            }
        } else {
            people = hours / productive
            sums.fees = charge(items: items, hours: hours, started: share) * factor
            sums.governance = governanceShare * sums.fees
        }
        let leastGovernance: Lanes = minimumHeads * month.clientSupervisor * active
        sums.governance = Lanes.maximum(sums.governance, leastGovernance)
        sums.travel = trips * month.priceIndex * active
        // Errors of a new team fall as its speed rises.
        let slow: Lanes = (multiplier - 1) / Lanes.maximum(learningStart - 1, Lanes(repeating: 1e-9))
        let wrong: Lanes = items * errorRate * (errorExtra * Lanes.minimum(slow, Lanes(repeating: 1)) + 1)
        sums.quality = wrong * (month.errorCost + month.reworkHours * hourPay)
        if hasCoordination {
            let left: Lanes = Lanes(repeating: 1) - decay * Lanes.minimum(age * (1.0 / 24), Lanes(repeating: 1))
            let extra: Lanes = overhead * left * standard
            // A partner's own part is in its price.
            let hourly: Lanes = clientShare * month.clientHour + (Lanes(repeating: 1) - clientShare) * hourPay
            sums.coordination = extra * hourly
        }
        return (sums, people)
    }
}

/// Extra time that work at a second site takes, as a share of standard hours, in the first month of the move.
///
/// κ = I · [κ_d + κ_t (1 − min(o, o*)/o*)^γ + κ_l (1 − L) + κ_c min(1, KS/4)]; later months take off down to a level
/// reached after two years. o is the mean daily overlap in hours, L the shared language (1 or 0), KS the cultural
/// distance of Kogut & Singh (1988). The direction is supported (Espinosa et al. 2007; Chauvin, Choudhury & Fang 2021),
/// the size is judgement; Handley & Benton (2013) found the opposite sign for culture, so its range begins at zero.
enum CoordinationOverhead {
    static func first(_ plan: CoordinationPlan, _ load: (Term) -> Lanes) -> Lanes {
        if let stated = plan.stated { return load(stated) }
        let full = Lanes.maximum(load(plan.fullOverlap), Lanes(repeating: 1e-9))
        let gap: Lanes = Lanes(repeating: 1) - Lanes.minimum(Lanes(repeating: plan.overlap), full) / full
        // 0^γ is 0; the floor keeps the logarithm finite.
        let power = Lanes.maximum(gap, Lanes(repeating: 1e-12)).raised(to: load(plan.timeExponent))
        let time: Lanes = load(plan.time) * power.replacing(with: 0, where: gap .<= 0)
        let words: Lanes = load(plan.language) * plan.languageGap + load(plan.culture) * plan.cultureGap
        return load(plan.intensity) * (load(plan.site) + time + words)
    }
}
