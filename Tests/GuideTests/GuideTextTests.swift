import Foundation
import Testing

@testable import Guide

/// The text of the guide: whole, the same in both places, and without a link that leads nowhere.
@Suite struct GuideTextTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: folder).path)
            .filter { $0.hasSuffix(".md") }.sorted()
    }

    @Test func everyFileOfTheFolderIsInTheProgramAndNoOther() throws {
        #expect(try names("Sources/Guide/Text") == Guide.files.map(\.name).sorted())
        for file in Guide.files {
            let url = Self.root.appending(path: "Sources/Guide/Text/\(file.name)")
            #expect(try Data(contentsOf: url) == Data(file.bytes), "\(file.name)")
        }
    }

    @Test func docsHoldTheSameBytes() throws {
        #expect(try names("docs/guide") == Guide.files.map(\.name).sorted(), "Run scripts/guide.sh.")
        for file in Guide.files {
            let url = Self.root.appending(path: "docs/guide/\(file.name)")
            #expect(try Data(contentsOf: url) == Data(file.bytes), "\(file.name): run scripts/guide.sh.")
        }
    }

    @Test func everyLinkFindsItsPlace() {
        let slugs = Dictionary(
            uniqueKeysWithValues: Guide.files.map { file in
                (
                    file.name,
                    Set(
                        Markdown(file.text).blocks.compactMap { block -> String? in
                            guard case .heading(_, let text) = block else { return nil }
                            return Slug.of(MarkdownInline.plain(text))
                        })
                )
            })
        let pages = ["/", "/cases", "/cases/new", "/atlas", "/guide", "/people", "/audit", "/account"]
        for file in Guide.files {
            for link in Markdown(file.text).links {
                #expect(MarkdownInline.address(link) != nil, "\(file.name): \(link)")
                if link.hasPrefix("/") {
                    #expect(pages.contains(link), "\(file.name): \(link)")
                    continue
                }
                let parts = link.split(separator: "#").map(String.init)
                let known = slugs[parts[0]]
                #expect(known != nil, "\(file.name): \(link)")
                if parts.count > 1 { #expect(known?.contains(parts[1]) == true, "\(file.name): \(link)") }
            }
        }
    }

    @Test func everyChapterHasATitleAndSaysWhatItIsAbout() {
        #expect(Guide.chapters.count == 14)
        #expect(Guide.chapters.last?.slug == "problems")
        #expect(Set(Guide.chapters.map(\.slug)).count == Guide.chapters.count)
        for chapter in Guide.chapters {
            #expect(chapter.title != chapter.slug)
            #expect(chapter.summary.count > 60, "\(chapter.slug)")
            #expect(!chapter.html.contains("<h1"), "\(chapter.slug)")
            #expect(Guide.chapter(chapter.slug) == chapter)
        }
    }

    @Test func nothingOfTheMarkdownIsLeftOver() {
        for html in Guide.chapters.map(\.html) + Glossary.terms.map(\.html) {
            for sign in ["**", "](", "](#", "| ---"] { #expect(!html.contains(sign), "\(html.prefix(80))") }
        }
    }
}
