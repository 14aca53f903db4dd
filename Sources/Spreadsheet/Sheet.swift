import CXlsxWriter

/// A sheet that is written row by row.
public final class Sheet {
    public enum Cell: Sendable {
        case text(String, Workbook.Style = .plain)
        case number(Double?, Workbook.Style)
        /// The first day of a month, as a date.
        case month(year: Int, month: Int)
        case flag(Bool)
        /// Nothing, in a style: a cell to be filled in.
        case blank(Workbook.Style)
        case empty
    }

    let book: Workbook
    let handle: UnsafeMutablePointer<lxw_worksheet>
    private(set) var next: lxw_row_t = 0

    init(book: Workbook, handle: UnsafeMutablePointer<lxw_worksheet>) {
        self.book = book
        self.handle = handle
    }

    public func row(_ cells: [Cell]) throws {
        for (index, cell) in cells.enumerated() {
            let column = lxw_col_t(index)
            switch cell {
            case .text(let text, let style):
                // Always as a string: what looks like a formula stays text.
                let fitting = Workbook.short(RichText.escaped(text), to: Workbook.longestText)
                try book.check(worksheet_write_string(handle, next, column, fitting, book.format(style)))
            case .number(let value, let style):
                guard let value, value.isFinite else { continue }
                try book.check(worksheet_write_number(handle, next, column, value, book.format(style)))
            case .month(let year, let month):
                var date = lxw_datetime()
                date.year = Int32(year)
                date.month = Int32(month)
                date.day = 1
                try book.check(worksheet_write_datetime(handle, next, column, &date, book.format(.month)))
            case .flag(let value):
                try book.check(worksheet_write_boolean(handle, next, column, value ? 1 : 0, book.format(.plain)))
            case .blank(let style):
                try book.check(worksheet_write_blank(handle, next, column, book.format(style)))
            case .empty: continue
            }
        }
        next += 1
    }
}
