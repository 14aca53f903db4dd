import ArgumentParser
import Foundation
import Notation
import Scorecards
import Sourcing

struct ScorecardImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take back filled-in score sheets, CSV or XLSX, into the log beside the case.")

    @Argument(help: "The case file.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var file: String

    @Argument(help: "The sheets that came back.", completion: .file(extensions: ["csv", "xlsx"]))
    var sheets: [String]

    @Option(help: "Who imports them; the account's name if left out.")
    var by: String?

    @Option(help: "Why a score changes; needed after the opening.")
    var reason: String?

    @Flag(help: "Take scores that were given on another version of the scale; the log says so.")
    var acceptScale = false

    func run() throws {
        let card = try Scorecard(file)
        // All sheets are read before any is recorded: either all are in order, or none is taken.
        var returned: [ReturnedSheet] = []
        var faults: [Fault] = []
        for path in sheets {
            do {
                let sheet = try ReturnedSheet(
                    try bytes(of: path), file: path, evaluation: card.evaluation, acceptScale: acceptScale)
                if let twin = returned.firstIndex(where: { $0.evaluator == sheet.evaluator }) {
                    faults.append(
                        Fault(
                            path: path, "This is a second sheet of \(sheet.evaluator), beside \(sheets[twin]).",
                            remedy: "Import the one that counts, or one after the other."))
                }
                returned.append(sheet)
            } catch let wrong as Faults {
                faults += Self.placed(wrong.faults, path)
            }
        }
        if !faults.isEmpty { throw Faults(faults) }
        let (time, person) = (Scorecard.now, Scorecard.person(by))
        var outcome: [String] = []
        try card.log.append { log in
            var records: [LogRecord] = []
            var refusals: [Fault] = []
            for (sheet, path) in zip(returned, sheets) {
                do throws(Faults) {
                    let record = try log.receiving(
                        sheet, into: card.evaluation, time: time, by: person, reason: reason)
                    outcome.append(Self.words(record, sheet, replaces: log.sheet(of: sheet.evaluator)))
                    if let record { records.append(record) }
                } catch {
                    refusals += Self.placed(error.faults, path)
                }
            }
            if !refusals.isEmpty { throw Faults(refusals) }
            return records
        }
        outcome.forEach { Terminal.out($0) }
        returned.flatMap(\.notes).forEach { Terminal.error($0) }
    }

    /// With the file in front of the cell: faults of several files are told together.
    private static func placed(_ faults: [Fault], _ file: String) -> [Fault] {
        faults.map { fault in
            var placed = fault
            placed.path = fault.path.isEmpty ? file : "\(file): \(fault.path)"
            return placed
        }
    }

    private static func words(_ record: LogRecord?, _ sheet: ReturnedSheet, replaces last: LogRecord?) -> String {
        guard let record else { return "\(sheet.file): nothing new of \(sheet.evaluator); the log stays as it is." }
        if record.kind == .change {
            let notes = record.changes.filter { $0.old.words == $0.new.words }.count
            let scores = Scorecard.count(record.changes.count - notes, "score changes", "scores change")
            let more = notes == 0 ? "" : " and \(Scorecard.count(notes, "note", "notes"))"
            return "\(sheet.file): \(scores)\(more) after the opening, of \(sheet.evaluator); recorded with the reason."
        }
        let scored = sheet.entries.values.filter(\.isKnown).count
        let before = last?.entries.values.filter(\.isKnown).count ?? 0
        let fewer = before > scored ? " \(Scorecard.count(before - scored, "score", "scores")) fewer than there." : ""
        let again = last.map { " It replaces the sheet of \($0.time), which the log keeps.\(fewer)" } ?? ""
        return "\(sheet.file): \(scored) of \(sheet.entries.count) boxes scored by \(sheet.evaluator).\(again)"
    }

    private func bytes(of path: String) throws -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Faults(
                Fault(path: "", "There is no such file.", remedy: "Check its name and the folder you are in."))
        }
        if isFolder.boolValue {
            throw Faults(
                Fault(path: "", "This is a folder.", remedy: "Name the sheets in it, for example \(path)/*.xlsx."))
        }
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            // One byte beyond what any reader takes: enough to be refused, whatever the file's size.
            return Array(try handle.read(upToCount: (20 << 20) + 1) ?? Data())
        } catch {
            throw Failure(message: "\(path) could not be read: \(error.localizedDescription)")
        }
    }
}
