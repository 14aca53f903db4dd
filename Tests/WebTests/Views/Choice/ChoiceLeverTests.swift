import Choosing
import Notation
import Reports
import Sourcing
import Testing

@testable import Web

@Suite struct ChoiceLeverTests {
    @Test func everyWeightIsSetWhereItStands() throws {
        let choice = try Samples.choice.get()
        let groups = WeightLevers.of(choice)
        #expect(
            groups.map(\.title) == [
                "Groups and single criteria", "Within Ability", "Within Delivery", "Within Safety",
                "Within Working together",
            ])
        #expect(groups[0].levers.first?.edit.change("150") == "selection.criteria.price.weight=150")
        #expect(groups[1].levers.first?.edit.change("55") == "selection.criteria.ability.criteria.experience.weight=55")
        for lever in groups.flatMap(\.levers) {
            let changed = try Samples.changed(choice.theCase, [lever.edit.change("37")])
            let tree = try #require(changed.evaluation).tree
            let points = tree.flatMap { [$0.weight] + $0.criteria.map(\.weight) }.compactMap(\.self)
            #expect(points.contains(.init(low: 37, high: 37)), "\(lever.title)")
        }
    }

    @Test func aPriceIsSetWhereThePartnerHasIt() throws {
        let choice = try Samples.choice.get()
        let levers = PriceLevers.of(choice)
        // Sahyadri fails a must-have and is not ranked.
        #expect(levers.count == 4)
        for (lever, partner) in zip(levers, choice.ranking) {
            let changed = try Samples.changed(choice.theCase, [lever.edit.change("0.77")])
            let evaluation = try #require(changed.evaluation)
            let bidder = try #require(evaluation.partners.first { $0.name == partner.name })
            let option = bidder.bid ?? changed.options.first { $0.name == bidder.option }
            guard case .perTransaction(let price)? = option?.price?.basis else {
                Issue.record("\(partner.name) has no price for an item")
                continue
            }
            #expect(price.quantity == .fixed(0.77), "\(partner.name)")
            let before = choice.evaluation.partners.first { $0.name == partner.name }
            let old = before?.bid ?? choice.theCase.options.first { $0.name == before?.option }
            #expect(option?.price?.minimumPerMonth?.quantity == old?.price?.minimumPerMonth?.quantity)
            #expect(option?.price?.indexation?.quantity == old?.price?.indexation?.quantity)
        }
    }

    @Test func aSliderStandsWhereItsValueIsAndMovesByWholeSteps() throws {
        let delivery = try #require(
            WeightLevers.of(Samples.choice.get())[0].levers.first { $0.title == "Delivery" })
        #expect(delivery.now == 77.5 && delivery.step == 5)
        let html = delivery.html(changes: [])
        #expect(html.contains("data-step=\"5\"") && html.contains("step=\"2.5\" value=\"77.5\""))
        // What is tried counts, not what the case has.
        #expect(delivery.html(changes: [delivery.edit.change("61")]).contains(" step=\"1\" value=\"61\""))
        #expect(delivery.html(changes: [delivery.edit.change("60")]).contains(" step=\"5\" value=\"60\""))
    }

    @Test func theAnswerInShortSaysWhatWasAndIsNotToldTwice() throws {
        let choice = try Samples.choice.get()
        let still = ShortAnswer.of(choice, before: nil)
        #expect(still.hasPrefix("<div class=\"answer-short\" aria-hidden=\"true\">"))
        #expect(still.contains(choice.headline) && !still.contains("was "))
        let changed = try Samples.chosen(Samples.changed(choice.theCase, ["selection.criteria.price.weight=150"]))
        #expect(ShortAnswer.of(changed, before: choice).contains("<span class=\"quiet\">was "))
        // Nothing that takes the focus may be hidden from a screen reader.
        #expect(!still.contains("<a ") && !still.contains("<button"))
    }

    @Test func weightsFromComparisonsHaveNoSliders() throws {
        var choice = try Samples.choice.get()
        choice.evaluation.weights = .init(.order(["price"]))
        #expect(WeightLevers.of(choice).isEmpty)
    }

    @Test func aChangeIsOfferedForSavingWithItsVersion() throws {
        let choice = try Samples.choice.get()
        let change = "selection.criteria.price.weight=150"
        let after = try Samples.chosen(Samples.changed(choice.theCase, [change]))
        let live = ChoiceLivePage.live(
            .init(caseID: "c1", choice: choice, after: after, changes: [change], baseVersion: 7, canEdit: true),
            viewer: Samples.viewer)
        #expect(live.contains("action=\"/cases/c1/edit-values\""))
        #expect(live.contains("<input type=\"hidden\" name=\"set\" value=\"\(change)\"/>"))
        #expect(live.contains("<input type=\"hidden\" name=\"base\" value=\"7\"/>"))
        #expect(live.contains("name=\"csrf\" value=\"token\""))
        let still = ChoiceLivePage.live(
            .init(caseID: "c1", choice: choice, baseVersion: 7, canEdit: true), viewer: Samples.viewer)
        #expect(!still.contains("<form"))
    }
}
