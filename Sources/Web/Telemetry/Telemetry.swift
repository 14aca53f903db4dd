import Foundation
import Synchronization

/// Counts of requests and their durations, in the form that Prometheus reads (text format 0.0.4).
///
/// Our own, since no exporter is to be had here; it counts by route, never by address, so the number of series is
/// bounded by the route table.
final class Telemetry: Sendable {
    private struct Key: Hashable {
        var method: String
        var route: String
        var status: Int
    }

    private struct Durations {
        /// Requests within each of ``bounds``, and beyond.
        var counts = [Int](repeating: 0, count: Telemetry.bounds.count + 1)
        var seconds = 0.0
    }

    /// Seconds.
    static let bounds: [Double] = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

    private struct State {
        var requests: [Key: Int] = [:]
        var durations: [String: Durations] = [:]
    }

    private let state = Mutex(State())
    private let started = Date()

    func count(method: String, route: String, status: Int, seconds: Double) {
        state.withLock { state in
            state.requests[Key(method: method, route: route, status: status), default: 0] += 1
            let place = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
            state.durations[route, default: Durations()].counts[place] += 1
            state.durations[route, default: Durations()].seconds += seconds
        }
    }

    /// - Parameter gauges: name, help and value of what is measured elsewhere.
    func text(gauges: [(name: String, help: String, value: Double)]) -> String {
        let (requests, durations) = state.withLock { ($0.requests, $0.durations) }
        var out = "# HELP shoreline_requests_total Requests answered.\n# TYPE shoreline_requests_total counter\n"
        let sorted = requests.sorted {
            ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
        }
        for (key, count) in sorted {
            out +=
                "shoreline_requests_total{method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\"} \(count)\n"
        }
        out += "# HELP shoreline_request_seconds Time to an answer, without sending it.\n"
        out += "# TYPE shoreline_request_seconds histogram\n"
        for (route, durations) in durations.sorted(by: { $0.key < $1.key }) {
            var sum = 0
            for (bound, count) in zip(Self.bounds, durations.counts) {
                sum += count
                out += "shoreline_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(sum)\n"
            }
            sum += durations.counts.last ?? 0
            out += "shoreline_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(sum)\n"
            out += "shoreline_request_seconds_sum{route=\"\(route)\"} \(durations.seconds)\n"
            out += "shoreline_request_seconds_count{route=\"\(route)\"} \(sum)\n"
        }
        let own: [(String, String, Double)] = [
            ("process_resident_memory_bytes", "Memory of the process.", Self.residentBytes()),
            ("process_start_time_seconds", "When the process started.", started.timeIntervalSince1970),
        ]
        for (name, help, value) in own + gauges.map({ ($0.name, $0.help, $0.value) }) {
            out += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n\(name) \(value)\n"
        }
        return out
    }

    /// Of Linux's /proc; 0 elsewhere.
    static func residentBytes() -> Double {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { return 0 }
        return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
    }
}

/// How many event streams are open.
final class StreamCounter: Sendable {
    private let open = Mutex(0)
    var count: Int { open.withLock { $0 } }
    func enter() { open.withLock { $0 += 1 } }
    func leave() { open.withLock { $0 -= 1 } }
}
