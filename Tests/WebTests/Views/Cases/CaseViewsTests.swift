import Notation
import Revisions
import Sourcing
import Testing

@testable import Web

struct CaseViewsTests {
    private let viewer = Viewer(name: "Ana", organisation: "L", roles: ["analyst"], csrf: "token")
    private let old = VersionsView.VersionLine(number: 1, author: "Ana <b>", at: "1 May 2026", note: "", isHead: false)
    private let new = VersionsView.VersionLine(number: 2, author: "Ben", at: "2 May 2026", note: "Bid", isHead: true)

    @Test func whatPeopleWroteIsEscapedEverywhere() {
        let evil = "<script>alert(1)</script>\"'&"
        let version = VersionsView.VersionLine(number: 3, author: evil, at: evil, note: evil, isHead: false)
        let fault = Fault(path: evil, at: Position(line: 1, column: 1), evil, remedy: evil)
        let text = "case: \(evil)\n"
        let merge = ThreeWayMerge(base: "a\n", mine: evil, theirs: "b\n")
        let pages = [
            CaseListView.page(
                [.init(id: evil, title: evil, client: evil, functions: [evil], author: evil, at: evil, answer: evil)],
                viewer: viewer),
            NewCaseView.page(
                starters: [.init(name: evil, title: evil, about: evil)], text: evil, title: evil, faults: [fault],
                viewer: viewer),
            CaseForm.page(
                .init(id: evil, title: evil, text: text, version: 1, faults: [fault], note: evil), viewer: viewer),
            CaseTextView.page(
                .init(id: evil, title: evil, text: text, version: 1, faults: [fault], note: evil), viewer: viewer),
            VersionsView.page(
                id: evil, title: evil, versions: [version, new], mayEdit: true, message: evil, viewer: viewer),
            VersionsView.page(id: evil, title: evil, version: version, text: text, viewer: viewer),
            DifferenceView.page(
                id: evil, title: evil, from: version, to: version,
                meaning: try? MeaningDifference(from: "case: a\n", to: text),
                lines: LineDifference(from: "a", to: text),
                viewer: viewer),
            MergeView.page(
                .init(
                    id: evil, title: evil, baseVersion: 1, theirs: version, mineText: evil, mineMeaning: nil,
                    theirMeaning: nil, merge: merge, note: evil, faults: [fault]), viewer: viewer),
        ]
        for page in pages {
            #expect(!page.body.contains("<script"), "\(page.title)")
            #expect(!page.body.contains(" style=") && !page.body.contains(" onclick="), "\(page.title)")
            for form in page.body.matches(of: #/<form[^>]*method="post"[^>]*>\s*<input type="hidden" name="([^"]*)"/#) {
                #expect(form.1 == "csrf", "\(page.title)")
            }
            let posts = page.body.matches(of: #/method="post"/#).count
            #expect(page.body.matches(of: #/name="csrf"/#).count == posts, "\(page.title)")
        }
    }

    @Test func anEmptyListSaysWhyAndWhatNext() {
        #expect(
            CaseListView.page([], viewer: viewer).body.contains(
                "There is no case yet. Begin one from the starter case, or bring a file."))
        let clerk = Viewer(name: "C", organisation: "L", roles: ["evaluator"], csrf: "t")
        let body = CaseListView.page([], viewer: clerk).body
        #expect(!body.contains("/cases/new") && body.contains("An analyst of your organisation can begin one."))
    }

    @Test func aCaseSaysWhatItsDecisionSaysOrWhereItIsMade() {
        func body(_ answer: String?) -> String {
            CaseListView.page(
                [.init(id: "x", title: "Bills", client: "L", functions: [], author: "A", at: "now", answer: answer)],
                viewer: viewer
            ).body
        }
        #expect(body("Move the work to Pune").contains("<a href=\"/cases/x/decision\">Move the work to Pune</a>"))
        #expect(body(nil).contains("Not worked out yet.</span> <a href=\"/cases/x/decision\">Decide"))
    }

    @Test func archivedCasesAreFolded() {
        let body = CaseListView.page(
            [.init(id: "x", title: "Old", client: "L", functions: [], author: "A", at: "today", isArchived: true)],
            viewer: viewer
        ).body
        #expect(body.contains("No case is in work.") && body.contains("<summary>One archived case</summary>"))
    }

    @Test func onlyOldVersionsAreRestored() {
        let body = VersionsView.page(id: "c", title: "C", versions: [new, old], mayEdit: true, viewer: viewer).body
        #expect(body.contains("action=\"/cases/c/versions/1/restore\""))
        #expect(!body.contains("/cases/c/versions/2/restore"))
        let reader = VersionsView.page(id: "c", title: "C", versions: [new, old], mayEdit: false, viewer: viewer).body
        #expect(!reader.contains("restore\""))
    }

    @Test func theDifferenceSaysWhenOnlyLayoutChanged() throws {
        let (a, b) = ("case: x\n", "# note\ncase: x\n")
        let body = DifferenceView.page(
            id: "c", title: "C", from: old, to: new, meaning: try MeaningDifference(from: a, to: b),
            lines: LineDifference(from: a, to: b), viewer: viewer
        ).body
        #expect(body.contains("Only notes and layout changed: the case means the same."))
        #expect(body.contains("<span class=\"sr\">added: </span><code># note</code>"))
    }

    @Test func theTextKeepsItsLinesInTheEditor() {
        let text = "\n\tcase: \"a & b\"\r\n  x\n"
        let body = CaseTextView.page(.init(id: "c", title: "C", text: text, version: 1), viewer: viewer).body
        #expect(body.contains(">\n\n\tcase: &quot;a &amp; b&quot;\n  x\n</textarea>"))
    }

    @Test func faultsStandBesideTheirLines() {
        let fault = Fault(path: "case", at: Position(line: 2, column: 1), "Wrong.", remedy: "Mend it.")
        let body = CaseTextView.page(
            .init(id: "c", title: "C", text: "a\nb\n", version: 1, faults: [fault]), viewer: viewer
        ).body
        #expect(
            body.contains(
                "<li id=\"line-2\" class=\"wrong\" tabindex=\"-1\"><code>b</code><span class=\"error\">Wrong. Mend it.</span></li>"
            ))
        #expect(body.contains("href=\"#line-2\""))
        let answer = JSONWriter.text(CaseTextView.checkAnswer([fault]))
        #expect(
            answer
                == "{\"faults\":[{\"line\":2,\"column\":1,\"path\":\"case\",\"problem\":\"Wrong.\",\"remedy\":\"Mend it.\"}]}"
        )
    }

    @Test func postedChoicesMakeTheMergedText() throws {
        let merge = ThreeWayMerge(base: "a\nb\nc\n", mine: "A\nb\nc\n", theirs: "x\nb\nC\n")
        let content = MergeView.Content(
            id: "c", title: "C", baseVersion: 1, theirs: new, mineText: "A\nb\nc\n", mineMeaning: nil,
            theirMeaning: nil,
            merge: merge)
        let body = MergeView.page(content, viewer: viewer).body
        #expect(body.contains("name=\"choice.1\"") && body.contains("name=\"own.1\"") && !body.contains("choice.2"))
        let fields = [("choice.1", "own"), ("own.1", "both\r\n"), ("choice.x", "mine")]
        #expect(merge.text(choosing: MergeView.choices(fields)) == "both\nb\nC\n")
        #expect(MergeView.choices([("choice.1", "elsewhere")]).isEmpty)
    }
}
