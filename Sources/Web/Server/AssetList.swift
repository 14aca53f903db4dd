/// The files of `Assets/`: SwiftPM makes a constant of each; a test holds this list against the folder.
enum AssetList {
    static let all: [String: [UInt8]] = [
        "live.js": PackageResources.live_js,
        "workspace.css": PackageResources.workspace_css,
    ]
}
