import Notation
import Testing

@testable import Sourcing

struct CaseTextTests {
    @Test func aValueIsReplacedAndTheRestStays() throws {
        let text = "# note\ncase: A  # title\nhorizon: { start: 2027-01, months: 60 }\n"
        let edited = try CaseText(text).setting(["horizon", "months"], written: "48")
        #expect(edited.text == "# note\ncase: A  # title\nhorizon: { start: 2027-01, months: 48 }\n")
        #expect(try edited.setting(["case"], to: .text("B: the other")).text.contains("case: \"B: the other\"  # title\n"))
    }
}
