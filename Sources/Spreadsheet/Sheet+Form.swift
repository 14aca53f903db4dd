import CXlsxWriter
import Foundation

/// What turns a sheet into a form to be filled in.
extension Sheet {
    /// Rows written so far.
    public var rowCount: Int { Int(next) }

    /// Keeps the rows written so far, and so many columns, in view.
    public func freezeRows(columns: Int = 0) { worksheet_freeze_panes(handle, next, lxw_col_t(columns)) }

    /// Offers `choices` for the cell, by arrow. Another entry is questioned, not refused: a form may allow more than
    /// its list shows.
    ///
    /// - Parameter row: counted from 0, as `column`.
    public func offer(_ choices: [String], row: Int, column: Int, title: String, message: String) throws {
        var list: [UnsafeMutablePointer<CChar>?] = choices.map { strdup(Workbook.short($0, to: 255)) }
        list.append(nil)
        let texts: [UnsafeMutablePointer<CChar>?] = [
            strdup(Workbook.short(title, to: 32)), strdup(Workbook.short(message, to: 255)),
        ]
        let owned = list + texts
        defer { owned.forEach { free($0) } }
        var rule = lxw_data_validation()
        rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        rule.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
        rule.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
        rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
        rule.input_title = texts[0]
        rule.input_message = texts[1]
        rule.error_title = texts[0]
        rule.error_message = texts[1]
        try list.withUnsafeMutableBufferPointer { entries in
            rule.value_list = entries.baseAddress
            try book.check(worksheet_data_validation_cell(handle, lxw_row_t(row), lxw_col_t(column), &rule))
        }
    }

    /// Locks every cell but those of the style `input`. Without a password: against slips, not against intent.
    public func protect() {
        var options = lxw_protection()
        // Columns and rows may still be widened to read them.
        options.format_columns = 1
        options.format_rows = 1
        worksheet_protect(handle, nil, &options)
    }

    /// No green corners for numbers in cells that hold text.
    public func allowNumbersAsText(_ range: String) throws {
        try book.check(worksheet_ignore_errors(handle, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range))
    }

    /// Prints across the page, one page wide, with the rows above `headings` on each.
    public func printLandscape(headings: Int) throws {
        worksheet_set_landscape(handle)
        worksheet_set_paper(handle, 9)
        worksheet_fit_to_pages(handle, 1, 0)
        if headings > 0 {
            try book.check(worksheet_repeat_rows(handle, lxw_row_t(headings - 1), lxw_row_t(headings - 1)))
        }
    }
}
