import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Notation
import Workspace

/// Gives a retried POST of the API the first answer (draft-ietf-httpapi-idempotency-key-header).
enum Idempotency {
    static let longest = 200

    static func answer(_ exchange: Exchange) async throws -> Response {
        guard exchange.route.kind == .api, exchange.request.method == .post,
            let key = exchange.request.headers[.idempotencyKey], let member = exchange.caller
        else { return try await exchange.route.answer(exchange) }
        guard (1...longest).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Problem(
                status: .badRequest, kind: "idempotency-key", title: "No idempotency key",
                detail: "Idempotency-Key must be 1 to \(longest) printable characters without spaces. Send a UUID.")
        }
        let text = "\(exchange.request.method.rawValue) \(exchange.request.uri.string)\n"
        let digest = Data(SHA256.hash(data: Data(text.utf8) + Data(exchange.body))).base64EncodedString()
        let seal = Seal(exchange, key)
        if let known = try await exchange.workspace.takeKey(key, for: digest, as: member) {
            return try replay(known, seal)
        }
        var response: Response
        do {
            response = try await exchange.route.answer(exchange)
        } catch {
            // Nothing was done, so a retry may do it.
            try await exchange.workspace.freeKey(key, as: member)
            throw error
        }
        // From here on the change stands: whatever fails now, the key stays taken, and a retry is told so.
        // Answers of the API are short texts; event streams are no POST.
        let buffer = try await response.body.collected()
        let body = String(buffer: buffer)
        response.body = .init(byteBuffer: buffer)
        let headers = [HTTPField.Name.contentType, .location, .eTag].compactMap { name in
            response.headers[name].map { (name.rawName, Tree.text($0)) }
        }
        try await exchange.workspace.keep(
            Reply(
                status: response.status.code, headers: JSONWriter.text(.map(headers)), body: try seal.closed(body)),
            as: member, key: key)
        return response
    }

    private static func replay(_ reply: Reply, _ seal: Seal) throws -> Response {
        guard let body = seal.opened(reply.body) else {
            throw WorkspaceError.refused(
                "This idempotency key came from another session or token before.",
                remedy: "Take a new key for each request.")
        }
        var response = Response.text(body, type: "application/json", status: .init(code: reply.status))
        for entry in (try? JSONReader.read(text: reply.headers))?.entries ?? [] {
            if let name = HTTPField.Name(entry.key), let value = entry.value.string { response.headers[name] = value }
        }
        response.headers[.idempotentReplayed] = "true"
        return response
    }
}

/// Closes what is kept with the caller's own secret, of which the database has a hash only: an answer can hold a link
/// that works, and a stolen backup must not.
private struct Seal {
    private let key: SymmetricKey

    init(_ exchange: Exchange, _ name: String) {
        let secret = exchange.session ?? String((exchange.request.headers[.authorization] ?? "").dropFirst(7))
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(secret.utf8)), info: Data("reply \(name)".utf8),
            outputByteCount: 32)
    }

    func closed(_ text: String) throws -> String {
        try AES.GCM.seal(Data(text.utf8), using: key).combined?.base64EncodedString() ?? ""
    }

    func opened(_ text: String) -> String? {
        guard let data = Data(base64Encoded: text), let box = try? AES.GCM.SealedBox(combined: data),
            let plain = try? AES.GCM.open(box, using: key)
        else { return nil }
        return String(data: plain, encoding: .utf8)
    }
}
