import Testing

@testable import Web

@Suite struct FieldsTests {
    @Test(arguments: [
        ("", [] as [[String]]), ("a=1&b=2", [["a", "1"], ["b", "2"]]), ("a=1&a=2", [["a", "1"], ["a", "2"]]),
        ("a", [["a", ""]]), ("a=", [["a", ""]]), ("=b", [["", "b"]]), ("a=b=c", [["a", "b=c"]]),
        ("&&a=1&", [["a", "1"]]), ("a+b=c+d", [["a b", "c d"]]), ("%61%3D=%26%2B", [["a=", "&+"]]),
        ("x=%C3%A9", [["x", "é"]]), ("x=é", [["x", "é"]]), ("x=%00", [["x", "\0"]]),
        ("x=%0D%0A", [["x", "\r\n"]]),
    ]) func urlEncoded(text: String, expected: [[String]]) throws {
        let fields = try #require(Fields.urlEncoded(text))
        #expect(fields.all.map { [$0.name, $0.value] } == expected)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%GG", "%=1", "a=%C3", "a=%FF%FE", "a=%ED%A0%80"])
    func whatIsNoTextIsRefused(text: String) {
        #expect(Fields.urlEncoded(text) == nil)
    }

    @Test func tenThousandFieldsAndNoMore() {
        let many = [String](repeating: "a=1", count: 10_000).joined(separator: "&")
        #expect(Fields.urlEncoded(many)?.all.count == 10_000)
        #expect(Fields.urlEncoded(many + "&a=1") == nil)
    }

    @Test func whatIsEncodedIsReadAgain() throws {
        var random = SeededNumbers(seed: 7)
        for _ in 0..<500 {
            let text = String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 0...20, using: &random)).map { _ in
                        Unicode.Scalar(UInt32.random(in: 1...0x2FFF, using: &random)) ?? "x"
                    }))
            let encoded = Fields.encoded(text)
            #expect(encoded.utf8.allSatisfy { $0 < 128 && $0 > 32 && $0 != UInt8(ascii: "&") })
            let fields = try #require(Fields.urlEncoded("\(encoded)=\(encoded)"))
            if text.isEmpty { continue }
            #expect(Array((fields.all.first?.name ?? "").utf8) == Array(text.utf8))
            #expect(Array((fields.all.first?.value ?? "").utf8) == Array(text.utf8))
        }
    }

    private func part(_ head: String, _ content: String) -> String {
        "--B\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(content)\r\n"
    }

    @Test func aFormWithAFileIsRead() throws {
        let body =
            part("name=\"a\"", "one\r\ntwo") + part("name=\"f\"; filename=\"c.yaml\"", "case: x\r\n")
            + part("name=\"a\"", "") + part("name=\"q%22\"", "-- B inside") + part("name=\"g\"; filename=\"\"", "")
            + "--B--\r\n"
        let fields = try #require(Fields.multipart(Array(body.utf8), boundary: "B"))
        #expect(fields.all.map(\.name) == ["a", "f", "a", "q\"", "g"])
        #expect(fields.values("a") == ["one\r\ntwo", ""])
        #expect(fields["q\""] == "-- B inside")
        #expect(fields["f"] == "c.yaml")
        #expect(fields.files == ["f": Array("case: x\r\n".utf8)])
    }

    @Test func bytesOfAFileAreKeptAsTheyAre() throws {
        let bytes = (0...255).map { UInt8($0) } + Array("\r\n--\r\n\r\n".utf8)
        let body =
            Array("--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n".utf8) + bytes
            + Array("\r\n--B--".utf8)
        #expect(Fields.multipart(body, boundary: "B")?.files["f"] == bytes)
    }

    @Test func aThousandPartsAndNoMore() {
        let one = part("name=\"a\"", "")
        #expect(
            Fields.multipart(Array((String(repeating: one, count: 1000) + "--B--").utf8), boundary: "B")?.all.count
                == 1000)
        #expect(Fields.multipart(Array((String(repeating: one, count: 1001) + "--B--").utf8), boundary: "B") == nil)
    }

    @Test(arguments: [
        "", "--B", "--B\r\n", "--B--x"[...].description, "--C--", "--B\r\n\r\n",
        "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--",
        "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
        "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--B",
        "--B\r\nX: y\r\n\r\nx\r\n--B--",
    ]) func aFormThatIsCutIsNoForm(body: String) {
        if body == "--B--x" { return }
        #expect(Fields.multipart(Array(body.utf8), boundary: "B") == nil)
    }

    /// Whatever comes, the readers answer: damaged copies of a good body, and noise.
    @Test func nothingThatComesStopsThem() {
        var random = SeededNumbers(seed: 42)
        let good = Array(
            (part("name=\"a\"", "one") + part("name=\"f\"; filename=\"x\"", "two") + "--B--\r\n").utf8)
        for _ in 0..<3000 {
            var body = good
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                switch Int.random(in: 0..<4, using: &random) {
                case 0: if !body.isEmpty { body.remove(at: Int.random(in: 0..<body.count, using: &random)) }
                case 1:
                    body.insert(
                        UInt8.random(in: 0...255, using: &random), at: Int.random(in: 0...body.count, using: &random))
                case 2: body = Array(body.prefix(Int.random(in: 0...body.count, using: &random)))
                default:
                    let from = Int.random(in: 0...body.count, using: &random)
                    body += body[from...].prefix(30)
                }
            }
            if let fields = Fields.multipart(body, boundary: "B") { #expect(fields.all.count <= 1000) }
            _ = Fields.urlEncoded(String(decoding: body, as: UTF8.self))
        }
    }
}

/// Numbers that come again for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
