import Economics
import Foundation
import Notation
import Reports
import Sourcing

/// A decision made by hand, in the shape of the mock-up of the report: no engine is needed to test what people see.
enum Fixtures {
    static func theCase(title: String = "Accounts payable back office", months: Int = 60) -> Case {
        var function = BusinessFunction(
            name: "invoice-entry", kind: .dataEntry, volumePerMonth: Stated(.fixed(42_000)),
            handleTime: Stated(.percentiles(p10: 2.6, p50: 3.1, p90: 4.0, min: nil, max: nil)), languages: ["en"])
        function.item = "invoice"
        function.title = "Invoice entry"
        func option(
            _ name: String, _ title: String, _ ownership: Ownership, _ country: String, _ zone: String, _ city: String,
            price: Double? = nil
        ) -> SourcingOption {
            var option = SourcingOption(
                name: name, function: "invoice-entry", ownership: ownership, country: country, timeZone: zone,
                isBaseline: name == "keep")
            option.title = title
            option.city = city
            option.price = price.map { .init(basis: .perTransaction(Stated(.fixed($0))), currency: "USD") }
            return option
        }
        return Case(
            title: title,
            client: Client(name: "Larkfield Foods", country: "US", timeZone: "America/Chicago", currency: "USD"),
            horizon: Horizon(start: YearMonth(year: 2027, month: 1), months: months, discountRate: 0.09),
            functions: [function],
            options: [
                option("keep", "Keep in-house, Chicago", .inHouse, "US", "America/Chicago", "Chicago"),
                option(
                    "kansas", "Prairie BPO, Kansas City", .partner, "US", "America/Chicago", "Kansas City", price: 1.85),
                option("pune", "Deccan Services, Pune", .partner, "IN", "Asia/Kolkata", "Pune", price: 0.62),
                option("manila", "Own unit, Manila", .captive, "PH", "Asia/Manila", "Manila"),
            ], document: .map(["case": .text(title)]))
    }

    struct Sketch {
        var name: String
        var title: String
        var model: DeliveryModel
        var p10: Double, p50: Double, p90: Double, mean: Double
        var best: Double
        var beats: Double?
        /// In the order of `CostCategory.allCases`.
        var breakdown: [Double]
    }

    static let sketches: [Sketch] = [
        Sketch(
            name: "pune", title: "Deccan Services, Pune", model: .init(ownership: .partner, geography: .offshore),
            p10: 3_501_000, p50: 3_948_000, p90: 4_659_000, mean: 4_033_000, best: 0.83, beats: 0.99,
            breakdown: [120, 1707, 7, 136, 651, 100, 762, 247, 203, 40, 60].map { $0 * 1000 }),
        Sketch(
            name: "manila", title: "Own unit, Manila", model: .init(ownership: .captive, geography: .offshore),
            p10: 3_760_000, p50: 4_308_000, p90: 5_079_000, mean: 4_378_000, best: 0.17, beats: 0.99,
            breakdown: [1745, 0, 47, 460, 469, 100, 780, 191, 486, 20, 80].map { $0 * 1000 }),
        Sketch(
            name: "kansas", title: "Prairie BPO, Kansas City", model: .init(ownership: .partner, geography: .onshore),
            p10: 5_356_000, p50: 5_723_000, p90: 6_201_000, mean: 5_755_000, best: 0.002, beats: 0.81,
            breakdown: [150, 4540, 1, 48, 364, 20, 260, 90, 222, 20, 40].map { $0 * 1000 }),
        Sketch(
            name: "keep", title: "Keep in-house, Chicago", model: .init(ownership: .inHouse, geography: .onshore),
            p10: 5_389_000, p50: 6_521_000, p90: 8_364_000, mean: 6_731_000, best: 0, beats: nil,
            breakdown: [5979, 0, 132, 524, 0, 0, 0, 96, 0, 0, 0].map { $0 * 1000 }),
    ]

