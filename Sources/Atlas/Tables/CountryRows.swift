import Notation

/// A table whose first column is a country's alpha-2 code, with the rows of each country.
struct CountryRows: Sendable {
    let table: CSVTable
    private let rows: [String: [Int]]

    init(_ table: CSVTable) {
        self.table = table
        var rows: [String: [Int]] = [:]
        var code = ""
        var run: [Int] = []
        for row in 0..<table.count {
            let next = table.text(row, 0) ?? ""
            if next != code {
                rows[code, default: []] += run
                run.removeAll(keepingCapacity: true)
                code = next
            }
            run.append(row)
        }
        rows[code, default: []] += run
        self.rows = rows
    }

    func rows(of code: String) -> [Row] { (rows[code] ?? []).map { Row(table: table, index: $0) } }
    func row(of code: String) -> Row? { rows[code]?.first.map { Row(table: table, index: $0) } }
}

/// One row: cells by the name of their column, nil where the cell is empty or the column is missing.
struct Row: Sendable {
    let table: CSVTable
    let index: Int

    func text(_ column: String) -> String? { table.text(index, column) }
    func double(_ column: String) -> Double? { table.double(index, column) }
    func int(_ column: String) -> Int? { table.text(index, column).flatMap { Int($0) } }
    func flag(_ column: String) -> Bool { table.text(index, column) == "true" }
    /// `yes` (the source was read) or `no` (it is cited).
    func read(_ column: String) -> Bool? { table.text(index, column).map { $0 == "yes" } }
    func list(_ column: String) -> [String] { (table.text(index, column) ?? "").split(separator: " ").map(String.init) }
}
