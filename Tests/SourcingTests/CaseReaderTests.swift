import Notation
import Testing

@testable import Sourcing

@Suite struct CaseReaderTests {
    @Test func starterCaseReadsClean() throws {
        let read = try CaseReader.read(text: StarterCase.text)
        #expect(read.title == "Accounts payable back office")
        #expect(read.client.timeZone == "America/Chicago")
        #expect(read.options.map(\.name) == ["keep", "kansas", "pune", "manila"])
        #expect(read.baseline(for: "invoice-entry")?.name == "keep")
        #expect(read.options[2].timeZone == "Asia/Kolkata")
        #expect(read.options[3].people.wage?.currency == "PHP")
        #expect(read.usesDefaults)
        #expect(StarterCase.text.split(separator: "\n").allSatisfy { $0.count <= 115 })
    }

    /// The example that the design shows first.
    @Test func theDesignsExampleReadsClean() throws {
        let text = """
            case: Accounts payable back office
            client: { name: Larkfield Foods, country: US, timeZone: America/Chicago, currency: USD }
            horizon: { start: 2027-01, months: 60, discountRate: 9% }
            functions:
              invoice-entry:
                kind: data-entry
                volume: { perMonth: 42000, growthPerYear: { low: 2%, likely: 6%, high: 15% } }
                handleTime: { p10: 2.6, p50: 3.1, p90: 4.0, unit: minutes }
                serviceHours: Mon-Fri 08:00-18:00
                languages: [en]
                errorCost: 4.10              # what one wrong item costs the client, in the client's currency
            options:
              keep:   { function: invoice-entry, ownership: in-house, country: US, baseline: true }
              kansas: { function: invoice-entry, ownership: partner, country: US, partner: Prairie BPO, price: { perTransaction: 1.85 } }
              pune:   { function: invoice-entry, ownership: partner, country: IN, partner: Deccan Services, price: { perTransaction: 0.62 } }
              manila: { function: invoice-entry, ownership: captive, country: PH }
            selection:
              criteria: { price: { scale: { worst: 9000000, best: 3000000 } }, expertise: {} }
              gates: { iso-27001: {} }
            """
        #expect(messages(text).isEmpty)
        #expect(try CaseReader.read(text: text).functions.first?.errorCost?.quantity == .fixed(4.1))
    }

    @Test func assumptionsNone() throws {
        let read = try CaseReader.read(text: "assumptions: none\n" + changed("country: IN", "country: IN, risks: {}"))
        #expect(!read.usesDefaults)
        #expect(read.options.last?.risks.isEmpty == true)
    }

    @Test func jsonMeansTheSameAsYAML() throws {
        let yaml = try CaseReader.read(text: StarterCase.text)
        let json = try CaseReader.read(text: JSONWriter.text(yaml.document, pretty: true))
        #expect(withoutLines(json) == withoutLines(yaml))
        #expect(JSONWriter.text(json.document) == JSONWriter.text(yaml.document))
    }

    /// The same case in one text, without the lines that differ between the notations.
    private func withoutLines(_ read: Case) -> String {
        "\(read.client) \(read.horizon) \(read.exchangeRates.sorted { $0.key < $1.key }) \(read.functions) \(read.options) \(read.correlations)"
            .replacing(/line: Optional\(\d+\)/, with: "")
    }

    @Test func norwayIsNotFalse() throws {
        let read = try CaseReader.read(
            text: changed("country: IN", "country: NO").replacing(
                "handleTime: 3", with: "handleTime: 3\n    languages: [no, en]"))
        #expect(read.options.last?.country == "NO")
        #expect(read.functions.first?.languages == ["no", "en"])
    }

    @Test(arguments: ["PH", "ph", "PHL", "Philippines", "the Philippines"]) func countriesByAnyName(_ name: String)
        throws
    {
        #expect(try CaseReader.read(text: changed("country: IN", "country: \(name)")).options.last?.country == "PH")
    }

    @Test func theOnlyInHouseOptionIsTheBaseline() throws {
        let read = try CaseReader.read(text: changed(", baseline: true", ""))
        #expect(read.baseline(for: "entry")?.name == "keep")
    }

    @Test(arguments: [("on", true), ("off", false), ("true", true), ("false", false), ("{ overhead: 8% }", true)])
    func coordination(_ written: String, _ isOn: Bool) throws {
        let read = try CaseReader.read(text: changed("country: IN", "country: IN, coordination: \(written)"))
        #expect(read.options.last?.coordination.isOn == isOn)
    }

    @Test func tiers() throws {
        let read = try CaseReader.read(
            text: changed("perTransaction: 0.62", "tiers: [{ upTo: 30000, price: 2.15 }, { price: 1.80 }]"))
        #expect(
            read.options.last?.price?.basis
                == .tiers([
                    .init(upTo: 30000, price: Stated(.fixed(2.15), line: 11)),
                    .init(upTo: nil, price: Stated(.fixed(1.8), line: 11)),
                ]))
    }

    @Test func anAnchorForAWholeValue() throws {
        let text = changed("handleTime: 3", "handleTime: &time { low: 2, likely: 3, high: 5 }\n    reworkTime: *time")
        let function = try CaseReader.read(text: text).functions.first
        #expect(function?.reworkTime?.quantity == function?.handleTime.quantity)
    }

    @Test(arguments: [
        "24x7", "Mon-Sun 00:00-24:00", "Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-13:00", "Fri-Mon 22:00-06:00",
        "mon,wed 8:00-9:00",
    ])
    func serviceHours(_ hours: String) {
        #expect(HoursSyntax.problem(inWeek: hours) == nil)
    }

    @Test(arguments: [
        "", ";", "Mon", "Mon 8-9", "Mon 24:00-09:00", "Mon 09:00-09:00", "Mon 08:60-09:00", "Mon-Tue-Wed 08:00-09:00",
        "Mon 08:00", "Mon 25:00-26:00", "Mon, 08:00-09:00",
    ])
    func notServiceHours(_ hours: String) {
        #expect(HoursSyntax.problem(inWeek: hours) != nil)
    }

    @Test func limitsAreNamed() {
        let options = (0..<51).map { "  o\($0): { ownership: partner, country: IN, price: { fixed: 1 } }\n" }.joined()
        #expect(messages(soundCase + options).contains("There are 53; at most 50 are allowed. Split the case."))
        let title = String(repeating: "x", count: 2_001)
        #expect(
            messages(changed("case: Accounts payable", "case: \(title)"))
                == "line 1, column 7: case: This text has 2001 characters; at most 2,000 are allowed. Shorten it.")
    }

    @Test func differenceByKey() throws {
        let a = try CaseReader.tree(text: soundCase)
        let b = try CaseReader.tree(
            text: soundCase.replacing("0.62", with: "0.58, indexation: 3%").replacing("    handleTime: 3\n", with: ""))
        #expect(
            CaseDifference.between(a, b) == [
                .init(.removed, path: "functions.entry.handleTime", before: "3", after: nil),
                .init(.changed, path: "options.pune.price.perTransaction", before: "0.62", after: "0.58"),
                .init(.added, path: "options.pune.price.indexation", before: nil, after: "3%"),
            ])
        #expect(CaseDifference.between(a, a).isEmpty)
    }
}
