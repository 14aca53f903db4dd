import ArgumentParser
import Choosing
import Compute
import Foundation
import Notation
import Reports
import Sourcing

struct LocateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "locate",
        abstract: "Rank the places where the work could be done, before there are bids.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

    @Argument(help: "The case file.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var file: String

    @Option(help: "Which function; may be left out where the case has only one.")
    var function: String?

    @Option(
        help: "Write the report, decision and places in one HTML file, to this path.",
        completion: .file(extensions: ["html"]))
    var report: String?

    @Option(help: "text, json or csv.")
    var format: Format = .text

    @Option(help: "Write the answer to this file instead of standard output.")
    var output: String?

    @Option(help: "Ways to see it, 1000 to 10000000.")
    var samples = Locate.defaultSamples

    @Option(help: "Seed of the random numbers: the same seed gives the same answer.")
    var seed: UInt64 = 1

    @Flag(help: "No messages about files that were written.")
    var quiet = false

    func validate() throws {
        if !Choose.samplesAllowed.contains(samples) {
            throw ValidationError("--samples must be between 1000 and 10000000. You typed \(samples).")
        }
    }

    func run() throws {
        let theCase = try CaseFile.read(file)
        let ranking = try located(theCase)
        if let report {
            let decision = try SimulationOptions.decideOnce(theCase, seed: seed, file: file)
            try Terminal.write(try ReportFile.html(for: decision, choice: nil, places: ranking), to: report)
        }
        let text: String
        switch format {
        case .text:
            text = PlacesText.text(for: ranking, width: Terminal.width, colour: output == nil && Terminal.usesColour)
        case .json: text = JSONWriter.text(PlacesResponse.tree(of: ranking), pretty: true)
        case .csv: text = PlacesCSV.text(for: ranking)
        }
        try Terminal.deliver(text, to: output, report: report, format: format == .text, quiet: quiet)
    }

    private func located(_ theCase: Case) throws -> PlaceRanking {
        do {
            return try Locate(
                samples: samples, seed: seed, threads: ProcessInfo.processInfo.activeProcessorCount)(
                    theCase, function: function)
        } catch let faults as Faults {
            throw Faults(faults.faults, file: file)
        }
    }
}
