import Foundation
import Sourcing
import Testing

/// Promise 4: the clock against the oracle, over random calendars, zones and years 2000–2040.
@Suite struct BusinessClockPropertyTests {
    static let zones = [
        "UTC", "America/Chicago", "America/New_York", "Europe/Berlin", "Asia/Manila", "Asia/Kolkata", "Asia/Kathmandu",
        "Australia/Lord_Howe", "Australia/Sydney", "America/Sao_Paulo", "America/St_Johns", "Asia/Beirut",
        "Africa/Casablanca", "Africa/Cairo", "Pacific/Apia", "Pacific/Chatham", "Asia/Tehran", "America/Havana",
        "Pacific/Kiritimati", "Europe/Dublin",
    ]
    static let hours = [
        "24x7", "Mon-Fri 08:00-18:00", "Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-13:00", "Sun-Thu 09:00-17:00",
        "Mon-Sun 22:00-06:00", "Mon-Fri 00:00-24:00", "Sat,Sun 00:30-03:30", "Mon-Sun 10:00-15:00,21:00-02:00",
        "Fri 22:30-22:00", "Mon-Sun 01:00-02:30", "Mon-Sun 23:00-24:00",
    ]

    @Test(arguments: 0..<60)
    func theClockCountsWhatTheOracleCounts(_ number: Int) throws {
        var random = TestRandom(seed: 4_000 + UInt64(number))
        let year = Int.random(in: 2000...2040, using: &random)
        var calendar = BusinessCalendar(
            timeZone: Self.zones.randomElement(using: &random)!,
            hours: try WorkingHours(Self.hours.randomElement(using: &random)!))
        // Around a change of the clock, where there is one.
        let changes = try ZoneOffsets.of(calendar.timeZone, year: year).segments.map(\.end)
        let middle = (changes.randomElement(using: &random) ?? 0) / 60 * 60
        let first = middle - Int.random(in: 0...5000, using: &random) * 60
        let last = first + Int.random(in: 3000...12_000, using: &random) * 60
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            calendar.holidays[CivilDay(number: Int.random(in: first / 86400 - 1...last / 86400 + 1, using: &random))] =
                "x"
        }
        if Bool.random(using: &random) {
            let day = CivilDay(number: Int.random(in: first / 86400...last / 86400, using: &random))
            let start = Int.random(in: 0..<1380, using: &random)
            calendar.closures.append(
                .init(day: day, minutes: Bool.random(using: &random) ? start..<start + 60 : nil, reason: "y"))
        }
        if Bool.random(using: &random) {
            let day = CivilDay(number: Int.random(in: first / 86400...last / 86400, using: &random))
            calendar.openings.append(.init(day: day, window: try DailyWindow("11:00-14:30"), reason: "z"))
        }
        let pauses = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            let start = first + Int.random(in: -500...8000, using: &random) * 60
            return start..<start + Int.random(in: 1...2000, using: &random) * 60
        }
        let context: Comment = "case \(number): \(calendar), \(first) to \(last), pauses \(pauses)"
        let clock = try BusinessClock(calendar, years: year - 1...year + 2)
        let oracle = MinuteOracle(calendar)

        let elapsed = oracle.elapsed(from: first, to: last)
        #expect(clock.elapsed(from: first, to: last) == elapsed, context)
        let paused = oracle.elapsed(from: first, to: last, pauses: pauses)
        #expect(clock.elapsed(from: first, to: last, pauses: pauses) == paused, context)
        let explanation = try ClockExplanation(calendar, from: first, to: last, pauses: pauses)
        #expect(explanation.seconds == paused, context)
        #expect(explanation.lines.reduce(0) { $0 + $1.seconds + $1.paused } == elapsed, context)
        for _ in 0..<4 where elapsed > 0 {
            let seconds = Int.random(in: 0...elapsed, using: &random)
            let due = clock.due(from: first, after: seconds)
            #expect(due == oracle.due(from: first, after: seconds, last: last), context)
            #expect(clock.elapsed(from: first, to: try #require(due)) == seconds, context)
            if seconds > 60 {
                // In two parts as in one.
                let part = Int.random(in: 1..<seconds, using: &random)
                let half = try #require(clock.due(from: first, after: part))
                #expect(clock.due(from: half, after: seconds - part) == due, context)
            }
        }
        if paused > 0 {
            let seconds = Int.random(in: 1...paused, using: &random)
            #expect(
                clock.due(from: first, after: seconds, pauses: pauses)
                    == oracle.due(from: first, after: seconds, pauses: pauses, last: last), context)
        }
        for instant in stride(from: first, to: last, by: 7 * 60 * 11) {
            #expect(clock.isOpen(at: instant) == oracle.isOpen(instant), context)
        }
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
private struct TestRandom: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