    static func answer(_ sketch: Sketch, months: Int = 60, scale: Double = 1) -> OptionAnswer {
        let isBaseline = sketch.name == "keep"
        var pv = CostDistribution()
        pv.mean = sketch.mean * scale
        pv.p10 = sketch.p10 * scale
        pv.p50 = sketch.p50 * scale
        pv.p90 = sketch.p90 * scale
        (pv.p5, pv.p25, pv.p75, pv.p95) = (pv.p10 * 0.97, (pv.p10 + pv.p50) / 2, (pv.p50 + pv.p90) / 2, pv.p90 * 1.05)
        pv.cvar95 = pv.p90 * 1.1
        pv.standardDeviation = (pv.p90 - pv.p10) / 2.56
        pv.standardError = pv.standardDeviation / 316
        pv.medianStandardError = pv.standardError * 1.25
        pv.histogramLow = pv.p10 * 0.9
        pv.histogramHigh = pv.p90 * 1.12
        let width = (pv.histogramHigh - pv.histogramLow) / 40
        pv.histogram = (0..<40).map { bin in
            let x = pv.histogramLow + (Double(bin) + 0.5) * width
            let z = (x - pv.p50) / (x < pv.p50 ? pv.p50 - pv.p10 : pv.p90 - pv.p50) * 1.28
            return Int(5000 * exp(-z * z / 2))
        }
        let month = pv.p50 / 48
        let bands = (0..<months).map { index -> MonthBand in
            let t = Double(index)
            let ramp = isBaseline ? 1.0 : index < 3 ? 2.2 : 1 + 0.5 * exp(-t / 6)
            let saved = isBaseline ? 0 : -90_000 * min(t + 1, 3) + 57_000 * max(0, t - 2)
            let cost = month * ramp * pow(1.06, t / 12)
            return MonthBand(
                month: YearMonth(year: 2027, month: 1).advanced(by: index), p10: cost * 0.88, p50: cost,
                p90: cost * 1.2,
                cumulativeP50: cost * (t + 1), savingP10: saved * (saved < 0 ? 1.4 : 0.55), savingP50: saved,
                savingP90: saved * (saved < 0 ? 0.7 : 1.6))
        }
        let items = 2_380_000.0 * scale
        return OptionAnswer(
            name: sketch.name, displayName: sketch.title, isBaseline: isBaseline, deliveryModel: sketch.model,
            presentValue: pv,
            costPerTransaction: .init(
                mean: pv.mean / items, p10: pv.p10 / items, p50: pv.p50 / items, p90: pv.p90 / items),
            breakdown: sketch.breakdown.map { $0 * scale }, monthly: bands,
            chanceToBeatBaseline: sketch.beats.map { Estimate($0, standardError: 0.001) },
            chanceToBeBest: Estimate(sketch.best, standardError: 0.001),
            netSaving: isBaseline
                ? nil
                : .init(
                    mean: (6_731_000 - sketch.mean) * scale, p10: 1_310_000 * scale, p50: 2_600_000 * scale,
                    p90: 4_320_000 * scale),
            netSavingStandardError: isBaseline ? nil : 4000,
            survivingShare: isBaseline ? nil : .init(mean: 0.58, p10: 0.38, p50: 0.6, p90: 0.75),
            payback: isBaseline ? nil : .init(p10: 7, p50: 10, p90: 16, chance: 0.99), peopleAtEnd: 21.4)
    }

    static let waterfall = Waterfall(
        option: "pune", baselineHeadline: 5_979_000, optionHeadline: 1_479_000,
        steps: [
            .init(title: "Price rises in the contract", change: -129_000),
            .init(title: "Paying two teams while Pune learns", change: -219_000),
            .init(title: "Governance and travel", change: -751_000),
            .init(title: "Coordination over distance", change: -762_000),
            .init(title: "More errors and rework", change: -151_000),
            .init(title: "Transition, exit, risks", change: -303_000),
            .init(title: "Hiring and training no longer needed", change: 125_000),
            .init(title: "Desks and software freed", change: 388_000),
        ], net: 2_698_000)

    /// Name, title, unit, low, high, lead at either, break-even.
    static let hinges: [(String, String, Economics.Unit, Double, Double, Double, Double, Double?)] = [
        ("handleTime", "Handle time of an invoice", .minutes, 2.6, 4.0, 106, 624, 2.3),
        ("attrition.pune", "Staff turnover a year, Deccan Services, Pune", .sharePerYear, 0.29, 0.55, 558, 109, 0.61),
        ("risk.pune.fails", "Contract fails, Deccan Services, Pune", .event, 0, 1, 365, 33, nil),
        (
            "site.manila", "Local management cost, Own unit, Manila", .money(currency: "USD", per: "month"), 8600,
            14_800, 196, 518, 4800
        ),
        (
            "setUp.manila", "Set-up, Own unit, Manila", .money(currency: "USD", per: nil), 299_000, 580_000, 221, 504,
            75_000
        ),
        ("fx.PHP", "Philippine peso against the dollar", .exchangeRate(currency: "PHP"), -1.28, 1.28, 218, 482, nil),
        ("errorRate.pune", "Error rate, Deccan Services, Pune", .share, 0.008, 0.022, 445, 220, 0.035),
        ("growth", "Growth of the volume a year", .sharePerYear, 0.038, 0.101, 392, 296, 0.24),
        (
            "overrun.pune", "Actual over planned cost of the transition, Deccan Services, Pune", .factor, 0.85, 1.45,
            380, 302, nil
        ),
        ("trips.pune", "Trips, Deccan Services, Pune", .count("trips a year"), 2, 6, 362, 330, nil),
        ("ramp.pune", "Time to full speed, Deccan Services, Pune", .months, 3, 10, 360, 331, nil),
    ]

