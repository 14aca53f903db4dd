import ArgumentParser
import Notation
import Scorecards
import Sourcing

struct ScorecardOpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract:
            "Mark the opening of the bids: from then on a score changes only with a reason, and the report shows it.")

    @Argument(help: "The case file.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var file: String

    @Option(help: "Who opens them; the account's name if left out.")
    var by: String?

    func run() throws {
        let card = try Scorecard(file)
        let log = try card.log.append { log in
            do {
                return [
                    try log.opening(
                        card.evaluation, document: card.theCase.document, time: Scorecard.now, by: Scorecard.person(by))
                ]
            } catch let faults as Faults {
                throw Faults(faults.faults, file: file)
            }
        }
        guard let opening = log.opening else { return }
        Terminal.out("The bids are opened: \(opening.time), by \(opening.by). Scale \(opening.scale).")
        if let day = card.evaluation.opening, String(opening.time.prefix(10)) < day {
            Terminal.error("The case sets the opening for \(day), which is later than today.")
        }
        let missing = card.evaluation.evaluators.map(\.name).filter { log.standing[$0] == nil }
        if !missing.isEmpty {
            Terminal.error("Without scores at the opening: \(missing.joined(separator: ", ")).")
        }
        Terminal.out("The log ends with \(log.head).")
    }
}
