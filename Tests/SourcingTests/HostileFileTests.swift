import Foundation
import Notation
import Sourcing
import Testing

/// Files that are damaged, enormous or made to exhaust the reader.
@Suite struct HostileFileTests {
    private func refusal(_ bytes: [UInt8]) -> String {
        do {
            _ = try CaseReader.read(bytes: bytes)
            return ""
        } catch {
            return error.description
        }
    }

    private func temporary(_ name: String, _ work: (String) throws -> Void) rethrows {
        let path =
            FileManager.default.temporaryDirectory.path
            + "/shoreline-\(ProcessInfo.processInfo.processIdentifier)-\(name)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try work(path)
    }

    private func fileRefusal(_ path: String) -> String {
        do {
            _ = try CaseReader.read(file: path)
            return ""
        } catch {
            return error.description
        }
    }

    @Test func hugeFileIsRefusedByItsSize() {
        temporary("huge.yaml") { path in
            #expect(FileManager.default.createFile(atPath: path, contents: nil))
            #expect(truncate(path, 100 << 20) == 0)
            #expect(
                fileRefusal(path)
                    == "\(path): The file has 100 MB; at most 4 MB are read. A case file is a few pages of text: check that this is the right file."
            )
        }
    }

    @Test func fileErrorsAreNamed() throws {
        #expect(
            fileRefusal("/nowhere/case.yaml")
                == "/nowhere/case.yaml: There is no such file. Check its name and the folder you are in.")
        #expect(fileRefusal("/tmp") == "/tmp: This is a folder, not a file. Name the case file in it.")
        try temporary("empty.yaml") { path in
            try Data().write(to: URL(fileURLWithPath: path))
            #expect(fileRefusal(path) == "\(path): The file is empty. Begin with: case: The title of the decision")
        }
        try temporary("case.yaml") { path in
            try Data(changed("country: IN", "country: Indai").utf8).write(to: URL(fileURLWithPath: path))
            #expect(
                fileRefusal(path)
                    == "\(path):11:40: options.pune.country: “Indai” is not a country that Shoreline has facts on. Did you mean India (IN)?"
            )
        }
    }

    @Test func aFileOnDiskIsRead() throws {
        try temporary("case-file.yaml") { path in
            try Data(StarterCase.text.utf8).write(to: URL(fileURLWithPath: path))
            #expect(try CaseReader.read(file: path).options.count == 4)
        }
    }

    @Test func otherEncodingsAreNamed() {
        let utf16 =
            "line 1, column 1: The file is written in UTF-16, not in UTF-8. Save it again with the encoding UTF-8."
        for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
            #expect(refusal(Array(soundCase.data(using: encoding) ?? Data())) == utf16)
        }
        let latin = changed("Larkfield", "Café").data(using: .isoLatin1) ?? Data()
        #expect(
            refusal(Array(latin))
                == "line 2, column 20: The byte 0xE9 is not UTF-8; the file was probably saved as Latin-1 or Windows-1252. Save it again with the encoding UTF-8."
        )
        #expect(
            refusal(Array(changed("Larkfield", "Lark\0field").utf8))
                == "line 2, column 21: There is a NUL byte here, which no text has. The file may be damaged, or not be a text file; restore it or save it again as UTF-8."
        )
        #expect(refusal([0xEF, 0xBB, 0xBF] + Array(soundCase.utf8)).isEmpty)
        #expect(refusal(Array(soundCase.replacing("\n", with: "\r\n").utf8)).isEmpty)
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
        String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
        (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        "a: " + String(repeating: "[ # ]\n ", count: 50_000),
        String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
        "a: &a [&b " + String(repeating: "[", count: 700) + String(repeating: "]", count: 701),
    ]) func deepNesting(_ text: String) {
        #expect(messages(text).contains("nested more than 64 deep"))
    }

    @Test func aliasBombs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            text +=
                "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
                + "]\n"
        }
        #expect(
            messages(text).hasSuffix(
                "With every alias (*name) written out, the file has more than 100,000 values. Write the values themselves instead of aliases of aliases."
            ))
        // As keys they would be compared, which takes a parser that expands them longer than anybody lives.
        for key in [
            "? *a30\n: 1\n", "*a30 : 1\n", "k: { *a30 : 1 }\n", "k: { *a30, *a29 }\n", "k: { x: 1, [*a30] }\n",
            "[*a30]: 1\n", "k: [ ? [*a30]\n : 1 ]\n",
        ] {
            #expect(!messages(text + key).isEmpty)
        }
        #expect(
            messages("a: &a [1]\n*a : 1\n")
                == "line 2, column 1: A key must be a plain word, not a list, a group of keys or an alias. If brackets or * were meant as text, put them in quotes."
        )
    }

    @Test func aliasesInsideTextAreText() throws {
        let text = changed("case: Accounts payable", "case: \"a *b\"\nnote: |\n  *c and 2*d")
        #expect(try CaseReader.read(text: text).title == "a *b")
        #expect(try CaseReader.read(text: text).note == "*c and 2*d")
    }

    @Test func manyValuesAreRefused() {
        #expect(
            messages(String(repeating: "- x\n", count: 1_000_000)).contains("too many lines, commas, colons and dashes")
        )
        #expect(messages(String(repeating: "- x\n", count: 110_000)).contains("more than 100,000 values"))
    }

    @Test func manyFaultsAreCutShort() {
        let text = soundCase + (0..<20_000).map { "key\($0): 1\n" }.joined()
        #expect(messages(text).split(separator: "\n").count == 200)
    }

    @Test(arguments: [
        "", "# only a note\n", "---\n", "null", "~", "[]", "3", "text", "{}", "[1, 2]", "{", "}", "\u{FEFF}", "&a *a",
        "!!", "%", "@", "`", "*", "&", "- - -", "?", ":", "\"\\ud800\"", "'", "|", ">", "--- a\n--- b",
        "%YAML 9.9\n---\na: b", "? a", "a: |\n\tb",
    ])
    func scrapsAreRefused(_ text: String) {
        #expect(!messages(text).isEmpty)
    }
}
