import HTTPTypes
import HummingbirdTesting
import Notation
import Testing

@testable import Web

@Suite struct OpenAPIDocumentTests {
    private let document = OpenAPIDocument.tree(server: "/")

    private var operations: [(path: String, method: String, tree: Tree)] {
        (document["paths"]?.entries ?? []).flatMap { path in
            (path.value.entries ?? []).map { (path.key, $0.key, $0.value) }
        }
    }

    @Test func everyRouteOfTheAPIStandsInItAndNothingElse() {
        let described = Set(operations.map { "\($0.method.uppercased()) \($0.path)" })
        let routes = Set(RouteTable.api.map { "\($0.method.rawValue) \($0.path)" })
        #expect(described == routes)
        #expect(RouteTable.api.allSatisfy { $0.kind == .api && $0.path.hasPrefix("/api/") })
        #expect(RouteTable.routes.allSatisfy { $0.kind == .api || !$0.path.hasPrefix("/api") })
    }

    @Test func operationsHaveNamesOfTheirOwn() {
        let names = operations.compactMap { $0.tree["operationId"]?.string }
        #expect(names.count == RouteTable.api.count)
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }) }
    }

    @Test func everyReferenceLeadsSomewhere() {
        let schemas = document["components"]?["schemas"]?.entries?.map(\.key) ?? []
        #expect(Set(schemas).count == schemas.count)
        var found = 0
        func walk(_ tree: Tree) {
            if let reference = tree["$ref"]?.string {
                found += 1
                let name = reference.split(separator: "/").last.map(String.init) ?? ""
                #expect(reference == "#/components/schemas/\(name)" && schemas.contains(name), "\(reference)")
            }
            for entry in tree.entries ?? [] { walk(entry.value) }
            for item in tree.list ?? [] { walk(item) }
        }
        walk(document)
        #expect(found > 50)
    }

    @Test func parametersOfAPathAreDescribedAndNoOthers() {
        for (path, method, tree) in operations {
            let described = (tree["parameters"]?.list ?? []).filter { $0["in"]?.string == "path" }
            let names = described.compactMap { $0["name"]?.string }
            let wanted = path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
                String($0.dropFirst().dropLast())
            }
            #expect(names == wanted, "\(method) \(path)")
            #expect(described.allSatisfy { $0["required"]?.boolean == true }, "\(method) \(path)")
        }
    }

    @Test func whatNeedsABodyCanRefuseIt() {
        for (path, method, tree) in operations {
            let statuses = Set(tree["responses"]?.entries?.map(\.key) ?? [])
            if tree["requestBody"] != nil { #expect(statuses.isSuperset(of: ["413", "422"]), "\(method) \(path)") }
            let hasKey = (tree["parameters"]?.list ?? []).contains { $0["name"]?.string == "Idempotency-Key" }
            if hasKey { #expect(statuses.isSuperset(of: ["400", "409"]), "\(method) \(path)") }
            if path.contains("{") { #expect(statuses.contains("404"), "\(method) \(path)") }
        }
    }

    @Test func itIsServedToAnybody() async throws {
        try await TestSite.on { site in
            let answer = try await site.send(.get, "/api/openapi.json")
            #expect(answer.status == .ok)
            #expect(answer.json?["openapi"]?.string == "3.1.0")
            #expect(answer.text == JSONWriter.text(document))
        }
    }
}
