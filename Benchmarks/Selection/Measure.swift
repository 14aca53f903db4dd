import Foundation

/// Repeats, times and prints, as the peers' harness does.
enum Measure {
    static func times<Result>(_ options: BenchOptions, _ body: () throws -> Result) rethrows -> ([Double], Result) {
        for _ in 0..<options.warmup { _ = try body() }
        let clock = ContinuousClock()
        var seconds: [Double] = []
        var last: Result?
        for _ in 0..<options.runs {
            let start = clock.now
            last = try body()
            let duration = clock.now - start
            seconds.append(Double(duration.components.attoseconds) * 1e-18 + Double(duration.components.seconds))
        }
        return (seconds, try last ?? body())
    }

    static func report(_ name: String, _ seconds: [Double], threads: Int, result: [String: Any]) throws {
        let sorted = seconds.sorted()
        let middle = sorted.count / 2
        let median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let answer: [String: Any] = [
            "name": name, "median_s": median, "min_s": sorted[0], "runs": seconds.count, "all_s": seconds,
            "peak_rss_mb": Double(usage.ru_maxrss) / 1024, "threads": threads, "result": result,
        ]
        let data = try JSONSerialization.data(withJSONObject: answer, options: [.prettyPrinted, .sortedKeys])
        print(String(decoding: data, as: UTF8.self))
    }
}

/// The peers' test matrices: SplitMix64, row after row.
enum TestMatrix {
    static let seed: UInt64 = 20_260_901

    static func uniform(rows: Int, columns: Int) -> [[Double]] {
        var state = seed
        return (0..<rows).map { _ in
            (0..<columns).map { _ in
                state &+= 0x9e37_79b9_7f4a_7c15
                var z = state
                z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
                z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
                return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
            }
        }
    }
}
