import ArgumentParser
import Choosing
import Compute
import Foundation
import Notation
import Reports
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

    @Option(
        name: .customLong("what-if"),
        help: "A change to try, such as selection.criteria.price.weight=150; may stand several times.")
    var whatIf: [String] = []

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
        if !whatIf.isEmpty, format == .csv || format == .xlsx {
            throw ValidationError("--what-if answers as text or JSON. Leave out --format \(format.rawValue).")
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
        let choose = Choose(samples: samples, trials: trials, seed: seed, threads: threads)
        let seen = try ChoiceRun(theCase, file: file, choose: choose)
        let changed = try whatIf.isEmpty ? nil : ChoiceRun(try changing(theCase), file: file, choose: choose).choice
        if let report {
            let decision = try SimulationOptions.decideOnce(theCase, seed: seed, file: file)
            let places = try Locate(seed: seed, threads: threads)(theCase, function: seen.choice.evaluation.function)
            try Terminal.write(
                try ReportFile.html(for: decision, choice: seen.choice, places: places, evidence: seen.lines),
                to: report)
        }
        let text: String
        switch format {
        case .text:
            let colour = output == nil && Terminal.usesColour
            let answer = ChoiceText.text(
                for: seen.choice, width: Terminal.width, colour: colour, evidence: seen.sentences)
            let trial = changed.map {
                ChoiceText.whatIf(whatIf, before: seen.choice, after: $0, width: Terminal.width, colour: colour)
            }
            text = answer + (trial ?? "")
        case .json:
            var tree = ChoiceResponse.tree(of: seen.choice).entries ?? []
            tree.append(.init(key: "evidence", value: .list(seen.sentences.map { .text($0) })))
            if let changed {
                tree.append(.init(key: "whatIf", value: ChoiceResponse.tree(of: changed)))
            }
            text = JSONWriter.text(Tree(.map(tree)), pretty: true)
        case .csv: text = ChoiceCSV.text(for: seen.choice)
        case .xlsx:
            try ChoiceXLSX.write(seen.choice, evidence: seen.sentences, to: output ?? "choice.xlsx")
            if !quiet { Terminal.out("Wrote \(output ?? "choice.xlsx")") }
            return
        }
        try Terminal.deliver(text, to: output, report: report, format: format == .text, quiet: quiet)
        if report != nil, !whatIf.isEmpty { Terminal.error("The report shows the case as it is, without --what-if.") }
    }

    private func changing(_ theCase: Case) throws -> Case {
        do throws(Faults) {
            var tree = theCase.document
            for change in whatIf { tree = try CaseEdit.applying(change, to: tree) }
            return try CaseReader.read(tree)
        } catch {
            throw Faults(error.faults, file: "--what-if")
        }
    }
}
