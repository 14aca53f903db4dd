import ArgumentParser
import Foundation
import Notation
import Scorecards
import Sourcing

struct ScorecardExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the score sheet of one evaluator, or of all.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, xlsx }

    @Argument(help: "The case file.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var file: String

    @Option(help: "Whose sheet: a name of selection.evaluators.")
    var evaluator: String?

    @Flag(help: "A sheet for each evaluator of the case.")
    var all = false

    @Option(help: "xlsx or csv.")
    var format: Format = .xlsx

    @Option(
        name: [.customShort("o"), .long],
        help: "The file to write; with --all, a folder that exists. By default beside the case.")
    var output: String?

    @Flag(help: "Replace files that exist.")
    var force = false

    func validate() throws {
        if (evaluator != nil) == all { throw ValidationError("Write either --evaluator NAME or --all.") }
    }

    func run() throws {
        let card = try Scorecard(file)
        let names = all ? card.evaluation.evaluators.map(\.name) : [evaluator ?? ""]
        if names.isEmpty {
            throw Faults(
                [
                    Fault(
                        path: "selection.evaluators", "The case lists no evaluators.",
                        remedy: "Add them, or write --evaluator NAME for one sheet.")
                ], file: file)
        }
        var sheets: [(sheet: ScoreSheet, path: String)] = []
        for name in names {
            do throws(Faults) {
                let sheet = try ScoreSheet(card.evaluation, title: card.theCase.title, evaluator: name)
                sheets.append((sheet, path(for: name)))
            } catch {
                throw Faults(error.faults, file: file)
            }
        }
        try refuseExisting(sheets.map(\.path))
        for (sheet, path) in sheets {
            switch format {
            case .csv: try Terminal.write(sheet.csv, to: path)
            case .xlsx: try sheet.writeXLSX(to: path)
            }
            let rows = Scorecard.count(sheet.rows.count, "box", "boxes")
            Terminal.out("Wrote \(path): \(rows) for \(sheet.evaluatorTitle), scale \(sheet.scale).")
        }
    }

    private func refuseExisting(_ paths: [String]) throws {
        var faults = Dictionary(grouping: paths) { $0 }.filter { $0.value.count > 1 }.keys.sorted().map {
            Fault(
                path: $0, "Two evaluators' names lead to this one file.",
                remedy: "Export them one by one with --evaluator and -o.")
        }
        if !force {
            faults += paths.filter { FileManager.default.fileExists(atPath: $0) }.map {
                Fault(
                    path: $0, "There is a file of that name already.",
                    remedy: "Choose another place with -o, or write --force to replace it.")
            }
        }
        if !faults.isEmpty { throw Faults(faults) }
    }

    private func path(for name: String) -> String {
        if !all, let output { return output }
        let place = URL(fileURLWithPath: file)
        let stem = place.deletingPathExtension().lastPathComponent
        // A name may hold what a file name may not.
        let safe = String(name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
        let leaf = "\(stem)-\(safe).\(format.rawValue)"
        let folder = output ?? (file.contains("/") ? place.deletingLastPathComponent().path : "")
        return folder.isEmpty ? leaf : folder.hasSuffix("/") ? folder + leaf : "\(folder)/\(leaf)"
    }
}
