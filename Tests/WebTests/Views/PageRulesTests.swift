import Foundation
import Testing

@testable import Web

/// What every page must keep, whatever it shows.
@Suite struct PageRulesTests {
    private func matches(_ pattern: String, _ text: String) throws -> [String] {
        let regex = try NSRegularExpression(pattern: pattern)
        let all = NSRange(text.startIndex..., in: text)
        return regex.matches(in: text, range: all).compactMap { match in
            Range(match.range(at: match.numberOfRanges > 1 ? 1 : 0), in: text).map { String(text[$0]) }
        }
    }

    @Test func noStyleAndNoScriptStandsInAPage() throws {
        for page in try SamplePages.all.get() {
            #expect(try matches(#"<[^>]*\sstyle="#, page.html).isEmpty, "\(page.name)")
            #expect(try matches(#"<[^>]*\son[a-z]+="#, page.html).isEmpty, "\(page.name)")
            #expect(!page.html.contains("<style"), "\(page.name)")
            #expect(try matches(#"<script(?![^>]*\ssrc=)"#, page.html).isEmpty, "\(page.name)")
            #expect(!page.html.contains("javascript:"), "\(page.name)")
        }
    }

    @Test func idsAreUniqueAndWhatRefersToOneFindsIt() throws {
        for page in try SamplePages.all.get() {
            let ids = try matches(#"\sid="([^"]*)""#, page.html)
            let repeated = Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys
            #expect(repeated.isEmpty, "\(page.name): \(repeated.sorted())")
            let known = Set(ids)
            for attribute in ["for", "aria-describedby", "aria-labelledby", "data-for"] {
                for list in try matches("\\s\(attribute)=\"([^\"]*)\"", page.html) {
                    for id in list.split(separator: " ") {
                        #expect(known.contains(String(id)), "\(page.name): \(attribute)=\(id)")
                    }
                }
            }
            for id in try matches(##"href="#([^"]+)""##, page.html) {
                #expect(known.contains(id), "\(page.name): #\(id)")
            }
        }
    }

    @Test func everyControlHasALabel() throws {
        for page in try SamplePages.all.get() {
            let labelled = Set(try matches(#"<label[^>]*\sfor="([^"]*)""#, page.html))
            let wrapped = try matches(#"<label class="check">(.*?)</label>"#, page.html).joined()
            for control in try matches(#"(<(?:input|select|textarea)\b[^>]*>)"#, page.html) {
                if control.contains("type=\"hidden\"") || wrapped.contains(control) || control.contains("aria-label=") {
                    continue
                }
                let id = try matches(#"\sid="([^"]*)""#, control).first
                #expect(id.map(labelled.contains) == true, "\(page.name): \(control)")
            }
        }
    }

    @Test func everyPostedFormCarriesTheToken() throws {
        for page in try SamplePages.all.get() {
            for form in page.html.components(separatedBy: "<form ").dropFirst() {
                let body = form.components(separatedBy: "</form>")[0]
                let isPost = body.hasPrefix("method=\"post\"")
                // A form that gets would show it in the address.
                #expect(body.contains("name=\"csrf\"") == isPost, "\(page.name)")
            }
        }
    }

    @Test func tagsClose() throws {
        let pairs = [
            "div", "section", "form", "fieldset", "details", "table", "ul", "ol", "nav", "article", "label", "select",
            "p",
        ]
        for page in try SamplePages.all.get() {
            for tag in pairs {
                let open = try matches("<\(tag)[ >]", page.html).count
                let closed = page.html.components(separatedBy: "</\(tag)>").count - 1
                #expect(open == closed, "\(page.name): \(open) <\(tag)>, \(closed) closed")
            }
            #expect(page.html.components(separatedBy: "<h1>").count == 2, "\(page.name)")
        }
    }

    /// Writes all pages with the sheets inside, for looking at them: VIEWS_LOOK=/tmp/views-look swift test …
    @Test(.enabled(if: ProcessInfo.processInfo.environment["VIEWS_LOOK"] != nil))
    func writesThePages() throws {
        let folder = URL(fileURLWithPath: try #require(ProcessInfo.processInfo.environment["VIEWS_LOOK"]))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for page in try SamplePages.all.get() {
            try page.html.write(to: folder.appending(path: page.name + ".html"), atomically: true, encoding: .utf8)
        }
    }
}
