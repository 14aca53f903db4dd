import ArgumentParser
import Reports

struct CriteriaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "criteria", abstract: "List the criteria that a case can take by name, with their scales in words."
    )

    func run() throws {
        Terminal.out(CriteriaText.text(width: Terminal.width, colour: Terminal.usesColour), terminator: "")
    }
}
