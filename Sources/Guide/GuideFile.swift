/// A file of `Text/`. SwiftPM makes a constant of each; a test holds the list against the folder.
struct GuideFile: Sendable {
    /// `03-what-it-costs.md`.
    var name: String
    var bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// `what-it-costs`: without the number that orders the chapters.
    var slug: String { Self.slug(of: name) }

    static func slug(of name: String) -> String {
        let base = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        let digits = base.prefix(while: { $0.isASCII && $0.isNumber }).count
        let rest = String(base.dropFirst(digits))
        return digits > 0 && rest.hasPrefix("-") ? String(rest.dropFirst()) : base
    }
}
