/// Reads CSV (RFC 4180: commas, double quotes, doubled quotes inside) from bytes that stay where they are.
///
/// Made for tables that ship inside the program: it trusts their shape and is fast, one pass without copies
/// until a cell is asked for.
public struct CSVTable: Sendable {
    public let columns: [String]
    private let cells: [String]

    /// - Complexity: O(bytes).
    public init(_ bytes: UnsafeRawBufferPointer) {
        var header: [String] = []
        var body: [String] = []
        var index = 0
        let count = bytes.count
        let comma = UInt8(ascii: ",")
        let quote = UInt8(ascii: "\"")
        let newline = UInt8(ascii: "\n")
        let carriage = UInt8(ascii: "\r")
        var inHeader = true
        while index < count {
            var cell: String
            if bytes[index] == quote {
                index += 1
                var start = index
                cell = ""
                while index < count {
                    if bytes[index] == quote {
                        cell += String(decoding: bytes[start..<index], as: UTF8.self)
                        index += 1
                        if index < count, bytes[index] == quote {
                            start = index
                            index += 1
                            continue
                        }
                        break
                    }
                    index += 1
                }
            } else {
                let start = index
                while index < count, bytes[index] != comma, bytes[index] != newline { index += 1 }
                var end = index
                if end > start, bytes[end - 1] == carriage { end -= 1 }
                cell = start == end ? "" : String(decoding: bytes[start..<end], as: UTF8.self)
            }
            if index < count, bytes[index] == carriage { index += 1 }
            let endsRow = index >= count || bytes[index] == newline
            if inHeader { header.append(cell) } else { body.append(cell) }
            if endsRow { inHeader = false }
            if index < count, !endsRow, index + 1 == count {
                body.append("")  // a comma is the file's last byte
            }
            index += 1
        }
        columns = header
        cells = body
    }

    public var count: Int { columns.isEmpty ? 0 : cells.count / columns.count }

    public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

    /// An empty cell is nil: not known.
    public func text(_ row: Int, _ column: Int) -> String? {
        let cell = cells[row * columns.count + column]
        return cell.isEmpty ? nil : cell
    }

    public func text(_ row: Int, _ name: String) -> String? {
        column(name).flatMap { text(row, $0) }
    }

    public func double(_ row: Int, _ name: String) -> Double? {
        text(row, name).flatMap(Double.init)
    }
}
