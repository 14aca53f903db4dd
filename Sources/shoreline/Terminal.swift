import Foundation

/// Standard output and error, and what is known of the terminal behind them.
enum Terminal {
    static func out(_ text: String, terminator: String = "\n") {
        FileHandle.standardOutput.write(Data((text + terminator).utf8))
    }

    static func error(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }
    static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }
    static var usesColour: Bool {
        isInteractive && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
            && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Columns; 100 where the output is no terminal.
    static var width: Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return max(60, Int(size.ws_col)) }
        return 100
    }

    /// A line that is overwritten: `Simulating: 40 %`.
    static func progress(_ text: String) { FileHandle.standardError.write(Data("\r\u{1b}[K\(text)".utf8)) }
    static func endProgress() { FileHandle.standardError.write(Data("\r\u{1b}[K".utf8)) }

    static func write(_ text: String, to path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        if !FileManager.default.fileExists(atPath: folder) {
            throw Failure(message: "\(path) could not be written: there is no folder \(folder). Make it first.")
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Failure(message: "\(path) could not be written: \(error.localizedDescription)")
        }
    }

    /// An answer as text: to a file, or to standard output with the place of the report below it.
    static func deliver(_ text: String, to output: String?, report: String?, format isText: Bool, quiet: Bool) throws {
        if let output {
            try write(text, to: output)
            if !quiet { out("Wrote \(output)") }
            return
        }
        // By bytes: to Swift the line end of CSV, \r\n, is one character that does not end in \n.
        out(text, terminator: text.utf8.last == 0x0A || text.isEmpty ? "" : "\n")
        if let report, isText { out("\nReport: \(URL(fileURLWithPath: report).standardizedFileURL.path)") }
    }

    static func readStandardInput(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let part = try FileHandle.standardInput.read(upToCount: 1 << 16), !part.isEmpty {
            bytes.append(contentsOf: part)
            if bytes.count > limit { return bytes }
        }
        return bytes
    }
}
