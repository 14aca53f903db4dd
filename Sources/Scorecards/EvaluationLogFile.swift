public import Foundation
import Notation

/// The log could not be read or written though nothing is wrong with it: a full disk, a folder that may not be written.
public struct LogFailure: LocalizedError, Sendable {
    public let message: String
    public var errorDescription: String? { message }
}

/// The file of an ``EvaluationLog``.
public struct EvaluationLogFile: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// The log as it is; an empty one where there is no file yet.
    ///
    /// - Throws: `Faults` where the chain is broken, ``LogFailure`` where the file cannot be read.
    public func read() throws -> EvaluationLog {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        if file < 0 {
            if errno == ENOENT { return EvaluationLog() }
            throw failure("read")
        }
        defer { close(file) }
        // Shared: a reader never sees half of what another program appends.
        try lock(file, LOCK_SH)
        return try log(Data(readAll(file)))
    }

    /// Appends what `make` finds to be recorded, given the log as it is. Nobody else appends in between.
    ///
    /// Lines are written whole and reach the disk before this returns; if that fails, none of them stays.
    ///
    /// - Returns: the log with what was appended.
    @discardableResult
    public func append(_ make: (EvaluationLog) throws -> [LogRecord]) throws -> EvaluationLog {
        // An evaluator's scores are nobody else's business: the file is its owner's alone.
        let file = try openLocked()
        defer { close(file) }
        let held = try readAll(file)
        var log = try log(Data(held))
        let records: [LogRecord]
        do {
            records = try make(log)
            if records.isEmpty, held.isEmpty { unlink(path) }
        } catch {
            // A refusal leaves no empty file behind.
            if held.isEmpty { unlink(path) }
            throw error
        }
        let bytes = records.flatMap { log.append($0) }
        if bytes.isEmpty { return log }
        if !write(bytes, to: file) || fsync(file) != 0 {
            let reason = failure("written")
            ftruncate(file, off_t(held.count))
            fsync(file)
            throw reason
        }
        if held.isEmpty { syncFolder() }
        return log
    }

    private func openLocked() throws -> Int32 {
        while true {
            let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
            if file < 0 { throw failure("written") }
            do { try lock(file, LOCK_EX) } catch {
                close(file)
                throw error
            }
            // While this one waited, another may have taken an empty file away: lines would go nowhere.
            var held = stat()
            var named = stat()
            if fstat(file, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino,
                held.st_dev == named.st_dev
            {
                return file
            }
            close(file)
        }
    }

    private func log(_ data: Data) throws -> EvaluationLog {
        do {
            return try EvaluationLog(Array(data))
        } catch {
            throw Faults(error.faults, file: path)
        }
    }

    private func lock(_ file: Int32, _ kind: Int32) throws {
        while flock(file, kind) != 0 {
            if errno != EINTR { throw failure("locked") }
        }
    }

    private func readAll(_ file: Int32) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= EvaluationLog.maximumBytes {
            let count = part.withUnsafeMutableBytes { Foundation.read(file, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure("read")
            }
            if count == 0 { break }
            bytes.append(contentsOf: part[..<count])
        }
        return bytes
    }

    private func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                Foundation.write(file, all.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            done += count
        }
        return true
    }

    /// A new file's name must reach the disk too.
    private func syncFolder() {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private func failure(_ what: String) -> LogFailure {
        LogFailure(message: "\(path) could not be \(what): \(String(cString: strerror(errno))).")
    }
}
