public import Notation

/// Reads the cells of an Excel workbook (.xlsx) as text.
///
/// A workbook that came by mail is not trusted: every size has a limit, nothing is fetched, no entity is expanded, no
/// formula is computed (the value that the spreadsheet stored with it is taken).
public enum SpreadsheetReader {
    /// 20 MB.
    public static let maximumBytes = 20 << 20
    public static let maximumCells = 200_000

    /// Whether the bytes begin as a workbook does, old or new; if not, they may be CSV.
    public static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: oldHeader)
    }

    private static let oldHeader: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// - Parameters:
    ///   - sheet: the sheet's name; the first sheet where nil.
    /// - Returns: rows from the first, each up to its last filled cell; an empty cell is an empty text. Numbers have
    ///   the fewest digits that read back exactly, truth values are `TRUE` and `FALSE`.
    /// - Throws: one fault: what the file is instead of a workbook, or which limit it exceeds.
    public static func rows(bytes: [UInt8], sheet: String? = nil) throws(Faults) -> [[String]] {
        let book = try WorkbookParts(try archive(bytes))
        guard let sheet else { return try book.rows(of: book.sheets[0]) }
        guard let found = book.sheets.first(where: { $0.name == sheet }) else {
            let names = book.sheets.map(\.name)
            let near = NearestName.of(sheet, in: names).map { "Did you mean \($0)? " } ?? ""
            throw Faults(
                Fault(
                    path: "", "The workbook has no sheet “\(sheet)”.",
                    remedy: "\(near)It has: \(names.joined(separator: ", "))."))
        }
        return try book.rows(of: found)
    }

    /// The sheet of that name where there is one, the first otherwise.
    public static func rows(bytes: [UInt8], preferring sheet: String) throws(Faults) -> [[String]] {
        let book = try WorkbookParts(try archive(bytes))
        return try book.rows(of: book.sheets.first { $0.name == sheet } ?? book.sheets[0])
    }

    private static func archive(_ bytes: [UInt8]) throws(Faults) -> ZipArchive {
        if bytes.count > maximumBytes {
            throw Faults(
                Fault(
                    path: "", "The file has \(bytes.count >> 20) MB; at most \(maximumBytes >> 20) MB are read.",
                    remedy: "A score sheet is far smaller: check that this is the right file."))
        }
        if bytes.starts(with: oldHeader) {
            // An encrypted workbook is a document of the old kind that holds a part of this name, in UTF-16.
            let mark: [UInt8] = Array("EncryptedPackage".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 255), 0] })
            if contains(bytes, mark) { throw ZipArchive.encrypted }
            throw Faults(
                Fault(
                    path: "", "This is a workbook of Excel 97 to 2003 (.xls), which is not read.",
                    remedy: "Open it and save it as “Excel Workbook (.xlsx)” or as “CSV UTF-8”."))
        }
        guard bytes.starts(with: [0x50, 0x4B]) else {
            throw Faults(
                Fault(
                    path: "", "This is not an Excel workbook.",
                    remedy: "Save the sheet as “Excel Workbook (.xlsx)” or as “CSV UTF-8”."))
        }
        return try ZipArchive(bytes)
    }

    private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
        var start = 0
        while let found = bytes[start...].firstIndex(of: wanted[0]) {
            if bytes[found...].starts(with: wanted) { return true }
            start = found + 1
        }
        return false
    }
}
