import ArgumentParser
import Notation
import Reports
import Sourcing

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Say what changed between two cases, and what that does to the answer.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The case before.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var before: String

    @Argument(help: "The case after.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var after: String

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var simulation: SimulationOptions

    func run() throws {
        let first = try CaseFile.read(before)
        let second = try CaseFile.read(after)
        let changes = CaseDifference.between(first.document, second.document).map {
            (path: $0.path, before: $0.before, after: $0.after)
        }
        let old = try simulation.decide(first, file: before)
        let new = try simulation.decide(second, file: after)
        switch format {
        case .text: Terminal.out(Comparison.text(before: old, after: new, changes: changes))
        case .json:
            Terminal.out(
                JSONWriter.text(Comparison.tree(before: old, after: new, changes: changes), pretty: true),
                terminator: "")
        }
    }
}
