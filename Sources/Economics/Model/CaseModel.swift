import TrialKernels

/// The cost of every option of a case, month by month.
struct CaseModel: TrialModel {
    let plan: CasePlan
    /// Options that are worked out; the others' figures stay 0.
    let wanted: [Int]

    /// Figures kept a trial for each option, in this order.
    enum Figure: Int, CaseIterable {
        case presentValue
        /// Charges or pay at today's price for the whole volume, present value.
        case headline
        /// Month in which the cumulative saving turns positive for good; 0 = not within the horizon.
        case payback
    }
    /// Sums kept for each option: the kinds of cost, then these.
    enum Extra: Int, CaseIterable {
        /// As `headline`, at each month's price, pay and exchange rate.
        case indexed
        case peopleAtEnd
    }

    static let figureCount = Figure.allCases.count
    static let sumsPerOption = CostCategory.allCases.count + Extra.allCases.count

    /// Whether paybacks are worked out, which need the baseline's flows.
    let comparesWithBaseline: Bool

    init(plan: CasePlan, wanted: [Int]? = nil, comparesWithBaseline: Bool = true) {
        self.plan = plan
        self.comparesWithBaseline = comparesWithBaseline
        self.wanted = wanted ?? Array(plan.options.indices)
    }

    var outcomeCount: Int { plan.options.count * Self.figureCount + plan.functions.count }
    var sumCount: Int { plan.options.count * Self.sumsPerOption }

    func row(_ option: Int, _ figure: Figure) -> Int { option * Self.figureCount + figure.rawValue }
    /// Items over the horizon, discounted.
    func volumeRow(_ function: Int) -> Int { plan.options.count * Self.figureCount + function }
    func sum(_ option: Int, _ category: Int) -> Int { option * Self.sumsPerOption + category }

    func evaluate(
        _ drivers: DriverRows, count: Int, valid: Int, outcomes: OutcomeRows, sums: UnsafeMutablePointer<Double>
    ) {
        evaluate(drivers, count: count, valid: valid, outcomes: outcomes, sums: sums, flows: nil)
    }

    /// - Parameter flows: undiscounted cost of (option, month 0 … T, trial), months of one option together; its stride
    ///   is `count`.
    func evaluate(
        _ drivers: DriverRows, count: Int, valid: Int, outcomes: OutcomeRows, sums: UnsafeMutablePointer<Double>,
        flows: UnsafeMutablePointer<Float>?
    ) {
        let months = plan.months
        withUnsafeTemporaryAllocation(of: Lanes.self, capacity: months + 1) { baselineFlow in
            withUnsafeTemporaryAllocation(of: MonthContext.self, capacity: months) { contexts in
                for first in stride(from: 0, to: count, by: laneCount) {
                    let lanes = min(laneCount, valid - first)
                    for function in plan.functions.indices {
                        let volume = prepare(function, drivers, first, into: contexts)
                        store(volume, outcomes.row(volumeRow(function)), first)
                        let baseline = plan.functions[function].baseline
                        let order =
                            (comparesWithBaseline || wanted.contains(baseline) ? [baseline] : [])
                            + wanted.filter { $0 != baseline && plan.options[$0].function == function }
                        guard wanted.contains(where: { plan.options[$0].function == function }) else { continue }
                        for option in order {
                            evaluate(
                                option, function, drivers, first, lanes: lanes, contexts: contexts,
                                baselineFlow: baselineFlow, outcomes: outcomes, sums: sums,
                                flows: flows.map { ($0 + option * (months + 1) * count, count) })
                        }
                    }
                }
            }
        }
    }

    @inline(__always)
    private func store(_ value: Lanes, _ row: UnsafeMutablePointer<Double>, _ first: Int) {
        UnsafeMutableRawPointer(row + first).storeBytes(of: value, as: Lanes.self)
    }

