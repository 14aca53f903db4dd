import Foundation

/// Fields of a query or a posted form, in their order; a name may stand several times.
struct Fields: Sendable {
    var all: [(name: String, value: String)]
    /// Files of a multipart form, by field name.
    var files: [String: [UInt8]] = [:]

    init(_ all: [(name: String, value: String)] = []) { self.all = all }

    subscript(name: String) -> String? { all.first { $0.name == name }?.value }
    func values(_ name: String) -> [String] { all.filter { $0.name == name }.map(\.value) }

    /// `a=1&b=two+words` (application/x-www-form-urlencoded, WHATWG URL § 5.1). At most 10,000 fields.
    ///
    /// - Returns: nil where it is more, or no UTF-8.
    static func urlEncoded(_ text: some StringProtocol) -> Fields? {
        var fields = Fields()
        for part in text.split(separator: "&", omittingEmptySubsequences: true) {
            if fields.all.count == 10_000 { return nil }
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(halves[0]), let value = decoded(halves.count > 1 ? halves[1] : "") else {
                return nil
            }
            fields.all.append((name, value))
        }
        return fields
    }

    static func decoded(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var left = ArraySlice(Array(text.utf8))
        while let byte = left.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard let a = left.popFirst().flatMap(hex), let b = left.popFirst().flatMap(hex) else { return nil }
                bytes.append(a << 4 | b)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// Letters, digits and `-._~` as they are, everything else in per cent.
    static func encoded(_ text: String) -> String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~")
        return text.addingPercentEncoding(
            withAllowedCharacters: allowed.intersection(
                CharacterSet(charactersIn: Unicode.Scalar(0)...Unicode.Scalar(127))))
            ?? ""
    }
}
