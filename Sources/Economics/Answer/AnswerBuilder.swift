import Sourcing
import TrialKernels

/// Makes the decision out of a finished simulation.
struct AnswerBuilder {
    let theCase: Case
    let planned: CasePlanner.Result
    let model: CaseModel
    let result: TrialResult
    let seed: UInt64
    let threads: Int
    let searchesHinges: Bool

    var plan: CasePlan { planned.plan }
    var n: Int { result.trials }

    func build() -> Decision {
        let summaries = result.summaries(
            of: plan.options.indices.map { model.row($0, .presentValue) }, threads: threads)
        let monthly = MonthlyBands(planned: planned, model: model, trials: n, seed: seed).bands(
            start: theCase.horizon.start)
        let ranks = rankCorrelations()
        var functions: [FunctionDecision] = []
        var drivers = [DriverAnswer]()
        var effects = [Int: (effect: Double, value: Estimate)]()
        var hinges: [String: (hinge: Hinge, between: [String])] = [:]

        for (f, function) in plan.functions.enumerated() {
            let members = plan.options.indices.filter { plan.options[$0].function == f }
            let ordered = members.sorted {
                (summaries[$0].mean, plan.options[$0].name) < (summaries[$1].mean, plan.options[$1].name)
            }
            let baseline = function.baseline
            let answers = ordered.map { option(at: $0, members: members, summaries, monthly[$0], function: f) }
            let information = ValueOfInformation(result: result, rows: members.map { model.row($0, .presentValue) })
            let rivals = ordered.count > 1 ? (ordered[0], ordered[1]) : nil
            let lead = rivals.map { difference($0.1, $0.0) }
            // Per driver: what it explains of the lead, and what knowing it would be worth.
            let studied = Parallel.map(count: planned.specs.count, threads: threads) { d in
                information.effect(
                    of: result.uniforms(of: d), isEvent: planned.drivers.drivers[d].isEvent,
                    figure: { i in
                        rivals.map {
                            result.outcome(model.row($0.1, .presentValue))[i]
                                - result.outcome(model.row($0.0, .presentValue))[i]
                        }
                            ?? result.outcome(model.row(ordered[0], .presentValue))[i]
                    })
            }
            for (d, found) in studied.enumerated() {
                // A driver shared by functions counts where it counts most.
                if found.value.value >= effects[d]?.value.value ?? -1 { effects[d] = found }
            }
            var rivalry: Rivalry?
            if let rivals, let lead {
                let search = HingeSearch(planned: planned, leader: rivals.0, rival: rivals.1, seed: seed)
                let found = searchesHinges ? search.hinges(threads: threads) : []
                rivalry = Rivalry(
                    leader: plan.options[rivals.0].name, rival: plan.options[rivals.1].name, lead: lead, hinges: found)
                for hinge in found where hinges[hinge.driver].map({ $0.hinge.swing < hinge.swing }) ?? true {
                    hinges[hinge.driver] = (hinge, [plan.options[rivals.0].name, plan.options[rivals.1].name])
                }
            }
            let cheapestMove = ordered.first { $0 != baseline }
            let perfect = information.perfect()
            let recommendation = RecommendationWriter(
                currency: theCase.client.currency, months: plan.months, options: answers,
                baseline: plan.options[baseline].name, lead: lead, rivalry: rivalry
            ).write()
            functions.append(
                FunctionDecision(
                    function: function.name, options: answers, baseline: plan.options[baseline].name,
                    recommendation: recommendation, rivalry: rivalry,
                    waterfall: cheapestMove.map { waterfall($0, baseline: baseline) },
                    valueOfPerfectInformation: perfect,
                    hiddenShareOfCharges: hiddenShare(ordered, baseline: baseline)))
        }
        for (d, spec) in planned.specs.enumerated() {
            let function = planned.drivers.drivers[d].function
            drivers.append(
                DriverAnswer(
                    name: spec.name, title: spec.title, unit: spec.unit, p10: function.value(at: 0.1),
                    p50: function.value(at: 0.5), p90: function.value(at: 0.9),
                    rankCorrelation: plan.options.indices.map { (plan.options[$0].name, ranks[d][$0]) },
                    firstOrderEffect: effects[d]?.effect ?? 0,
                    valueOfPerfectInformation: effects[d]?.value ?? Estimate(0, standardError: 0),
                    breakEven: hinges[spec.name].flatMap { found in
                        found.hinge.breakEven.map { .init(value: $0, between: found.between) }
                    }))
        }
        var assumptions = planned.assumptions
        for i in assumptions.indices { assumptions[i].moves = hinges[assumptions[i].key]?.hinge.swing }
        return Decision(
            theCase: theCase, trials: n, seed: seed, functions: functions, drivers: drivers, assumptions: assumptions,
            leftOut: planned.leftOut)
    }