    static func decision(months: Int = 60, title: String = "Accounts payable back office") -> Decision {
        let options = sketches.map { answer($0, months: months) }
        let rivalry = Rivalry(
            leader: "pune", rival: "manila", lead: Estimate(345_000, standardError: 2100),
            hinges: hinges.map {
                Hinge(
                    driver: $0.0, low: $0.3, high: $0.4, leadAtLow: $0.5 * 1000, leadAtHigh: $0.6 * 1000,
                    breakEven: $0.7)
            })
        let function = FunctionDecision(
            function: "invoice-entry", options: options, baseline: "keep",
            recommendation: Recommendation(
                headline: "Move invoice entry to Deccan Services in Pune",
                sentences: [
                    "It is the cheapest of the four options in 83 of 100 simulated futures, and cheaper than today’s way in 99 of 100.",
                    "Over five years it costs $4.03 M on average; today’s way costs $6.73 M.",
                    "The wage gap promises $4.50 M, and $2.70 M of it is left.",
                ], choice: "pune", reason: .cheapest),
            rivalry: rivalry, waterfall: waterfall,
            valueOfPerfectInformation: Estimate(36_000, standardError: 800), hiddenShareOfCharges: 0.61)
        let drivers = hinges.map { hinge in
            DriverAnswer(
                name: hinge.0, title: hinge.1, unit: hinge.2, p10: hinge.3, p50: (hinge.3 + hinge.4) / 2, p90: hinge.4,
                rankCorrelation: [("pune", 0.4), ("manila", 0.1)], firstOrderEffect: 0.1,
                valueOfPerfectInformation: Estimate(1000, standardError: 200),
                breakEven: hinge.7.map { DriverAnswer.BreakEven(value: $0, between: ["pune", "manila"]) })
        }
        return Decision(
            theCase: theCase(title: title, months: months), trials: 100_000, seed: 20_261_123, functions: [function],
            drivers: drivers, assumptions: assumptions, leftOut: ["Tax, transfer pricing and grants are not counted."])
    }

    static let assumptions: [Assumption] = [
        Assumption(
            key: "volume", title: "Invoices a month at the start", quantity: .fixed(42_000),
            unit: .count("items a month"),
            origin: .stated, source: nil, caveat: nil),
        Assumption(
            key: "growth", title: "Growth of the volume a year", quantity: .pert(low: 0.02, likely: 0.06, high: 0.15),
            unit: .sharePerYear, origin: .stated, source: "Sales plan 2026", caveat: nil, moves: 96_000),
        Assumption(
            key: "handleTime", title: "Handle time of an invoice",
            quantity: .percentiles(p10: 2.6, p50: 3.1, p90: 4.0, min: 1, max: nil), unit: .minutes, origin: .stated,
            source: nil, caveat: nil, moves: 518_000),
        Assumption(
            key: "attrition.pune", title: "Staff turnover a year, Deccan Services, Pune",
            quantity: .published(low: 0.22, likely: 0.38, high: 0.75), unit: .sharePerYear, origin: .published,
            source: "Published range of Indian BPO turnover, 2021", caveat: "cited, not read again", moves: 449_000),
        Assumption(
            key: "risk.pune.fails", title: "Contract fails, Deccan Services, Pune", quantity: .chance(0.06),
            unit: .event,
            origin: .published, source: nil, caveat: "our judgement", moves: 332_000),
        Assumption(
            key: "wage.keep", title: "Clerk’s pay, Keep in-house, Chicago", quantity: .fixed(3557),
            unit: .money(currency: "USD", per: "month"), origin: .atlas,
            source: "Pay by occupation, United States, 2024", caveat: nil),
        Assumption(
            key: "seat.pune", title: "Desk, Pune", quantity: .lognormal(p10: 91_000, p90: 142_000),
            unit: .money(currency: "INR", per: "year"), origin: .atlas, source: "Atlas, 2023", caveat: nil, moves: 300),
        Assumption(
            key: "overrun.pune", title: "Actual over planned cost of the transition",
            quantity: .normal(mean: 1.1, sd: 0.15), unit: .factor, origin: .published, source: "Default", caveat: nil,
            moves: 78_000),
        Assumption(
            key: "errors", title: "Error rate", quantity: .uniform(low: 0.008, high: 0.022), unit: .share,
            origin: .measured, source: "Quality checks, March to May 2026", caveat: nil, moves: 225_000),
    ]

    static let hours: [SiteHours] = [
        site("kansas", "Kansas City", "08:00–17:00", [(480, 9), (480, 9), (480, 9)], .onshore),
        site("pune", "Pune", "13:30–22:30", [(120, 3), (180, 4), (120, 3)], .offshore),
        site("manila", "Manila", "14:00–23:00", [(0, 1), (60, 2), (0, 1)], .offshore),
    ]

    private static func site(
        _ option: String, _ title: String, _ shift: String, _ periods: [(Int, Double)], _ geography: Geography
    ) -> SiteHours {
        let dates = [("2027-01-01", "2027-03-13"), ("2027-03-14", "2027-11-06"), ("2027-11-07", "2027-12-31")]
        let hours = periods.map(\.1)
        return SiteHours(
            option: option, title: title, shift: shift, clientWindow: (startMinute: 480, endMinute: 1080),
            periods: zip(dates, periods).map {
                .init(
                    from: $0.0, to: $0.1, hours: $1.1, shiftStartInClientMinutes: $1.0,
                    shiftEndInClientMinutes: $1.0 + 540)
            }, least: hours.min() ?? 0, most: hours.max() ?? 0, mean: hours[0] + (hours[1] - hours[0]) * 0.65,
            geography: geography)
    }
}
