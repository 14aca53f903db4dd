import Storage
import Workspace
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct TelemetryTests {
    /// Lines of Prometheus' text format 0.0.4: a name, labels, a figure; each family named once before its samples.
    private func families(_ text: String) throws -> [String: [(labels: String, value: Double)]] {
        let sample = #/^([a-z_]+)(?:\{(.*)\})? (\S+)$/#
        var families: [String: [(String, Double)]] = [:]
        var types: [String: String] = [:]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.hasPrefix("# HELP ") { continue }
            if line.hasPrefix("# TYPE ") {
                let words = line.split(separator: " ").map(String.init)
                #expect(words.count == 4 && types[words[2]] == nil, "\(line)")
                types[words[2]] = words[3]
                continue
            }
            let match = try #require(String(line).wholeMatch(of: sample), "\(line)")
            let name = String(match.1)
            let family = ["_bucket", "_sum", "_count"].reduce(name) {
                $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0
            }
            #expect(types[family] != nil || types[name] != nil, "\(line)")
            let value = try #require(Double(match.3), "\(line)")
            families[name, default: []].append((match.2.map(String.init) ?? "", value))
        }
        #expect(text.hasSuffix("\n"))
        return families
    }

    @Test func itsTextIsWhatPrometheusReads() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            for path in ["/", "/cases", "/api/cases", "/healthz", "/nowhere"] {
                _ = try await site.send(.get, path, as: .session(ours))
            }
            let answer = try await site.send(.get, "/metrics")
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            let families = try families(answer.text)
            #expect(families["shoreline_requests_total"]?.reduce(0) { $0 + $1.value } == 5)
            #expect(families["shoreline_event_streams"]?.map(\.value) == [0])
            #expect((families["process_resident_memory_bytes"]?.first?.value ?? 0) > 1_000_000)
            let counts = families["shoreline_request_seconds_count"] ?? []
            for count in counts {
                let buckets = (families["shoreline_request_seconds_bucket"] ?? []).filter {
                    $0.labels.hasPrefix(count.labels + ",")
                }
                #expect(buckets.map(\.value) == buckets.map(\.value).sorted())
                #expect(buckets.last?.labels.hasSuffix("le=\"+Inf\"") == true)
                #expect(buckets.last?.value == count.value)
            }
        }
    }

    @Test func whatAnybodySendsMakesNoSeriesOfItsOwn() async throws {
        try await TestSite.on { site in
            for number in 0..<50 {
                _ = try await site.send(.get, "/nowhere/\(number)")
                _ = try await site.send(.get, "/api/cases/\(number)?x=\(number)")
                let method = try #require(HTTPRequest.Method("M\(number)"))
                _ = try await site.send(method, "/cases")
                _ = try await site.send(method, "/x\"y\\z\n")
            }
            let text = try await site.send(.get, "/metrics").text
            let series = text.split(separator: "\n").filter { $0.hasPrefix("shoreline_requests_total") }
            #expect(series.count < 8)
            _ = try families(text)
        }
    }

    @Test func nothingOfAnybodysStandsInIt() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let own = try await Holdings.make(site, ours, "cy@alpha.example")
            _ = try await site.send(.get, "/cases/\(own.caseID)", as: .session(ours))
            let text = try await site.send(.get, "/metrics").text
            for word in own.all + ["Alpha", "ada@", "Invoices"] { #expect(!text.contains(word)) }
        }
    }

    @Test func readyTellsWhetherTheDatabaseAnswers() async throws {
        try await TestSite.on { site in
            #expect(try await site.send(.get, "/readyz").status == .ok)
            await site.workspace.database.close()
            let answer = try await site.send(.get, "/readyz")
            #expect(answer.status == .serviceUnavailable)
            #expect(!answer.text.contains("/"))
            #expect(try await site.send(.get, "/healthz").status == .ok)
        }
    }
}
