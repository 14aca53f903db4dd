import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web
@testable import Workspace

@Suite struct AssetTests {
    @Test func everyAssetThatAPageNamesIsThere() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let own = try await Holdings.make(site, ours, "cy@alpha.example")
            var addresses: Set<String> = []
            for route in RouteTable.pages where !route.changes && !RouteSamples.streams(route) {
                let path = try #require(RouteSamples.path(route, own))
                let page = try await site.send(.get, path, as: .session(ours))
                guard page.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
                for part in page.text.components(separatedBy: "\"/assets/").dropFirst() {
                    addresses.insert("/assets/" + (part.components(separatedBy: "\"").first ?? ""))
                }
            }
            #expect(addresses.count > 2)
            for address in addresses.sorted() {
                let asset = try await site.send(.get, address.replacing("&amp;", with: "&"))
                #expect(asset.status == .ok, "\(address)")
                #expect(asset.headers[.cacheControl] == "public, max-age=31536000, immutable", "\(address)")
                let type = asset.headers[.contentType] ?? ""
                #expect(
                    ["text/css", "text/javascript", "image/"].contains { type.hasPrefix($0) }, "\(address): \(type)")
            }
        }
    }

    @Test func theListHoldsEveryFileOfTheFolder() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Web/Assets")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
        #expect(Set(files) == Set(AssetList.all.keys))
        for file in files {
            #expect(try Array(Data(contentsOf: folder.appending(path: file))) == AssetList.all[file])
        }
    }
}
