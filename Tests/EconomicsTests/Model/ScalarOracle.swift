import Foundation

/// The notes' formulas (economics.md § 6) in plain doubles, one month after the other: slow, and written without a look
/// at the kernel. Random parameters; `yaml` is the same case for the engine.
struct ScalarOracle {
    // The work.
    let months: Int, rate: Double
    let volume: Double, growth: Double, handle: Double, seasons: [Double]
    let errorRate: Double, errorCost: Double, rework: Double
    // Own people.
    let wage: Double, onCost: Double, payGrowth: Double, attrition: Double, shrinkage: Double, utilisation: Double
    let paidHours: Double, span: Double, supervisor: Double, recruiting: Double, training: Double, trainer: Double
    let ramp: Double, productivity: Double, severance: Double, retention: Double, redeployed: Double
    let seat: Double, site: Double, shift: Double
    // The partner.
    enum Basis: Int, CaseIterable { case item, tiers, hour, person, fixed }
    let basis: Basis
    let price: Double, limit: Double, indexation: Double, minimum: Double
    let partnerHours: Double, partnerShrinkage: Double
    // The move.
    let share: Double, start: Int, transfer: Double, parallelWeeks: Double, startFactor: Double, toStandard: Double
    let cost: Double, overrun: Double, selection: Double, governance: Double, heads: Double, trips: Double, trip: Double
    let newErrors: Double, coordination: Double, atEnd: Double, stranded: Double, strandedMonths: Double

    init(_ r: inout TestRandom) {
        months = r.whole(1...72)
        rate = r.uniform(0, 0.2)
        volume = r.uniform(200, 60_000)
        growth = r.uniform(-0.2, 0.4)
        handle = r.uniform(1, 20)
        seasons = (0..<12).map { _ in r.uniform(0.5, 1.5) }
        errorRate = r.uniform(0, 0.05)
        errorCost = r.uniform(0, 20)
        rework = r.uniform(0, 15)
        wage = r.uniform(500, 6000)
        onCost = r.uniform(0, 0.6)
        payGrowth = r.uniform(-0.02, 0.12)
        attrition = r.uniform(0, 1.5)
        shrinkage = r.uniform(0, 0.4)
        utilisation = r.uniform(0.6, 1)
        paidHours = r.uniform(100, 180)
        span = r.uniform(5, 20)
        supervisor = r.chance(0.3) ? 0 : r.uniform(1, 2)
        recruiting = r.uniform(0, 5000)
        training = r.uniform(0, 8)
        trainer = r.uniform(0, 80)
        ramp = r.uniform(0, 6)
        productivity = r.uniform(0.3, 1)
        severance = r.uniform(0, 6)
        retention = r.uniform(0, 2)
        redeployed = r.uniform(0, 1)
        seat = r.uniform(0, 9000)
        site = r.uniform(0, 5000)
        shift = r.uniform(0, 0.3)
        basis = Basis.allCases[r.whole(0...4)]
        price = r.uniform(0.5, 30)
        limit = r.uniform(100, 40_000)
        indexation = r.uniform(-0.02, 0.08)
        minimum = r.uniform(0, 30_000)
        partnerHours = r.uniform(100, 180)
        partnerShrinkage = r.uniform(0, 0.4)
        share = r.chance(0.5) ? 1 : r.uniform(0.1, 1)
        start = r.whole(0...(months - 1))
        transfer = r.chance(0.3) ? 0 : r.uniform(0, 9)
        parallelWeeks = r.uniform(0, 12)
        startFactor = r.uniform(1, 2)
        toStandard = r.uniform(1.1, 20)
        cost = r.uniform(0, 200_000)
        overrun = r.uniform(0.7, 2)
        selection = r.uniform(0, 0.04)
        governance = r.uniform(0, 0.15)
        heads = r.chance(0.5) ? 0 : r.uniform(0, 3)
        trips = r.uniform(0, 8)
        trip = r.uniform(0, 6000)
        newErrors = r.uniform(1, 3)
        coordination = r.uniform(0, 0.2)
        atEnd = r.uniform(0, 30_000)
        stranded = r.uniform(0, 1)
        strandedMonths = r.uniform(0, 12)
    }

