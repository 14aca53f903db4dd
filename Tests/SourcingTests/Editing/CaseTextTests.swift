import Notation
import Testing

@testable import Sourcing

struct CaseTextTests {
    @Test func aValueIsReplacedAndTheRestStays() throws {
        let text = "# note\ncase: A  # title\nhorizon: { start: 2027-01, months: 60 }\n"
        let edited = try CaseText(text).setting(["horizon", "months"], written: "48")
        #expect(edited.text == "# note\ncase: A  # title\nhorizon: { start: 2027-01, months: 48 }\n")
        #expect(
            try edited.setting(["case"], to: .text("B: the other")).text.contains("case: \"B: the other\"  # title\n"))
    }

    @Test func aNumberStaysAsItWasTyped() throws {
        let text = "price: { perTransaction: 0.62 } # bid\n"
        #expect(
            try CaseText(text).setting(["price", "perTransaction"], written: "0.60").text
                == "price: { perTransaction: 0.60 } # bid\n")
        #expect(
            try CaseText(text).setting(["price", "perTransaction"], written: "{ low: 1, likely: 2, high: 3 }").text
                == "price: { perTransaction: { low: 1, likely: 2, high: 3 } } # bid\n")
    }

    @Test func missingGroupsAreAdded() throws {
        let text = "options:\n  pune:\n    title: Pune # here\n\n  cebu:\n    title: Cebu\n"
        let edited = try CaseText(text).setting(["options", "pune", "transition", "months"], written: "4")
        #expect(
            edited.text
                == "options:\n  pune:\n    title: Pune # here\n    transition: { months: 4 }\n\n  cebu:\n    title: Cebu\n"
        )
    }

    @Test func anOptionIsAddedInTheLayoutOfTheOthers() throws {
        let text = "options:\n  pune:\n    title: Pune\n\n  cebu:\n    title: Cebu # last\n\n# end\n"
        let option = Tree.map([("title", .text("Lodz")), ("ownership", .text("captive"))])
        #expect(
            try CaseText(text).adding("lodz", option, under: ["options"]).text
                == "options:\n  pune:\n    title: Pune\n\n  cebu:\n    title: Cebu # last\n\n  lodz:\n    title: Lodz\n    ownership: captive\n\n# end\n"
        )
    }

    @Test func anOptionIsRemovedWithItsLines() throws {
        let text = "options:\n  pune:\n    title: Pune\n\n  cebu:\n    title: Cebu\n\n# end\n"
        #expect(
            try CaseText(text).removing(["options", "cebu"]).text == "options:\n  pune:\n    title: Pune\n\n# end\n")
        let one = "options:\n  pune:\n    title: Pune\n# end\n"
        #expect(try CaseText(one).removing(["options", "pune"]).text == "options: {}\n# end\n")
    }

    @Test func carriageReturnsStay() throws {
        let edited = try CaseText("a: 1\r\nb:\r\n  c: 2\r\n").setting(["b", "d"], to: .number(3))
        #expect(edited.text.utf8.elementsEqual("a: 1\r\nb:\r\n  c: 2\r\n  d: 3\r\n".utf8))
    }

    @Test func jsonStaysJSON() throws {
        let edited = try CaseText("{\n  \"a\": \"x\",\n  \"b\": {}\n}\n").setting(["b", "c"], to: .text("y"))
        #expect(edited.text == "{\n  \"a\": \"x\",\n  \"b\": { \"c\": \"y\" }\n}\n")
        #expect(try edited.setting(["d"], written: "{ low: 1 }").text.contains("\"d\": {\"low\":1}"))
    }

    @Test func whatIsSharedByAnAliasIsRefused() throws {
        let text = "a: &x { n: 1 }\nb: *x\n"
        let faults = #expect(throws: Faults.self) { try CaseText(text).setting(["b", "n"], to: .number(2)) }
        #expect(
            faults?.description.contains(
                "b.n: This place is written in a way that the form cannot change. Change it in the text.") == true)
    }

    @Test func aCommentIsNeverLost() throws {
        let text = "a:\n  # why\n  b: 1\n"
        #expect(throws: Faults.self) { try CaseText(text).setting(["a"], to: .text("x")) }
    }

    @Test func aNameThatIsTakenIsRefused() throws {
        let faults = #expect(throws: Faults.self) { try CaseText("a: 1\n").adding("a", .null, under: []) }
        #expect(faults?.description == "a: The name “a” is taken. Choose another name.")
    }

    @Test func whatIsWrittenIsShownAsItStands() throws {
        let text = try CaseText("a: 9%\nb: 2.30\nc: 'it''s'\nd:\ne: { low: 1.0, likely: 2 }\nf: [en, es]\n")
        #expect(
            ["a", "b", "c", "d", "e", "f"].map { text.written(at: [$0]) } == [
                "9%", "2.30", "it's", "", "{ low: 1.0, likely: 2 }", "[en, es]",
            ])
    }
}
