import Foundation
import Notation
import Testing

@testable import Guide

@Suite struct GlossaryTests {
    @Test func theFileHasNoFault() throws {
        let terms = try GlossaryReader.read(Glossary.source)
        #expect(terms == Glossary.terms)
        #expect(terms.count > 70)
    }

    @Test func aTermIsFoundByNameOtherWordAndSlug() {
        #expect(Glossary.term("Median")?.name == "Median")
        #expect(Glossary.term("p50")?.name == "Median")
        #expect(Glossary.term("p10-p90")?.name == "P10–P90")
        #expect(Glossary.term("no such word") == nil)
    }

    @Test func outsourcingIsNeverOffshoring() throws {
        let outsourced = try #require(Glossary.term("outsourced"))
        let offshored = try #require(Glossary.term("offshored"))
        #expect(outsourced.short.contains("third party"))
        #expect(!outsourced.short.contains("country"))
        #expect(offshored.short.contains("Another country"))
        #expect(Glossary.term("outsourcing") == outsourced)
        #expect(Glossary.term("offshoring") == offshored)
    }

    @Test func everyPageExplainsWordsThatExist() {
        let pages = [
            "decision", "choice", "scoring", "sheet", "places", "cases", "edit", "versions", "atlas", "people", "audit",
            "home",
        ]
        #expect(Glossary.pageWords.keys.sorted() == pages.sorted())
        for (page, words) in Glossary.pageWords {
            let missing = words.filter { Glossary.term($0) == nil }
            #expect(missing.isEmpty, "\(page): \(missing)")
            #expect(Set(words.compactMap { Glossary.term($0)?.slug }).count == words.count, "\(page) repeats a term")
        }
    }

    @Test func theMeaningComesInOneOrTwoSentences() {
        for term in Glossary.terms {
            #expect(!term.short.contains("**"), "\(term.name)")
            #expect(term.short.count <= 330, "\(term.name): \(term.short.count)")
        }
    }

    @Test func explainedLinksEachTermAndLeavesOutWhatIsNotKnown() {
        let html = Glossary.explained(["gate", "no such word", "P50"])
        #expect(html.hasPrefix("<details class=\"words\">\n<summary>What the words here mean</summary>\n<dl>\n"))
        #expect(html.contains("<dt><a href=\"/guide/glossary#gate\">Gate</a></dt>"))
        #expect(html.contains("<dt><a href=\"/guide/glossary#median\">Median</a></dt>"))
        #expect(html.components(separatedBy: "<dt>").count == 3)
        #expect(Glossary.explained(["no such word"]).isEmpty)
    }

    @Test func allFaultsOfAFileAreNamedWithTheirLines() throws {
        let text = "# Words\n\n## Beta\nAlso: alpha\n\n## Alpha\nA letter.\n"
        let faults = try #require(throws: Faults.self) { try GlossaryReader.read(text) }
        let messages = faults.faults.map { $0.message(file: "glossary.md") }
        #expect(
            messages == [
                "glossary.md:3:1: Beta: The term has no meaning. Write a paragraph below its heading.",
                "glossary.md:6:1: Alpha: The term stands behind Beta. Put the terms into alphabetical order, each once.",
                "glossary.md: Alpha: “alpha” also stands for Beta. Let it stand for one term.",
            ])
    }

    @Test func aFileWithoutTermsIsAFault() {
        #expect(throws: Faults.self) { try GlossaryReader.read("# Words\n") }
    }
}
