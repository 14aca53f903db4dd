import ArgumentParser
import Foundation
import Logging
import Storage
import Web

/// Which database, the same for every command that has to do with one.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file, or postgres://user@host/name. SHORELINE_DATABASE names it too; else a file in your own data folder.",
            valueName: "address"))
    var database: String?

    var address: String {
        if let database { return database }
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["SHORELINE_DATABASE"], !named.isEmpty { return named }
        let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(NSHomeDirectory())/.local/share"
        return "\(data)/shoreline/shoreline.sqlite"
    }

    /// A database that is there. Logs to standard error from warnings on: the commands that end speak for themselves.
    func open() async throws -> any Database {
        do {
            return try await Databases.open(
                address, creating: false, logger: Logger(label: "shoreline") { JSONLog(label: $0, level: .warning) })
        } catch let error as StorageError {
            throw ServeCommand.words(error)
        }
    }
}
