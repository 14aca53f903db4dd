public import Logging

/// The door: an address in, a database out.
public enum Databases {
    /// - Parameter address: `postgres://…`, `postgresql://…`, or the path of an SQLite file (`~` is not expanded).
    /// - Parameter creating: makes an SQLite file that is missing. Whoever only asks must not be answered from an empty
    ///   database because of a slip in its name.
    /// - Throws: ``StorageError``.
    public static func open(_ address: String, creating: Bool = true, logger: Logger) async throws -> any Database {
        switch try DatabaseAddress(address) {
        case .file(let path):
            if !creating, try !SQLiteFile(path).exists {
                throw StorageError.input("There is no database at \(path). Name the one that the server uses.")
            }
            return try await SQLiteDatabase.open(path: path, logger: logger)
        case .server(let address): return try await PostgreSQLDatabase.open(address: address, logger: logger)
        }
    }
}
