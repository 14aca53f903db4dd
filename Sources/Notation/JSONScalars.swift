/// Numbers and texts, the scalars that need more than a comparison.
extension JSONReader {
    mutating func number(at place: Position) throws(Faults) -> Tree {
        let start = index
        while let byte = next, Self.isWord(byte) { advance() }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        guard Self.isNumber(Array(bytes[start..<index])) else {
            let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
            let leads = digits.hasPrefix("0") && digits.dropFirst().allSatisfy(\.isNumber)
            throw fault(
                at: place, "“\(text)” is not a number as JSON writes them.",
                leads ? "Leave out the leading zero." : "Write for example 12, -0.5 or 1e6.")
        }
        guard let value = Double(text), value.isFinite else {
            throw fault(at: place, "“\(text)” is too large a number.", "The largest is about 1.8e308.")
        }
        return Tree(.number(value), at: place)
    }

    private static func isNumber(_ text: [UInt8]) -> Bool {
        var index = 0
        func digits() -> Int {
            let start = index
            while index < text.count, text[index] >= 0x30, text[index] <= 0x39 { index += 1 }
            return index - start
        }
        if index < text.count, text[index] == UInt8(ascii: "-") { index += 1 }
        let leadingZero = index < text.count && text[index] == 0x30
        let whole = digits()
        if whole == 0 || (leadingZero && whole > 1) { return false }
        if index < text.count, text[index] == UInt8(ascii: ".") {
            index += 1
            if digits() == 0 { return false }
        }
        if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
            if digits() == 0 { return false }
        }
        return index == text.count
    }

    mutating func string() throws(Faults) -> String {
        let place = position
        advance()
        var units: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                advance()
                return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"): units.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20:
                if byte == 0x0A {
                    throw fault(
                        at: place, "This text does not end on its line.",
                        "Close it with \", and write a line break as \\n.")
                }
                throw fault("There is a control character inside a text.", "Write a tab as \\t; others as \\u00XX.")
            default:
                units.append(byte)
                advance()
            }
        }
        throw fault(at: place, "This text is never closed.", "Add a \" at its end.")
    }

    private mutating func escape() throws(Faults) -> UnicodeScalar {
        let place = position
        advance()
        guard let byte = next else { throw fault(at: place, "The file ends inside a text.") }
        let plain: [UInt8: UnicodeScalar] = [
            UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
            UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
        ]
        if let scalar = plain[byte] {
            advance()
            return scalar
        }
        guard byte == UInt8(ascii: "u") else {
            throw fault(
                at: place, "A backslash stands before \(found), which means nothing in JSON.",
                "Write \\\\ for a backslash.")
        }
        let unit = try hexUnit(at: place)
        if let scalar = UnicodeScalar(unit) { return scalar }
        if unit < 0xDC00, next == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u") {
            advance()
            let low = try hexUnit(at: place)
            if (0xDC00..<0xE000).contains(low),
                let scalar = UnicodeScalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
            {
                return scalar
            }
        }
        throw fault(
            at: place, "\\u\(String(unit, radix: 16)) is half of a surrogate pair, without its other half.",
            "Write the character itself.")
    }

    /// The cursor stands on the `u`.
    private mutating func hexUnit(at place: Position) throws(Faults) -> UInt32 {
        advance()
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
                throw fault(at: place, "After \\u four hexadecimal digits were expected, but here is \(found).")
            }
            unit = unit << 4 | UInt32(digit)
            advance()
        }
        return unit
    }
}
