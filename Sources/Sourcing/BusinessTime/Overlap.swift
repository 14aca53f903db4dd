/// How long two sites are open at the same time: hours of the first site's window during which the second's is open.
///
/// The clock runs on real elapsed time while the local clock shows an open time: in the hour that daylight saving
/// repeats both passes count, a skipped hour does not exist. Weekends and holidays are left aside.
public struct Overlap: Hashable, Sendable {
    /// A run of dates with the same hours and the same difference between the clocks.
    public struct Period: Hashable, Sendable {
        /// First date on the first site's calendar, ISO 8601.
        public var from: String
        /// Last date, inclusive.
        public var to: String
        /// Of each of these dates.
        public var hours: Double
        /// The second site's window on the first site's clock: minutes after the first site's midnight, on the turn of the
        /// day nearest to its window; may be negative (the evening before) or over 1440 (the morning after).
        public var secondWindowStart: Int
        public var secondWindowEnd: Int
    }

    /// Hours of the date that has the fewest.
    public var least: Double
    /// Hours of the date that has the most.
    public var most: Double
    /// Hours a date, over all dates of the year.
    public var mean: Double
    /// In order; together they cover the year.
    public var periods: [Period]

    /// Exact on days with clock changes: both windows become spans of absolute time before they are compared.
    ///
    /// - Parameters: IANA zone names, windows on the local clocks, a year of the first site's calendar.
    /// - Throws: `Faults` where a zone is not known.
    public static func between(
        _ firstZone: String, _ firstWindow: DailyWindow, _ secondZone: String, _ secondWindow: DailyWindow, year: Int
    ) throws -> Overlap {
        let first = try ZoneOffsets.of(firstZone, year: year)
        let second = try ZoneOffsets.of(secondZone, year: year)
        let dates = CivilDay.days(of: year)
        let mine = Span.spans(of: firstWindow, in: first, on: dates)
        let wider = CivilDay(number: dates.lowerBound.number - 2)...CivilDay(number: dates.upperBound.number + 2)
        let theirs = Span.spans(of: secondWindow, in: second, on: wider)

        var seconds = [Int](repeating: 0, count: dates.upperBound.number - dates.lowerBound.number + 1)
        var next = 0
        for span in mine {
            while next < theirs.count, theirs[next].end <= span.start { next += 1 }
            var index = next
            while index < theirs.count, theirs[index].start < span.end {
                let shared = min(span.end, theirs[index].end) - max(span.start, theirs[index].start)
                seconds[span.day - dates.lowerBound.number] += shared
                index += 1
            }
        }
        var overlap = Overlap(least: 0, most: 0, mean: 0, periods: [])
        for (index, shared) in seconds.enumerated() {
            let day = CivilDay(number: dates.lowerBound.number + index)
            overlap.append(
                day, hours: Double(shared) / 3600,
                shift: shift(on: day, firstWindow, first, secondWindow, second), window: secondWindow)
        }
        overlap.least = Double(seconds.min() ?? 0) / 3600
        overlap.most = Double(seconds.max() ?? 0) / 3600
        overlap.mean = Double(seconds.reduce(0, +)) / 3600 / Double(seconds.count)
        return overlap
    }

    /// Minutes to take from the second site's clock to read the first's, in the middle of the first window; a whole
    /// day is added or taken where that brings the windows nearer to each other.
    private static func shift(
        on day: CivilDay, _ firstWindow: DailyWindow, _ first: ZoneOffsets, _ secondWindow: DailyWindow,
        _ second: ZoneOffsets
    ) -> Int {
        let local = day.number * 86400 + (firstWindow.start + firstWindow.end) * 30
        let instant = local - first.offset(at: local)
        let difference = (second.offset(at: instant) - first.offset(at: instant)) / 60
        let apart = (secondWindow.start + secondWindow.end) / 2 - difference - (firstWindow.start + firstWindow.end) / 2
        return difference + (apart > 720 ? 1440 : apart < -720 ? -1440 : 0)
    }

    private mutating func append(_ day: CivilDay, hours: Double, shift: Int, window: DailyWindow) {
        let (start, end) = (window.start - shift, window.end - shift)
        if let last = periods.last, last.hours == hours, last.secondWindowStart == start, last.secondWindowEnd == end {
            periods[periods.count - 1].to = day.description
        } else {
            periods.append(
                Period(
                    from: day.description, to: day.description, hours: hours, secondWindowStart: start,
                    secondWindowEnd: end))
        }
    }
}

/// A stretch of absolute time in which a window is open.
private struct Span {
    /// Seconds since 1970-01-01T00:00Z.
    var start: Int
    var end: Int
    /// The local date on which the window started, in days since 1970-01-01.
    var day: Int

    /// In order of start. A clock change cuts a window: the local clock shows its times in each stretch of one offset.
    static func spans(of window: DailyWindow, in zone: ZoneOffsets, on days: ClosedRange<CivilDay>) -> [Span] {
        var spans: [Span] = []
        spans.reserveCapacity(days.upperBound.number - days.lowerBound.number + 8)
        for segment in zone.segments {
            let firstDay = max(days.lowerBound.number, (segment.start + segment.offset) / 86400 - 2)
            let lastDay = min(days.upperBound.number, (segment.end + segment.offset) / 86400 + 1)
            for day in stride(from: firstDay, through: lastDay, by: 1) {
                let midnight = day * 86400 - segment.offset
                let start = max(segment.start, midnight + window.start * 60)
                let end = min(segment.end, midnight + window.end * 60)
                if start < end { spans.append(Span(start: start, end: end, day: day)) }
            }
        }
        return spans
    }
}
