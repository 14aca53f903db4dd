import Notation

extension String {
    /// In typographic quotes, cut to a length that still shows which text is meant.
    var quoted: String {
        let shown = unicodeScalars.count > 60 ? String(String.UnicodeScalarView(unicodeScalars.prefix(57))) + "…" : self
        return "“\(shown)”"
    }

    /// The path of a key below this one.
    func appending(key: String) -> String {
        let shown =
            key.unicodeScalars.count > 64 ? String(String.UnicodeScalarView(key.unicodeScalars.prefix(61))) + "…" : key
        return isEmpty ? shown : "\(self).\(shown)"
    }
}

extension Tree {
    /// What was typed, for quoting in a sentence.
    var shown: String {
        switch content {
        case .null: "nothing"
        case .bool(let value): String(value)
        case .number(let value): JSONWriter.number(value)
        case .text(let value): value.quoted
        case .list: "a list"
        case .map: "a group of keys"
        }
    }
}

/// A number as a person would type it.
func plain(_ value: Double) -> String {
    let rounded = (value * 1e9).rounded() / 1e9
    return JSONWriter.number(abs(value) < 1e6 && rounded.isFinite ? rounded : value)
}
