import ArgumentParser
import Foundation
import Logging
import Storage
import Web

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write everything in the workspace to one file, while it is in use.",
        discussion: """
            The file holds one consistent moment, whatever is written meanwhile; sessions are left out. It can be \
            restored into SQLite and into PostgreSQL. Keep it as safe as the workspace itself: it holds all cases.
            """)

    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The file to write.", completion: .file())
    var file: String

    func run() async throws { try await ArchiveRun.write(options.address, to: file) }
}

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the workspace to a file that import takes into another database: SQLite or PostgreSQL.")

    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The file to write.", completion: .file())
    var file: String

    func run() async throws { try await ArchiveRun.write(options.address, to: file) }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Bring the workspace back as a backup holds it.",
        discussion: """
            Stop the server first. A database that holds a workspace is only replaced with --replace; if anything fails, \
            it stays as it was. Everybody signs in anew afterwards.
            """)

    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The file that shoreline backup wrote.", completion: .file())
    var file: String
    @Flag(help: "Replace a workspace that is there.")
    var replace = false

    func run() async throws { try await ArchiveRun.read(file, into: options.address, replacing: replace) }
}

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take an exported workspace into an empty database: SQLite or PostgreSQL.")

    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The file that shoreline export wrote.", completion: .file())
    var file: String

    func run() async throws { try await ArchiveRun.read(file, into: options.address, replacing: false) }
}

/// What the four commands have in common.
enum ArchiveRun {
    static func write(_ address: String, to file: String) async throws {
        do {
            let summary: ArchiveSummary
            if address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") {
                let database = try await Databases.open(address, logger: logger)
                do { summary = try await Archive.write(database, to: file) } catch {
                    await database.close()
                    throw error
                }
                await database.close()
            } else {
                // Another process may own the file: it is only read.
                summary = try await Archive.writeOnline(path: address, to: file)
            }
            Terminal.out("Wrote \(file): \(summary.rows) rows, of version \(summary.version).")
        } catch {
            throw ServeCommand.words(error)
        }
    }

    static func read(_ file: String, into address: String, replacing: Bool) async throws {
        do {
            let summary = try await Archive.restore(file, to: address, replacing: replacing, logger: logger)
            Terminal.out("Took \(summary.rows) rows from \(file); every table holds as many as the file.")
        } catch {
            throw ServeCommand.words(error)
        }
    }

    private static var logger: Logger { Logger(label: "shoreline") { JSONLog(label: $0, level: .warning) } }
}
