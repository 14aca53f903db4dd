import Notation

/// What the words mean: one file for all pages, for the guide and for the folder `docs/guide`.
public enum Glossary {
    /// In alphabetical order. The file is part of the program and a test reads it, so a fault never gets this far.
    public static let terms: [Term] = (try? GlossaryReader.read(source)) ?? []

    static let source = Guide.glossaryFile.text

    /// The term of that name, other word or slug, in any case.
    public static func term(_ name: String) -> Term? {
        index[GlossaryReader.key(name)].map { terms[$0] }
    }

    private static let index: [String: Int] = {
        var index: [String: Int] = [:]
        for (place, term) in terms.enumerated() {
            for word in [term.name, term.slug] + term.others { index[GlossaryReader.key(word)] = place }
        }
        return index
    }()

    /// A folded section that explains the words of a page; empty where none is known.
    ///
    /// A name without a term is left out: a test holds ``pageWords`` against the glossary.
    public static func explained(_ names: [String]) -> String {
        let found = names.compactMap(term)
        guard !found.isEmpty else { return "" }
        let entries = found.map {
            "<dt><a href=\"\($0.path)\">\(HTMLText.escape($0.name))</a></dt>\n<dd>\(HTMLText.escape($0.short))</dd>\n"
        }
        return """
            <details class="words">
            <summary>What the words here mean</summary>
            <dl>
            \(entries.joined())</dl>
            </details>

            """
    }

    /// The words of a page of ``pageWords``.
    public static func explained(onPage page: String) -> String { explained(pageWords[page] ?? []) }
}
