package import Notation

/// A case file's text, changed key by key: comments, order and layout stay as their author wrote them.
///
/// Every edit is made in the text and then read again: what comes out must mean exactly the edited case and keep every
/// line of comment, or the edit is refused. Weakness: values behind an alias, complex keys and elements of lists that
/// come or go are refused; they are edited in the text.
package struct CaseText: Sendable {
    package let text: String
    package let tree: Tree
    let places: TextPlaces
    let writer: ValueWriter

    /// - Throws: `Faults` where the text is not YAML or JSON; what it means is not asked.
    package init(_ text: String) throws(Faults) {
        self.text = text
        tree = try CaseReader.tree(text: text)
        places = TextPlaces(text)
        let usesCarriageReturns = text.utf8.contains(0x0D) && text.contains("\r\n")
        let isJSON = places.isFlow(tree) && (try? JSONReader.read(text: text)) != nil
        writer = ValueWriter(isJSON: isJSON, newline: usesCarriageReturns ? "\r\n" : "\n")
    }

    /// The value at a path replaced, or added together with the groups that lead to it.
    package func setting(_ path: [String], to value: Tree) throws(Faults) -> CaseText {
        try setting(path, to: value, written: nil)
    }

    /// As `setting(_:to:)`, for a value as a person writes it into a case file, e.g. `9%` or `{ low: 2, likely: 3, high: 5 }`.
    /// What cannot be read as a value becomes a text, so that the case's reader can say what is wrong with it.
    package func setting(_ path: [String], written: String) throws(Faults) -> CaseText {
        let value = Self.value(written)
        return try setting(path, to: value, written: value.string == nil ? written : nil)
    }

    /// A new key; refused where it is there already.
    package func adding(_ key: String, _ value: Tree, under path: [String]) throws(Faults) -> CaseText {
        guard TreeEdit.value(at: path + [key], in: tree) == nil else {
            throw Faults(
                Fault(
                    path: (path + [key]).joined(separator: "."), "The name \(key.quoted) is taken.",
                    remedy: "Choose another name."))
        }
        return try setting(path + [key], to: value)
    }

    package func removing(_ path: [String]) throws(Faults) -> CaseText {
        guard let expected = TreeEdit.removing(path, in: tree) else { throw missing(path) }
        guard let edit = removal(path), let result = verified(edit, expected) else { throw refused(path) }
        return result
    }

    package func renaming(_ path: [String], to key: String) throws(Faults) -> CaseText {
        guard let expected = TreeEdit.renaming(path, to: key, in: tree) else { throw missing(path) }
        guard let place = place(path), let range = places.keyRange(place.entry) else { throw refused(path) }
        let written = writer.key(key, inFlow: place.inFlow)
        guard let result = verified(Edit(range: range, text: written), expected) else { throw refused(path) }
        return result
    }

    /// The value as a person would write it: a text without quotes, a number as it stands in the file.
    package func written(at path: [String]) -> String? {
        guard let value = TreeEdit.value(at: path, in: tree) else { return nil }
        if let text = value.string { return text }
        if value.isNull { return "" }
        guard let range = range(path), !range.isEmpty else { return writer.flow(value, inFlow: false) }
        let slice = String(decoding: places.bytes[range], as: UTF8.self)
        let isOneLine = !slice.utf8.contains(0x0A) && !slice.utf8.contains(0x0D)
        return isOneLine && TreeEdit.isSame(Self.value(slice), value)
            ? slice : ValueWriter(isJSON: false, newline: "\n").flow(value, inFlow: false)
    }

    static func value(_ written: String) -> Tree {
        let line = String(written.map { $0.isNewline ? " " : $0 })
        let tree = try? CaseReader.tree(text: "value: \(line)\n")
        guard let entries = tree?.entries, entries.count == 1, let value = entries.first?.value else {
            return .text(written)
        }
        return value
    }

    private func setting(_ path: [String], to value: Tree, written: String?) throws(Faults) -> CaseText {
        guard let expected = TreeEdit.setting(value, at: path[...], in: tree), !path.isEmpty else {
            throw refused(path)
        }
        for edit in candidates(path, value, written) {
            if let result = verified(edit, expected), keepsComments(result) { return result }
        }
        throw refused(path)
    }

    /// Nil where the text would not mean what is expected.
    func verified(_ edit: Edit, _ expected: Tree) -> CaseText? {
        let changed =
            places.bytes[..<edit.range.lowerBound] + Array(edit.text.utf8) + places.bytes[edit.range.upperBound...]
        guard let text = String(validating: changed, as: UTF8.self), let result = try? CaseText(text),
            TreeEdit.isSame(result.tree, expected)
        else { return nil }
        return result
    }

    private func keepsComments(_ other: CaseText) -> Bool { other.commentLines == commentLines }

    /// Every comment, in order.
    package var commentLines: [String] { writer.isJSON ? [] : places.comments }

    private func missing(_ path: [String]) -> Faults {
        Faults(
            Fault(path: path.joined(separator: "."), "There is no such place in the case, or its new name is taken."))
    }

    func refused(_ path: [String]) -> Faults {
        Faults(
            Fault(
                path: path.joined(separator: "."), at: TreeEdit.value(at: path, in: tree)?.position,
                "This place is written in a way that the form cannot change.", remedy: "Change it in the text."))
    }
}
