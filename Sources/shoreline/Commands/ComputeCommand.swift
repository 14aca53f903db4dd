import ArgumentParser
import Compute
import Notation

struct ComputeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compute",
        abstract: "Answer one request of an engine: JSON from standard input, JSON to standard output.",
        discussion: "Known: \(Compute.names.joined(separator: ", ")).")

    @Argument(help: "The engine, e.g. economics.npv.", completion: .list(Compute.names))
    var name: String

    func run() throws {
        try Compute.check(name)
        let request = try JSONReader.read(try Terminal.readStandardInput(limit: SourceText.maximumBytes))
        Terminal.out(JSONWriter.text(try Compute.respond(to: name, request: request)))
    }
}
