import Notation

/// Writes values as a case file has them: plain where that is safe, in double quotes elsewhere.
struct ValueWriter {
    let isJSON: Bool
    let newline: String

    /// - Parameter inFlow: whether the value stands between brackets, where commas and brackets end a plain text.
    func flow(_ tree: Tree, inFlow: Bool = true) -> String {
        if isJSON { return JSONWriter.text(tree) }
        switch tree.content {
        case .null: return "null"
        case .bool(let value): return String(value)
        case .number(let value): return JSONWriter.number(value)
        case .text(let text): return scalar(text, inFlow: inFlow)
        case .list(let values): return "[" + values.map { flow($0) }.joined(separator: ", ") + "]"
        case .map(let entries):
            if entries.isEmpty { return "{}" }
            return "{ " + entries.map { "\(key($0.key, inFlow: true)): \(flow($0.value))" }.joined(separator: ", ")
                + " }"
        }
    }

    func key(_ key: String, inFlow: Bool) -> String {
        isJSON ? JSONWriter.text(.text(key)) : scalar(key, inFlow: inFlow)
    }

    /// A key with its value: groups of groups on lines of their own, small groups on one line.
    func entry(_ key: String, _ value: Tree, indent: Int) -> String {
        let head = String(repeating: " ", count: indent) + self.key(key, inFlow: false) + ":"
        guard let entries = value.entries, isLarge(value) else {
            return value.isNull ? head : "\(head) \(flow(value, inFlow: false))"
        }
        return ([head] + entries.map { entry($0.key, $0.value, indent: indent + 2) }).joined(separator: newline)
    }

    func isLarge(_ value: Tree) -> Bool {
        guard let entries = value.entries else { return false }
        return entries.count > 6 || entries.contains { $0.value.entries != nil || $0.key == "title" }
            || entries.contains { $0.value.isNull }
    }

    private func scalar(_ text: String, inFlow: Bool) -> String {
        isPlain(text, inFlow: inFlow) ? text : JSONWriter.text(.text(text))
    }

    private func isPlain(_ text: String, inFlow: Bool) -> Bool {
        guard case .text = CoreSchema.content(text), let first = text.unicodeScalars.first,
            let last = text.unicodeScalars.last
        else { return false }
        if "-?:,[]{}#&*!|>'\"%@`<=~ \t.".unicodeScalars.contains(first) || last == " " || last == ":" { return false }
        if text.contains(": ") || text.contains(" #") || text.hasPrefix("---") { return false }
        if inFlow, text.contains(where: { ",[]{}:#".contains($0) }) { return false }
        return text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0.value != 0x7F && $0.value < 0xD800 && $0.value != 0x85
                && $0.value != 0x2028 && $0.value != 0x2029
        }
    }
}
