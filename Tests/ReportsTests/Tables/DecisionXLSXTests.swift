import Economics
import Foundation
import Sourcing
import Spreadsheet
import Testing

@testable import Reports

@Suite struct DecisionXLSXTests {
    private func temporary() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("shoreline-test-\(UUID().uuidString).xlsx").path
    }

    /// Reads the workbook with another program than the one that wrote it: each cell as `Sheet!A1<tab>kind<tab>value`.
    private func cells(_ path: String) throws -> [String: String] {
        let script = """
            import re, sys, zipfile, xml.etree.ElementTree as E
            z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
            m = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
            texts = [''.join(t.text or '' for t in s.iter(m + 't')) for s in E.fromstring(z.read('xl/sharedStrings.xml'))]
            for i, sheet in enumerate(E.fromstring(z.read('xl/workbook.xml')).iter(m + 'sheet'), 1):
                root = E.fromstring(z.read(f'xl/worksheets/sheet{i}.xml'))
                assert not list(root.iter(m + 'f')), 'a formula'
                assert [p.get('ySplit') for p in root.iter(m + 'pane')] == ['1']
                for c in root.iter(m + 'c'):
                    v = c.find(m + 'v')
                    if v is None: continue
                    kind = {'s': 'text', 'b': 'flag'}.get(c.get('t', 'n'), 'number')
                    value = texts[int(v.text)] if kind == 'text' else repr(float(v.text))
                    print(f"{sheet.get('name')}!{c.get('r')}", kind, re.sub(r'\\s', ' ', value), sep='\\t')
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "python3 could not read the workbook (is python3 installed?)")
        var found: [String: String] = [:]
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1)
            found[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
        }
        return found
    }

    @Test func holdsNumbersOnSixSheets() throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try DecisionXLSX.write(DecisionFixture.two, to: path)
        let found = try cells(path)
        let sheets = Set(found.keys.map { String($0.prefix { $0 != "!" }) })
        #expect(sheets == ["Summary", "Options", "Breakdown", "Monthly", "Drivers", "Assumptions"])
        #expect(found["Summary!B2"] == "text\tWhere to enter invoices")
        #expect(found["Summary!B6"] == "number\t46388.0")
        #expect(found["Options!B2"] == "text\tpune")
        #expect(found["Options!F2"] == "flag\t1.0")
        #expect(found["Options!H2"] == "number\t4000000.0")
        #expect(found["Breakdown!D2"] == "number\t2000000.0")
        #expect(found["Monthly!C2"] == "number\t46357.0")
        #expect(found["Monthly!E3"] == "number\t1000.0")
        #expect(found["Drivers!D2"] == "number\t0.25")
        #expect(found["Assumptions!F2"] == "number\t0.38")
        #expect(!found.values.contains { $0.hasSuffix("\tnan") || $0.hasSuffix("\tinf") || $0.contains("Optional(") })
    }

    @Test func hostileTextStaysText() throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        var decision = DecisionFixture.single
        decision.theCase.title = String(repeating: "é", count: 400)
        decision.functions[0].options[0].displayName = "=HYPERLINK(\"http://x\")"
        decision.functions[0].options[0].presentValue.p5 = .nan
        decision.functions[0].recommendation.headline = String(repeating: "\u{1F600}", count: 40_000)
        decision.leftOut = ["a\u{0}b\u{1}c\u{FFFF}d\u{FFFE}"]
        try DecisionXLSX.write(decision, to: path)
        let found = try cells(path)
        #expect(found["Options!C2"] == "text\t=HYPERLINK(\"http://x\")")
        #expect(found["Options!J2"] == nil)
        let longest = found.values.map(\.utf16.count).max() ?? 0
        #expect(longest > 30_000 && longest <= Workbook.longestText + 5)
    }

    @Test func saysWhereItCouldNotBeWritten() {
        func message(_ path: String) -> String {
            do {
                try DecisionXLSX.write(DecisionFixture.single, to: path)
                return "written"
            } catch let error as WorkbookError {
                return error.localizedDescription == error.message ? error.message : error.localizedDescription
            } catch { return "another error: \(error)" }
        }
        #expect(
            message("/no/such/folder/x.xlsx")
                == "The workbook /no/such/folder/x.xlsx could not be written: there is no folder /no/such/folder.")
        let folder = FileManager.default.temporaryDirectory.path
        #expect(message(folder) == "The workbook \(folder) could not be written: it is a folder.")
        #expect(message("/proc/x.xlsx").hasPrefix("The workbook /proc/x.xlsx could not be written: "))
    }
}
