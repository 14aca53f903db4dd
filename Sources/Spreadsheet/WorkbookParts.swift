import Notation

/// The parts of a workbook that its cells are spread over.
struct WorkbookParts {
    struct Entry {
        var name: String
        /// Its part in the archive.
        var part: String
    }

    /// Never empty.
    let sheets: [Entry]
    private let archive: ZipArchive
    private let texts: [String]

    init(_ archive: ZipArchive) throws(Faults) {
        self.archive = archive
        let root = try Self.relations("_rels/.rels", folder: "", in: archive)
        let main = root.values.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
        guard let book = try archive.read(main), main.hasSuffix(".xml") else { throw Self.otherKind(archive) }
        let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
        let leaf = String(main.dropFirst(folder.count))
        let relations = try Self.relations("\(folder)_rels/\(leaf).rels", folder: folder, in: archive)
        var sheets: [Entry] = []
        let stream = try XMLStream(book, name: main)
        while let event = try stream.next() {
            guard case .open("sheet", let attributes) = event, let name = attributes["name"],
                let relation = attributes["id"].flatMap({ relations[$0] }), relation.kind == "worksheet"
            else { continue }
            sheets.append(Entry(name: name, part: relation.target))
        }
        if sheets.isEmpty { throw Self.otherKind(archive) }
        self.sheets = sheets
        let shared = relations.values.first { $0.kind == "sharedStrings" }?.target
        texts = try shared.map { part throws(Faults) in try Self.sharedTexts(part, in: archive) } ?? []
    }

    func rows(of sheet: Entry) throws(Faults) -> [[String]] {
        guard let part = try archive.read(sheet.part) else {
            throw ZipArchive.damaged("its sheet “\(sheet.name)” is missing")
        }
        var cells = SheetCells(texts: texts)
        return try cells.read(try XMLStream(part, name: sheet.part), part: sheet.part)
    }

    // MARK: Parts

    /// By identifier: the last word of the relation's kind, and the part it leads to.
    private static func relations(
        _ part: String, folder: String, in archive: ZipArchive
    ) throws(Faults) -> [String: (kind: String, target: String)] {
        guard let bytes = try archive.read(part) else { return [:] }
        var relations: [String: (kind: String, target: String)] = [:]
        let stream = try XMLStream(bytes, name: part)
        while let event = try stream.next() {
            guard case .open("Relationship", let attributes) = event, let id = attributes["Id"],
                let target = attributes["Target"], attributes["TargetMode"] != "External"
            else { continue }
            let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
            relations[id] = (kind, target.hasPrefix("/") ? String(target.dropFirst()) : folder + target)
        }
        return relations
    }

    private static func sharedTexts(_ part: String, in archive: ZipArchive) throws(Faults) -> [String] {
        guard let bytes = try archive.read(part) else { return [] }
        let stream = try XMLStream(bytes, name: part)
        var texts: [String] = []
        var text = RichText()
        while let event = try stream.next() {
            if case .close("si") = event {
                texts.append(text.take())
                // Cells may share a text, so there are never more texts than a sheet may have cells.
                if texts.count > SpreadsheetReader.maximumCells { throw SheetCells.tooMany }
            } else {
                text.add(event)
            }
        }
        return texts
    }

    private static func otherKind(_ archive: ZipArchive) -> Faults {
        let remedy = "Save the sheet as “Excel Workbook (.xlsx)” or as “CSV UTF-8”."
        if archive.contains("content.xml") {
            return Faults(Fault(path: "", "This is an OpenDocument file (.ods), which is not read.", remedy: remedy))
        }
        if archive.contains("xl/workbook.bin") {
            return Faults(
                Fault(path: "", "This is a binary Excel workbook (.xlsb), which is not read.", remedy: remedy))
        }
        return Faults(Fault(path: "", "This is a ZIP file, but not an Excel workbook.", remedy: remedy))
    }
}
