/// The names that spreadsheets give to cells: columns A, B … Z, AA …, rows from 1.
public enum CellName {
    /// - Parameter row: counted from 0, as `column`.
    public static func of(row: Int, column: Int) -> String { self.column(column) + String(row + 1) }

    /// The letters of a column counted from 0.
    public static func column(_ index: Int) -> String {
        var rest = index + 1
        var letters = ""
        while rest > 0 {
            let letter = Character(UnicodeScalar(UInt8(65 + (rest - 1) % 26)))
            letters = String(letter) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// Row and column, counted from 0, of a name within what a sheet can hold; nil for anything else.
    static func parse(_ name: some StringProtocol) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        var digits = 0
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0:
                column = column * 26 + Int(byte - 64)
                if column > 16_384 { return nil }
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                row = row * 10 + Int(byte - 48)
                digits += 1
                if row > 1_048_576 { return nil }
            default: return nil
            }
        }
        guard column > 0, row > 0 else { return nil }
        return (row - 1, column - 1)
    }
}
