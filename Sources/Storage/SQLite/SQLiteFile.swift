#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The file of an SQLite database and its folder, before SQLite touches them.
struct SQLiteFile: Sendable {
    /// Absolute, with symbolic links resolved, so that one file has one lock whatever it is called.
    let path: String

    /// - Throws: ``StorageError/input(_:)`` for a path that can be none.
    init(_ path: String) throws(StorageError) {
        guard !path.isEmpty, !path.hasSuffix("/"), !path.utf8.contains(0) else {
            throw .input("“\(path)” names no file. Give the path of the database's file, as in data/shoreline.sqlite.")
        }
        self.path = path
    }

    private init(resolved path: String) { self.path = path }

    var lock: String { path + ".lock" }
    /// SQLite's own files beside it.
    var companions: [String] { [path + "-wal", path + "-shm"] }

    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        let folder = String(path[..<slash])
        return folder.isEmpty ? "/" : folder
    }

    private var name: String { path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path }

    var exists: Bool { access(path, F_OK) == 0 }

    /// Makes the folder (mode 0700) and, where `creating`, an empty file (mode 0600) if they are missing.
    func prepare(creating: Bool = true) throws(StorageError) -> SQLiteFile {
        try Self.makeFolder(folder)
        guard let real = Self.resolve(folder) else { throw Self.fault(errno, folder) }
        let file = SQLiteFile(resolved: Self.resolve(path) ?? (real == "/" ? "/" + name : real + "/" + name))
        var status = stat()
        if stat(file.path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw .input("\(path) is no file. Name a file in it, as in \(path)/shoreline.sqlite.")
            }
        } else if creating {
            let descriptor = open(file.path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
            guard descriptor >= 0 || errno == EEXIST else { throw Self.fault(errno, path) }
            if descriptor >= 0 { close(descriptor) }
        }
        return file
    }

    private static func resolve(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private static func makeFolder(_ folder: String) throws(StorageError) {
        var path = folder.hasPrefix("/") ? "/" : ""
        for part in folder.split(separator: "/") {
            path += (path.isEmpty || path.hasSuffix("/") ? "" : "/") + part
            if access(path, F_OK) == 0 { continue }
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw fault(errno, folder) }
        }
    }

    static func fault(_ code: Int32, _ path: String) -> StorageError {
        switch code {
        case EACCES, EPERM, EROFS: .readOnly
        case ENOSPC, EDQUOT: .full
        case ENOTDIR: .input("\(path) lies beneath something that is no folder.")
        case ENAMETOOLONG: .input("\(path) is too long for a path.")
        default: .unreachable("\(path) cannot be used: \(String(cString: strerror(code))).")
        }
    }
}
