/// Which words of two lines differ.
enum WordDifference {
    typealias Segment = LineDifference.Segment

    static func between(_ old: String, _ new: String) -> (old: [Segment], new: [Segment]) {
        let (a, b) = (words(old), words(new))
        let script = EditScript(from: a, to: b, budget: 200_000)
        return (
            segments(a, changed: script.changes.map(\.old)), segments(b, changed: script.changes.map(\.new))
        )
    }

    /// 0 for nothing in common, 1 for the same; spaces do not count.
    static func likeness(_ old: [String], _ new: [String]) -> Double {
        let total = length(old[...]) + length(new[...])
        if total == 0 { return 1 }
        let script = EditScript(from: old, to: new, budget: 20_000)
        let changed = script.changes.reduce(0) { $0 + length(old[$1.old]) + length(new[$1.new]) }
        return 1 - Double(changed) / Double(total)
    }

    private static func length(_ words: ArraySlice<String>) -> Int {
        words.reduce(0) { $0 + ($1 == " " ? 0 : $1.utf8.count) }
    }

    /// Runs of letters and digits, each space and each sign alone. A number stays whole with its point.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in line {
            if character.isLetter || character.isNumber || character == "_" || (character == "." && !word.isEmpty) {
                word.append(character)
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = ""
            words.append(String(character))
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func segments(_ words: [String], changed: [Range<Int>]) -> [Segment] {
        var isChanged = [Bool](repeating: false, count: words.count)
        for range in changed { for index in range { isChanged[index] = true } }
        var segments: [Segment] = []
        for (index, word) in words.enumerated() {
            if let last = segments.last, last.isChanged == isChanged[index] {
                segments[segments.count - 1].text += word
            } else {
                segments.append(Segment(text: word, isChanged: isChanged[index]))
            }
        }
        return segments
    }
}

/// Which of the removed lines became which of the added ones, in order: the likeliest pairs.
enum LinePairs {
    typealias Pair = (old: Int?, new: Int?)

    /// Lines that are less alike are shown as removed and added.
    static let leastLikeness = 0.4
    /// Products of counts beyond this are paired in order, since each pair is compared word by word.
    static let comparisonsMaximum = 2_500

    static func between(_ old: [String], _ new: [String]) -> [Pair] {
        guard !old.isEmpty, !new.isEmpty else {
            return old.indices.map { ($0, nil) } + new.indices.map { (nil, $0) }
        }
        guard old.count * new.count <= comparisonsMaximum else { return unpaired(old.count, new.count) }
        let (a, b) = (old.map(WordDifference.words), new.map(WordDifference.words))
        var best = [[Double]](repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        var alike = best
        for x in a.indices.reversed() {
            for y in b.indices.reversed() {
                let likeness = WordDifference.likeness(a[x], b[y])
                alike[x][y] = likeness >= leastLikeness ? likeness + best[x + 1][y + 1] : -1
                best[x][y] = max(alike[x][y], best[x + 1][y], best[x][y + 1])
            }
        }
        var pairs: [Pair] = []
        var (x, y) = (0, 0)
        while x < a.count, y < b.count {
            if alike[x][y] >= 0, alike[x][y] == best[x][y] {
                pairs.append((x, y))
                x += 1
                y += 1
            } else if best[x + 1][y] == best[x][y] {
                pairs.append((x, nil))
                x += 1
            } else {
                pairs.append((nil, y))
                y += 1
            }
        }
        while x < a.count {
            pairs.append((x, nil))
            x += 1
        }
        while y < b.count {
            pairs.append((nil, y))
            y += 1
        }
        return pairs
    }

    private static func unpaired(_ old: Int, _ new: Int) -> [Pair] {
        (0..<old).map { ($0, nil) } + (0..<new).map { (nil, $0) }
    }
}
