import Atlas
import Sourcing

extension CasePlanner {
    mutating func planOption(_ o: SourcingOption, function: BusinessFunction, index: Int) throws -> OptionPlan {
        let name = o.name
        let label = o.displayName
        let client = theCase.client.currency
        let moves = !o.isBaseline
        let isPartner = o.ownership == .partner
        let isCaptive = o.ownership == .captive
        func if_(_ condition: Bool, _ fallback: AssumptionBook.Fallback) -> AssumptionBook.Fallback? {
            condition ? fallback : nil
        }
        let delivery = try planDelivery(o, function)
        let start = o.start.map { Double($0.months(since: theCase.horizon.start)) } ?? 0

        var risks: [RiskPlan] = []
        for risk in o.risks {
            let key = "risk.\(name).\(risk.name)"
            let chance = QuantileFunction(risk.chance.quantity, bounds: 0...1).value(at: 0.5)
            let event = book.term(
                key, "\(risk.name) happens, \(label)", .event, Stated(.chance(chance), source: risk.chance.source),
                bounds: 0...1
            )
            risks.append(
                RiskPlan(
                    event: event,
                    cost: book.term(
                        "\(key).cost", "Cost if \(risk.name), \(label)", .money(currency: client, per: nil), risk.cost),
                    delay: book.term("\(key).delay", "Delay if \(risk.name), \(label)", .months, risk.delayMonths),
                    month: min(risk.month ?? 1, theCase.horizon.months)))
        }
        let hazard = book.term(
            "earlyEnd.\(name)", "Chance a year that the arrangement ends early, \(label)", .sharePerYear,
            o.exit.earlyEndPerYear, if_(isPartner && moves, .range("exit.hazard")), bounds: 0...5)
        let draw: Term =
            hazard.isZero
            ? .constant(0)
            : book.shock(
                "earlyEndTime.\(name)", "When the arrangement would end early, \(label)", .number,
                .uniform(low: 0, high: 1),
                source: "chance, at the rate above")
        return OptionPlan(
            name: name, function: index, isBaseline: o.isBaseline, delivery: delivery,
            share: book.term(
                "share.\(name)", "Share of the volume that moves, \(label)", .share, o.share, neutral: 1, bounds: 0...1),
            startMonth: start,
            transferMonths: book.term(
                "transferMonths.\(name)", "Months until all work has moved, \(label)", .months, o.transition.months,
                if_(moves, .range("transition.transferMonths"))),
            parallelMonths: book.term(
                "parallelWeeks.\(name)", "Weeks in which both teams are paid, \(label)", .weeks,
                o.transition.parallelWeeks,
                if_(moves, .range("transition.parallelWeeks"))
            ).times(12.0 / 52),
            learningStart: book.term(
                "startFactor.\(name)", "Handle time of the new team at first, over standard, \(label)", .factor,
                o.learning.startFactor, if_(moves, .range(startFactorKey(o))), neutral: 1, bounds: 1...20),
            monthsToStandard: book.term(
                "monthsToStandard.\(name)", "Months until the new team works at standard, \(label)", .months,
                o.learning.monthsToStandard, if_(moves, .range("learning.monthsToStandard")), neutral: 1,
                bounds: 0...600),
            transitionCost: book.term(
                "transitionCost.\(name)", "Planned one-off cost of the move, \(label)",
                .money(currency: client, per: nil),
                o.transition.cost),
            setUp: setUp(o, isCaptive: isCaptive),
            selectionShare: book.term(
                "selection.\(name)", "Choosing a partner, share of the first year’s charges, \(label)", .share,
                o.transition.selectionShare, if_(isPartner && moves, .range("transition.selection")), bounds: 0...1),
            overrun: book.term(
                "overrun.\(name)", "Actual over planned cost of the move, \(label)", .factor, o.transition.overrun,
                if_(moves, .range("transition.overrun")), neutral: 1, bounds: 0...20),
            strandedShare: book.term(
                "strandedShare.\(name)", "Share of freed desks’ cost that stays, \(label)", .share,
                o.transition.strandedShare,
                if_(moves, .range("stranded.share")), bounds: 0...1),
            strandedMonths: book.term(
                "strandedMonths.\(name)", "Months until freed desks are released, \(label)", .months,
                o.transition.strandedMonths, if_(moves, .range("stranded.months"))),
            expatriates: book.term(
                "expatriates.\(name)", "Own people sent in the first year, \(label)", .count("heads"),
                o.governance.expatriates, if_(isCaptive && moves, .range("captive.expatriates"))),
            earlyEndHazard: hazard, earlyEndDraw: draw,
            exitFactor: book.term(
                "exitCost.\(name)", "Cost of moving again over the first move’s, \(label)", .factor, o.exit.costFactor,
                if_(!hazard.isZero, .range("exit.cost"))),
            noticeMonths: book.term(
                "notice.\(name)", "Months of charges paid for notice, \(label)", .months, o.exit.noticeMonths,
                if_(!hazard.isZero, .range("exit.noticeMonths"))),
            exitAtEnd: book.term(
                "exitAtEnd.\(name)", "Due when the horizon ends, \(label)", .money(currency: client, per: nil),
                o.exit.atEnd),
            risks: risks)
    }

