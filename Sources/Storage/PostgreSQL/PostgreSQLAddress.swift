import CPostgreSQL

/// A server's address, checked by libpq. Its description and its errors never hold the password.
struct PostgreSQLAddress: Sendable {
    /// As given; holds the password.
    let uri: String
    let host: String
    let database: String
    private let secrets: [String]

    init(_ uri: String) throws(StorageError) {
        let form =
            "Use postgres://USER:PASSWORD@HOST:PORT/DATABASE; in the password write @ as %40, : as %3A, / as %2F and # as %23."
        // libpq's own message may quote a part of the password, so it is not passed on.
        guard !uri.utf8.contains(0), let options = PQconninfoParse(uri, nil) else {
            throw .input("The address of the PostgreSQL database cannot be read. \(form)")
        }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        // A password with @, / or : that is not escaped spills into the parts beside it.
        for part in ["host", "port", "dbname"] where values[part]?.contains("@") == true {
            throw .input("The address of the PostgreSQL database has an “@” too many. \(form)")
        }
        if let port = values["port"], !port.allSatisfy({ $0.isNumber || $0 == "," }) {
            throw .input("The port in the address of the PostgreSQL database is no number. \(form)")
        }
        self.uri = uri
        host = values["host"] ?? values["hostaddr"] ?? "this machine"
        database = values["dbname"] ?? ""
        secrets = ["password", "sslpassword"].compactMap { values[$0] }.filter { !$0.isEmpty }
    }

    /// libpq's message in one line without the password.
    func redacted(_ message: String) -> String {
        var line = message.split(whereSeparator: \.isNewline).joined(separator: "; ")
        for secret in secrets {
            line = line.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "…")
        }
        return line
    }
}
