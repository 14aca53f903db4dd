import CZip
import Foundation

/// Workbooks that no spreadsheet program would write.
enum Hostile {
    static func zip(_ parts: [(String, String)]) -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("shoreline-\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: path) }
        var code: Int32 = 0
        guard let archive = zip_open(path.path, Int32(ZIP_CREATE), &code) else { return [] }
        for (name, text) in parts {
            let bytes = Array(text.utf8)
            let copy = malloc(max(1, bytes.count))
            bytes.withUnsafeBytes {
                copy?.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(bitPattern: 1)!, byteCount: bytes.count)
            }
            // The archive frees the copy.
            let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1)
            zip_file_add(archive, name, source, 0)
        }
        zip_close(archive)
        return (try? Array(Data(contentsOf: path))) ?? []
    }

    static func book(sheet: String, shared: String = "<sst/>") -> [UInt8] {
        zip([
            (
                "_rels/.rels",
                "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='S' sheetId='1' r:id='b'/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='b' Type='x/worksheet' Target='/xl/worksheets/sheet1.xml'/><Relationship Id='c' Type='x/sharedStrings' Target='sharedStrings.xml'/></Relationships>"
            ), ("xl/worksheets/sheet1.xml", sheet), ("xl/sharedStrings.xml", shared),
        ])
    }
}
