/// What an address means: a file or a server.
enum DatabaseAddress: Hashable {
    case file(String)
    case server(String)

    init(_ address: String) throws(StorageError) {
        let form = "Give the path of a file, as in data/shoreline.sqlite, or postgres://USER@HOST/DATABASE."
        guard !address.isEmpty else { throw .input("The address of the database is empty. \(form)") }
        guard let scheme = Self.scheme(address) else {
            guard !address.hasPrefix("~") else {
                throw .input("“~” is not expanded in the address of the database. Give the whole path.")
            }
            self = .file(address)
            return
        }
        switch scheme {
        case "postgres", "postgresql": self = .server(address)
        default:
            // Not the whole address: it may hold a password.
            throw .input("Databases with the scheme “\(scheme)” are not known. \(form)")
        }
    }

    /// What stands before `://`.
    private static func scheme(_ address: String) -> String? {
        guard let colon = address.firstIndex(of: ":"), address[colon...].hasPrefix("://") else { return nil }
        return address[..<colon].lowercased()
    }
}
