import Economics
import Sourcing
import Testing

@testable import Reports

@Suite struct TextReportTests {
    @Test func saysTheWholeDecision() {
        let text = TextReport.text(for: DecisionFixture.standard, width: 100, colour: false)
        // No-break spaces read as blanks here; that they are there is tested below.
        #expect(text.replacing("\u{A0}", with: " ") == Self.expected + "\n")
        #expect(text.contains("41\u{A0}% survives"))
    }

    @Test(arguments: [60, 61, 72, 80, 100, 160])
    func neverWiderThanTheTerminal(width: Int) {
        for decision in DecisionFixture.all {
            for line in lines(decision, width: width) {
                #expect(TextLayout.columns(line) <= width, "\(line)")
                #expect(line.last != " ")
            }
        }
    }

    @Test func narrowTerminalsAreTakenAsSixty() {
        #expect(lines(DecisionFixture.standard, width: 20) == lines(DecisionFixture.standard, width: 60))
    }

    @Test func saysNoWordsOfTheMachine() {
        for decision in DecisionFixture.all {
            for width in [60, 100] {
                let words = TextReport.text(for: decision, width: width, colour: false).lowercased()
                    .split { !$0.isLetter }
                for word in ["nan", "inf", "infinity", "optional", "nil", "null"] {
                    #expect(!words.contains { $0 == word })
                }
            }
        }
    }

    @Test func numbersThatAreNotKnownAreSaidSo() {
        var decision = DecisionFixture.standard
        decision.functions[0].options[1].presentValue.p90 = .nan
        decision.functions[0].options[1].costPerTransaction.p50 = .infinity
        let text = TextReport.text(for: decision, width: 100, colour: false)
        #expect(text.split(separator: "\n").contains { $0.hasPrefix("Own unit,") && $0.contains("not known") })
        #expect(!text.contains("nan") && !text.contains("inf"))
    }

    @Test func oneOptionHasNothingToBeat() {
        let text = TextReport.text(for: DecisionFixture.single, width: 100, colour: false)
        #expect(text.contains("There is only one option: Own team, Omaha"))
        #expect(text.contains("What its cost hangs on"))
        for absent in ["Cheapest, in 100", "What the choice hangs on", "From wage gap", "What certainty"] {
            #expect(!text.contains(absent))
        }
    }

    @Test func aLossStaysALoss() {
        let text = lines(DecisionFixture.keep, width: 100)
        #expect(text.contains("Keep the work as it is: Own team, Omaha"))
        #expect(text.contains { $0.hasPrefix("Headline saving") && $0.hasSuffix("−100") })
        #expect(text.contains { $0.hasPrefix("Net saving") && $0.hasSuffix("−200") })
    }

    @Test func whatCannotBeToldApartIsSaidSo() {
        let text = TextReport.text(for: DecisionFixture.apart, width: 120, colour: false)
        #expect(text.contains("cannot be told apart by cost"))
    }

    @Test func eachFunctionHasItsOwnPart() {
        let text = lines(DecisionFixture.two, width: 100)
        #expect(text.contains("Invoice entry") && text.contains("Calls"))
        #expect(text.count { $0 == "Where each option stands" } == 2)
        #expect(text.count { $0 == "Where the numbers come from" } == 1)
    }

    @Test func colourChangesNothingButTheColour() {
        let plain = TextReport.text(for: DecisionFixture.standard, width: 80, colour: false)
        let colour = TextReport.text(for: DecisionFixture.standard, width: 80, colour: true)
        #expect(!plain.contains("\u{1B}"))
        #expect(colour.contains("\u{1B}[1mMove the work to Deccan Services, Pune\u{1B}[0m"))
        var bare = colour
        for code in ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m"] { bare = bare.replacing(code, with: "") }
        #expect(bare == plain)
    }

    @Test func textOfTheCaseCannotCommandTheTerminal() {
        var decision = DecisionFixture.standard
        decision.theCase.title = "A\u{1B}[2Jcase\nof \u{202E}two"
        decision.functions[0].options[0].displayName = "Pune\u{1B}]0;owned\u{7}"
        let text = TextReport.text(for: decision, width: 80, colour: false)
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    }

