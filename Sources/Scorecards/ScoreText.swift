import Notation

/// Reads what a person writes into a score cell.
enum ScoreText {
    struct Problem: Error {
        var problem: String
        var remedy: String
    }

    /// What stands for an answer that is not known.
    static let unknown: Set<String> = [
        "", "?", "n/a", "na", "n.a.", "not known", "unknown", "don’t know", "don't know", "-", "–",
    ]

    /// - Returns: a level or a range from 1 to the number of levels; nil where the answer is not known.
    static func read(_ raw: String, levels: [String]) throws(Problem) -> (low: Double, high: Double)? {
        let text = raw.trimmingSpace
        let plain = text.lowercased()
        if unknown.contains(plain) { return nil }
        let best = levels.count
        let remedy =
            "Write a level from 1 to \(best), a half such as 1.5, a range such as 1 to 2, or ? where it is not known."
        let parts = split(plain)
        let numbers = parts.compactMap(number)
        guard numbers.count == parts.count, (1...2).contains(parts.count) else {
            if let level = levels.firstIndex(where: { $0.trimmingSpace.lowercased() == plain }) {
                throw Problem(
                    problem: "“\(short(text))” are the words of level \(level + 1), not its number.",
                    remedy: "Write \(level + 1).")
            }
            if looksLikeDate(plain) {
                throw Problem(
                    problem: "“\(short(text))” is a date: spreadsheets make one of 2-3.",
                    remedy: "Write the range with “to”, for example 2 to 3.")
            }
            throw Problem(problem: "“\(short(text))” is no level.", remedy: remedy)
        }
        for value in numbers where !(1...Double(max(1, best))).contains(value) {
            // The days since 1900 that a spreadsheet keeps for a date of our time.
            if (36_526...73_050).contains(value) {
                throw Problem(
                    problem: "“\(short(text))” is a date to the spreadsheet, which makes one of 2-3.",
                    remedy: "Write the range with “to”, for example 2 to 3.")
            }
            throw Problem(
                problem: "“\(short(text))” is outside the scale, which has the levels 1 to \(best).", remedy: remedy)
        }
        for value in numbers where value * 2 != (value * 2).rounded() {
            throw Problem(
                problem: "“\(short(text))” is finer than half a level.",
                remedy: "Write a whole or half level such as 3.5, or a range such as 3 to 4.")
        }
        guard numbers.count == 2 else { return (numbers[0], numbers[0]) }
        guard numbers[0] <= numbers[1] else {
            throw Problem(
                problem: "The range “\(short(text))” begins with its higher level.",
                remedy: "Write \(ScoreEntry.level(numbers[1])) to \(ScoreEntry.level(numbers[0])).")
        }
        return (numbers[0], numbers[1])
    }

    /// The ends of a range; one part where there is none.
    private static func split(_ text: String) -> [String] {
        for separator in [" to ", "–", "—", "-", "…", ".."] where text.contains(separator) {
            return text.split(separator: separator, omittingEmptySubsequences: false).map { String($0).trimmingSpace }
        }
        return [text]
    }

    /// Digits with at most one point or comma; nothing else that a programming language takes for a number.
    private static func number(_ text: String) -> Double? {
        let dotted = text.replacing(",", with: ".")
        guard !dotted.isEmpty, dotted.utf8.count <= 12, dotted.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }),
            dotted.utf8.filter({ $0 == 46 }).count <= 1
        else { return nil }
        return Double(dotted)
    }

    private static func looksLikeDate(_ text: String) -> Bool {
        let parts = text.split { "-./ ".contains($0) }
        guard (2...3).contains(parts.count) else { return false }
        let isMonth = parts.contains { part in
            part.count >= 3 && Self.months.contains { part.hasPrefix($0) } && part.allSatisfy { $0.isLetter }
        }
        let hasDay = parts.contains { $0.allSatisfy(\.isNumber) }
        return (isMonth && hasDay) || (parts.count == 3 && parts.allSatisfy { $0.allSatisfy(\.isNumber) })
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mai", "mrz", "mär", "okt",
        "dez",
    ]

    static func short(_ text: String) -> String { text.count <= 60 ? text : String(text.prefix(60)) + "…" }
}

extension StringProtocol {
    var trimmingSpace: String {
        var part = self[...]
        while let first = part.first, first.isWhitespace { part.removeFirst() }
        while let last = part.last, last.isWhitespace { part.removeLast() }
        return String(part)
    }
}
