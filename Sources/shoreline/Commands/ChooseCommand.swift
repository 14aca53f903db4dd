import ArgumentParser
import Choosing
import Compute
import Foundation
import Notation
import Reports
import Scorecards
import Sourcing

struct ChooseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "choose",
        abstract: "Choose a partner: who is first, how sure that is, and what would change it.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv, xlsx }

    @Argument(help: "The case file, with a selection section.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var file: String

    @Option(
        help: "Write the report, decision and choice in one HTML file, to this path.",
        completion: .file(extensions: ["html"]))
    var report: String?

    @Option(help: "text, json, csv or xlsx.")
    var format: Format = .text

    @Option(help: "Write the answer to this file instead of standard output; xlsx needs one.")
    var output: String?

    @Option(help: "Ways to see it, 1000 to 10000000.")
    var samples = Choose.defaultSamples

    @Option(help: "Simulated futures of the costs, 100 to 200000.")
    var trials = Choose.defaultTrials

    @Option(help: "Seed of the random numbers: the same seed gives the same answer.")
    var seed: UInt64 = 1

    @Option(help: "Threads; 0 takes as many as the machine has. Does not change the answer.")
    var threads = 0

    @Flag(help: "No messages about files that were written.")
    var quiet = false

    func validate() throws {
        if format == .xlsx, output == nil {
            throw ValidationError("A workbook cannot be printed. Write --output choice.xlsx.")
        }
        if !Choose.samplesAllowed.contains(samples) {
            throw ValidationError("--samples must be between 1000 and 10000000. You typed \(samples).")
        }
        if !Choose.trialsAllowed.contains(trials) {
            throw ValidationError("--trials must be between 100 and 200000. You typed \(trials).")
        }
        if !(0...256).contains(threads) {
            throw ValidationError("--threads must be between 0 and 256. You typed \(threads).")
        }
    }

    func run() throws {
        let theCase = try CaseFile.read(file)
        let threads = threads == 0 ? ProcessInfo.processInfo.activeProcessorCount : threads
        let choice: Choice
        var evidence: EvidenceRecord?
        var entries = 0
        do {
            var evaluation = theCase.evaluation
            if let stated = evaluation {
                let log = try EvaluationLogFile(path: EvaluationLog.path(beside: file)).read()
                let applied = try log.applied(to: stated)
                evaluation = applied.evaluation
                evidence = applied.evidence
                entries = log.records.count
            }
            choice = try Choose(samples: samples, trials: trials, seed: seed, threads: threads)(
                theCase, evaluation: evaluation)
        } catch let faults as Faults {
            throw Faults(faults.faults, file: faults.file ?? file)
        }
        if let report {
            let decision = try SimulationOptions.decideOnce(theCase, seed: seed, file: file)
            let places = try Locate(seed: seed, threads: threads)(theCase, function: choice.evaluation.function)
            let lines = evidence.map { EvidenceLine.lines($0, choice.evaluation, entries: entries) } ?? []
            try Terminal.write(
                try ReportFile.html(for: decision, choice: choice, places: places, evidence: lines), to: report)
        }
        let text: String
        switch format {
        case .text:
            text = ChoiceText.text(
                for: choice, width: Terminal.width, colour: output == nil && Terminal.usesColour,
                evidence: evidence.map { EvidenceWords.sentences($0, choice.evaluation) } ?? [])
        case .json: text = JSONWriter.text(ChoiceResponse.tree(of: choice), pretty: true)
        case .csv: text = ChoiceCSV.text(for: choice)
        case .xlsx:
            try ChoiceXLSX.write(choice, to: output ?? "choice.xlsx")
            if !quiet { Terminal.out("Wrote \(output ?? "choice.xlsx")") }
            return
        }
        try Terminal.deliver(text, to: output, report: report, format: format == .text, quiet: quiet)
    }
}
