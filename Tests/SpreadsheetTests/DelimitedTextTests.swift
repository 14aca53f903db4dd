import Notation
import Testing

@testable import Spreadsheet

@Suite struct DelimitedTextTests {
    private func rows(_ text: String) throws -> [[String]] {
        try DelimitedText.rows(Array(text.utf8)) { $0.contains("b") }
    }

    @Test func cutsCells() throws {
        #expect(try rows("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
        #expect(try rows("a;b\r\n\"1;\"\"x\"\"\r\ny\";2") == [["a", "b"], ["1;\"x\"\r\ny", "2"]])
        #expect(try rows("a\tb\r1\t\r\r") == [["a", "b"], ["1", ""], [""]])
        #expect(try rows("sep=;\na;b") == [["sep=", ""], ["a", "b"]])
        #expect(try rows("a,b\n,") == [["a", "b"], ["", ""]])
        #expect(try rows("\u{FEFF}a,b\n5\" pipe,\"x\" y") == [["a", "b"], ["5\" pipe", "x y"]])
        #expect(try rows("") == [])
    }

    @Test func refusesWhatWouldLoseLetters() {
        func message(_ bytes: [UInt8]) -> String {
            do {
                _ = try DelimitedText.rows(bytes) { _ in true }
                return "read"
            } catch { return error.description }
        }
        #expect(
            message(Array("a,".utf8) + [0xE9])
                == "line 1, column 3: The byte 0xE9 is not UTF-8; the file was probably saved as Latin-1 or Windows-1252. In Excel, save it as “CSV UTF-8” or as a workbook (.xlsx); letters would be lost otherwise."
        )
        #expect(
            message(Array("a,b\n\"c".utf8))
                == "line 2, column 1: A2: A quote is opened here and never closed. Add a \" where the cell ends, or save the sheet again from the spreadsheet."
        )
    }
}
