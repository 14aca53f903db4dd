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
///
/// - Note: not thread-safe; one thread writes one workbook.
public final class Workbook {
    /// What a cell may hold (Excel counts UTF-16 units).
    public static let longestText = 32_767
    public enum Style: Sendable {
        case plain, heading, wrapped, money, price, share, months, number, month
        /// A column heading of a form: bold on a shade, wrapped.
        case shaded
        /// A cell that the reader fills in: not locked, framed, and kept as text, so that `2-3` never becomes a date.
        case input
    }

    public let path: String
    private let temporary: URL
    private var handle: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]

    public init(path: String) throws {
        self.path = path
        temporary = FileManager.default.temporaryDirectory.appendingPathComponent("shoreline-\(UUID().uuidString).xlsx")
        handle = workbook_new(temporary.path)
        guard handle != nil else { throw failure("there is not enough memory") }
        for (style, code) in [
            (Style.money, "#,##0"), (.price, "#,##0.00##"), (.share, "0.0%"), (.months, "0.0"), (.number, "General"),
            (.month, "yyyy-mm"), (.plain, nil), (.heading, nil), (.wrapped, nil), (.shaded, nil), (.input, "@"),
        ] as [(Style, String?)] {
            guard let format = workbook_add_format(handle) else { throw failure("there is not enough memory") }
            if let code { format_set_num_format(format, code) }
            if style == .heading || style == .shaded { format_set_bold(format) }
            if [.wrapped, .heading, .shaded, .input].contains(style) { format_set_text_wrap(format) }
            if style == .shaded { format_set_bg_color(format, 0xE8EDF2) }
            if style == .input {
                format_set_unlocked(format)
                format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
                format_set_border_color(format, 0xB8C2CC)
                format_set_bg_color(format, 0xFFFBE6)
            }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            formats[style] = format
        }
    }

    deinit {
        // Left open only where an error came between: closing frees it, and the file is not wanted.
        if let handle { workbook_close(handle) }
        try? FileManager.default.removeItem(at: temporary)
    }

    public func properties(title: String, company: String, comments: String) throws {
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
    public func sheet(_ name: String, headings: [(String, width: Double)]) throws -> Sheet {
        let sheet = try self.sheet(name, widths: headings.map(\.width))
        try sheet.row(headings.map { .text($0.0, .heading) })
        sheet.freezeRows()
        return sheet
    }

    /// An empty sheet with the widths of its columns.
    public func sheet(_ name: String, widths: [Double]) throws -> Sheet {
        guard let made = workbook_add_worksheet(handle, name) else {
            throw failure("the sheet \(name) could not be added")
        }
        for (column, width) in widths.enumerated() {
            let at = lxw_col_t(column)
            try check(worksheet_set_column(made, at, at, width, nil))
        }
        return Sheet(book: self, handle: made)
    }

    /// Writes what is there, and puts it in place.
    public func finish() throws {
        guard let open = handle else { return }
        // Closing frees the workbook whatever it returns.
        handle = nil
        try check(workbook_close(open))
        do {
            try Data(contentsOf: temporary).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw failure(reason(error))
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

    /// What a person can act on; the system's own words where nothing plainer is known.
    private func reason(_ error: any Error) -> String {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        if files.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { return "it is a folder" }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        if !files.fileExists(atPath: folder) { return "there is no folder \(folder)" }
        if !files.isWritableFile(atPath: folder) { return "the folder \(folder) may not be written to" }
        return error.localizedDescription
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
