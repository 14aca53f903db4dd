import Foundation
import Notation
import Sourcing
import Testing

@testable import Web

struct CaseFormTests {
    private let viewer = Viewer(name: "Ana", organisation: "L", roles: ["analyst"], csrf: "t<k")

    private func page(_ text: String = StarterCase.text, faults: [Fault] = [], typed: [String: String] = [:]) -> String
    {
        CaseForm.page(
            .init(id: "a1", title: "Invoices", text: text, version: 7, faults: faults, typed: typed), viewer: viewer
        )
        .body
    }

    /// Names and values of all fields, as a browser would post them with no button pressed.
    private func posted(_ body: String) -> [(String, String)] {
        func unescaped(_ text: Substring) -> String {
            String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
                .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        }
        var out: [(String, String)] = []
        for match in body.matches(of: #/<(input|select|textarea)\b([^>]*)>/#) {
            guard let name = match.2.firstMatch(of: #/ name="([^"]*)"/#)?.1 else { continue }
            let rest = body[match.range.upperBound...]
            var value: Substring = match.2.firstMatch(of: #/ value="([^"]*)"/#)?.1 ?? ""
            if match.1 == "select" {
                let options = rest.prefix { $0 != "\n" }
                value = options.firstMatch(of: #/value="([^"]*)" selected/#)?.1 ?? ""
            } else if match.1 == "textarea", let end = rest.firstRange(of: "</textarea>") {
                value = rest[..<end.lowerBound].dropFirst()
            }
            out.append((unescaped(name), unescaped(value)))
        }
        return out
    }

    @Test func aFormThatIsPostedUnchangedChangesNothing() throws {
        let fields = posted(page())
        #expect(fields.count > 100)
        #expect(fields.first { $0.0 == CaseForm.textField }?.1 == StarterCase.text)
        #expect(try CaseForm.apply(fields, to: StarterCase.text) == StarterCase.text)
    }

    @Test func everyExampleComesBackUnchanged() throws {
        var folder = URL(filePath: #filePath)
        while folder.lastPathComponent != "Tests" { folder.deleteLastPathComponent() }
        let examples = folder.deletingLastPathComponent().appending(path: "Examples")
        let files = try FileManager.default.contentsOfDirectory(atPath: examples.path).filter { $0.hasSuffix(".yaml") }
        #expect(!files.isEmpty)
        for file in files {
            let text = try String(contentsOf: examples.appending(path: file), encoding: .utf8)
            let body = page(text)
            let fields = posted(body)
            #expect(try CaseForm.apply(fields, to: text) == text, "\(file)")
            let ids = body.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "\(file)")
            let targets = body.matches(of: #/ href="#([^"]*)"/#).map { String($0.1) }
            #expect(targets.count > 5 && Set(targets).isSubset(of: ids), "\(file)")
            // A fifth of the fields, which takes some seconds: each can be changed.
            let filled = fields.filter { $0.0.hasPrefix("f.") && !$0.1.isEmpty }
            for (name, value) in stride(from: 0, to: filled.count, by: 5).map({ filled[$0] }) {
                let edited = try? CaseForm.apply([(name, value + "1")], to: text)
                // What two options share by an alias is refused, for the other would change too.
                let isShared = text.contains(": *") && name.contains(".people.")
                #expect((edited != nil || isShared) && edited != text, "\(file) \(name)")
            }
        }
    }

    @Test func onlyWhatChangedTouchesTheText() throws {
        var fields = posted(page())
        let index = try #require(fields.firstIndex { $0.0 == "f.options.kansas.price.perTransaction" })
        fields[index].1 = "1.95"
        let expected = StarterCase.text.replacing("perTransaction: 1.85", with: "perTransaction: 1.95")
        #expect(try CaseForm.apply(fields, to: StarterCase.text) == expected)
    }

    @Test func aNumberMayBecomeARangeAndARangeHasThreeFields() throws {
        let text = try CaseForm.apply(
            [("f.functions.invoice-entry.errorCost", "{ low: 3, likely: 4, high: 9 }")], to: StarterCase.text)
        #expect(text.contains("errorCost: { low: 3, likely: 4, high: 9 }"))
        #expect(throws: Never.self) { try CaseReader.read(text: text) }
        #expect(page(text).contains("name=\"f.functions.invoice-entry.errorCost.likely\""))
    }

    @Test func payAndSwingPointsHaveFieldsForTheirParts() throws {
        let body = page()
        #expect(
            body.contains("name=\"f.options.keep.people.wage.p50\"")
                && body.contains("name=\"f.options.keep.people.wage.per\""))
        let text = try CaseForm.apply([("f.options.keep.people.wage.p50", "23")], to: StarterCase.text)
        #expect(text == StarterCase.text.replacing("p50: 22, p90: 26", with: "p50: 23, p90: 26"))
    }

    @Test func aTextIsNeverReadAsYAML() throws {
        let text = try CaseForm.apply([("f.options.kansas.title", "Yes: # {no}")], to: StarterCase.text)
        #expect(try CaseReader.tree(text: text)["options"]?["kansas"]?["title"]?.string == "Yes: # {no}")
    }

    @Test func aCountryIsChosenByItsCodeAndWrittenByItsName() throws {
        let text = try CaseForm.apply([("f.options.pune.country", "PH")], to: StarterCase.text)
        #expect(try CaseReader.tree(text: text)["options"]?["pune"]?["country"]?.string == "Philippines")
        #expect(try CaseForm.apply([("f.options.pune.country", "IN")], to: StarterCase.text) == StarterCase.text)
    }

    @Test func anOptionIsAddedWithWhatMustBeFilledIn() throws {
        let text = try CaseForm.apply(
            [("new.options", "Łódź Unit 2"), (CaseForm.action, "add options")], to: StarterCase.text)
        let option = try #require(try CaseReader.tree(text: text)["options"]?.entries?.last)
        #expect(option.value["title"]?.string == "Łódź Unit 2")
        #expect(option.value["country"]?.isNull == true)
        let body = page(text)
        #expect(body.contains("name=\"f.options.\(option.key).ownership\""))
    }

    @Test func anOptionIsRemovedWithItsFields() throws {
        var fields = posted(page())
        fields.append((CaseForm.action, "remove options.kansas"))
        let text = try CaseForm.apply(fields, to: StarterCase.text)
        #expect(try CaseReader.tree(text: text)["options"]?.entries?.map(\.key) == ["keep", "pune", "manila"])
        #expect(text.contains("Inputs that tend to move together"))
    }

    @Test func aNewOptionWithoutANameIsRefused() {
        let faults = #expect(throws: Faults.self) {
            try CaseForm.apply([("new.options", " "), (CaseForm.action, "add options")], to: StarterCase.text)
        }
        #expect(
            faults?.description
                == "options: A new option needs a name with at least one letter or digit. Write its name into the field beside the button."
        )
    }

    @Test func faultsStandInAListAndAtTheirFields() throws {
        let broken = StarterCase.text.replacing("perMonth: 42000", with: "perMonth: -42")
        let faults = #expect(throws: Faults.self) { try CaseReader.read(text: broken) }?.faults ?? []
        let body = page(broken, faults: faults)
        #expect(body.contains("One thing must be mended before this can be saved"))
        #expect(body.contains("href=\"#f-functions.invoice-entry.volume.perMonth\""))
        #expect(body.contains("id=\"f-functions.invoice-entry.volume.perMonth-error\""))
        let field = try #require(
            body.firstMatch(of: #/<input id="f-functions\.invoice-entry\.volume\.perMonth"[^>]*>/#)
        ).0
        #expect(field.contains("aria-invalid=\"true\"") && field.contains("value=\"-42\""))
        #expect(field.contains("perMonth-hint f-functions.invoice-entry.volume.perMonth-error\""))
    }

    @Test func everyIdIsThereOnceAndEveryLabelHasItsField() {
        let body = page()
        let ids = body.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        for label in body.matches(of: #/<label for="([^"]*)"/#) { #expect(ids.contains(String(label.1)), "\(label.1)") }
    }

    @Test func theFormCarriesTokenAndVersion() {
        let fields = posted(page())
        #expect(fields.contains { $0.0 == "csrf" && $0.1 == "t<k" })
        #expect(fields.contains { $0.0 == "base" && $0.1 == "7" })
    }

    @Test func theBrowsersLineEndsAreNotSaved() throws {
        let fields = posted(page()).map { ($0.0, $0.1.replacing("\n", with: "\r\n")) }
        let text = CaseForm.workingText(fields, base: StarterCase.text)
        #expect(text == StarterCase.text)
        #expect(try CaseForm.apply(fields, to: text) == StarterCase.text)
        #expect(CaseForm.workingText([], base: "a\n") == "a\n")
    }

    @Test func whatWasTypedAndRefusedIsShownAgain() {
        let fields = [("f.client.name", "Lark"), ("csrf", "x"), ("new.options", "Lodz")]
        #expect(CaseForm.typed(fields) == ["f.client.name": "Lark", "new.options": "Lodz"])
        #expect(page(typed: CaseForm.typed(fields)).contains("value=\"Lodz\""))
    }

    @Test func whatWasTypedStays() {
        #expect(page(typed: ["f.client.name": "Lark & Field"]).contains("value=\"Lark &amp; Field\""))
    }

    @Test func textThatIsNoYAMLLeadsToTheText() {
        let body = page("a: [1")
        #expect(body.contains("The text cannot be read") && body.contains("/cases/a1/text"))
    }
}
