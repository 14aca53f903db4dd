import CXlsxWriter

/// A file that could not be written.
public enum ReportError: Error, CustomStringConvertible {
    case cannotWrite(path: String, reason: String)

    public var description: String {
        switch self {
        case .cannotWrite(let path, let reason):
            "Cannot write \(path): \(reason). Check that the folder exists and may be written to."
        }
    }
}

/// A thin Swift face of libxlsxwriter: it collects sheets and writes the file when it is closed.
final class XLSXBook {
    struct Sheet {
        fileprivate let pointer: UnsafeMutablePointer<lxw_worksheet>
    }
    enum Style: CaseIterable { case header, title, text, wrapped, money, unitPrice, share, plain, whole }

    private let path: String
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]

    init(path: String, title: String, subject: String, company: String) throws {
        self.path = path
        guard let book = workbook_new(path) else {
            throw ReportError.cannotWrite(path: path, reason: "no memory for the workbook")
        }
        self.book = book
        for style in Style.allCases { formats[style] = XLSXBook.format(style, in: book) }
        // The library copies the texts.
        try title.withCString { title in
            try subject.withCString { subject in
                try company.withCString { company in
                    try "Shoreline".withCString { author in
                        var properties = lxw_doc_properties()
                        properties.title = title.unchanged()
                        properties.subject = subject.unchanged()
                        properties.company = company.unchanged()
                        properties.author = author.unchanged()
                        try check(workbook_set_properties(book, &properties))
                    }
                }
            }
        }
    }

    deinit {
        // An error on the way leaves the book open; its memory goes with it.
        if let book { lxw_workbook_free(book) }
    }

    func sheet(_ name: String, widths: [Double], headerRows: Int = 1, headerColumns: Int = 1) throws -> Sheet {
        guard let book, let pointer = workbook_add_worksheet(book, name) else {
            throw ReportError.cannotWrite(path: path, reason: "the sheet “\(name)” cannot be added")
        }
        for (column, width) in widths.enumerated() {
            try check(worksheet_set_column(pointer, lxw_col_t(column), lxw_col_t(column), width, nil))
        }
        worksheet_freeze_panes(pointer, lxw_row_t(headerRows), lxw_col_t(headerColumns))
        worksheet_set_landscape(pointer)
        worksheet_fit_to_pages(pointer, 1, 0)
        if headerRows > 0 { try check(worksheet_repeat_rows(pointer, 0, lxw_row_t(headerRows - 1))) }
        return Sheet(pointer: pointer)
    }

    func write(_ text: String, to sheet: Sheet, row: Int, column: Int, style: Style = .text) throws {
        // A cell holds 32,767 UTF-16 units.
        let shown = text.utf16.count > 32_000 ? String(text.prefix(16_000)) + "…" : text
        try check(worksheet_write_string(sheet.pointer, lxw_row_t(row), lxw_col_t(column), shown, formats[style]))
    }

    func write(_ number: Double, to sheet: Sheet, row: Int, column: Int, style: Style) throws {
        guard number.isFinite else { return }
        try check(worksheet_write_number(sheet.pointer, lxw_row_t(row), lxw_col_t(column), number, formats[style]))
    }

    func close() throws {
        guard let open = book else { return }
        book = nil
        try check(workbook_close(open))
    }

    private func check(_ code: lxw_error) throws {
        guard code != LXW_NO_ERROR else { return }
        throw ReportError.cannotWrite(path: path, reason: lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)")
    }

    private static func format(_ style: Style, in book: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<lxw_format>? {
        guard let format = workbook_add_format(book) else { return nil }
        switch style {
        case .header:
            format_set_bold(format)
            format_set_text_wrap(format)
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 14)
        case .text: break
        case .wrapped:
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .money: format_set_num_format(format, "#,##0;-#,##0")
        case .unitPrice: format_set_num_format(format, "#,##0.00##")
        case .share: format_set_num_format(format, "0.0%")
        case .plain: format_set_num_format(format, "#,##0.0###")
        case .whole: format_set_num_format(format, "#,##0")
        }
        return format
    }
}

extension UnsafePointer<CChar> {
    /// The library's struct wants mutable texts that it only reads.
    fileprivate func unchanged() -> UnsafeMutablePointer<CChar> { UnsafeMutablePointer(mutating: self) }
}
