import ArgumentParser
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
        } catch let faults as Faults {
            throw Faults(faults.faults, file: file)
        }
        let options = theCase.options.count
        let functions = theCase.functions.count
        Terminal.out(
            "\(file) is in order: \(functions) function\(functions == 1 ? "" : "s"), \(options) option\(options == 1 ? "" : "s")."
        )
    }
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
