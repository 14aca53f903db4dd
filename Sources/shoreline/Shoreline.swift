import ArgumentParser
import Foundation
import Notation

/// The command line: reads arguments and files, calls the modules below, prints. No rules of the field live here.
@main
struct Shoreline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shoreline",
        abstract: "Decide which work to keep, outsource or offshore, and be able to defend it.",
        discussion: """
            Start with a case file: shoreline new case.yaml writes a commented one. \
            Outsourced means that a third party performs the work, at home or abroad; offshored means that another \
            country performs it, whoever owns the unit.
            """,
        version: "0.2.0",
        subcommands: [
            NewCommand.self, CheckCommand.self, DecideCommand.self, LocateCommand.self, ChooseCommand.self,
            ScorecardCommand.self, CriteriaCommand.self, CompareCommand.self, CountriesCommand.self, SchemaCommand.self,
            ComputeCommand.self, ServeCommand.self, SignInLinkCommand.self, BackupCommand.self,
            RestoreCommand.self, ExportCommand.self, ImportCommand.self, AuditCommand.self,
        ])

    static func main() async {
        do {
            try refuseUnknownCommand()
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch let faults as Faults {
            Terminal.error(faults.description)
            Foundation.exit(2)
        } catch let failure as Failure {
            Terminal.error(failure.message)
            Foundation.exit(1)
        } catch let error as any LocalizedError {
            Terminal.error(error.errorDescription ?? "Something failed: \(error)")
            Foundation.exit(1)
        } catch {
            let code = exitCode(for: error)
            // Wrong arguments are bad input (2), as everywhere else; help and version are no errors.
            if code == .success || code == .validationFailure {
                let message = fullMessage(for: error)
                if code == .success { Terminal.out(message) } else { Terminal.error(message) }
                Foundation.exit(code == .success ? 0 : 2)
            }
            Terminal.error("Something failed: \(error.localizedDescription)")
            Foundation.exit(1)
        }
    }
}

extension Shoreline {
    /// "Did you mean decide?": the parser itself would only speak of an unexpected argument.
    static func refuseUnknownCommand() throws {
        guard let first = CommandLine.arguments.dropFirst().first, !first.hasPrefix("-") else { return }
        let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard !known.contains(first) else { return }
        let near = NearestName.of(first, in: known).map { "Did you mean \($0)? " } ?? ""
        throw Faults(
            Fault(
                path: "", "There is no command “\(first)”.", remedy: "\(near)Known: \(known.joined(separator: ", ")).")
        )
    }
}

/// Something that went wrong without the input being at fault: a disk that is full, a file that may not be written.
struct Failure: Error {
    let message: String
}
