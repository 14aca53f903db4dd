/// Reads CSV (RFC 4180: commas, double quotes, doubled quotes inside) from bytes that stay where they are.
///
/// Made for tables that ship inside the program: it trusts their shape and is fast. One pass notes where each
/// cell lies; a cell becomes a string only when it is asked for.
public struct CSVTable: Sendable {
    public let columns: [String]

    /// Where a cell lies in the bytes, without its outer quotes.
    private struct Cell {
        var start: UInt32
        var length: UInt32
        /// The cell holds doubled quotes.
        var isEscaped = false
    }

    // Never written, and its owner promises that it outlives the table.
    private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
    private let cells: [Cell]

    /// - Parameter bytes: less than 4 GiB of UTF-8 that outlives the table and never changes.
    /// - Complexity: O(bytes).
    public init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        var scanner = Scanner(bytes: bytes)
        var header: [Cell] = []
        var body: [Cell] = []
        var inHeader = true
        while let (cell, endsRow) = scanner.next() {
            if inHeader { header.append(cell) } else { body.append(cell) }
            if endsRow { inHeader = false }
        }
        columns = header.map { CSVTable.decode($0, in: bytes) }
        cells = body
    }

    public var count: Int { columns.isEmpty ? 0 : cells.count / columns.count }
    /// Cells in the body; a multiple of the number of columns unless a row is too short or too long.
    public var cellCount: Int { cells.count }

    public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

    /// An empty cell is nil: not known.
    public func text(_ row: Int, _ column: Int) -> String? {
        let cell = cells[row * columns.count + column]
        return cell.length == 0 ? nil : CSVTable.decode(cell, in: bytes)
    }

    public func text(_ row: Int, _ name: String) -> String? {
        column(name).flatMap { text(row, $0) }
    }

    public func double(_ row: Int, _ name: String) -> Double? {
        text(row, name).flatMap(Double.init)
    }

    private static func decode(_ cell: Cell, in bytes: UnsafeRawBufferPointer) -> String {
        let raw = bytes[Int(cell.start)..<Int(cell.start + cell.length)]
        guard cell.isEscaped else { return String(decoding: raw, as: UTF8.self) }
        var plain: [UInt8] = []
        plain.reserveCapacity(raw.count)
        var afterQuote = false
        for byte in raw {
            if byte == UInt8(ascii: "\""), afterQuote {
                afterQuote = false
                continue
            }
            afterQuote = byte == UInt8(ascii: "\"")
            plain.append(byte)
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private struct Scanner {
        let bytes: UnsafeRawBufferPointer
        var index = 0
        /// The last cell ended with a comma, so another one follows even at the end of the bytes.
        var owesCell = false

        mutating func next() -> (cell: Cell, endsRow: Bool)? {
            guard index < bytes.count || owesCell else { return nil }
            var cell: Cell
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                cell = quoted()
            } else {
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != UInt8(ascii: "\n") {
                    index += 1
                }
                var end = index
                if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
                cell = Cell(start: UInt32(start), length: UInt32(end - start))
            }
            if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
            let endsRow = index >= bytes.count || bytes[index] == UInt8(ascii: "\n")
            owesCell = !endsRow
            index += 1
            return (cell, endsRow)
        }

        private mutating func quoted() -> Cell {
            index += 1
            let start = index
            var isEscaped = false
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "\"") {
                    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else { break }
                    isEscaped = true
                    index += 1
                }
                index += 1
            }
            let cell = Cell(start: UInt32(start), length: UInt32(min(index, bytes.count) - start), isEscaped: isEscaped)
            index += 1
            return cell
        }
    }
}
