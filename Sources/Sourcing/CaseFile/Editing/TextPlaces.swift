import Notation

/// Finds where keys and values begin and end in the text that they were read from.
///
/// The parser says where things begin; where they end is scanned here. It is a scanner of what people write, not of all
/// that YAML allows, and answers nil in doubt; every edit is read again and compared, so a wrong answer cannot pass.
struct TextPlaces {
    let bytes: [UInt8]
    private let lineStarts: [Int]

    init(_ text: String) {
        bytes = Array(text.utf8)
        lineStarts = Self.lineStarts(bytes)
    }

    /// Where the parser counts the beginning of a line.
    private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
        var starts = [0]
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x0A: starts.append(index + 1)
            case 0x0D: if index + 1 == bytes.count || bytes[index + 1] != 0x0A { starts.append(index + 1) }
            case 0x85: if index > 0, bytes[index - 1] == 0xC2 { starts.append(index + 1) }
            case 0xA8, 0xA9:
                if index > 1, bytes[index - 1] == 0x80, bytes[index - 2] == 0xE2 { starts.append(index + 1) }
            default: break
            }
        }
        return starts
    }

    func offset(_ position: Position?) -> Int? {
        guard let position, position.line >= 1, position.line <= lineStarts.count else { return nil }
        var index = lineStarts[position.line - 1]
        for _ in 1..<max(1, position.column) {
            guard index < bytes.count else { return nil }
            index += 1
            while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
        }
        return index
    }

    func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

    func startOfLine(_ index: Int) -> Int {
        var index = index
        while index > 0, bytes[index - 1] != 0x0A { index -= 1 }
        return index
    }

    /// Before the end-of-line marks.
    func endOfLine(_ index: Int) -> Int {
        var index = index
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        if index > 0, index <= bytes.count, index < bytes.count, bytes[index - 1] == 0x0D { return index - 1 }
        return index
    }

    /// After the end-of-line marks.
    func nextLine(_ index: Int) -> Int {
        var index = index
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        return min(bytes.count, index + 1)
    }

    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { isSpace($0) || isBreak($0) } }

    /// Spaces before the first sign of a line.
    func indent(ofLineAt index: Int) -> Int {
        let start = startOfLine(index)
        var end = start
        while end < bytes.count, bytes[end] == 0x20 { end += 1 }
        return end - start
    }

    func isFlow(_ tree: Tree) -> Bool {
        guard let start = offset(tree.position), let byte = byte(start) else { return false }
        return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    }

    /// After the colon of a key.
    func afterColon(_ entry: Tree.Entry) -> Int? { keyRange(entry).flatMap { afterColon(keyEnd: $0.upperBound) } }

    private func afterColon(keyEnd: Int) -> Int? {
        var index = keyEnd
        while let byte = byte(index), isSpace(byte) { index += 1 }
        return byte(index) == UInt8(ascii: ":") ? index + 1 : nil
    }

    func keyRange(_ entry: Tree.Entry) -> Range<Int>? {
        guard let start = offset(entry.keyPosition), let first = byte(start) else { return nil }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return quotedEnd(start).map { start..<$0 } }
        let end = start + entry.key.utf8.count
        guard end <= bytes.count, bytes[start..<end].elementsEqual(entry.key.utf8) else { return nil }
        return start..<end
    }

    /// Where the value of an entry stands; empty, after the colon, where nothing is written.
    func valueRange(_ entry: Tree.Entry, inFlow: Bool) -> Range<Int>? {
        guard let key = keyRange(entry), let colon = afterColon(keyEnd: key.upperBound) else { return nil }
        if entry.value.isNull, !isWrittenNull(entry.value) { return colon..<colon }
        guard let start = offset(entry.value.position), start >= colon else { return nil }
        let column = key.lowerBound - startOfLine(key.lowerBound)
        return end(of: entry.value, at: start, inFlow: inFlow, column: column).map { start..<$0 }
    }

    private func isWrittenNull(_ tree: Tree) -> Bool {
        guard let start = offset(tree.position) else { return false }
        return ["~", "null", "Null", "NULL"].contains { bytes[start...].starts(with: $0.utf8) }
    }

    /// - Parameter column: bytes before the key that the value belongs to, or before its dash.
    func end(of tree: Tree, at start: Int, inFlow: Bool, column: Int) -> Int? {
        guard let first = byte(start) else { return nil }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return quotedEnd(start)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return bracketEnd(start)
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            return tree.string == nil || inFlow ? nil : blockTextEnd(start, column: column)
        case UInt8(ascii: "&"), UInt8(ascii: "!"): return nil
        default: break
        }
        if let entries = tree.entries {
            guard let last = entries.last else { return nil }
            return valueRange(last, inFlow: false)?.upperBound
        }
        if let values = tree.list {
            guard let last = values.last, let place = offset(last.position), place > start else { return nil }
            return end(of: last, at: place, inFlow: false, column: start - startOfLine(start))
        }
        return inFlow ? flowPlainEnd(start) : plainEnd(start, column: column)
    }
}
