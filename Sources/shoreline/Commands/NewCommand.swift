import ArgumentParser
import Foundation
import Notation
import Sourcing

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a commented starter case, to be changed to your own.")

    @Argument(help: "The file to write, e.g. case.yaml.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Flag(help: "Replace a file that exists.")
    var force = false

    func run() throws {
        if !force, FileManager.default.fileExists(atPath: file) {
            throw Faults(
                Fault(
                    path: file, "There is a file of that name already.",
                    remedy: "Choose another name, or write --force to replace it."))
        }
        try Terminal.write(StarterCase.text, to: file)
        Terminal.out("Wrote \(file). Change it to your own, then: shoreline decide \(file)")
    }
}
