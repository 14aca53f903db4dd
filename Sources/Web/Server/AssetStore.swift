import Crypto
import Reports

/// Style sheets and scripts, embedded in the program; their addresses change with their content, so they are kept for
/// a year.
struct AssetStore: Sendable {
    struct Asset: Sendable {
        var bytes: [UInt8]
        var type: String
        var digest: String
    }

    private let assets: [String: Asset]

    static let shared = AssetStore(
        Dictionary(ReportSheets.all.map { ($0.name, $0.bytes) }) { $1 }.merging(AssetList.all) { $1 })

    init(_ files: [String: [UInt8]]) {
        assets = files.mapValues { bytes in Asset(bytes: bytes, type: "", digest: "") }.reduce(into: [:]) { all, one in
            let digest = SHA256.hash(data: one.value.bytes).prefix(8).map { String($0, radix: 36) }.joined()
            let type =
                one.key.hasSuffix(".css")
                ? "text/css; charset=utf-8"
                : one.key.hasSuffix(".svg") ? "image/svg+xml" : "text/javascript; charset=utf-8"
            all[one.key] = Asset(bytes: one.value.bytes, type: type, digest: digest)
        }
    }

    func asset(_ name: String) -> Asset? { assets[name] }

    /// The address of an asset; one that does not exist gets an address that is not found, which a test sees.
    func address(_ name: String) -> String { "/assets/\(name)?v=\(assets[name]?.digest ?? "missing")" }
}
