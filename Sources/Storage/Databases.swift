public import Logging

/// The door: an address in, a database out.
public enum Databases {
    /// - Parameter address: `postgres://…`, `postgresql://…`, or the path of an SQLite file (`~` is not expanded).
    /// - Throws: ``StorageError``.
    public static func open(_ address: String, logger: Logger) async throws -> any Database {
        switch try DatabaseAddress(address) {
        case .file(let path): return try await SQLiteDatabase.open(path: path, logger: logger)
        case .server(let address): return try await PostgreSQLDatabase.open(address: address, logger: logger)
        }
    }
}
