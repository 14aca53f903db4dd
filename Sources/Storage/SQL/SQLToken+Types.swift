extension SQLToken {
    /// Whether a word stands where a column's type does in a definition: behind a name that itself opens a column. A
    /// column may bear the name of a type, as `case_versions.text` does.
    static func isType(_ tokens: [SQLToken], _ index: Int) -> Bool {
        guard tokens[0].isWord("create") || tokens[0].isWord("alter"), index >= 2, tokens[index].kind == .word else {
            return false
        }
        let name = tokens[index - 1]
        let before = tokens[index - 2]
        let opens = before.isSymbol("(") || before.isSymbol(",") || before.isWord("column") || before.isWord("add")
        return opens && (name.kind == .quoted || (name.kind == .word && !notNames.contains(name.text)))
    }

    private static let notNames: Set<String> = [
        "not", "and", "or", "case", "when", "distinct", "select", "column", "primary", "foreign", "check", "unique",
    ]
}
