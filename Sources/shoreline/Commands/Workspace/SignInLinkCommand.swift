import ArgumentParser
import Foundation
import Logging
import Storage
import Web
import Workspace

struct SignInLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-in-link",
        abstract: "Print a link that signs somebody in once: for whoever owns the database and lost the way in.",
        discussion: "With SQLite the server must not be running meanwhile: one process owns the file.")

    @OptionGroup var options: DatabaseOptions

    @Option(help: "Whose; the first administrator if left out.")
    var email: String?

    func run() async throws {
        let database = try await options.open()
        do {
            let workspace = Workspace(
                database: database, logger: Logger(label: "shoreline") { JSONLog(label: $0, level: .warning) })
            let code = try await workspace.signInLink(email: email)
            await database.close()
            Terminal.out("Follow this path on the workspace, once, within an hour:\n    /join/\(code)")
        } catch {
            await database.close()
            throw ServeCommand.words(error)
        }
    }
}
