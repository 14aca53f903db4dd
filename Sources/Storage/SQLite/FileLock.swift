import Foundation

/// The claim of one process on an SQLite file: a lock of the kernel on a file beside it, which ends with the process
/// however that ends. The text in it says who holds it and is for people only.
///
/// Without it two servers on one file would each keep notifications and rate limits for themselves, and a restore in one
/// would pull the file from under the other.
final class FileLock: Sendable {
    private let descriptor: Int32

    /// - Throws: ``StorageError/owned(file:by:)`` where another process, or another database of this one, has it.
    init(_ file: SQLiteFile) throws(StorageError) {
        let descriptor = open(file.lock, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SQLiteFile.fault(errno, file.lock) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.read(descriptor)
            close(descriptor)
            if code == EWOULDBLOCK { throw .owned(file: file.path, by: holder) }
            throw SQLiteFile.fault(code, file.lock)
        }
        self.descriptor = descriptor
        let text = "process \(getpid()), since \(Date().formatted(.iso8601))"
        // A full disk must not keep anyone from reading: the lock holds without its text.
        if ftruncate(descriptor, 0) == 0 { _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) } }
    }

    deinit { close(descriptor) }

    private static func read(_ descriptor: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}
