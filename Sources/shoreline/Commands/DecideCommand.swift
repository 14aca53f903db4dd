import ArgumentParser
import Compute
import Economics
import Foundation
import Notation
import Reports
import Sourcing

struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Decide a case: what each option costs, how sure that is, and what it hangs on.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv, xlsx }

    @Argument(help: "The case file.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var file: String

    @Option(help: "Write the report, one HTML file, to this path.", completion: .file(extensions: ["html"]))
    var report: String?

    @Option(help: "text, json, csv or xlsx.")
    var format: Format = .text

    @Option(help: "Write the answer to this file instead of standard output; xlsx needs one.")
    var output: String?

    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
        if format == .xlsx, output == nil {
            throw ValidationError("A workbook cannot be printed. Write --output decision.xlsx.")
        }
    }

    func run() throws {
        let theCase = try CaseFile.read(file)
        let decision = try simulation.decide(theCase, file: file)
        if let report {
            try Terminal.write(try ReportFile.html(for: decision), to: report)
        }
        let text: String
        switch format {
        case .text:
            text = TextReport.text(for: decision, width: Terminal.width, colour: output == nil && Terminal.usesColour)
        case .json: text = JSONWriter.text(DecisionResponse.tree(of: decision, complete: true), pretty: true)
        case .csv: text = DecisionCSV.text(for: decision)
        case .xlsx:
            try DecisionXLSX.write(decision, to: output ?? "decision.xlsx")
            if !simulation.quiet { Terminal.out("Wrote \(output ?? "decision.xlsx")") }
            return
        }
        try Terminal.deliver(text, to: output, report: report, format: format == .text, quiet: simulation.quiet)
    }
}
