import Sourcing
import Testing

/// Every way to write a number, as the value of the handle time (minutes) or of the volume's growth (a fraction).
@Suite struct QuantityFormTests {
    static let times: [(String, Quantity)] = [
        ("3", .fixed(3)),
        ("3.25", .fixed(3.25)),
        ("+3e0", .fixed(3)),
        ("3 min", .fixed(3)),
        ("\"3 minutes\"", .fixed(3)),
        ("90 s", .fixed(1.5)),
        ("90s", .fixed(1.5)),
        ("1.5 h", .fixed(90)),
        ("{ value: 90, unit: seconds, source: study }", .fixed(1.5)),
        ("{ low: 2, likely: 3, high: 5 }", .pert(low: 2, likely: 3, high: 5)),
        ("{ low: 0, likely: 3, high: 5 }", .pert(low: 0, likely: 3, high: 5)),
        ("{ low: 120, likely: 180, high: 300, unit: s }", .pert(low: 2, likely: 3, high: 5)),
        ("{ low: 120 s, likely: 3, high: 5 min }", .pert(low: 2, likely: 3, high: 5)),
        ("{ p10: 2, p50: 3, p90: 4 }", .percentiles(p10: 2, p50: 3, p90: 4, min: nil, max: nil)),
        ("{ p10: 2, p50: 3, p90: 5, min: 1 }", .percentiles(p10: 2, p50: 3, p90: 5, min: 1, max: nil)),
        ("{ p10: 2, p50: 3, p90: 5, max: 9 }", .percentiles(p10: 2, p50: 3, p90: 5, min: nil, max: 9)),
        ("{ p10: 2, p50: 3, p90: 5, min: 0, max: 9 }", .percentiles(p10: 2, p50: 3, p90: 5, min: 0, max: 9)),
        ("{ mean: 3, sd: 0.5 }", .normal(mean: 3, sd: 0.5)),
        ("{ uniform: [2, 5] }", .uniform(low: 2, high: 5)),
        ("{ lognormal: [2, 5] }", .lognormal(p10: 2, p90: 5)),
    ]

    @Test(arguments: times) func handleTime(_ written: String, _ expected: Quantity) throws {
        let read = try CaseReader.read(text: changed("handleTime: 3", "handleTime: \(written)"))
        #expect(read.functions.first?.handleTime.quantity == expected)
        #expect(read.functions.first?.handleTime.line == 8)
    }

    static let rates: [(String, Quantity)] = [
        ("6%", .fixed(0.06)),
        ("6 %", .fixed(0.06)),
        ("0.06", .fixed(0.06)),
        ("1", .fixed(1)),
        ("-10%", .fixed(-0.1)),
        ("150%", .fixed(1.5)),
        ("{ low: 2, likely: 6, high: 15, unit: \"%\" }", .pert(low: 0.02, likely: 0.06, high: 0.15)),
        ("{ low: 2%, likely: 6%, high: 15% }", .pert(low: 0.02, likely: 0.06, high: 0.15)),
    ]

    @Test(arguments: rates) func growth(_ written: String, _ expected: Quantity) throws {
        let read = try CaseReader.read(text: changed("perMonth: 42000", "perMonth: 42000, growthPerYear: \(written)"))
        #expect(read.functions.first?.growthPerYear?.quantity == expected)
    }

    @Test func sourceIsKept() throws {
        let read = try CaseReader.read(text: changed("handleTime: 3", "handleTime: { value: 3, source: Time study }"))
        #expect(read.functions.first?.handleTime.source == "Time study")
    }

    @Test func anEventWhereOneMakesSense() throws {
        let read = try CaseReader.read(
            text: changed(
                "country: IN", "country: IN, risks: { fire: { chance: { chance: 4% }, delayMonths: { chance: 0.5 } } }")
        )
        let risk = read.options.last?.risks.first
        #expect(risk?.chance.quantity == .fixed(0.04))
        #expect(risk?.delayMonths?.quantity == .chance(0.5))
    }

    @Test func weeksBecomeMonths() throws {
        let read = try CaseReader.read(
            text: changed("country: IN", "country: IN, transition: { months: 2 years, parallelWeeks: 6 weeks }"))
        #expect(read.options.last?.transition.months?.quantity == .fixed(24))
        #expect(read.options.last?.transition.parallelWeeks?.quantity == .fixed(6))
    }

    @Test(arguments: [
        "{ amount: 22, per: hour }", "{ value: 22, per: hour }", "{ amount: { value: 22 }, per: hour, currency: USD }",
    ]) func wages(_ written: String) throws {
        let read = try CaseReader.read(
            text: changed("country: US, baseline", "country: US, people: { wage: \(written) }, baseline"))
        let wage = read.options.first?.people.wage
        #expect(wage?.amount.quantity == .fixed(22))
        #expect(wage?.per == .hour)
        #expect(wage?.currency == "USD")
    }

    @Test func wagePercentilesStandBesideThePeriod() throws {
        let read = try CaseReader.read(
            text: changed(
                "country: IN",
                "country: IN, people: { wage: { p10: 18, p50: 22, p90: 27, per: month, source: survey } }"))
        let wage = read.options.last?.people.wage
        #expect(wage?.amount.quantity == .percentiles(p10: 18, p50: 22, p90: 27, min: nil, max: nil))
        #expect(wage?.amount.source == "survey")
        #expect(wage?.currency == "USD")
    }
}
