/// One chapter of the guide.
public struct Chapter: Sendable, Equatable {
    /// The last part of `/guide/…`.
    public let slug: String
    public let title: String
    /// Without its title, which the page shows itself.
    public let html: String
    /// The first paragraph as plain text: what the chapter is about.
    public let summary: String

    public var path: String { "/guide/\(slug)" }
}

/// The guide, in plain words: from the first question to a signed contract.
public enum Guide {
    /// In reading order; the explanation of the problems, which nobody reads in order, stands last.
    public static let chapters: [Chapter] = chapterFiles.map(chapter)

    public static func chapter(_ slug: String) -> Chapter? { chapters.first { $0.slug == slug } }

    static func chapter(_ file: GuideFile) -> Chapter {
        var blocks = Markdown(file.text).blocks
        var title = file.slug
        if case .heading(level: 1, let text) = blocks.first {
            title = MarkdownInline.plain(text)
            blocks.removeFirst()
        }
        var summary = ""
        if case .paragraph(let text) = blocks.first { summary = MarkdownInline.plain(text) }
        return Chapter(slug: file.slug, title: title, html: Markdown(blocks).html, summary: summary)
    }

    static var files: [GuideFile] { chapterFiles + [glossaryFile] }
}
