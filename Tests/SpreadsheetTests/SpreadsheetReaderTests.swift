import Foundation
import Notation
import Testing

@testable import Spreadsheet

@Suite struct SpreadsheetReaderTests {
    private func message(_ bytes: [UInt8], sheet: String? = nil) -> String {
        do {
            _ = try SpreadsheetReader.rows(bytes: bytes, sheet: sheet)
            return "read"
        } catch { return error.description }
    }

    private func written(_ body: (Workbook) throws -> Void) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("shoreline-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: path) }
        let book = try Workbook(path: path.path)
        try body(book)
        try book.finish()
        return Array(try Data(contentsOf: path))
    }

    @Test func readsWhatWorkbookWrites() throws {
        let long = String(repeating: "é\u{1F600}", count: 5000)
        let bytes = try written { book in
            let sheet = try book.sheet("First", widths: [10, 20])
            try sheet.row([.text("a"), .text("  b\n<&>\"c\"  "), .number(3.5, .number), .flag(true)])
            try sheet.row([])
            try sheet.row([.empty, .empty, .number(-1e300, .money), .flag(false), .text(long, .wrapped)])
            try sheet.row([.text("_x0041_ \u{1}"), .number(0.1 + 0.2, .number), .blank(.input)])
            let second = try book.sheet("Second one", widths: [])
            try second.row([.text("here")])
        }
        let rows = try SpreadsheetReader.rows(bytes: bytes)
        #expect(rows.count == 4)
        #expect(rows[0] == ["a", "  b\n<&>\"c\"  ", "3.5", "TRUE"])
        #expect(rows[1] == [])
        #expect(rows[2] == ["", "", "-1e+300", "FALSE", long])
        // libxlsxwriter writes 16 digits; the last one of 0.30000000000000004 is lost there, not here.
        #expect(rows[3][0] == "_x0041_ \u{1}")
        #expect(rows[3][1] == "0.3")
        #expect(rows[3].count == 2)
        #expect(try SpreadsheetReader.rows(bytes: bytes, sheet: "Second one") == [["here"]])
        #expect(
            message(bytes, sheet: "Second two")
                == "The workbook has no sheet “Second two”. Did you mean Second one? It has: First, Second one.")
    }

    @Test func readsWhatOtherProgramsWrite() throws {
        let shared = """
            <sst><si><t>plain</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">rich </t></r><r><t>text</t></r>\
            <rPh sb="0" eb="1"><t>sound</t></rPh></si></sst>
            """
        let sheet = """
            <x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="B2" t="s"><x:v>1</x:v></x:c>\
            <x:c r="D2" t="inlineStr"><x:is><x:t>in &amp; line</x:t></x:is></x:c></x:row>\
            <x:row><x:c t="s"><x:v>0</x:v></x:c><x:c><x:f>1+1</x:f><x:v>2</x:v></x:c>\
            <x:c t="str"><x:f>A1</x:f><x:v>cached</x:v></x:c><x:c t="e"><x:v>#REF!</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c>\
            <x:c r="AA3"><x:v>2.5000000000000000E0</x:v></x:c></x:row></x:sheetData></x:worksheet>
            """
        let rows = try SpreadsheetReader.rows(bytes: Hostile.book(sheet: sheet, shared: shared))
        #expect(rows[0] == [])
        #expect(rows[1] == ["", "rich text", "", "in & line"])
        #expect(rows[2].count == 27)
        #expect(Array(rows[2].prefix(6)) == ["plain", "2", "cached", "#REF!", "TRUE", ""])
        #expect(rows[2][26] == "2.5")
    }

    @Test func saysWhatTheFileIsInstead() throws {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let save = "Save the sheet as “Excel Workbook (.xlsx)” or as “CSV UTF-8”."
        #expect(message(Array("a,b".utf8)) == "This is not an Excel workbook. \(save)")
        #expect(message([]) == "This is not an Excel workbook. \(save)")
        #expect(
            message(old + [UInt8](repeating: 0, count: 600))
                == "This is a workbook of Excel 97 to 2003 (.xls), which is not read. Open it and save it as “Excel Workbook (.xlsx)” or as “CSV UTF-8”."
        )
        let locked = old + [0, 0] + "EncryptedPackage".utf8.flatMap { [$0, 0 as UInt8] }
        #expect(
            message(locked)
                == "The workbook is protected with a password. Open it, remove the password (File, Info, Protect Workbook), and save it again."
        )
        #expect(
            message(Hostile.zip([("content.xml", "<a/>")]))
                == "This is an OpenDocument file (.ods), which is not read. \(save)")
        #expect(
            message(Hostile.zip([("xl/workbook.bin", "x")]))
                == "This is a binary Excel workbook (.xlsb), which is not read. \(save)")
        #expect(message(Hostile.zip([("a.txt", "x")])) == "This is a ZIP file, but not an Excel workbook. \(save)")
        #expect(
            message([0x50, 0x4B] + [UInt8](repeating: 0, count: 21 << 20))
                == "The file has 21 MB; at most 20 MB are read. A score sheet is far smaller: check that this is the right file."
        )
    }

    @Test func refusesBombsAndEntities() {
        let spaces = String(repeating: " ", count: 60 << 20)
        #expect(
            message(Hostile.book(sheet: "<worksheet>\(spaces)</worksheet>"))
                .hasPrefix("The part “xl/worksheets/sheet1.xml” unpacks to far more than a table needs"))
        let laughs = """
            <?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]>\
            <worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&y;</v></c></row></sheetData></worksheet>
            """
        #expect(
            message(Hostile.book(sheet: laughs))
                == "The part “xl/worksheets/sheet1.xml” of the workbook has a DOCTYPE, which no workbook needs and which can be used for attacks. Do not open this file if you do not know where it came from; ask for the sheet again."
        )
        #expect(
            message(Hostile.book(sheet: "<worksheet>&undeclared;</worksheet>")).hasPrefix("The workbook is damaged"))
        let far = "<worksheet><row r=\"1048576\"><c r=\"A1048576\" t=\"str\"><v>x</v></c></row></worksheet>"
        #expect(message(Hostile.book(sheet: far)).hasPrefix("The sheet spans more than 200000 cells"))
        let wide = (1...13).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\" t=\"str\"><v>x</v></c></row>" }.joined()
        #expect(message(Hostile.book(sheet: "<worksheet>\(wide)</worksheet>")).hasPrefix("The sheet spans more than"))
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(message(Hostile.book(sheet: deep)).hasPrefix("The workbook is damaged"))
    }

    @Test(arguments: [
        "<row r=\"0\"/>", "<row r=\"x\"/>", "<row r=\"1048577\"/>", "<c r=\"A1\"/><c r=\"1A\"><v>1</v></c>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
        "<c><v>1</v></c>", "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"A1\"",
        "<row r=\"1\"><c r=\"AAAAAAAAAAAAAAAAAAAAAA99999999999999999999999\"><v>1</v></c></row>",
    ]) func wrongPlacesAreDamage(body: String) {
        #expect(message(Hostile.book(sheet: "<worksheet>\(body)</worksheet>")).hasPrefix("The workbook is damaged: "))
    }

    @Test func noBytesCrash() throws {
        let whole = try written { book in
            let sheet = try book.sheet("First", widths: [10])
            for row in 0..<20 { try sheet.row([.text("text \(row)"), .number(Double(row), .number)]) }
        }
        for length in stride(from: 0, to: whole.count, by: 97) { _ = message(Array(whole[..<length])) }
        var state: UInt64 = 3
        for _ in 0..<500 {
            var bytes = whole
            for _ in 0..<5 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
            }
            _ = message(bytes)
        }
    }
}