    /// What all options of a function share. Returns the discounted volume.
    private func prepare(
        _ function: Int, _ rows: DriverRows, _ first: Int, into contexts: UnsafeMutableBufferPointer<MonthContext>
    ) -> Lanes {
        let f = plan.functions[function]
        @inline(__always) func load(_ term: Term) -> Lanes { term.load(rows, first) }
        var volume = CompoundPath(from: load(f.volume), ratePerYear: load(f.growth))
        var pay = CompoundPath(from: Lanes(repeating: 1), ratePerYear: load(f.clientPayGrowth))
        var prices = CompoundPath(from: Lanes(repeating: 1), ratePerYear: load(f.inflation))
        let hours: Lanes = load(f.handleTime) * (1.0 / 60)
        let rework: Lanes = load(f.reworkMinutes) * (1.0 / 60)
        let hour: Lanes = load(f.clientHourPay) * (load(f.clientOnCost) + 1)
        let supervisor: Lanes = hour * load(f.clientPaidHours) * load(f.clientSupervisorRatio)
        let errorCost = load(f.errorCost)
        var items = Lanes.zero
        for t in 1...plan.months {
            if t > 1 {
                volume.step()
                pay.step()
                prices.step()
            }
            let v: Lanes = volume.value * f.seasonality[t - 1]
            items += v * plan.discounts[t]
            (contexts.baseAddress! + t - 1).initialize(
                to: MonthContext(
                    t: t, volume: v, hoursPerItem: hours, clientPayIndex: pay.value, priceIndex: prices.value,
                    clientHour: hour * pay.value, clientSupervisor: supervisor * pay.value,
                    errorCost: errorCost * pay.value, reworkHours: rework))
        }
        return items
    }

