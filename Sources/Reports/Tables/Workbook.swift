import CXlsxWriter
public import Foundation

/// A workbook could not be made: a plain sentence that names the file.
public struct WorkbookError: LocalizedError, CustomStringConvertible, Sendable {
    public let message: String
    public var description: String { message }
    public var errorDescription: String? { message }
}

/// A workbook while it is written: libxlsxwriter with every return code looked at.
///
/// The sheets are written to a file of its own and put in place when complete: a disk that fills up leaves no half
/// workbook under the name that was asked for.
final class Workbook {
    /// What a cell may hold (Excel counts UTF-16 units).
    static let longestText = 32_767
    enum Style { case plain, heading, wrapped, money, price, share, months, number, month }

    let path: String
    private let temporary: URL
    private var handle: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]

    init(path: String) throws {
        self.path = path
        temporary = FileManager.default.temporaryDirectory.appendingPathComponent("shoreline-\(UUID().uuidString).xlsx")
        handle = workbook_new(temporary.path)
        guard handle != nil else { throw failure("there is not enough memory") }
        for (style, code) in [
            (Style.money, "#,##0"), (.price, "#,##0.00##"), (.share, "0.0%"), (.months, "0.0"), (.number, "General"),
            (.month, "yyyy-mm"), (.plain, nil), (.heading, nil), (.wrapped, nil),
        ] as [(Style, String?)] {
            guard let format = workbook_add_format(handle) else { throw failure("there is not enough memory") }
            if let code { format_set_num_format(format, code) }
            if style == .heading { format_set_bold(format) }
            if style == .wrapped || style == .heading { format_set_text_wrap(format) }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            formats[style] = format
        }
    }

    deinit {
        // Left open only where an error came between: closing frees it, and the file is not wanted.
        if let handle { workbook_close(handle) }
        try? FileManager.default.removeItem(at: temporary)
    }

    func properties(title: String, company: String, comments: String) throws {
        let texts = [title, company, "Shoreline", comments].map { strdup(Self.short($0, to: 255)) }
        defer { texts.forEach { free($0) } }
        var properties = lxw_doc_properties()
        properties.title = texts[0]
        properties.company = texts[1]
        properties.author = texts[2]
        properties.comments = texts[3]
        try check(workbook_set_properties(handle, &properties))
    }

    /// A sheet whose first row stays in view, with the widths of its columns.
    func sheet(_ name: String, headings: [(String, width: Double)]) throws -> Sheet {
        guard let made = workbook_add_worksheet(handle, name) else {
            throw failure("the sheet \(name) could not be added")
        }
        for (column, heading) in headings.enumerated() {
            let at = lxw_col_t(column)
            try check(worksheet_set_column(made, at, at, heading.width, nil))
        }
        let sheet = Sheet(book: self, handle: made)
        try sheet.row(headings.map { .text($0.0, .heading) })
        worksheet_freeze_panes(made, 1, 0)
        return sheet
    }

    /// Writes what is there, and puts it in place.
    func finish() throws {
        guard let open = handle else { return }
        // Closing frees the workbook whatever it returns.
        handle = nil
        try check(workbook_close(open))
        do {
            try Data(contentsOf: temporary).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw failure(Self.reason(error))
        }
    }

    func format(_ style: Style) -> UnsafeMutablePointer<lxw_format>? { formats[style] }

    func check(_ code: lxw_error) throws {
        guard code != LXW_NO_ERROR else { return }
        throw failure(lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)")
    }

    private func failure(_ reason: String) -> WorkbookError {
        let plain = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
        return WorkbookError(message: "The workbook \(path) could not be written: \(plain).")
    }

    private static func reason(_ error: any Error) -> String {
        var found = error as NSError
        while let inner = found.userInfo[NSUnderlyingErrorKey] as? NSError { found = inner }
        guard found.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
        return String(cString: strerror(Int32(found.code)))
    }

    /// Text that a cell can hold: no more than `limit` UTF-16 units, without what XML cannot carry.
    static func short(_ text: String, to limit: Int) -> String {
        var out = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars where scalar.value != 0 && scalar.value & 0xFFFE != 0xFFFE {
            used += UTF16.width(scalar)
            if used > limit { break }
            out.append(scalar)
        }
        return String(out)
    }
}

/// A sheet that is written row by row.
final class Sheet {
    enum Cell {
        case text(String, Workbook.Style = .plain)
        case number(Double?, Workbook.Style)
        /// The first day of a month, as a date.
        case month(year: Int, month: Int)
        case flag(Bool)
        case empty
    }

    private let book: Workbook
    private let handle: UnsafeMutablePointer<lxw_worksheet>
    private var next: lxw_row_t = 0

    init(book: Workbook, handle: UnsafeMutablePointer<lxw_worksheet>) {
        self.book = book
        self.handle = handle
    }

    func row(_ cells: [Cell]) throws {
        for (index, cell) in cells.enumerated() {
            let column = lxw_col_t(index)
            switch cell {
            case .text(let text, let style):
                // Always as a string: what looks like a formula stays text.
                let fitting = Workbook.short(text, to: Workbook.longestText)
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
            case .empty: continue
            }
        }
        next += 1
    }
}
