import ArgumentParser
import Notation
import Sourcing

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema (2020-12) of the case file, so that editors complete and check it.")

    func run() { Terminal.out(JSONWriter.text(CaseSchema.tree, pretty: true), terminator: "") }
}