    @Test func wideAndEndlessWordsFit() {
        var decision = DecisionFixture.standard
        decision.functions[0].options[0].displayName = String(repeating: "東京", count: 60)
        decision.functions[0].options[1].displayName = String(repeating: "x", count: 400)
        for line in lines(decision, width: 60) { #expect(TextLayout.columns(line) <= 60, "\(line)") }
    }

    @Test func roundedStepsAddUp() {
        #expect(Rounding.addingUp([0.4, 0.4, 0.4], to: 1.2, unit: 1).reduce(0, +) == 1)
        for total in [10.2, -7.7, 0] {
            let parts = [total / 3, total / 3, total / 6, total / 6]
            #expect(Rounding.addingUp(parts, to: total, unit: 1).reduce(0, +) == total.rounded())
        }
    }

    private func lines(_ decision: Decision, width: Int) -> [String] {
        TextReport.text(for: decision, width: width, colour: false).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
    }

    private static let expected = """
        Where to enter invoices
        Platte Insurance, United States: five years from January 2027. Sums are present values in USD,
        discounted at 8 % a year.

        Move the work to Deccan Services, Pune
        Deccan Services, Pune is the cheapest of 4 options in 83 of 100 simulated futures, and cheaper than
        today’s way in 97 of 100.
        Over 5 years it costs USD 4.00 M on average; today’s way costs USD 6.00 M.

        Cost over five years, cheapest on average first
        Present value in $ thousand; in 80 of 100 futures it lies between P10 and P90.
                                                                 Beats today,  Cheapest,     $ an  Pays back
        Option            How                P10  Median    P90        in 100     in 100  invoice   in month
        Deccan Services,  outsourced,      3,400   3,960  4,600            97         83     1.32         14
        Pune              offshore
        Own unit,         own unit,        3,740   4,356  5,060            90         15     1.45         22
        Guadalajara       nearshore
        Own team, Omaha   in-house,        5,100   5,940  6,900             –          2     1.98          –
        (today)           onshore
        Prairie Data,     outsourced,      5,270   6,138  7,130            30    under 1     2.05       none
        Tulsa             onshore
        Pays back in month: the median; none where that is not within five years.

        Where each option stands
        Option                 Outsourced?  Offshored?      Done by         Where
        Deccan Services, Pune  yes          yes             a partner       Pune, India
        Own unit, Guadalajara  no           yes, nearshore  our own unit    Guadalajara, Mexico
        Own team, Omaha        no           no              our own people  Omaha, United States
        Prairie Data, Tulsa    yes          no              a partner       Tulsa, United States

        From wage gap to net saving: Deccan Services, Pune
        Mean present value in $ thousand, against today’s way.
        Today’s way, at today’s pay or price             5,200
        Deccan Services, Pune, at today’s pay or price  −1,200
        Headline saving                                  4,000
        Pay or price rises avoided today                  +350
        Hiring, training, turnover                      −1,150
        Transition                                      −1,200
        Net saving                                       2,000
        Of the headline saving 41 % survives (median; in 80 of 100 futures 20–60 %).
        What the cheapest outsourced option costs beside its charges comes to 34 % of them.

        What the choice hangs on
        Own unit, Guadalajara costs $400,000 more than Deccan Services, Pune on average: that is its lead.
        The lead with one input at a time set to its P10 and its P90 (an event: when it does not happen,
        when it does), in $ thousand:
                                                                   Lead    Lead
        Input                       P10–P90                      at P10  at P90  What turns the order
        Staff turnover a year,      25–55 % a year                  612      96  above 61.4 % a year: then
        Pune                                                                     Own unit, Guadalajara is
                                                                                 cheaper
        Handle time                 2.1–3.4 min                     180     560  below 1.72 min: then Own
                                                                                 unit, Guadalajara is
                                                                                 cheaper
        Strike, Pune                it does not, or it does         420     −60  if it happens: then Own
                                                                                 unit, Guadalajara is
                                                                                 cheaper
        Items a month               45,000–56,000 invoices a        380     421  no value within reach
                                    month

        What certainty would be worth
        To know every input for certain before choosing would save $45,000 on average: no study is worth
        more.
        Most is in: Staff turnover a year, Pune, $21,000; Handle time, $12,500.

        Where the numbers come from
        4 numbers: one from the case, one from the country facts, two from published ranges, of which one is
        our judgement.
        Those that move the lead most, in $ thousand:
        Input                        Value                            Moves  Source
        Staff turnover a year, Pune  25 / 38 / 55 % a year              516  Industry survey 2024; our
                                     (published range: P10, likely,          judgement
                                     P90)
        Strike, Pune                 10 in 100 (chance)                 480  Published range 2023
        Handle time                  2.0 / 2.5 / 4.0 min (low,          380  the case, which names no source
                                     likely, high)

        What is left out
        - Tax is left out: neither tax on profit nor VAT that cannot be reclaimed is in any sum, so take
          advice before signing.
        - What a dearer or cheaper reputation does to sales.

        16,384 simulated futures, seed 7. The same case and seed give the same numbers.
        """
}
