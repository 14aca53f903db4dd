/// The files of `Assets/`: SwiftPM makes a constant of each; a test holds this list against the folder.
enum AssetList {
    static let all: [String: [UInt8]] = [
        "cases.css": PackageResources.cases_css,
        "editor.js": PackageResources.editor_js,
        "guide.css": PackageResources.guide_css,
        "icon.svg": PackageResources.icon_svg,
        "job.js": PackageResources.job_js,
        "live.js": PackageResources.live_js,
        "sheet.js": PackageResources.sheet_js,
        "workspace.css": PackageResources.workspace_css,
    ]
}
