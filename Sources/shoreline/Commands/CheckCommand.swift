import ArgumentParser
import Choosing
import Economics
import Notation
import Sourcing

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what is wrong with a case: every fault, its line, and how to mend it.")

    @Argument(help: "The case file.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var file: String

    func run() throws {
        let theCase = try CaseFile.read(file)
        do {
            try Decide.check(theCase)
            try Choose.check(theCase)
        } catch let faults as Faults {
            throw Faults(faults.faults, file: file)
        }
        var parts = [
            Self.count(theCase.functions.count, "function"), Self.count(theCase.options.count, "option"),
        ]
        if let evaluation = theCase.evaluation {
            let criteria = evaluation.criteria.count
            parts.append(criteria == 1 ? "1 criterion" : "\(criteria) criteria")
            parts.append(Self.count(evaluation.partners.count, "partner"))
        }
        Terminal.out("\(file) is in order: \(parts.joined(separator: ", ")).")
        Choose.notes(theCase).forEach { Terminal.out("Note: \($0)") }
    }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}

/// Reading a case from the command line.
enum CaseFile {
    static func read(_ path: String) throws -> Case {
        do {
            return try CaseReader.read(file: path)
        } catch let faults {
            throw Faults(faults.faults, file: faults.file ?? path)
        }
    }
}
