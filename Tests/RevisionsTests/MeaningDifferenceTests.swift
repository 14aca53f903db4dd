import Notation
import Sourcing
import Testing

@testable import Revisions

struct MeaningDifferenceTests {
    private func sentences(_ change: (String) -> String) throws -> [String] {
        try MeaningDifference(from: StarterCase.text, to: change(StarterCase.text)).changes.map(\.sentence)
    }

    @Test func aPriceIsNamedByItsPlace() throws {
        let found = try sentences { $0.replacing("perTransaction: 1.85", with: "perTransaction: 1.95") }
        #expect(found == ["Option Prairie BPO, Kansas › Price › Price of one item: 1.85 → 1.95"])
    }

    @Test func aRangeIsOneThing() throws {
        let found = try sentences {
            $0.replacing("{ low: 0.55, likely: 0.62, high: 0.80 }", with: "{ low: 0.55, likely: 0.58, high: 0.80 }")
        }
        #expect(
            found == [
                "Option Deccan Services, Pune › Price › Price of one item: "
                    + "0.55 to 0.8, most likely 0.62 → 0.55 to 0.8, most likely 0.58"
            ])
    }

    @Test func aNumberThatBecomesARangeIsAChange() throws {
        let found = try sentences { $0.replacing("errorCost: 4.10", with: "errorCost: { low: 3, likely: 4, high: 9 }") }
        #expect(found == ["Function Invoice entry › Cost of one wrong item: 4.1 → 3 to 9, most likely 4"])
    }

    @Test func commentsOrderAndLayoutDoNotCount() throws {
        let other = StarterCase.text.replacing("discountRate: 9%", with: "discountRate: 0.09")
            .replacing(
                "  name: Larkfield Foods\n  country: United States",
                with: "  country: 'United States'\n  name: Larkfield Foods"
            )
            .replacing("# A case:", with: "# The case:")
        let difference = try MeaningDifference(from: StarterCase.text, to: other)
        #expect(difference.changes.map(\.sentence) == [])
        #expect(difference.isLayoutOnly)
        #expect(try MeaningDifference(from: other, to: other).isLayoutOnly == false)
    }

    @Test func optionsComeAndGo() throws {
        let old = try CaseReader.tree(text: StarterCase.text)
        let new = try Tree(
            .map(
                #require(old.entries).map { entry in
                    guard entry.key == "options" else { return entry }
                    let kept = (entry.value.entries ?? []).filter { $0.key != "manila" }
                    let added = Tree.Entry(
                        key: "cebu", value: .map([("title", .text("Cebu Unit")), ("ownership", .text("captive"))]))
                    return Tree.Entry(key: "options", value: Tree(.map(kept + [added])))
                }))
        let found = MeaningDifference(from: old, to: new).changes.map(\.sentence)
        #expect(
            found == [
                "Added: Option Cebu Unit: title Cebu Unit, ownership captive", "Removed: Option Own unit in Manila",
            ])
    }

    @Test func listsAreComparedByValue() throws {
        let found = try sentences { $0.replacing("languages: [en]", with: "languages: [en, es]") }
        #expect(found == ["Function Invoice entry › Languages: en → en, es"])
        let correlation = try sentences {
            $0.replacing("errorRate.invoice-entry, 0.3]", with: "errorRate.invoice-entry, 0.5]")
        }
        #expect(correlation.count == 2)
    }

    @Test func aTierIsCountedFromOne() throws {
        let old = StarterCase.text.replacing(
            "perTransaction: 1.85       # or", with: "tiers: [{ upTo: 100, price: 2 }, { price: 1 }] # or")
        #expect(old != StarterCase.text)
        let found = try MeaningDifference(from: old, to: old.replacing("{ price: 1 }", with: "{ price: 1.5 }")).changes
        #expect(
            found.map(\.sentence) == ["Option Prairie BPO, Kansas › Price › Prices by volume › no. 2 › Price: 1 → 1.5"])
    }

    @Test func everyChangeIsSeenFromBothSides() throws {
        let a = try CaseReader.tree(text: StarterCase.text)
        let b = try CaseReader.tree(
            text: StarterCase.text.replacing("months: 60", with: "months: 48").replacing("unit: minutes, ", with: ""))
        let (there, back) = (MeaningDifference(from: a, to: b).changes, MeaningDifference(from: b, to: a).changes)
        #expect(there.map(\.path) == back.map(\.path))
        #expect(there.map(\.before) == back.map(\.after))
        #expect(there.count == 2)
    }
}
