import Notation

/// What a plain scalar means in YAML 1.2's core schema, without octal and hexadecimal numbers.
enum CoreSchema {
    static func content(_ text: String) -> Tree.Content {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        if isNumber(text), let value = Double(text.hasPrefix("+") ? String(text.dropFirst()) : text), value.isFinite {
            return .number(value)
        }
        return .text(text)
    }

    /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
    static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
        func skipDigits() -> Int {
            let before = rest.count
            rest = rest.drop { isDigit($0) }
            return before - rest.count
        }
        func skip(_ set: String) -> Bool {
            guard let first = rest.first, set.utf8.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        _ = skip("+-")
        let whole = skipDigits()
        let fraction = skip(".") ? skipDigits() : 0
        if whole + fraction == 0 { return false }
        if skip("eE") {
            _ = skip("+-")
            if skipDigits() == 0 { return false }
        }
        return rest.isEmpty
    }
}