    private mutating func setUp(_ o: SourcingOption, isCaptive: Bool) -> Term {
        let client = theCase.client.currency
        let title = "Setting up the own unit, \(o.displayName)"
        if let stated = o.transition.setUp {
            return book.term("setUp.\(o.name)", title, .money(currency: client, per: nil), stated)
        }
        guard isCaptive, !o.isBaseline, theCase.usesDefaults else { return .constant(0) }
        return book.term(
            "setUp.\(o.name)", title, .money(currency: "USD", per: nil), nil,
            .range("captive.setUp", caveat: "for up to about 100 seats; always replace")
        ).times(rate(of: "USD", o, key: "transition.setUp"))
    }

    private func startFactorKey(_ o: SourcingOption) -> String {
        switch o.ownership {
        case .captive: return "learning.startFactor.captive"
        case .inHouse: return "learning.startFactor.partnerOnshore"
        case .partner:
            switch models.last?.geography {
            case .onshore, nil: return "learning.startFactor.partnerOnshore"
            case .nearshore: return "learning.startFactor.partnerNearshore"
            case .offshore: return "learning.startFactor.partnerOffshore"
            }
        }
    }

    // MARK: The team

    private mutating func planDelivery(_ o: SourcingOption, _ function: BusinessFunction) throws -> DeliveryPlan {
        let name = o.name
        let label = o.displayName
        let own = o.ownership != .partner
        let client = theCase.client.currency
        let ranges = keys(function.kind)
        func if_(_ condition: Bool, _ fallback: AssumptionBook.Fallback) -> AssumptionBook.Fallback? {
            condition ? fallback : nil
        }
        let moved = o.ownership != .inHouse
        /// One driver for all options, but an option that states its own has its own.
        func personal(_ field: String, _ stated: Stated?) -> String {
            "\(field).\(stated == nil ? function.name : name)"
        }
        var kind = DeliveryPlan.Kind.own
        var currency = Atlas.shared.country(o.country)?.currency ?? client
        if !own {
            guard let price = o.price else {
                fail(
                    o, "price", "A partner needs a price.",
                    "Write price: { perTransaction: … }, perHour, perPersonMonth, fixed or tiers.")
                return try planDeliveryWithout(o, function)
            }
            kind = .partner(tariff(price, o))
            if price.currency != client { currency = price.currency }
        }
        let wage: (term: Term, includesOnCost: Bool) = own ? wagePerMonth(o, function) : (.constant(0), false)
        let turnover: Term = own ? attrition(o, function) : .constant(0)
        let fx = exchange(currency)
        let extra: Term
        if own, theCase.usesDefaults, !wage.includesOnCost, let fact = Atlas.shared.country(o.country)?.extraPayMonths {
            extra = book.term(
                "extraPay.\(o.country)",
                "Months of pay beyond twelve, \(Atlas.shared.country(o.country)?.name ?? o.country)",
                .months, nil,
                .fact(
                    .fixed(fact.value), source: fact.source,
                    caveat: fact.wasRead == false ? "cited, not read again" : nil))
        } else {
            extra = .constant(0)
        }
        let supervisor: Term =
            own
            ? book.term(
                personal("supervisorRatio", o.people.supervisorRatio), "Supervisor’s pay over a clerk’s", .factor,
                o.people.supervisorRatio,
                .range("supervisor.wageRatio"), neutral: 0) : .constant(0)
        let errorFields = CostDefaults.shared["error.fieldsPerItem"]?.likely ?? 10
        let errors: Term
        if let stated = o.quality.errorRate {
            errors = book.term("errorRate.\(name)", "Wrong items, \(label)", .share, stated, bounds: 0...1)
        } else {
            errors = book.term(
                "errorRate.\(function.name)", "Wrong items of a practised team", .share, function.errorRate,
                if_(
                    hasErrorDefault(function.kind),
                    .range(
                        "error.field.single", times: errorFields,
                        caveat: "for \(Int(errorFields)) fields an item, our judgement")), bounds: 0...1)
        }
        let isUS = o.country == "US"
        return DeliveryPlan(
            kind: kind,
            paidHours: paidHours(o.country, stated: o.people.paidHours, option: o.people.paidHours == nil ? nil : name),
            shrinkage: shrinkage(o, function), utilisation: utilisation(o, function), wagePerMonth: wage.term,
            onCost: own && !wage.includesOnCost
                ? onCost(o.country, function, stated: o.people.onCost, option: o.people.onCost == nil ? nil : name)
                : .constant(0),
            extraPay: extra,
            shiftPremium: book.term(
                "shiftPremium.\(name)", "Pay premium for the shift, \(label)", .share, o.people.shiftPremium,
                if_(own && worksClientsNight(o), .range("coord.nightPremium")), bounds: 0...3),
            payGrowth: own
                ? payGrowth(o.country, stated: o.people.wageGrowth, option: o.people.wageGrowth == nil ? nil : name)
                : .constant(0),
            attrition: turnover,
            span: book.term(
                personal("span", o.people.span), "Clerks to a supervisor", .count("clerks"), o.people.span,
                if_(own, .range(ranges.span)), neutral: 1e9, bounds: 1...1e9),
            supervisorRatio: supervisor,
            recruiting: recruiting(o, own: own, isUS: isUS),
            recruitingShare: own && !isUS && o.people.recruiting == nil
                ? book.term(
                    "recruitingShare.\(o.country)", "Recruiting a hire, share of a year’s pay", .share, nil,
                    .range("recruiting.share.other"), bounds: 0...3) : .constant(0),
            trainingWeeks: own
                ? book.term(
                    personal("trainingWeeks", o.people.trainingWeeks), "Weeks of training before live work", .weeks,
                    o.people.trainingWeeks,
                    .range(ranges.training)) : .constant(0),
            trainerHours: own
                ? book.term(
                    personal("trainerHours", o.people.trainerHours), "Hours that colleagues spend on a hire", .hours,
                    o.people.trainerHours,
                    .range("training.othersHoursPerHire")) : .constant(0),
            rampMonths: own
                ? book.term(
                    personal("rampMonths", o.people.rampMonths), "Months from live work to full speed", .months,
                    o.people.rampMonths,
                    .range(ranges.ramp)) : .constant(0),
            startProductivity: own
                ? book.term(
                    personal("startProductivity", o.people.startProductivity),
                    "Speed of a hire after training, over standard", .share,
                    o.people.startProductivity, .range("ramp.startProductivity"), neutral: 1, bounds: 0...1)
                : .constant(1),
            severanceMonths: own ? severance(o, attrition: turnover) : .constant(0),
            retentionMonths: own
                ? book.term(
                    "retention.\(name)", "Bonus to stay until the handover, months of pay, \(label)", .months,
                    o.people.retentionMonths, .range("transition.retentionBonus")) : .constant(0),
            redeployed: book.term(
                "redeployed.\(name)", "Freed heads that find other work in the company, \(label)", .share,
                o.people.redeployed,
                bounds: 0...1),
            seatPerYear: own ? seat(o) : .constant(0),
            technologyPerYear: siteMoney(
                "technology.\(name)", "Technology a seat and year, \(label)", per: "year", o, o.facilities.technology),
            sitePerMonth: siteMoney(
                "site.\(name)", "The site a month, \(label)", per: "month", o, o.facilities.sitePerMonth),
            shiftsPerSeat: book.term(
                "shiftsPerSeat.\(name)", "Shifts that share a desk, \(label)", .count("shifts"),
                o.facilities.shiftsPerSeat,
                neutral: 1, bounds: 1...5),
            fxShock: fx.shock, fxVolatility: fx.volatility, fxDrift: fx.drift, isForeign: fx.isForeign,
            errorRate: errors,
            newTeamFactor: book.term(
                "newTeamErrors.\(name)", "Errors of the new team at first, over later, \(label)", .factor,
                o.quality.newTeamFactor, if_(!o.isBaseline, .range("error.newTeamFactor")), neutral: 1, bounds: 0...100),
            governanceShare: book.term(
                "governance.\(name)", "Governance and retained team, share of charges, \(label)", .share,
                o.governance.share,
                if_(moved, .range("governance.share")), bounds: 0...5),
            minimumHeads: book.term(
                "retainedHeads.\(name)", "Heads kept to manage it, at least, \(label)", .count("heads"),
                o.governance.minimumHeads, if_(moved, .range("governance.minimumHeads"))),
            tripsPerYear: trips(o, moved: moved),
            tripCost: book.term(
                "tripCost.\(name)", "Cost of a visit, \(label)", .money(currency: client, per: "trip"),
                o.governance.tripCost),
            coordination: try coordination(o, function))
    }

