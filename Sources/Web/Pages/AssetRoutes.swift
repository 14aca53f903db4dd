import Hummingbird
import NIOCore
import Workspace

/// Style sheets and scripts.
enum AssetRoutes {
    static let routes = [
        Route(
            method: .get, path: "/assets/{name}", kind: .open, access: .everybody, summary: "A style sheet or a script"
        ) { exchange in
            guard let asset = AssetStore.shared.asset(try exchange.parameter("name")) else {
                throw WorkspaceError.notFound
            }
            let isNamed = exchange.query["v"] == asset.digest
            return Response(
                status: .ok,
                headers: [
                    .contentType: asset.type, .eTag: "\"\(asset.digest)\"",
                    .cacheControl: isNamed ? "public, max-age=31536000, immutable" : "no-cache",
                ], body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        }
    ]
}