    private func evaluate(
        _ option: Int, _ function: Int, _ rows: DriverRows, _ first: Int, lanes: Int,
        contexts: UnsafeMutableBufferPointer<MonthContext>, baselineFlow: UnsafeMutableBufferPointer<Lanes>,
        outcomes: OutcomeRows, sums: UnsafeMutablePointer<Double>,
        flows: (base: UnsafeMutablePointer<Float>, stride: Int)?
    ) {
        let o = plan.options[option]
        let months = plan.months
        @inline(__always) func load(_ term: Term) -> Lanes { term.load(rows, first) }
        let one = Lanes(repeating: 1)
        var total = CategorySums()
        var headline = Lanes.zero
        var indexed = Lanes.zero
        var people = Lanes.zero
        var cumulative = Lanes.zero
        var payback = Lanes.zero

        @inline(__always) func record(_ flow: Lanes, month t: Int) {
            if o.isBaseline {
                baselineFlow[t] = flow
            } else if comparesWithBaseline {
                cumulative += baselineFlow[t] - flow
                // The month counts only as long as the saving stays positive.
                let positive = cumulative .>= 0
                payback.replace(with: 0, where: .!positive)
                payback.replace(with: Double(t), where: positive .& (payback .== 0) .& (SIMDMask(repeating: t > 0)))
            }
            if let flows {
                for lane in 0..<laneCount { flows.base[t * flows.stride + first + lane] = Float(flow[lane]) }
            }
        }

        if o.isBaseline {
            let team = DeliveryKernel(
                o.delivery, rows, first, volume: contexts[0].volume, learningStart: one, stranded: .zero)
            record(.zero, month: 0)
            for t in 1...months {
                let month = contexts.baseAddress! + t - 1
                team.advance(to: t, contractMonths: t - 1)
                let today = team.headline(month, share: one)
                var (cost, heads) = team.step(
                    month, share: one, multiplier: one, age: Lanes(repeating: 24), isNew: false, givesUp: false)
                for risk in o.risks where risk.month == t && !risk.cost.isZero {
                    cost.risk += load(risk.event) * load(risk.cost)
                }
                if t == months { cost.exit += load(o.exitAtEnd) }
                total.add(cost, times: plan.discounts[t])
                headline += today * plan.discounts[t]
                indexed += (cost.labour + cost.fees) * plan.discounts[t]
                people = heads
                record(cost.total, month: t)
            }
        } else {
            let share = load(o.share)
            var start = Lanes(repeating: o.startMonth)
            var chances = CategorySums()
            for risk in o.risks {
                let event = load(risk.event)
                if !risk.delay.isZero { start += event * load(risk.delay) }
                if !risk.cost.isZero { chances.risk += event * load(risk.cost) * plan.discounts[risk.month] }
            }
            total.risk = chances.risk
            let transfer: Lanes = one / Lanes.maximum(load(o.transferMonths), Lanes(repeating: 1e-6))
            let parallel = load(o.parallelMonths)
            let learning = LearningCurve(start: load(o.learningStart), monthsToStandard: load(o.monthsToStandard))
            let baseline = plan.options[plan.functions[function].baseline]
            let old = DeliveryKernel(
                baseline.delivery, rows, first, volume: contexts[0].volume, learningStart: one,
                stranded: load(o.strandedShare) * load(o.strandedMonths))
            let new = DeliveryKernel(
                o.delivery, rows, first, volume: contexts[0].volume, learningStart: load(o.learningStart),
                stranded: .zero)

            // The one-off costs of the move, at its planned start.
            let startsAt = min(months - 1, Int(o.startMonth))
            let startContext = contexts.baseAddress! + startsAt
            var planned: Lanes = load(o.transitionCost) + load(o.setUp)
            if !o.selectionShare.isZero {
                planned += load(o.selectionShare) * new.headline(startContext, share: share) * 12
            }
            let oneOff: Lanes = planned * load(o.overrun)
            total.transition = oneOff * plan.discounts[startsAt]
            let expatriates = load(o.expatriates)
            let hazard = load(o.earlyEndHazard)
            let ends: Lanes
            if o.earlyEndHazard.isZero {
                ends = Lanes(repeating: .infinity)
            } else {
                // Exponential waiting time: −ln(1 − u)/hazard years after the start.
                let survival = Lanes.maximum(one - load(o.earlyEndDraw), Lanes(repeating: 1e-12))
                let wait: Lanes = (Lanes.zero - survival.naturalLogarithm) * 12
                ends = start + wait / Lanes.maximum(hazard, Lanes(repeating: 1e-9))
            }
            let exitFactor = load(o.exitFactor)
            let notice = load(o.noticeMonths)

            var lastShare = one
            record(startsAt == 0 ? oneOff : .zero, month: 0)
            for t in 1...months {
                let month = contexts.baseAddress! + t - 1
                let v = plan.discounts[t]
                old.advance(to: t, contractMonths: t - 1)
                new.advance(to: t, contractMonths: t - 1 - startsAt)
                let elapsed: Lanes = Lanes(repeating: Double(t)) - start
                let moved: Lanes = (elapsed * transfer).clamped(0, 1)
                let released: Lanes = ((elapsed - parallel) * transfer).clamped(0, 1)
                let newShare: Lanes = moved * share
                let oldShare: Lanes = one - released * share
                let age = Lanes.maximum(elapsed, one)
                var cost = CategorySums()

                // Also in the month in which nothing is left to do: then the last heads go.
                if t == 1 || any(oldShare .> 0) || any(lastShare .> 0) {
                    let (part, _) = old.step(
                        month, share: oldShare, multiplier: one, age: Lanes(repeating: 24), isNew: false, givesUp: true)
                    cost.add(part, times: 1)
                }
                lastShare = oldShare
                let multiplier = learning.multiplier(logMonth: age.naturalLogarithm)
                let (part, heads) = new.step(
                    month, share: newShare, multiplier: multiplier, age: age, isNew: true, givesUp: false)
                cost.add(part, times: 1)
                people = heads
                let today = new.headline(month, share: share)
                headline += today * v
                indexed += today * new.priceFactor() * v
                if any(share .< 1) {
                    let stays = old.headline(month, share: one - share)
                    headline += stays * v
                    indexed += stays * old.priceFactor() * v
                }

                if !o.expatriates.isZero {
                    let first12 = Lanes.zero.replacing(with: 1, where: (elapsed .> 0) .& (elapsed .<= 12))
                    cost.governance += expatriates * month.pointee.clientSupervisor * first12
                }
                if !o.earlyEndHazard.isZero {
                    let now = (ends .> Double(t - 1)) .& (ends .<= Double(t))
                    let due: Lanes = oneOff * exitFactor + (part.fees + part.labour) * notice
                    cost.exit = Lanes.zero.replacing(with: due, where: now)
                }
                if t == months { cost.exit += load(o.exitAtEnd) }
                total.add(cost, times: v)
                var flow = cost.total
                if startsAt == t { flow += oneOff }
                for risk in o.risks where risk.month == t && !risk.cost.isZero {
                    flow += load(risk.event) * load(risk.cost)
                }
                record(flow, month: t)
            }
        }
        store(total.total, outcomes.row(row(option, .presentValue)), first)
        store(headline, outcomes.row(row(option, .headline)), first)
        store(payback, outcomes.row(row(option, .payback)), first)
        let kinds: [Lanes] = [
            total.labour, total.fees, total.hiring, total.facilities, total.governance, total.travel,
            total.coordination, total.quality, total.transition, total.exit, total.risk, indexed, people,
        ]
        for (index, value) in kinds.enumerated() {
            let slot = sum(option, index)
            if lanes == laneCount {
                sums[slot] += value.laneSum
            } else {
                for lane in 0..<max(0, lanes) { sums[slot] += value[lane] }
            }
        }
    }
}