    /// After a fault, so that all other faults are still found.
    private mutating func planDeliveryWithout(_ o: SourcingOption, _ function: BusinessFunction) throws -> DeliveryPlan
    {
        var stand = o
        stand.price = .init(basis: .fixed(Stated(.fixed(0))), currency: theCase.client.currency)
        return try planDelivery(stand, function)
    }

    private mutating func trips(_ o: SourcingOption, moved: Bool) -> Term {
        let abroad = moved && o.country != theCase.client.country
        if abroad, o.governance.tripCost == nil {
            book.leaveOut(
                "\(o.displayName): travel is left out, because the case states no cost of a visit (governance.tripCost)."
            )
        }
        return book.term(
            "trips.\(o.name)", "Visits a year, \(o.displayName)", .count("trips a year"), o.governance.tripsPerYear,
            abroad && o.governance.tripCost != nil ? .range("governance.trips") : nil)
    }

    private mutating func recruiting(_ o: SourcingOption, own: Bool, isUS: Bool) -> Term {
        if let stated = o.people.recruiting {
            return book.term(
                "recruiting.\(o.name)", "Recruiting a hire, \(o.displayName)",
                .money(currency: theCase.client.currency, per: "hire"), stated)
        }
        guard own, isUS, theCase.usesDefaults else { return .constant(0) }
        return book.term(
            "recruiting.US", "Recruiting a hire, United States", .money(currency: "USD", per: "hire"), nil,
            .range("recruiting.cost.US")
        ).times(rate(of: "USD", o, key: "people.recruiting"))
    }

    /// A shift that lies mostly outside 07:00–19:00 at the site.
    private func worksClientsNight(_ o: SourcingOption) -> Bool {
        guard let text = o.hours, let window = try? DailyWindow(text) else { return false }
        let day = max(0, min(window.end, 19 * 60) - max(window.start, 7 * 60))
        return Double(day) < 0.75 * Double(window.end - window.start)
    }

    // MARK: Price and exchange
}
