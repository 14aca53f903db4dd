/// The sheets of the reports, for pages that show the same chapters.
package enum ReportSheets {
    /// By name, such as `tokens.css`.
    package static let all: [(name: String, bytes: [UInt8])] = [
        ("tokens.css", PackageResources.tokens_css), ("report.css", PackageResources.report_css),
        ("choice.css", PackageResources.choice_css),
    ]
}
