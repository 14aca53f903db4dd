package import Notation

extension CaseText {
    /// The change that ``CaseEdit`` would try, made in the text: `selection.criteria.price.weight=150`.
    ///
    /// - Throws: `Faults` where it is no change, a key before the last is not there, or the place cannot be changed.
    package func applying(_ change: String) throws(Faults) -> CaseText {
        // The same words for the same mistakes as trying it: what can be tried can be kept.
        let tree = try CaseEdit.applying(change, to: try CaseReader.tree(text: text))
        guard let sign = change.firstIndex(of: "=") else { return self }
        let path = change[..<sign].split(separator: ".", omittingEmptySubsequences: false).map {
            String($0.filter { $0 != " " })
        }
        var value = tree
        for key in path { value = value[key] ?? .null }
        let parent = path.dropLast()
        var above = try CaseReader.tree(text: text)
        for key in parent { above = above[key] ?? .null }
        guard let last = path.last else { return self }
        return above[last] == nil
            ? try adding(last, value, under: Array(parent)) : try setting(path, to: value)
    }
}