    // MARK: Formulas

    private func items(_ t: Int) -> Double {
        volume * pow(1 + growth, Double(t - 1) / 12) * seasons[(t - 1) % 12] / (seasons.reduce(0, +) / 12)
    }
    private func workHours(_ t: Int, _ part: Double) -> Double { items(t) * part * handle / 60 }
    private var loaded: Double { wage * (1 + shift) * (1 + onCost) }
    private func payIndex(_ t: Int) -> Double { pow(1 + payGrowth, Double(t - 1) / 12) }
    private func discount(_ t: Int) -> Double { pow(1 + rate, -Double(t) / 12) }
    private func clerks(_ t: Int, _ part: Double) -> Double {
        (workHours(t, part) / (paidHours * (1 - shrinkage) * utilisation)).rounded(.up)
    }
    private var leavers: Double { attrition < 1 ? 1 - pow(1 - attrition, 1.0 / 12) : attrition / 12 }

    /// Own people's cost in month t for a part of the work, after `before` heads for `partBefore`. A quiet month dismisses
    /// nobody; only work that moves away does.
    private func own(
        _ t: Int, _ part: Double, before: Double, partBefore: Double, givesUp: Bool
    ) -> (cost: Double, heads: Double) {
        let needed = clerks(t, part)
        let n = part < partBefore ? needed : max(needed, before * (1 - leavers))
        let chiefs = supervisor > 0 ? (n / span).rounded(.up) : 0
        let pay = loaded * payIndex(t)
        let gone = before * leavers
        let hires = max(0, n - before + gone)
        let dismissed = max(0, before - gone - n)
        let hire =
            recruiting + training * 12 / 52 * pay + trainer * pay / paidHours + (1 - productivity) * ramp / 2 * pay
        var cost = pay * (n + supervisor * chiefs) + hires * hire
        cost += (n + chiefs) * seat / 12 + (part > 0 ? site : 0)
        cost += dismissed * ((1 - redeployed) * severance + (givesUp ? retention : 0)) * pay
        if givesUp { cost += max(0, before - n) * seat / 12 * stranded * strandedMonths }
        cost += items(t) * part * errorRate * (errorCost * payIndex(t) + rework / 60 * pay / paidHours)
        return (cost, n)
    }

    var baseline: Double {
        var before = clerks(1, 1)
        var sum = 0.0
        for t in 1...months {
            let (cost, heads) = own(t, 1, before: before, partBefore: 1, givesUp: false)
            sum += discount(t) * cost
            before = heads
        }
        return sum
    }

    private func charge(_ t: Int, _ part: Double, slow: Double) -> Double {
        let n = items(t) * part
        let billed = part > 0 ? max(n, minimum) : n
        switch basis {
        case .item: return billed * price
        case .tiers: return min(billed, limit) * price + max(0, billed - limit) * price * 0.8
        case .hour: return workHours(t, part) * slow / (1 - partnerShrinkage) * price
        case .person: return workHours(t, part) * slow / (1 - partnerShrinkage) / partnerHours * price * 100
        case .fixed: return price * 1000 * part / share
        }
    }

