import HTTPTypes
import Hummingbird
import NIOCore
import Notation

extension Response {
    static func text(
        _ text: String, type: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        .text(text, type: "text/html; charset=utf-8", status: status)
    }

    static func json(_ tree: Tree, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        var headers = headers
        headers[.contentType] = "application/json"
        return Response(
            status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: JSONWriter.bytes(tree))))
    }

    /// 303: whatever was posted, the next page is fetched.
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }

    static func noContent() -> Response { Response(status: .noContent) }

    /// A file to keep.
    static func download(_ bytes: [UInt8], name: String, type: String) -> Response {
        let plain = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) ? $0 : "-" })
        return Response(
            status: .ok,
            headers: [
                .contentType: type,
                .contentDisposition: "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(Fields.encoded(name))",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
