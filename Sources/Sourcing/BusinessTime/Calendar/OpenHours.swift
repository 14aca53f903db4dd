/// A calendar's open hours day by day, on the local clock.
struct OpenHours {
    private let calendar: BusinessCalendar
    private let closedDays: [Int: String]
    private let closures: [Int: [BusinessCalendar.Closure]]
    private let openings: [Int: [BusinessCalendar.Opening]]

    init(_ calendar: BusinessCalendar, years: ClosedRange<Int>) {
        self.calendar = calendar
        closedDays = calendar.closedDays(years)
        closures = Dictionary(grouping: calendar.closures) { $0.day.number }
        openings = Dictionary(grouping: calendar.openings) { $0.day.number }
    }

    /// Why a day is not as the week has it; nil where it is.
    func note(_ day: CivilDay) -> String? {
        var notes: [String] = []
        if let name = closedDays[day.number] { notes.append("holiday: \(name)") }
        for closure in closures[day.number] ?? [] { notes.append("closed: \(closure.reason)") }
        for opening in openings[day.number] ?? [] { notes.append("open: \(opening.reason)") }
        if notes.isEmpty, calendar.hours[weekday: day.weekday].isEmpty { return "no hours on this day of the week" }
        return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }

    /// The intervals that start on a day: seconds of the local clock since 1970-01-01T00:00 there, in order, none touching.
    func intervals(_ day: CivilDay) -> [Range<Int>] {
        let midnight = day.number * 86400
        func seconds(_ window: DailyWindow) -> Range<Int> {
            midnight + window.start * 60..<midnight + window.end * 60
        }
        var open: [Range<Int>] = []
        let isClosed = closedDays[day.number] != nil || (closures[day.number] ?? []).contains { $0.minutes == nil }
        if !isClosed { open = calendar.hours[weekday: day.weekday].map(seconds) }
        open += (openings[day.number] ?? []).map { seconds($0.window) }
        if !closures.isEmpty {
            // A window may reach into the next day, and that day's closures cut it there.
            for near in day.number...(day.number + 1) {
                for closure in closures[near] ?? [] {
                    guard let minutes = closure.minutes else { continue }
                    let closed = near * 86400 + minutes.lowerBound * 60..<near * 86400 + minutes.upperBound * 60
                    open = open.flatMap { Self.subtract(closed, from: $0) }
                }
            }
        }
        return Self.union(open)
    }

    private static func subtract(_ closed: Range<Int>, from open: Range<Int>) -> [Range<Int>] {
        [
            open.lowerBound..<max(open.lowerBound, min(open.upperBound, closed.lowerBound)),
            min(open.upperBound, max(open.lowerBound, closed.upperBound))..<open.upperBound,
        ].filter { !$0.isEmpty }
    }

    /// In order, with those joined that overlap or touch.
    static func union(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    /// The stretches of real time in which the local clock shows a time of `local`: two where an hour is repeated, none where
    /// it is skipped.
    static func instants(_ local: Range<Int>, _ segments: [ZoneOffsets.Segment]) -> [Range<Int>] {
        segments.compactMap { segment in
            let start = max(segment.start, local.lowerBound - segment.offset)
            let end = min(segment.end, local.upperBound - segment.offset)
            return start < end ? start..<end : nil
        }
    }
}