    var option: Double {
        var before = clerks(1, 1)
        var leftBefore = 1.0
        let planned = cost + selection * 12 * charge(start + 1, share, slow: 1)
        var sum = planned * overrun * discount(start) + atEnd * discount(months)
        for t in 1...months {
            let age = Double(t - start)
            func part(_ since: Double) -> Double {
                transfer > 0 ? min(1, max(0, since / transfer)) : (since > 0 ? 1 : 0)
            }
            let moved = share * part(age)
            let left = 1 - share * part(age - parallelWeeks * 12 / 52)
            var month: Double
            (month, before) = own(t, left, before: before, partBefore: leftBefore, givesUp: true)
            leftBefore = left
            let slow = max(1, startFactor * pow(max(age, 1), -log(startFactor) / log(toStandard)))
            let fees = charge(t, moved, slow: slow) * pow(1 + indexation, Double(max(0, (t - 1 - start) / 12)))
            // Where no supervisors are known, a retained head is paid as a clerk.
            let manager = wage * (1 + onCost) * payIndex(t) * (supervisor > 0 ? supervisor : 1)
            month += fees + max(governance * fees, moved > 0 ? heads * manager : 0)
            if moved > 0 { month += trips * trip / 12 }
            let lag = startFactor > 1 ? (slow - 1) / (startFactor - 1) : 0
            month += items(t) * moved * errorRate * (1 + (newErrors - 1) * lag) * errorCost * payIndex(t)
            month += coordination * workHours(t, moved) * wage * (1 + onCost) / paidHours * payIndex(t)
            sum += month * discount(t)
        }
        return sum
    }

    // MARK: The same for the engine

    private var priceText: String {
        switch basis {
        case .item: "perTransaction: \(price), minimumPerMonth: \(minimum)"
        case .tiers:
            "tiers: [{ upTo: \(limit), price: \(price) }, { price: \(price * 0.8) }], minimumPerMonth: \(minimum)"
        case .hour: "perHour: \(price)"
        case .person: "perPersonMonth: \(price * 100)"
        case .fixed: "fixed: \(price * 1000)"
        }
    }

    private func percent(_ fraction: Double) -> String { "\(fraction * 100)%" }

    var yaml: String {
        let month = start % 12 + 1
        return """
            case: Oracle
            assumptions: none
            client: { name: Test, country: US, currency: USD }
            horizon: { start: 2027-01, months: \(months), discountRate: \(percent(rate)) }
            functions:
              work:
                kind: other
                volume: { perMonth: \(volume), growthPerYear: \(percent(growth)), seasonality: \(seasons) }
                handleTime: \(handle)
                errorRate: \(percent(errorRate))
                errorCost: \(errorCost)
                reworkTime: \(rework)
            options:
              keep:
                ownership: in-house
                country: US
                baseline: true
                people:
                  wage: { amount: \(wage), per: month }
                  onCost: \(percent(onCost))
                  wageGrowth: \(percent(payGrowth))
                  attrition: \(percent(attrition))
                  shrinkage: \(percent(shrinkage))
                  utilisation: \(percent(utilisation))
                  paidHours: \(paidHours)
                  span: \(span)
                  \(supervisor > 0 ? "supervisorRatio: \(supervisor)" : "# no supervisors")
                  recruiting: \(recruiting)
                  trainingWeeks: \(training)
                  trainerHours: \(trainer)
                  rampMonths: \(ramp)
                  startProductivity: \(percent(productivity))
                  severanceMonths: \(severance)
                  retentionMonths: \(retention)
                  redeployed: \(percent(redeployed))
                  shiftPremium: \(percent(shift))
                facilities: { seat: \(seat), sitePerMonth: \(site) }
              bpo:
                ownership: partner
                country: US
                share: \(percent(share))
                start: \(2027 + start / 12)-\(month < 10 ? "0" : "")\(month)
                price: { \(priceText), indexation: \(percent(indexation)) }
                people: { paidHours: \(partnerHours), shrinkage: \(percent(partnerShrinkage)) }
                learning: { startFactor: \(startFactor), monthsToStandard: \(toStandard) }
                transition:
                  cost: \(cost)
                  months: \(transfer)
                  parallelWeeks: \(parallelWeeks)
                  overrun: \(overrun)
                  selectionShare: \(percent(selection))
                  strandedShare: \(percent(stranded))
                  strandedMonths: \(strandedMonths)
                governance: { share: \(percent(governance)), minimumHeads: \(heads), tripsPerYear: \(trips), tripCost: \(trip) }
                quality: { newTeamFactor: \(newErrors) }
                coordination: { overhead: \(percent(coordination)) }
                exit: { atEnd: \(atEnd) }

            """
    }
}
