/// The reports' style sheets, for whoever shows their chapters on pages of its own.
package enum ReportStyles {
    package static let tokens = PackageResources.tokens_css
    package static let report = PackageResources.report_css
    package static let choice = PackageResources.choice_css
}