    // MARK: One option

    private func option(
        at o: Int, members: [Int], _ summaries: [SampleSummary], _ monthly: [MonthBand], function f: Int
    ) -> OptionAnswer {
        let baseline = plan.functions[f].baseline
        let cost = result.outcome(model.row(o, .presentValue))
        let base = result.outcome(model.row(baseline, .presentValue))
        let volume = result.outcome(model.volumeRow(f))
        let s = summaries[o]
        var distribution = CostDistribution()
        distribution.mean = s.mean
        distribution.standardDeviation = s.standardDeviation
        distribution.standardError = s.standardError
        distribution.p5 = s.percentile(0.05)
        distribution.p10 = s.percentile(0.10)
        distribution.p25 = s.percentile(0.25)
        distribution.p50 = s.percentile(0.50)
        distribution.p75 = s.percentile(0.75)
        distribution.p90 = s.percentile(0.90)
        distribution.p95 = s.percentile(0.95)
        distribution.cvar95 = s.cvar95
        distribution.histogram = s.histogram
        distribution.histogramLow = s.histogramLow
        distribution.histogramHigh = s.histogramHigh
        distribution.medianStandardError = medianError(s)
        let isBaseline = o == baseline
        let perItem = derived { cost[$0] / volume[$0] }
        let saving = isBaseline ? nil : derived { base[$0] - cost[$0] }
        var surviving: Distribution80?
        if !isBaseline {
            let headlineBase = result.outcome(model.row(baseline, .headline))
            let headline = result.outcome(model.row(o, .headline))
            let gap = derived { headlineBase[$0] - headline[$0] }
            // A ratio means nothing where the gap can be about zero.
            if gap.mean > 0, gap.percentile(0.05) > 0 {
                let share = derived { (base[$0] - cost[$0]) / max(headlineBase[$0] - headline[$0], 1e-9) }
                surviving = Self.shape(share)
                if let saving { surviving?.mean = saving.mean / gap.mean }
            }
        }
        let best = shareOfTrials { i in
            members.allSatisfy { $0 == o || cost[i] < result.outcome(model.row($0, .presentValue))[i] }
        }
        return OptionAnswer(
            name: plan.options[o].name, displayName: theCase.options[o].displayName, isBaseline: isBaseline,
            deliveryModel: planned.models[o], presentValue: distribution, costPerTransaction: Self.shape(perItem),
            breakdown: CostCategory.allCases.indices.map { result.mean(ofSum: model.sum(o, $0)) }, monthly: monthly,
            chanceToBeatBaseline: isBaseline ? nil : shareOfTrials { cost[$0] < base[$0] }, chanceToBeBest: best,
            netSaving: saving.map(Self.shape), netSavingStandardError: saving?.standardError, survivingShare: surviving,
            payback: isBaseline ? nil : payback(o),
            peopleAtEnd: result.mean(
                ofSum: model.sum(o, CostCategory.allCases.count + CaseModel.Extra.peopleAtEnd.rawValue)))
    }

    private static func shape(_ s: SampleSummary) -> Distribution80 {
        Distribution80(mean: s.mean, p10: s.percentile(0.1), p50: s.percentile(0.5), p90: s.percentile(0.9))
    }

    private func derived(_ value: (Int) -> Double) -> SampleSummary {
        let values = (0..<n).map(value)
        return values.withUnsafeBufferPointer { SampleSummary($0, blockSize: result.blockSize) }
    }

    /// A share with its binomial standard error: an upper bound for stratified draws.
    private func shareOfTrials(_ holds: (Int) -> Bool) -> Estimate {
        var count = 0
        for i in 0..<n where holds(i) { count += 1 }
        let p = Double(count) / Double(n)
        return Estimate(p, standardError: (p * (1 - p) / Double(n)).squareRoot())
    }

    /// 1/(2 f √n) with the density at the median from the quartiles, as for a normal (an upper bound here).
    private func medianError(_ s: SampleSummary) -> Double {
        let spread = (s.percentile(0.75) - s.percentile(0.25)) / 1.349
        return 1.2533 * spread / Double(n).squareRoot()
    }

