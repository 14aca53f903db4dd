import Foundation
import Notation
import Yams

/// The parser's complaints in the words of someone who writes a case, not a parser.
enum YAMLMessages {
    static func tooDeep(at place: Position?) -> Fault {
        Fault(
            path: "", at: place, "The file is nested more than \(YAMLReader.maximumDepth) deep here.",
            remedy: "No case file needs that: check brackets, dashes and indentation.")
    }

    static func fault(for error: YamlError, in text: YAMLGuard) -> Fault {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return fault(problem, context: context, at: Position(line: mark.line, column: mark.column), in: text)
        case .duplicatedKeysInMapping(let duplicates, let context):
            return duplicate(
                YAMLAliases.shown(duplicates.first ?? ""),
                at: Position(line: context.mark.line, column: context.mark.column), in: text)
        case .reader(let problem, _, _, _):
            return Fault(path: "", "The file cannot be read as text (\(problem)).", remedy: "Save it again as UTF-8.")
        default:
            return Fault(path: "", "The file cannot be read as YAML.")
        }
    }

    private static func fault(
        _ problem: String, context: YamlError.Context?, at place: Position, in text: YAMLGuard
    ) -> Fault {
        let opened = context.map { " It began in line \($0.mark.line), column \($0.mark.column)." } ?? ""
        if problem.contains("nesting level") { return tooDeep(at: place) }
        func fault(_ problem: String, _ remedy: String) -> Fault {
            Fault(path: "", at: place, problem, remedy: remedy)
        }
        let during = context?.text ?? ""
        switch problem {
        case "could not find expected ':'":
            // The parser notices only where the next line begins; the key stands where it began to read one.
            return noColon(at: context.map { Position(line: $0.mark.line, column: $0.mark.column) } ?? place)
        case "mapping values are not allowed in this context":
            if let key = text.keyWithoutColon(before: place) { return noColon(at: key) }
            return fault(
                "A colon stands here where no key can begin.",
                "Put a text that has a colon in quotes, and begin every key on a line of its own.")
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            return fault("There is a tab here; YAML is indented with spaces only.", "Replace the tab by spaces.")
        case "found character that cannot start any token":
            let found = text.character(at: place)
            if found == "\t" {
                return fault("There is a tab here; YAML is indented with spaces only.", "Replace the tab by spaces.")
            }
            return fault("A text cannot begin with \(found.quoted).", "Put the text in quotes.")
        case "did not find expected alphabetic or numeric character":
            return fault(
                "A text cannot begin with \((during.contains("anchor") ? "&" : "*").quoted).", "Put the text in quotes."
            )
        case "found unexpected end of stream" where during.contains("quoted scalar"):
            return fault("The file ends inside a text in quotes.\(opened)", "Close the quotes.")
        case "did not find expected ',' or ']'":
            return fault("A list in square brackets is not closed.\(opened)", "Add “]”, or a comma between its values.")
        case "did not find expected ',' or '}'":
            return fault("A group in curly brackets is not closed.\(opened)", "Add “}”, or a comma between its keys.")
        case "did not find expected key": return noColon(at: place)
        case "did not find expected '-' indicator":
            return fault(
                "The list that began above is not continued here.",
                "Begin the line with “- ”, or indent it like the key that holds the list.")
        case "did not find expected node content":
            return fault("A value is missing here.", "Write it, or remove the comma before it.")
        case "found unknown escape character":
            return fault("A backslash in double quotes means something special.", "Write \\\\, or use single quotes.")
        case "block sequence entries are not allowed in this context":
            return fault("A list entry (“- ”) cannot begin here.", "Begin the list on the next line, indented.")
        case "did not find expected <document start>":
            return fault(
                "The document ended above, and something follows.",
                "Check that this line is indented like the first line of the file.")
        default:
            return fault("This is not YAML: \(problem).", "Check the line, and the one before it.")
        }
    }

    private static func noColon(at place: Position) -> Fault {
        Fault(
            path: "", at: place, "A key with a colon was expected here.",
            remedy:
                "Check that this line is indented like the lines beside it, and that a colon and a space follow the key."
        )
    }

    private static func duplicate(_ key: String, at first: Position, in text: YAMLGuard) -> Fault {
        // Yams tells one place; the other is the same key later at the same column, or later on the same line.
        let remedy = "Keep one of the two."
        var second: Position?
        // Nobody writes a key longer than this; looking for one would take too long.
        let wanted = Array(key.unicodeScalars.prefix(129))
        let last = wanted.count > 128 ? first.line : max(first.line, text.lines.count)
        for line in first.line...last where second == nil {
            let content = Array(text.line(line).unicodeScalars)
            let start = line == first.line ? first.column : 0
            guard content.count >= wanted.count, start <= content.count - wanted.count else { continue }
            for column in start...(content.count - wanted.count)
            where content[column..<column + wanted.count].elementsEqual(wanted) {
                let after = content[(column + wanted.count)...].drop { $0 == " " || $0 == "\"" || $0 == "'" }
                let quote = column > 0 && (content[column - 1] == "\"" || content[column - 1] == "'") ? 1 : 0
                let boundary = column - quote == 0 || " {,".unicodeScalars.contains(content[column - quote - 1])
                let isBlock = content[..<(column - quote)].allSatisfy { $0 == " " }
                if after.first == ":", boundary, line == first.line || !isBlock || column - quote + 1 == first.column {
                    second = Position(line: line, column: column - quote + 1)
                    break
                }
            }
        }
        guard let second else {
            return Fault(path: "", at: first, "The key \(key.quoted) stands twice in the same group.", remedy: remedy)
        }
        return Fault(
            path: "", at: second,
            "The key \(key.quoted) stands here a second time; the first is in line \(first.line), column \(first.column).",
            remedy: remedy)
    }
}

extension YAMLGuard {
    /// Counted from 1; empty beyond the end.
    func line(_ number: Int) -> Substring {
        lines.indices.contains(number - 1) ? lines[number - 1] : ""
    }

    /// Where a group begins with a line that has no colon, the parser takes the next line for the rest of a text, and
    /// stumbles over the colon of that one. Such a line is the one to mend.
    ///
    /// - Returns: nil where the colon itself is the odd one: in a text that a key above or on the same line began.
    func keyWithoutColon(before place: Position) -> Position? {
        func isWritten(_ number: Int) -> Bool {
            let start = line(number).first { $0 != " " }
            return start != nil && start != "#"
        }
        func endsInColon(_ number: Int) -> Bool { line(number).last { $0 != " " } == ":" }
        func hasColon(_ text: some StringProtocol) -> Bool { text.contains(": ") || text.last { $0 != " " } == ":" }
        // Nobody leaves more lines empty than this; a longer search would be slow in a file made to be so.
        let near = Swift.max(1, place.line - 100)
        guard near < place.line, !hasColon(line(place.line).prefix(Swift.max(0, place.column - 1))),
            let number = (near..<place.line).last(where: isWritten), !hasColon(line(number))
        else { return nil }
        if let above = (Swift.max(1, number - 100)..<number).last(where: isWritten), !endsInColon(above) { return nil }
        return Position(line: number, column: line(number).prefix { $0 == " " }.count + 1)
    }

    func character(at place: Position) -> String {
        line(place.line).unicodeScalars.dropFirst(place.column - 1).first.map { String($0) } ?? ""
    }
}
