/// What of each local date counted between two instants, and why the rest did not.
public struct ClockExplanation: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        /// The local date on which the intervals start.
        public var day: CivilDay
        /// The counted stretches as instants, in order.
        public var open: [Range<Int>]
        /// Their business seconds, without those of pauses.
        public var seconds: Int
        /// Business seconds of the day that lie in a pause.
        public var paused: Int
        /// "holiday: Christmas Day", "no hours on this day of the week", "the clock changes by +60 minutes"; nil where
        /// there is nothing to say.
        public var note: String?
    }

    public var lines: [Line]

    /// Business seconds in all: what ``BusinessClock/elapsed(from:to:pauses:)`` gives.
    public var seconds: Int { lines.reduce(0) { $0 + $1.seconds } }

    /// Between two instants, the second of them no earlier; else there is nothing to explain.
    ///
    /// Worked out from the calendar itself, day by day, and not from the clock's tables.
    ///
    /// - Throws: `Faults` where there is no such time zone, or a year is out of range.
    public init(_ calendar: BusinessCalendar, from first: Int, to last: Int, pauses: [Range<Int>] = []) throws {
        let years =
            CivilDay(number: first / 86400 - 1).components
            .year...CivilDay(number: max(first, last) / 86400 + 1)
            .components.year
        let hours = OpenHours(calendar, years: years.lowerBound - 1...years.upperBound + 1)
        var segments: [Int: [ZoneOffsets.Segment]] = [:]
        for year in years.lowerBound - 1...years.upperBound + 1 {
            segments[year] = try ZoneOffsets.of(calendar.timeZone, year: year).segments
        }
        let pauses = OpenHours.union(pauses)
        let asked = first..<max(first, last)
        lines = []
        var number = first / 86400 - 2
        while number <= asked.upperBound / 86400 + 2 {
            let day = CivilDay(number: number)
            number += 1
            let zone = segments[day.components.year] ?? []
            let open = OpenHours.union(hours.intervals(day).flatMap { OpenHours.instants($0, zone) })
                .map { $0.clamped(to: asked) }.filter { !$0.isEmpty }
            let isTouched = OpenHours.instants(day.number * 86400..<(day.number + 1) * 86400, zone).contains {
                $0.lowerBound < last && $0.upperBound > first
            }
            if open.isEmpty, !isTouched { continue }
            let paused = open.reduce(0) { sum, range in
                sum + pauses.reduce(0) { $0 + $1.clamped(to: range).count }
            }
            let all = open.reduce(0) { $0 + $1.count }
            let change = Self.change(day, zone)
            let note = [hours.note(day), change].compactMap { $0 }.joined(separator: "; ")
            lines.append(
                Line(day: day, open: open, seconds: all - paused, paused: paused, note: note.isEmpty ? nil : note))
        }
    }

    private static func change(_ day: CivilDay, _ segments: [ZoneOffsets.Segment]) -> String? {
        for (old, new) in zip(segments, segments.dropFirst()) {
            let local = old.end + old.offset
            if local >= day.number * 86400, local < (day.number + 1) * 86400 {
                let minutes = (new.offset - old.offset) / 60
                return "the clock changes by \(minutes > 0 ? "+" : "")\(minutes) minutes"
            }
        }
        return nil
    }
}
