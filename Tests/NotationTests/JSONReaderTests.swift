import Notation
import Testing

/// A broken JSON text and all that is said about it.
struct BrokenJSON: Sendable, CustomTestStringConvertible {
    var text: String
    var message: String
    init(_ text: String, _ message: String) {
        self.text = text
        self.message = message
    }
    var testDescription: String { text }
}

@Suite struct JSONReaderTests {
    private func message(_ bytes: [UInt8]) -> String {
        do {
            _ = try JSONReader.read(bytes)
            return ""
        } catch {
            return error.description
        }
    }

    static let broken: [BrokenJSON] = [
        .init("", "line 1, column 1: The file is empty. Write a JSON value, for example {}."),
        .init(
            "{\"a\": 1, \"a\": 2}",
            "line 1, column 10: a: The key “a” stands here a second time; the first is in line 1, column 2. Keep one of the two."
        ),
        .init("{\"a\": [1, 2,]}", "line 1, column 12: a: There is a comma before the closing “]”. Remove the comma."),
        .init("{\"a\": 1", "line 1, column 8: The “{” of line 1, column 1 is never closed. Add “}”."),
        .init("{a: 1}", "line 1, column 2: A key in double quotes was expected, but here is “a”."),
        .init("{\"a\" 1}", "line 1, column 6: a: After the key “a” a colon was expected, but here is “1”."),
        .init("{\"a\": }", "line 1, column 7: a: A value is missing before “}”."),
        .init("[1 2]", "line 1, column 4: A comma or “]” was expected, but here is “2”."),
        .init(
            "['a']",
            "line 1, column 2: 0: Texts stand in double quotes in JSON, not in single ones. Write \" instead of '."),
        .init("[NaN]", "line 1, column 2: 0: “NaN” is not a number in JSON. Write null for a value that is missing."),
        .init(
            "[Infinity]",
            "line 1, column 2: 0: “Infinity” is not a number in JSON. Write null for a value that is missing."),
        .init(
            "[-Infinity]",
            "line 1, column 2: 0: “-Infinity” is not a number as JSON writes them. Write for example 12, -0.5 or 1e6."),
        .init("[1e999]", "line 1, column 2: 0: “1e999” is too large a number. The largest is about 1.8e308."),
        .init("[007]", "line 1, column 2: 0: “007” is not a number as JSON writes them. Leave out the leading zero."),
        .init(
            "[.5]",
            "line 1, column 2: 0: “.5” is not a JSON value. A text stands in double quotes; the only words are true, false and null."
        ),
        .init(
            "[True]",
            "line 1, column 2: 0: “True” is not a JSON value. A text stands in double quotes; the only words are true, false and null."
        ),
        .init(
            "[1] // note",
            "line 1, column 5: After the end of the document there is still “/”. Remove what follows the last bracket."),
        .init(
            "[// note\n1]",
            "line 1, column 2: 0: JSON has no comments. Remove the comment, or write the file as YAML, which has them (# …)."
        ),
        .init(
            "[\"a\n\"]",
            "line 1, column 2: 0: This text does not end on its line. Close it with \", and write a line break as \\n."),
        .init("[\"a", "line 1, column 2: 0: This text is never closed. Add a \" at its end."),
        .init(
            "[\"\\x\"]",
            "line 1, column 3: 0: A backslash stands before “x”, which means nothing in JSON. Write \\\\ for a backslash."
        ),
        .init(
            "[\"\\ud800\"]",
            "line 1, column 3: 0: \\ud800 is half of a surrogate pair, without its other half. Write the character itself."
        ),
        .init(
            "[\"\\ud800\\u0041\"]",
            "line 1, column 3: 0: \\ud800 is half of a surrogate pair, without its other half. Write the character itself."
        ),
        .init(
            "[\"\\u00g0\"]", "line 1, column 3: 0: After \\u four hexadecimal digits were expected, but here is “g0”."),
        .init(
            "[\"\t\"]",
            "line 1, column 3: 0: There is a control character inside a text. Write a tab as \\t; others as \\u00XX."),
    ]

    @Test(arguments: broken) func saysWhatIsWrong(_ broken: BrokenJSON) {
        #expect(message(Array(broken.text.utf8)) == broken.message)
    }

    @Test func wrongEncodings() {
        #expect(
            message([0xEF, 0xBB, 0xBF, 0x7B, 0x7D])
                == "line 1, column 1: The file begins with a byte order mark, which JSON does not allow. Save it again as UTF-8 without BOM."
        )
        #expect(message([0xFF, 0xFE, 0x7B, 0, 0x7D, 0]).contains("UTF-16"))
        #expect(message([0x7B, 0, 0x7D, 0]).contains("UTF-16"))
        #expect(message([0x22, 0xC3, 0x22]).contains("0xC3 is not UTF-8"))
        #expect(message([0x22, 0xED, 0xA0, 0x80, 0x22]).contains("is not UTF-8"))
        #expect(message([0x22, 0x61, 0, 0x22]).contains("NUL byte"))
    }

    @Test func depthAndSizeAreLimited() {
        let deep = { (n: Int) in String(repeating: "[", count: n) + String(repeating: "]", count: n) }
        #expect(message(Array(deep(64).utf8)).isEmpty)
        #expect(
            message(Array(deep(65).utf8))
                == "line 1, column 65: Brackets are nested more than 64 deep here. No case file needs that: check that this is the right file."
        )
        #expect(message(Array(deep(1_000_000).utf8)).contains("nested"))
        #expect(message([UInt8](repeating: 0x20, count: (4 << 20) + 1)).contains("at most 4 MB are read"))
    }

    @Test func readsEveryKindOfValueWithItsPlace() throws {
        let tree = try JSONReader.read(
            text: "{\n \"é\": [true, false, null, -1.5e2, \"\\u00e9\\ud83d\\ude00\\n\\/\"],\n \"o\": {} }")
        #expect(JSONWriter.text(tree) == "{\"é\":[true,false,null,-150,\"é😀\\n/\"],\"o\":{}}")
        #expect(tree["é"]?.position == Position(line: 2, column: 7))
        #expect(tree["o"]?.position == Position(line: 3, column: 7))
        #expect(tree.entries?.last?.keyPosition == Position(line: 3, column: 2))
    }

    @Test func writingAndReadingIsTheSame() throws {
        let text = "{\"a\":[0.1,1e-320,123456789012345680,\"\\u0001\"],\"b\":{\"c\":null}}"
        let once = JSONWriter.text(try JSONReader.read(text: text))
        #expect(JSONWriter.text(try JSONReader.read(text: once)) == once)
    }
}
