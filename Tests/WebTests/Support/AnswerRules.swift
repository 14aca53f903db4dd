import Foundation
import HTTPTypes
import HummingbirdTesting

@testable import Web

/// What every answer keeps, whatever it is.
enum AnswerRules {
    static let headers: [(HTTPField.Name, String)] = [
        (.xContentTypeOptions, "nosniff"), (.resourcePolicy, "same-origin"), (.referrerPolicy, "same-origin"),
        (.frameOptions, "DENY"), (.openerPolicy, "same-origin"),
    ]

    static func faults(_ answer: TestResponse, isPage: Bool) -> [String] {
        var faults = headers.compactMap { name, value in
            answer.headers[name] == value ? nil : "\(name) is \(answer.headers[name] ?? "missing")"
        }
        let policy = answer.headers[.contentPolicy] ?? ""
        if !policy.contains("default-src 'none'") || policy.contains("unsafe") { faults.append("policy: \(policy)") }
        if answer.headers[.cacheControl] == nil { faults.append("no Cache-Control") }
        let isHTML = answer.headers[.contentType]?.hasPrefix("text/html") ?? false
        if isHTML, answer.headers[.contentDisposition] == nil { faults += html(answer.text) }
        return faults
    }

    /// No style, script or handler inline, and tags that close.
    static func html(_ text: String) -> [String] {
        var faults: [String] = []
        for (name, pattern) in [
            ("a style attribute", #"<[^>]*\sstyle="#), ("a handler", #"<[^>]*\son[a-z]+="#),
            ("a style element", "<style"),
            ("a script inline", #"<script(?![^>]*\ssrc=)"#), ("a script address", "javascript:"),
        ] where text.range(of: pattern, options: [.regularExpression, .caseInsensitive]) != nil {
            faults.append(name)
        }
        return faults + HTMLCheck.faults(text)
    }
}

/// Whether tags nest and attributes are quoted; it knows what a program writes, not all that browsers forgive.
enum HTMLCheck {
    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    static func faults(_ text: String) -> [String] {
        var open: [String] = []
        var rest = text.utf8[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[rest.index(after: start)...]
            if rest.starts(with: "!".utf8) {
                guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return ["a comment without end"] }
                rest = rest[rest.index(after: end)...]
                continue
            }
            guard let (tag, after) = tag(rest) else { return ["a tag without end: <\(String(rest.prefix(60)) ?? "")"] }
            rest = after
            let isClosing = tag.hasPrefix("/")
            let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
            if name.isEmpty { return ["“<” that begins no tag: \(tag.prefix(40))"] }
            if isClosing {
                guard open.last == name else { return ["</\(name)> closes <\(open.last ?? "nothing")>"] }
                open.removeLast()
            } else if !void.contains(name.lowercased()), !tag.hasSuffix("/") {
                open.append(name)
            }
        }
        return open.isEmpty ? [] : ["<\(open.joined(separator: "> <"))> is not closed"]
    }

    /// Up to its `>`, which may stand within quotes too.
    private static func tag(_ text: Substring.UTF8View) -> (String, Substring.UTF8View)? {
        var quote: UInt8?
        for index in text.indices {
            let byte = text[index]
            if let known = quote {
                if byte == known { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "<") {
                return nil
            } else if byte == UInt8(ascii: ">") {
                return (String(text[..<index]) ?? "", text[text.index(after: index)...])
            }
        }
        return nil
    }
}
