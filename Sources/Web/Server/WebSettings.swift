/// Where the workspace is served, and how it is reached from outside.
public struct WebSettings: Sendable {
    /// The address to listen on: loopback unless told otherwise.
    public var host: String
    /// 0 takes a free port.
    public var port: Int
    /// As people reach it, such as `https://shoreline.example.org`, where something in front speaks TLS; nil on loopback.
    public var publicAddress: String?
    /// Whether the network address of a caller is what the proxy in front says it is (`X-Forwarded-For`).
    public var trustsProxy: Bool
    /// Threads of a simulation that somebody waits for.
    public var threads: Int

    public init(
        host: String = "127.0.0.1", port: Int = 8080, publicAddress: String? = nil, trustsProxy: Bool = false,
        threads: Int = 2
    ) {
        self.host = host
        self.port = port
        self.publicAddress = publicAddress
        self.trustsProxy = trustsProxy
        self.threads = threads
    }

    /// Cookies go over TLS only, once there is any.
    var isSecure: Bool { publicAddress?.hasPrefix("https://") ?? false }

    /// `__Host-` lets no other host of the domain set the cookie; browsers take it with TLS only.
    var cookieName: String { isSecure ? "__Host-shoreline" : "shoreline" }

    /// Whether a request may be for this host name; another one means that a foreign page had its own name point here.
    func serves(_ name: String) -> Bool {
        if name == host || Self.loopback.contains(name) { return true }
        guard let publicAddress else { return false }
        return name == Self.withoutPort(publicAddress.split(separator: "/").dropFirst().first.map(String.init) ?? "")
    }

    private static let loopback: Set<String> = ["localhost", "127.0.0.1", "[::1]", "::1"]

    /// The name of `name:port`; all of what is something else, so that it is nobody's name.
    static func withoutPort(_ authority: String) -> String {
        let text = authority.lowercased()
        let last = text.lastIndex(of: ":") ?? text.endIndex
        let port = text[last...].dropFirst()
        guard !port.isEmpty, port.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return text }
        // The colons of an address of the sixth version stand in brackets.
        let name = text[..<last]
        return name.contains(":") && !(name.hasPrefix("[") && name.hasSuffix("]")) ? text : String(name)
    }
}
