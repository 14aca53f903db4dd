extension Guide {
    static let glossaryFile = GuideFile(name: "glossary.md", bytes: PackageResources.glossary_md)

    /// In reading order.
    static let chapterFiles: [GuideFile] = []
}
