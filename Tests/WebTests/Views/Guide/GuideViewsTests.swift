import Foundation
import Guide
import Testing

@testable import Web

@Suite struct GuideViewsTests {
    @Test func theContentsLeadToEveryChapter() throws {
        let contents = GuideViews.contents()
        #expect(Guide.chapters.count > 10)
        for chapter in Guide.chapters {
            #expect(contents.body.contains("href=\"\(chapter.path)\""))
            let page = try #require(GuideViews.chapter(chapter.slug))
            #expect(page.title == chapter.title)
            #expect(!page.body.contains("<h1"))
        }
        #expect(GuideViews.chapter("no-such-chapter") == nil)
        #expect(GuideViews.chapter("glossary") == nil)
    }

    @Test func theGlossaryShowsEveryTermAtItsAddressAndFindsSome() {
        let all = GuideViews.glossary(find: nil).body
        for term in Glossary.terms { #expect(all.contains("<div id=\"\(term.slug)\">")) }
        let found = GuideViews.glossary(find: "outsourcing").body
        #expect(found.contains("<div id=\"outsourced\">"))
        #expect(!found.contains("<div id=\"median\">"))
        #expect(GuideViews.glossary(find: "<zzz>").body.contains("No word fits “&lt;zzz&gt;”."))
    }

    @Test func everyProblemOfTheServerIsExplained() throws {
        let sources = Samples.root.appending(path: "Sources/Web")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var kinds: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            for match in try String(contentsOf: file, encoding: .utf8).matches(of: /kind: "([a-z-]+)"/) {
                kinds.insert(String(match.1))
            }
        }
        #expect(kinds.count > 15)
        let page = try #require(GuideViews.chapter("problems"))
        for kind in kinds.sorted() { #expect(page.body.contains("<h2 id=\"\(kind)\">"), "\(kind)") }
    }

    /// Writes the pages with the sheets inside, for looking at them: GUIDE_LOOK=/tmp/guide-look swift test …
    @Test(.enabled(if: ProcessInfo.processInfo.environment["GUIDE_LOOK"] != nil))
    func writesThePages() throws {
        let folder = URL(fileURLWithPath: try #require(ProcessInfo.processInfo.environment["GUIDE_LOOK"]))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let pages: [(String, WebPage?)] = [
            ("contents", GuideViews.contents()), ("glossary", GuideViews.glossary(find: nil)),
            ("chapter", GuideViews.chapter("who-and-where")), ("server", GuideViews.chapter("running-the-server")),
            ("atlas", AtlasViews.list(find: nil, by: nil, year: 2026)),
            ("country", try AtlasViews.country("IN", from: "US", year: 2026)),
            ("compare", try AtlasViews.compare(["IN", "PH", "MX", "PL"], from: "US", year: 2026)),
        ]
        for (name, page) in pages {
            let html = Shell.html(try #require(page), viewer: Samples.viewer, path: "/", asset: { $0 })
            try html.write(to: folder.appending(path: name + ".html"), atomically: true, encoding: .utf8)
        }
        for sheet in ["tokens.css", "report.css", "choice.css", "workspace.css", "guide.css"] {
            let asset = try #require(AssetStore.shared.asset(sheet))
            try Data(asset.bytes).write(to: folder.appending(path: sheet))
        }
    }
}
