import Foundation
import Notation
import Testing

@testable import Web

@Suite struct FieldTests {
    @Test func labelHintControlAndErrorStandInThatOrder() throws {
        let html = Field(
            name: "volume", label: "Volume", value: "−42", hint: "Items a month.",
            error: "Volume must be above 0. You typed −42.", required: true
        ).html
        let order = try ["<label for=\"field-volume\">", "Items a month.", "value=\"−42\"", "You typed −42."].map {
            try #require(html.range(of: $0)).lowerBound
        }
        #expect(order == order.sorted())
        #expect(html.contains("aria-describedby=\"field-volume-hint field-volume-error\""))
        #expect(html.contains("aria-invalid=\"true\"") && html.contains(" required"))
    }

    @Test func whatAnInvitationIsForCanBeReadAndNotChanged() {
        let invited = JoinView.page(
            .invitation(organisation: "Larkfield", roles: [], scoring: nil), .init(invitedAs: "ben@larkfield.example"),
            action: "/join/abc", csrf: "")
        #expect(invited.body.contains("value=\"ben@larkfield.example\""))
        #expect(invited.body.components(separatedBy: " readonly").count == 2)
        #expect(!JoinView.page(.firstStart, .init(), action: "/join/abc", csrf: "").body.contains(" readonly"))
    }

    @Test func aPasswordIsNeverSentBack() {
        #expect(!Field(.password, name: "p", label: "P", value: "secret").html.contains("secret"))
    }

    @Test func whatWasTypedIsEscapedAndStays() {
        let html = Field(.textarea(rows: 3), name: "t", label: "T", value: "\n<a>\r\nb").html
        // The first line break belongs to the tag; the text's own empty line comes after it.
        #expect(html.contains(">\n\n&lt;a&gt;\nb</textarea>"))
        #expect(Field(name: "q", label: "Q", value: "\"><script>").html.contains("value=\"&quot;&gt;&lt;script&gt;\""))
    }

    @Test func whatWasChosenStaysChosen() {
        let options = [Field.Option("a", "A"), .init("b", "B")]
        #expect(
            Field(.select(options), name: "s", label: "S", value: "b").html.contains("<option value=\"b\" selected>"))
        let boxes = Field(checkboxes: options, name: "c", label: "C", values: ["a", "b"]).html
        #expect(boxes.components(separatedBy: " checked").count == 3)
    }

    @Test func idsOfNamesThatLookAlikeDiffer() {
        #expect(Field.id("score.a.b") == "field-score_a_b")
        #expect(Field.id("x-1") == "field-x-1")
    }

    @Test func theSummaryLinksToTheFields() {
        let html = FaultSummary.html([.init("email", "No e-mail. Write one."), .init(nil, "Too late.")])
        #expect(html.contains("<a href=\"#field-email\">No e-mail. Write one.</a>"))
        #expect(html.contains("<li>Too late.</li>"))
        #expect(html.contains("2 things are to be mended"))
        #expect(FaultSummary.html([]).isEmpty)
    }

    @Test func aFaultOfAModuleBecomesOneOfItsField() {
        let fault = FormFault(Fault(path: "case.volume", "It is −42.", remedy: "Write a number above 0."))
        #expect(fault.field == "case.volume")
        #expect(fault.message == "It is −42. Write a number above 0.")
    }
}
