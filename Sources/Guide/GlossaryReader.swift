import Notation

/// Reads `glossary.md`: a heading of the second level for each term, in alphabetical order; below it, if there are other
/// words for it, one line `Also: this, that`; then paragraphs, the first of which is the meaning.
enum GlossaryReader {
    /// - Throws: `Faults` with every fault of the file.
    static func read(_ text: String) throws(Faults) -> [Term] {
        var faults: [Fault] = []
        var terms: [Term] = []
        for section in sections(text) {
            let position = Position(line: section.line, column: 1)
            func fault(_ problem: String, _ remedy: String) {
                faults.append(Fault(path: section.name, at: position, problem, remedy: remedy))
            }
            let term = term(section)
            if term.slug.isEmpty { fault("A term has no name.", "Write it behind ##.") }
            if term.short.isEmpty { fault("The term has no meaning.", "Write a paragraph below its heading.") }
            if let last = terms.last, key(last.name) >= key(term.name) {
                fault("The term stands behind \(last.name).", "Put the terms into alphabetical order, each once.")
            }
            terms.append(term)
        }
        var owner: [String: String] = [:]
        for term in terms {
            for word in Set(([term.name, term.slug] + term.others).map(key)) {
                if let other = owner[word] {
                    faults.append(
                        Fault(
                            path: term.name, "“\(word)” also stands for \(other).", remedy: "Let it stand for one term."
                        ))
                }
                owner[word] = term.name
            }
        }
        if terms.isEmpty {
            faults.append(Fault(path: "", "The glossary has no terms.", remedy: "Write one as ## Term."))
        }
        guard faults.isEmpty else { throw Faults(faults) }
        return terms
    }

    /// How words are compared: case does not matter.
    static func key(_ word: String) -> String { word.lowercased() }

    private struct Section {
        var name: String
        var line: Int
        var lines: [String] = []
    }

    private static func sections(_ text: String) -> [Section] {
        var sections: [Section] = []
        for (index, line) in MarkdownReader.lines(text).enumerated() {
            if line.hasPrefix("## ") || line == "##" {
                sections.append(
                    Section(name: MarkdownReader.trimmed(String(line.dropFirst(2))), line: index + 1))
            } else if !sections.isEmpty {
                sections[sections.count - 1].lines.append(line)
            }
        }
        return sections
    }

    private static func term(_ section: Section) -> Term {
        var lines = section.lines
        while lines.first?.isEmpty == true { lines.removeFirst() }
        var others: [String] = []
        if let first = lines.first, first.hasPrefix("Also: ") {
            others = first.dropFirst("Also: ".count).split(separator: ",").map { MarkdownReader.trimmed(String($0)) }
            lines.removeFirst()
        }
        let markdown = Markdown(lines.joined(separator: "\n"))
        var short = ""
        if case .paragraph(let text) = markdown.blocks.first { short = MarkdownInline.plain(text) }
        return Term(
            name: section.name, slug: Slug.of(section.name), others: others, short: short, html: markdown.html)
    }
}