    private func payback(_ o: Int) -> OptionAnswer.Payback {
        let months = result.outcome(model.row(o, .payback))
        // "Never" is later than any month, so it sorts last and a percentile may fall on it.
        let sorted = months.map { $0 == 0 ? Double.infinity : $0 }.sorted()
        func at(_ p: Double) -> Double? {
            let value = sorted[Int((Double(n - 1) * p).rounded())]
            return value.isFinite ? value : nil
        }
        let never = sorted.reversed().prefix { $0 == .infinity }.count
        return .init(p10: at(0.1), p50: at(0.5), p90: at(0.9), chance: 1 - Double(never) / Double(n))
    }

    /// a's cost minus b's.
    private func difference(_ a: Int, _ b: Int) -> Estimate {
        let first = result.outcome(model.row(a, .presentValue))
        let second = result.outcome(model.row(b, .presentValue))
        let s = derived { first[$0] - second[$0] }
        return Estimate(s.mean, standardError: s.standardError)
    }

    private func rankCorrelations() -> [[Double]] {
        var own: [Int: [Double]] = [:]
        for (d, driver) in planned.drivers.drivers.enumerated() {
            guard driver.isEvent, case .chance(let p) = driver.quantity else { continue }
            own[d] = result.uniforms(of: d).map { $0 > Float(1 - p) ? 1 : 0 }
        }
        return result.rankCorrelations(
            driverCount: planned.specs.count,
            figures: plan.options.indices.map { .outcome(model.row($0, .presentValue)) }, threads: threads,
            ownValues: own)
    }

    // MARK: From headline to net saving

    private func waterfall(_ o: Int, baseline: Int) -> Waterfall {
        func part(_ option: Int, _ category: CostCategory) -> Double {
            result.mean(ofSum: model.sum(option, CostCategory.allCases.firstIndex(of: category)!))
        }
        func indexed(_ option: Int) -> Double {
            result.mean(ofSum: model.sum(option, CostCategory.allCases.count + CaseModel.Extra.indexed.rawValue))
        }
        func headline(_ option: Int) -> Double {
            SampleSummary(result.outcome(model.row(option, .headline)), blockSize: result.blockSize).mean
        }
        let baseHeadline = headline(baseline)
        let optionHeadline = headline(o)
        let basePeople = part(baseline, .labour) + part(baseline, .fees)
        let optionPeople = part(o, .labour) + part(o, .fees)
        var steps: [Waterfall.Step] = []
        func add(_ title: String, _ change: Double) {
            steps.append(.init(title: title, change: change))
        }
        add("Pay or price rises avoided today", basePeople - baseHeadline)
        add("Price or pay rises and exchange rate there", optionHeadline - indexed(o))
        add("Two teams paid while the new one learns", indexed(o) - optionPeople)
        func delta(_ categories: [CostCategory]) -> Double {
            categories.reduce(0) { $0 + part(baseline, $1) - part(o, $1) }
        }
        add("Hiring, training, turnover", delta([.hiring]))
        add("Space and technology", delta([.facilities]))
        add("Governance and travel", delta([.governance, .travel]))
        add("Coordination over distance", delta([.coordination]))
        add("Errors and rework", delta([.quality]))
        add("Transition", delta([.transition]))
        add("Exit and risks", delta([.exit, .risk]))
        let net = CostCategory.allCases.reduce(0) { $0 + part(baseline, $1) - part(o, $1) }
        return Waterfall(
            option: plan.options[o].name, baselineHeadline: baseHeadline, optionHeadline: optionHeadline,
            steps: steps.filter { abs($0.change) > 1e-9 }, net: net)
    }

    /// Governance, travel, coordination, transition and the cost of learning over the charges: beside Overby's 15–57 %.
    private func hiddenShare(_ ordered: [Int], baseline: Int) -> Double? {
        guard let o = ordered.first(where: { planned.models[$0].outsourced && $0 != baseline }) else { return nil }
        func part(_ category: CostCategory) -> Double {
            result.mean(ofSum: model.sum(o, CostCategory.allCases.firstIndex(of: category)!))
        }
        let fees = part(.fees)
        guard fees > 0 else { return nil }
        let hidden: [CostCategory] = [.governance, .travel, .coordination, .transition, .exit, .risk]
        let indexed = result.mean(
            ofSum: model.sum(o, CostCategory.allCases.count + CaseModel.Extra.indexed.rawValue))
        let twoTeams = max(0, part(.labour) + fees - indexed)
        return (hidden.reduce(0) { $0 + part($1) } + twoTeams) / fees
    }
}
