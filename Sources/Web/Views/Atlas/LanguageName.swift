import Foundation

/// `es` as "Spanish": pages show names, and codes only in exports.
enum LanguageName {
    static func of(_ code: String) -> String {
        Locale(identifier: "en").localizedString(forLanguageCode: code) ?? code
    }

    static func list(_ codes: [String]) -> String {
        codes.isEmpty ? "none" : codes.map(of).joined(separator: ", ")
    }
}
