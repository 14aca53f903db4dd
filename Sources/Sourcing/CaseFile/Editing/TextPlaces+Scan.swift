/// Where single values end.
extension TextPlaces {
    func quotedEnd(_ start: Int) -> Int? {
        let quote = bytes[start]
        var index = start + 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 2
            } else if byte == quote {
                guard quote == UInt8(ascii: "'"), self.byte(index + 1) == quote else { return index + 1 }
                index += 2
            } else {
                index += 1
            }
        }
        return nil
    }

    /// An apostrophe inside a plain text is no quote, and a # without a space before it no comment.
    func bracketEnd(_ start: Int) -> Int? {
        var depth = 0
        var index = start
        var mayBegin = true
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                mayBegin = true
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return index + 1 }
                mayBegin = false
            case UInt8(ascii: ","), UInt8(ascii: ":"): mayBegin = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if mayBegin {
                    guard let end = quotedEnd(index) else { return nil }
                    index = end
                    mayBegin = false
                    continue
                }
            case UInt8(ascii: "#"):
                if isSpace(bytes[index - 1]) || isBreak(bytes[index - 1]) {
                    index = endOfLine(index)
                    continue
                }
                mayBegin = false
            case _ where isSpace(byte) || isBreak(byte): break
            default: mayBegin = false
            }
            index += 1
        }
        return nil
    }

    /// A plain text between brackets.
    func flowPlainEnd(_ start: Int) -> Int? {
        var index = start
        scan: while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): break scan
            case UInt8(ascii: "#"):
                if index > start, isSpace(bytes[index - 1]) || isBreak(bytes[index - 1]) { break scan }
            default: break
            }
            index += 1
        }
        return trimmed(start, index)
    }

    /// A plain text may go on, on lines that are further in than its key.
    func plainEnd(_ start: Int, column: Int) -> Int? {
        var (end, hasComment) = plainLineEnd(start)
        while !hasComment {
            let next = nextLine(end)
            guard next < bytes.count, next > end else { break }
            let stop = endOfLine(next)
            if isBlank(next..<stop) {
                guard let later = continued(after: stop, column: column) else { break }
                (end, hasComment) = plainLineEnd(later)
                continue
            }
            let first = next + indent(ofLineAt: next)
            guard first - next > column, bytes[first] != UInt8(ascii: "#") else { break }
            (end, hasComment) = plainLineEnd(first)
        }
        return end
    }

    private func continued(after stop: Int, column: Int) -> Int? {
        var next = nextLine(stop)
        while next < bytes.count, isBlank(next..<endOfLine(next)) { next = nextLine(next) }
        guard next < bytes.count else { return nil }
        let first = next + indent(ofLineAt: next)
        return first - next > column && bytes[first] != UInt8(ascii: "#") ? first : nil
    }

    private func plainLineEnd(_ start: Int) -> (end: Int, hasComment: Bool) {
        let stop = endOfLine(start)
        var index = start
        while index < stop {
            if bytes[index] == UInt8(ascii: "#"), index > start, isSpace(bytes[index - 1]) {
                return (trimmed(start, index), true)
            }
            index += 1
        }
        return (trimmed(start, stop), false)
    }

    /// A text after | or >: all lines that are further in than its key.
    func blockTextEnd(_ start: Int, column: Int) -> Int? {
        var end = endOfLine(start)
        var next = nextLine(start)
        while next < bytes.count {
            let stop = endOfLine(next)
            if !isBlank(next..<stop) {
                guard indent(ofLineAt: next) > column else { break }
                end = stop
            }
            guard nextLine(next) > next else { break }
            next = nextLine(next)
        }
        return end
    }

    /// What stands behind each # that begins a comment: at the start of a line or behind a space, outside of texts.
    var comments: [String] {
        var found: [String] = []
        var (index, depth, mayBegin) = (0, 0, true)
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "#"):
                if index == 0 || isSpace(bytes[index - 1]) || isBreak(bytes[index - 1]) {
                    let end = endOfLine(index)
                    found.append(String(decoding: bytes[index..<end], as: UTF8.self))
                    index = end
                    continue
                }
                mayBegin = false
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if mayBegin, let end = quotedEnd(index) {
                    index = end
                    mayBegin = false
                    continue
                }
                mayBegin = false
            case UInt8(ascii: "|"), UInt8(ascii: ">"):
                if mayBegin, depth == 0, let end = blockTextEnd(index, column: indent(ofLineAt: index)) {
                    index = end
                    continue
                }
                mayBegin = false
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += mayBegin ? 1 : 0
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth = max(0, depth - 1)
                mayBegin = false
            case UInt8(ascii: ","): mayBegin = mayBegin || depth > 0
            case UInt8(ascii: ":"), UInt8(ascii: "-"):
                let isSign = self.byte(index + 1).map { isSpace($0) || isBreak($0) } ?? true
                mayBegin = isSign && (mayBegin || byte == UInt8(ascii: ":"))
            case _ where isBreak(byte): mayBegin = true
            case _ where isSpace(byte): break
            default: mayBegin = false
            }
            index += 1
        }
        return found
    }

    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, isSpace(bytes[end - 1]) || isBreak(bytes[end - 1]) { end -= 1 }
        return end
    }
}
