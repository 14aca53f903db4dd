import Foundation
import Sourcing

/// Due times in business time, one at a time: the questions and the calendar of `bench_duetime.py`.
///
///     duetimes-bench [QUESTIONS] [RUNS]
@main
struct DueTimesBench {
    static let holidays = """
        2026-01-01 2026-01-19 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-11-11 2026-11-26 2026-12-25 2027-01-01
        2027-01-18 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-11-11 2027-11-25 2027-12-24 2028-01-17 2028-05-29
        2028-06-19 2028-07-04 2028-09-04 2028-11-10 2028-11-23 2028-12-25
        """
    static let first: UInt64 = 1_788_220_800
    static let last: UInt64 = 1_830_297_600

    static func main() throws {
        let arguments = CommandLine.arguments
        let count = arguments.count > 1 ? Int(arguments[1]) ?? 200_000 : 200_000
        let runs = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
        let days = holidays.split(whereSeparator: \.isWhitespace).compactMap { CivilDay(String($0)) }
        let calendar = BusinessCalendar(
            timeZone: "America/Chicago", hours: try WorkingHours("Mon-Fri 08:00-18:00"),
            holidays: Dictionary(uniqueKeysWithValues: days.map { ($0, "holiday") }))
        let clock = try BusinessClock(calendar, years: 2026...2028)
        let questions = (0..<count).map { index in
            (
                start: Int(first + output(2 * index) % (last - first)),
                seconds: 60 * Int(60 + output(2 * index + 1) % 2341)
            )
        }
        var times: [Double] = []
        var sum = 0
        for _ in 0..<runs {
            sum = 0
            let began = ContinuousClock.now
            for question in questions {
                guard let due = clock.due(from: question.start, after: question.seconds) else {
                    fatalError("no due time")
                }
                sum &+= due
            }
            times.append((ContinuousClock.now - began) / .seconds(1))
        }
        let median = times.sorted()[times.count / 2]
        print(
            """
            {"name": "operations/duetime-ours", "median_s": \(median), "peak_rss_mb": 0, "result": {"questions": \(count), \
            "perSecond": \(Int(Double(count) / median)), "sumOfDueSeconds": \(sum)}}
            """)
    }

    /// SplitMix64's output at a place.
    static func output(_ index: Int) -> UInt64 {
        var z = 20_260_901 &+ UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
