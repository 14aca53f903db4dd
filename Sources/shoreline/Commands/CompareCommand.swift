import ArgumentParser
import Choosing
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
        case .text:
            Terminal.out(Comparison.text(before: old, after: new, changes: changes))
            if let choices = try choices(first, second) {
                Terminal.out(
                    ChoiceText.whatIf(
                        ["\(after) instead of \(before)"], before: choices.0, after: choices.1, width: Terminal.width,
                        colour: false), terminator: "")
            }
        case .json:
            Terminal.out(
                JSONWriter.text(Comparison.tree(before: old, after: new, changes: changes), pretty: true),
                terminator: "")
        }
    }

    /// Where both cases compare partners, and anything changed.
    private func choices(_ first: Case, _ second: Case) throws -> (Choice, Choice)? {
        let compares = [first, second].allSatisfy { $0.evaluation?.partners.isEmpty == false }
        guard compares else { return nil }
        let choose = Choose(seed: simulation.seed, threads: simulation.threadsUsed)
        let pair = (
            try ChoiceRun(first, file: before, choose: choose).choice,
            try ChoiceRun(second, file: after, choose: choose).choice
        )
        let same =
            pair.0.ranking.map(\.name) == pair.1.ranking.map(\.name)
            && pair.0.ranking.map(\.points) == pair.1.ranking.map(\.points)
        return same ? nil : pair
    }
}
