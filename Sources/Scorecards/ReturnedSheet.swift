public import Notation
public import Sourcing
import Spreadsheet

/// A score sheet that came back, checked against the case.
public struct ReturnedSheet: Sendable {
    public let evaluator: String
    /// The version of the scale that the sheet was filled in on.
    public let scale: String
    /// One for each row of the sheet. A row with nothing in it is "not known".
    public let entries: [ScoreCell: ScoreEntry]
    /// The file's name without its folder, and the SHA-256 of its bytes.
    public let file: String
    public let digest: String
    /// What the sender should know though nothing is wrong: rows that are missing.
    public let notes: [String]

    /// Longer notes are refused: a score's reason is a few sentences.
    public static let longestNote = 10_000

    /// Reads CSV or XLSX, told apart by their first bytes.
    ///
    /// - Parameter acceptScale: take scores that were given on another version of the scale.
    /// - Throws: everything that is wrong with the sheet, each with its cell.
    public init(
        _ bytes: [UInt8], file: String, evaluation: Evaluation, acceptScale: Bool = false
    ) throws(Faults) {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        do {
            var reader = SheetRows(rows: try Self.rows(bytes), evaluation: evaluation)
            try reader.read(acceptScale: acceptScale)
            evaluator = reader.evaluator
            scale = reader.scale
            entries = reader.entries
            notes = reader.notes.map { "\(name): \($0)" }
        } catch {
            throw Faults(error.faults, file: file)
        }
        self.file = name
        digest = Digest.of(bytes)
    }

    init(evaluator: String, scale: String, entries: [ScoreCell: ScoreEntry], file: String, digest: String) {
        self.evaluator = evaluator
        self.scale = scale
        self.entries = entries
        self.file = file
        self.digest = digest
        notes = []
    }

    private static func rows(_ bytes: [UInt8]) throws(Faults) -> [[String]] {
        if SpreadsheetReader.isWorkbook(bytes) {
            return try SpreadsheetReader.rows(bytes: bytes, preferring: ScoreSheet.sheetName)
        }
        return try DelimitedText.rows(bytes, isHeading: SheetRows.isHeading)
    }
}
