import Foundation
import Testing

@testable import Web

@Suite struct ShellTests {
    private let page = WebPage(
        title: "A <case>", section: .cases, trail: [.init("Cases", "/cases")], body: "<p>body</p>\n",
        scripts: ["live.js"], styles: ["report.css"])

    private func html(_ roles: Set<String>?) -> String {
        let viewer = roles.map { Viewer(name: "Ana & Co", organisation: "Larkfield", roles: $0, csrf: "tok") }
        return Shell.html(page, viewer: viewer, path: "/cases/1", asset: { "/assets/\($0)?v=1" })
    }

    @Test func whoIsNotSignedInSeesBrandAndGuideOnly() {
        let html = html(nil)
        #expect(html.contains("href=\"/guide\"") && html.contains(">Shoreline</a>"))
        for path in ["/cases\">Cases</a>\n<", "/atlas", "/people", "/audit", "/sign-out", "/account"] {
            #expect(!html.contains("href=\"\(path)\"") && !html.contains("action=\"\(path)\""), "\(path)")
        }
    }

    @Test func theFootLeadsToTheGlossary() {
        #expect(html(nil).contains("<a href=\"/guide/glossary\">What do the words mean?</a>"))
    }

    @Test func peopleAreForAdministratorsAndTheLogForAuditorsToo() {
        #expect(html(["administrator"]).contains("href=\"/people\""))
        #expect(html(["administrator"]).contains("href=\"/audit\""))
        #expect(html(["auditor"]).contains("href=\"/audit\""))
        #expect(!html(["auditor"]).contains("href=\"/people\""))
        #expect(!html(["analyst", "evaluator"]).contains("href=\"/audit\""))
    }

    @Test func titlesAndNamesAreEscaped() {
        let html = html(["analyst"])
        #expect(html.contains("<title>A &lt;case&gt; – Shoreline</title>"))
        #expect(html.contains("Ana &amp; Co"))
        #expect(html.contains("<h1>A &lt;case&gt;</h1>"))
    }

    @Test func theCurrentSectionIsMarked() {
        #expect(html(["analyst"]).contains("<a href=\"/cases\" aria-current=\"page\">Cases</a>"))
    }

    @Test func sheetsStandInTheOrderInWhichTheyOverrule() throws {
        let html = html(["analyst"])
        let places = try ["tokens.css", "report.css", "workspace.css"].map {
            try #require(html.range(of: "/assets/\($0)?v=1")).lowerBound
        }
        #expect(places == places.sorted())
        #expect(html.contains("<script type=\"module\" src=\"/assets/live.js?v=1\"></script>"))
    }

    @Test func tabsOfACaseHideWhatOneMayNotDo() {
        let read = CaseTabs.html(id: "a b", current: .choice, canEdit: false)
        #expect(read.contains("<a href=\"/cases/a%20b/choice\" aria-current=\"page\">Choice</a>"))
        #expect(!read.contains("/edit\"") && !read.contains("/text\""))
        #expect(CaseTabs.html(id: "1", current: .edit, canEdit: true).contains("/cases/1/text"))
        #expect(!CaseTabs.html(id: "1", current: .edit, canEdit: true, hidden: [.choice]).contains("/choice"))
    }
}
