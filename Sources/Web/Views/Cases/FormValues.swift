import Atlas
import Notation
import Sourcing

/// What a field shows for a value, and what a value becomes of what was typed.
enum FormValues {
    static func shown(_ path: [String], in text: CaseText) -> String {
        guard let value = TreeEdit.value(at: path, in: text.tree) else { return "" }
        switch CaseFields.field(at: path)?.input {
        case .country: return code(value.string ?? "")
        case .texts:
            if let list = value.list, list.allSatisfy({ $0.string != nil }) {
                return list.compactMap(\.string).joined(separator: ", ")
            }
            return text.written(at: path) ?? ""
        default: return text.written(at: path) ?? ""
        }
    }

    /// The code of a country by its name or code; what is no country stays as it is.
    private static func code(_ written: String) -> String {
        let country = Atlas.shared.country(written) ?? Atlas.shared.country(named: written)
        return country?.code.uppercased() ?? written
    }

    /// The change that a typed value makes.
    static func set(_ typed: String, at path: [String], in text: CaseText) throws(Faults) -> CaseText {
        if typed.isEmpty { return try text.removing(path) }
        switch CaseFields.field(at: path)?.input {
        case .text, .name, .choice, .timeZone, .date: return try text.setting(path, to: .text(typed))
        case .country: return try text.setting(path, to: .text(Atlas.shared.country(typed)?.name ?? typed))
        case .flag: return try text.setting(path, written: typed)
        case .texts:
            let values = typed.split(separator: ",").map { Tree.text(trimmed(String($0))) }
            return try text.setting(path, to: .list(values.filter { $0.string?.isEmpty == false }))
        default:
            if path.last == "source" || path.last == "unit" { return try text.setting(path, to: .text(typed)) }
            return try text.setting(path, written: typed)
        }
    }

    static func trimmed(_ text: String) -> String {
        var out = text[...]
        while out.first?.isWhitespace == true { out.removeFirst() }
        while out.last?.isWhitespace == true { out.removeLast() }
        return String(out)
    }

    /// What a name may stand for; empty where that is not a matter of choice.
    static func names(for path: [String], in tree: Tree) -> [(String, String)] {
        func entries(_ group: Tree?) -> [(String, String)] {
            (group?.entries ?? []).map { ($0.key, $0.value["title"]?.string ?? $0.key) }
        }
        switch path.last {
        case "function": return entries(tree["functions"])
        case "option", "like": return entries(tree["options"])
        case "from": return CaseFields.libraryCriteria
        default: return []
        }
    }
}
