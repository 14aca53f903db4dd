import Economics
import Notation
import Sourcing
import Testing

@testable import Reports

@Suite struct ComparisonTests {
    static let changes: [(path: String, before: String?, after: String?)] = [
        ("options.pune.price.perTransaction", "0.62", "0.7"), ("options.tulsa", "{}", nil),
    ]

    @Test func saysWhatChangedAndWhatThatDoes() {
        let text = Comparison.text(before: DecisionFixture.two, after: DecisionFixture.apart, changes: Self.changes)
        #expect(text.replacing("\u{A0}", with: " ") == Self.expected)
    }

    @Test func noChangesNoDifference() {
        let one = DecisionFixture.standard
        #expect(Comparison.text(before: one, after: one, changes: []) == "No difference")
    }

    @Test func medianDifferencesAddUpAsShown() {
        var after = DecisionFixture.standard
        after.functions[0].options[0].presentValue.p50 = 4_100_700
        after.seed = 8
        let text = Comparison.text(before: DecisionFixture.standard, after: after, changes: Self.changes)
        let row = text.split(separator: "\n").first { $0.hasPrefix("Deccan Services, Pune ") }
        #expect(row?.split(separator: " ").dropFirst(3).prefix(3) == ["3,960", "4,101", "+141"])
        #expect(text.contains("The choice stays: Deccan Services, Pune."))
        #expect(text.replacing("\n", with: " ").contains("Part of each difference is chance."))
    }

    @Test func twoCurrenciesHaveNoDifference() {
        var after = DecisionFixture.standard
        after.theCase.client.currency = "EUR"
        let text = Comparison.text(before: DecisionFixture.standard, after: after, changes: Self.changes)
        #expect(text.contains("the currencies differ, so there is no difference to show"))
        let tree = Comparison.tree(before: DecisionFixture.standard, after: after, changes: Self.changes)
        let pune = tree["functions"]?["invoices"]?["options"]?["pune"]?["medianPresentValue"]
        #expect(pune?["difference"]?.isNull == true)
    }

    @Test func longValuesAreShortened() {
        let changes = [
            (path: "options.pune.risks", before: String?.none, after: Optional(String(repeating: "x", count: 5000)))
        ]
        let text = Comparison.text(before: DecisionFixture.keep, after: DecisionFixture.keep, changes: changes)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(text.count < 2000)
        #expect(text.contains("options.pune.risks: not there →"))
    }

    @Test func machinesGetTheSame() {
        let tree = Comparison.tree(before: DecisionFixture.two, after: DecisionFixture.apart, changes: Self.changes)
        let invoices = tree["functions"]?["invoices"]
        #expect(tree["changes"]?.list?.count == 2)
        #expect(invoices?["choice"]?["before"]?.string == "pune")
        #expect(invoices?["choice"]?["after"]?.isNull == true)
        #expect(invoices?["choice"]?["changed"]?.boolean == true)
        #expect(invoices?["ranking"]?["after"]?.list?.compactMap(\.string) == ["pune", "guadalajara", "omaha"])
        let tulsa = invoices?["options"]?["tulsa"]?["medianPresentValue"]
        #expect(tulsa?["before"]?.double == 6_138_000)
        #expect(tulsa?["after"]?.isNull == true && tulsa?["difference"]?.isNull == true)
        #expect(tree["functions"]?["calls"]?["ranking"]?["after"]?.isNull == true)
        #expect(!JSONWriter.text(tree).contains("nan"))
    }

    private static let expected = """
        What changed
          options.pune.price.perTransaction: 0.62 → 0.7
          options.tulsa: {} → not there

        What that does to Invoice entry
        The choice changes: before, Deccan Services, Pune; after, the cheapest two cannot be told apart by
        cost.
        Ranking before: 1 Deccan Services, Pune; 2 Own unit, Guadalajara; 3 Own team, Omaha; 4 Prairie Data,
        Tulsa.
        Ranking after: 1 Deccan Services, Pune; 2 Own unit, Guadalajara; 3 Own team, Omaha.

        Median present value, in $ thousand:
                                                                      Cheapest in  Cheapest in
        Option                             Before  After  Difference  100, before   100, after
        Deccan Services, Pune               3,960  3,960           0           83           83
        Own unit, Guadalajara               4,356  4,356           0           15           15
        Own team, Omaha                     5,940  5,940           0            2            2
        Prairie Data, Tulsa (only before)   6,138      –           –      under 1            –

        What that does to Calls
        Only the case before has this function. Keep the work as it is: Own team, Omaha.

        16,384 simulated futures, seed 7, for both.
        """
}
