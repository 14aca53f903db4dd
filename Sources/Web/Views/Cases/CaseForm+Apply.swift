import Foundation
package import Notation
import Revisions
import Sourcing

extension CaseForm {
    /// The text with what was posted: every field that differs from what the text says, then what a button asks for.
    ///
    /// - Parameter fields: all fields of the form, in order; those that are not the form's own are passed over.
    /// - Throws: `Faults` where the text cannot be read, or a place cannot be changed by a form; all of them at once.
    package static func apply(_ fields: [(String, String)], to text: String) throws(Faults) -> String {
        var edited = try CaseText(text)
        var faults: [Fault] = []
        let (verb, target) = command(fields)
        let removed = verb == "remove" ? target : nil
        for (name, raw) in fields {
            guard name.hasPrefix("f.") else { continue }
            let path = name.dropFirst(2).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            if let removed, path.starts(with: removed) { continue }
            let typed = FormValues.trimmed(raw)
            guard typed != FormValues.trimmed(FormValues.shown(path, in: edited)) else { continue }
            do {
                edited = try FormValues.set(typed, at: path, in: edited)
            } catch {
                faults += error.faults
            }
        }
        if verb == "remove" || verb == "add" {
            do {
                edited = try verb == "remove" ? edited.removing(target) : added(fields, to: target, in: edited)
            } catch {
                faults += error.faults
            }
        }
        if !faults.isEmpty { throw Faults(faults) }
        return edited.text
    }

    /// The text that the form carried, with the line ends of the version that was edited: a browser changes them.
    /// - Parameter base: that version's text, which also stands in where the form carried none.
    package static func workingText(_ fields: [(String, String)], base: String) -> String {
        fields.first { $0.0 == textField }.map { LineEndings.adopting(base, in: $0.1) } ?? base
    }

    /// What was typed, by the name of its field, for a page that is shown again because `apply` refused.
    package static func typed(_ fields: [(String, String)]) -> [String: String] {
        let own = fields.filter { $0.0.hasPrefix("f.") || $0.0.hasPrefix("new.") }
        return Dictionary(own) { _, last in last }
    }

    private static func command(_ fields: [(String, String)]) -> (verb: String, target: [String]) {
        let words = (fields.last { $0.0 == action }?.1 ?? "").split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2 else { return (words.first ?? "", []) }
        return (words[0], words[1].split(separator: ".").map(String.init))
    }

    private static func added(
        _ fields: [(String, String)], to path: [String], in text: CaseText
    ) throws(Faults) -> CaseText {
        let joined = path.joined(separator: ".")
        let title = FormValues.trimmed(fields.last { $0.0 == "new." + joined }?.1 ?? "")
        let key = key(title)
        let kind = CaseFields.entryTitle(of: path.last ?? "").lowercased()
        guard !key.isEmpty, CaseFields.isEntry(path + [key]) else {
            throw Faults(
                Fault(
                    path: joined, "A new \(kind) needs a name with at least one letter or digit.",
                    remedy: "Write its name into the field beside the button."))
        }
        let known = CaseFields.fields(in: path + [key])
        var entry: [(String, Tree)] = []
        for field in known where field.isRequired || field.key == "title" {
            switch field.input {
            case .group:
                let inner = CaseFields.fields(in: path + [key, field.key]).filter(\.isRequired)
                entry.append((field.key, .map(inner.map { ($0.key, Tree.null) })))
            default: entry.append((field.key, field.key == "title" ? .text(title) : .null))
            }
        }
        return try text.adding(key, known.isEmpty ? .null : .map(entry), under: path)
    }

    /// A name for the file: small letters, digits and dashes. A currency's code stays as it is.
    static func key(_ title: String) -> String {
        if title.utf8.count == 3, title.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) { return title }
        var out = ""
        for scalar in title.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                out.unicodeScalars.append(scalar)
            } else if !out.isEmpty, !out.hasSuffix("-"), !scalar.properties.isDiacritic {
                out += "-"
            }
        }
        while out.hasSuffix("-") { out.removeLast() }
        return String(out.prefix(60))
    }
}
