import HTTPTypes
import Hummingbird
import Notation
import Workspace

/// One request on its way to an answer, with who asks already known.
struct Exchange: Sendable {
    let site: Site
    let route: Route
    let request: Request
    let context: SiteContext
    /// Nil where nobody is signed in.
    let caller: Member?
    /// The session's secret, from which the forms' token is made.
    let session: String?
    let query: Fields
    let body: [UInt8]

    var workspace: Workspace { site.workspace }

    /// Who asks; every handler of a route that is not for everybody has one.
    var member: Member {
        get throws(WorkspaceError) {
            guard let caller else { throw .signedOut }
            return caller
        }
    }

    func parameter(_ name: String) throws(WorkspaceError) -> String {
        guard let text = context.parameters.get(name), let decoded = Fields.decoded(text.replacing("+", with: "%2B"))
        else { throw .notFound }
        return decoded
    }

    /// A whole number of the path: what is none is not found.
    func number(_ name: String) throws(WorkspaceError) -> Int {
        guard let number = Int(try parameter(name)), number > 0 else { throw .notFound }
        return number
    }

    /// A whole number of the query.
    func queryNumber(_ name: String, default usual: Int, in range: ClosedRange<Int>) throws(WorkspaceError) -> Int {
        guard let text = query[name], !text.isEmpty else { return usual }
        let plain = text.filter { $0 != "," && $0 != "\u{a0}" && $0 != " " }
        guard let number = Int(plain), range.contains(number) else {
            throw .invalid(
                Faults(
                    Fault(
                        path: name, "\(name) is “\(text.prefix(40))”.",
                        remedy: "Write a whole number from \(range.lowerBound) to \(range.upperBound).")))
        }
        return number
    }

    /// The posted fields.
    func form() throws(WorkspaceError) -> Fields {
        let type = request.headers[.contentType] ?? ""
        if type.lowercased().hasPrefix("multipart/form-data") {
            let boundary = type.split(separator: ";").lazy.map { $0.trimmingPrefix(while: { $0 == " " }) }
                .first { $0.lowercased().hasPrefix("boundary=") }?.dropFirst("boundary=".count)
            let name = String(boundary ?? "").trimmingPrefix("\"")
            if let fields = Fields.multipart(body, boundary: String(name.hasSuffix("\"") ? name.dropLast() : name)) {
                return fields
            }
        } else if let text = String(validating: body, as: UTF8.self), let fields = Fields.urlEncoded(text) {
            return fields
        }
        throw .invalid(
            Faults(Fault(path: "", "The form could not be read.", remedy: "Load the page again and send it once more."))
        )
    }

    /// The posted JSON.
    func json() throws(WorkspaceError) -> Tree {
        let type = (request.headers[.contentType] ?? "application/json").lowercased()
        guard type.hasPrefix("application/json") || type.contains("+json") else {
            throw .invalid(
                Faults(
                    Fault(
                        path: "", "The body is no JSON: its type is \(type.prefix(60)).",
                        remedy: "Send application/json.")))
        }
        do throws(Faults) { return try JSONReader.read(body) } catch { throw .invalid(error) }
    }

    /// The network address of the caller, for limits.
    var address: String {
        if site.settings.trustsProxy, let forwarded = request.headers[.forwardedFor] {
            // The last one is what our own proxy saw; those before it anybody can write.
            return forwarded.split(separator: ",").last.map { $0.filter { $0 != " " } } ?? forwarded
        }
        return context.remoteAddress ?? "unknown"
    }

    /// What the browser says of itself.
    var device: String { request.headers[.userAgent] ?? "unknown" }
}
