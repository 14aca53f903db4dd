import ArgumentParser
import Foundation
import Logging
import Notation
import Scorecards
import Sourcing
import Storage
import Web
import Workspace

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the workspace: cases, decisions and choices in the browser, for a team.",
        discussion: """
            Listens on this machine only unless --host says otherwise. The first start prints a link that works once, \
            with which you become the administrator; there is no default password. For others to reach it, put a server \
            that speaks TLS in front and name its address with --public-address.
            """)

    @OptionGroup var options: DatabaseOptions

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port; 0 takes a free one. Without it 8080, or a free one where that is taken.")
    var port: Int?

    @Option(help: "As people reach it through a server in front, such as https://shoreline.example.org.")
    var publicAddress: String?

    @Flag(help: "Take a caller's network address from X-Forwarded-For, as the server in front writes it.")
    var trustProxy = false

    @Option(
        help: "A case for an empty workspace, with the scores that stand beside it.",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var example: String?

    @Flag(help: "Print a link that signs the first administrator in once.")
    var signInLink = false

    @Option(help: "Threads of a simulation; 0 takes as many as the machine has.")
    var threads = 0

    func validate() throws {
        if let port, !(0...65535).contains(port) {
            throw ValidationError("--port must be between 0 and 65535. You typed \(port).")
        }
        if !(0...256).contains(threads) {
            throw ValidationError("--threads must be between 0 and 256. You typed \(threads).")
        }
        if let publicAddress, !publicAddress.hasPrefix("https://"), !publicAddress.hasPrefix("http://") {
            throw ValidationError(
                "--public-address must begin with https:// or http://. You typed \(publicAddress).")
        }
    }

    func run() async throws {
        let logger = Logger(label: "shoreline") { JSONLog(label: $0) }
        let database: any Database
        do { database = try await Databases.open(options.address, logger: logger) } catch let error as StorageError {
            throw ServeCommand.words(error)
        }
        let workspace = Workspace(database: database, logger: logger)
        do {
            let first = try await workspace.firstStart()
            if let example { try await bring(example, into: workspace) }
            let link = first == nil && signInLink ? try await workspace.signInLink() : first
            let threads = threads == 0 ? ProcessInfo.processInfo.activeProcessorCount : threads
            let settings = WebSettings(
                host: host, port: port ?? (Self.isFree(8080, host) ? 8080 : 0),
                publicAddress: publicAddress.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 },
                trustsProxy: trustProxy, threads: threads)
            try await WebServer(workspace: workspace, settings: settings, logger: logger).run { port in
                greet(port, link, isFirst: first != nil)
            }
        } catch {
            await database.close()
            throw Self.words(error)
        }
        Terminal.out("Stopped. Everything that was saved is on disk.")
    }

    private func greet(_ port: Int, _ link: String?, isFirst: Bool) {
        let root =
            publicAddress
            ?? "http://\(host.contains(":") ? "[\(host)]" : host == "0.0.0.0" ? "127.0.0.1" : host):\(port)"
        var text = "The workspace is at \(root)\n"
        if let link {
            text +=
                isFirst
                ? "You are the first: set it up with this link, which works once within a day:\n"
                : "This link signs you in once, within an hour:\n"
            text += "    \(root)/join/\(link)\n"
        }
        Terminal.out(text + "Ctrl-C ends it.")
    }

    private func bring(_ file: String, into workspace: Workspace) async throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Faults(Fault(path: file, "There is no such file, or it cannot be read.", remedy: "Check --example."))
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw Faults(Fault(path: file, "The file is no UTF-8 text.", remedy: "Save it as UTF-8."))
        }
        guard let line = try await workspace.makeExample(text, note: "The example that comes with Shoreline") else {
            return
        }
        let log = EvaluationLog.path(beside: file)
        if let scores = FileManager.default.contents(atPath: log) {
            try await workspace.takeOverLog(line.id, lines: Array(scores))
        }
    }

    /// Whether somebody listens there already.
    private static func isFree(_ port: Int, _ host: String) -> Bool {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { return true }
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) != 0
            }
        }
    }

    /// What a person at a terminal can use.
    static func words(_ error: any Error) -> any Error {
        switch error {
        // A wrong address or file is bad input (2), as everywhere else; what the machine does is a failure (1).
        case StorageError.input(let sentence): Faults(Fault(path: "", sentence))
        case let error as StorageError: Failure(message: error.description)
        case WorkspaceError.invalid(let faults): faults
        case WorkspaceError.refused(let sentence, let remedy): Failure(message: "\(sentence) \(remedy)")
        default: error
        }
    }
}
