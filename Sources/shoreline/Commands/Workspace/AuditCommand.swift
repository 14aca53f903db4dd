import ArgumentParser
import Foundation
import Logging
import Storage
import Web
import Workspace

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Check the record of who did what.", subcommands: [AuditVerifyCommand.self])
}

struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Follow every organisation's audit log from its first entry to its last.",
        discussion: """
            Prints the hash of the last entry. Note it elsewhere: given back with --head, it shows whether the log has \
            been rewritten since, which no chain can show by itself.
            """)

    @OptionGroup var options: DatabaseOptions

    @Option(help: "A hash that a log ended with once; it must still be in one of the logs.")
    var head: [String] = []

    func run() async throws {
        let database = try await options.open()
        let verdicts: [AuditVerdict]
        var missing: [String] = []
        do {
            let workspace = Workspace(
                database: database, logger: Logger(label: "shoreline") { JSONLog(label: $0, level: .warning) })
            verdicts = try await workspace.verifyAudit()
            for hash in head where try await !workspace.auditHolds(hash) { missing.append(hash) }
            await database.close()
        } catch {
            await database.close()
            throw ServeCommand.words(error)
        }
        for verdict in verdicts {
            if let broken = verdict.broken {
                Terminal.error("\(verdict.organisationName): broken at entry \(broken.number). \(broken.problem)")
            } else {
                Terminal.out(
                    "\(verdict.organisationName): \(verdict.entries) entries, none altered. The last one is \(verdict.head)"
                )
            }
        }
        for hash in missing { Terminal.error("No log holds \(hash): the log it ended was rewritten or cut.") }
        if verdicts.contains(where: { $0.broken != nil }) || !missing.isEmpty {
            throw Failure(
                message: "The audit log is not what was written. Restore a backup, and find out what happened.")
        }
        if verdicts.isEmpty { Terminal.out("There is no organisation yet.") }
    }
}
