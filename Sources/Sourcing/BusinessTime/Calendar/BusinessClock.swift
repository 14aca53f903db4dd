/// A calendar made ready for counting: the open stretches of some years as instants, with the business seconds before each.
///
/// The clock runs on real elapsed time while the local clock shows an open time: in the hour that daylight saving repeats
/// both passes count, and a skipped hour does not exist.
///
/// Both questions are answered by a look into an index and a step or two from there: `elapsed` by the day of the instant,
/// `due` by the number of the business second. Asking takes no memory.
public struct BusinessClock: Sendable {
    /// What the stretches cover, as instants.
    public let span: Range<Int>

    /// Open stretches: first second, and the one behind the last.
    private let starts: [Int]
    private let ends: [Int]
    /// Business seconds before each stretch, and behind the last one all of them.
    private let before: [Int]
    /// For each day of the span (in UTC) the first stretch that ends after the day begins.
    private let byDay: [Int32]
    /// For each so many business seconds the stretch in which that second lies.
    private let byCount: [Int32]
    private let countStep: Int
    private let segments: [ZoneOffsets.Segment]

    /// - Parameter years: of the calendar's local dates, within 1970…2200.
    /// - Throws: `Faults` where there is no such time zone, or no such year.
    public init(_ calendar: BusinessCalendar, years: ClosedRange<Int>) throws {
        let segments = try Self.segments(calendar.timeZone, years)
        let hours = OpenHours(calendar, years: years.lowerBound - 1...years.upperBound + 1)
        let first = CivilDay.days(of: years.lowerBound).lowerBound.number
        let last = CivilDay.days(of: years.upperBound).upperBound.number
        var open: [Range<Int>] = []
        // The day before may reach into the first.
        for number in (first - 1)...last {
            for local in hours.intervals(CivilDay(number: number)) {
                open += OpenHours.instants(local, segments)
            }
        }
        let span =
            first * 86400 - Self.offset(first * 86400, segments)..<(last + 1) * 86400
            - Self.offset((last + 1) * 86400, segments)
        open = OpenHours.union(open).map { $0.clamped(to: span) }.filter { !$0.isEmpty }
        self.span = span
        self.segments = segments
        starts = open.map(\.lowerBound)
        ends = open.map(\.upperBound)
        before = open.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        byDay = Self.index(ends, from: span.lowerBound, to: span.upperBound, step: 86400)
        let total = before[before.count - 1]
        countStep = max(1, total / max(1, open.count))
        // A second is counted when it has passed: the stretch whose count reaches beyond it.
        byCount = Self.index(Array(before.dropFirst()), from: 0, to: total, step: countStep)
    }

    /// For each step the first place whose value is greater than where the step begins.
    private static func index(_ values: [Int], from first: Int, to last: Int, step: Int) -> [Int32] {
        var index: [Int32] = []
        var place = 0
        var at = first
        while at <= last {
            while place < values.count, values[place] <= at { place += 1 }
            index.append(Int32(place))
            at += step
        }
        return index
    }

    private static func segments(_ zone: String, _ years: ClosedRange<Int>) throws -> [ZoneOffsets.Segment] {
        var joined: [ZoneOffsets.Segment] = []
        for year in years {
            for var segment in try ZoneOffsets.of(zone, year: year).segments {
                if let last = joined.last {
                    if segment.end <= last.end { continue }
                    segment.start = last.end
                    if segment.offset == last.offset {
                        joined[joined.count - 1].end = segment.end
                        continue
                    }
                }
                joined.append(segment)
            }
        }
        return joined
    }

    /// Of a local time; where there are two, the earlier one's.
    private static func offset(_ local: Int, _ segments: [ZoneOffsets.Segment]) -> Int {
        (segments.first { local - $0.offset < $0.end } ?? segments.last)?.offset ?? 0
    }

    /// Local clock minus UTC at an instant, in seconds.
    public func offset(at instant: Int) -> Int {
        (segments.first { instant < $0.end } ?? segments.last)?.offset ?? 0
    }

    /// Business seconds in the whole span.
    public var total: Int { before[before.count - 1] }

    /// The first stretch that ends after an instant.
    private func place(_ instant: Int) -> Int {
        let day = (instant - span.lowerBound) / 86400
        var place = Int(byDay[day])
        while place < ends.count, ends[place] <= instant { place += 1 }
        return place
    }

    /// Business seconds from the span's beginning to an instant within it.
    private func count(_ instant: Int) -> Int {
        let place = place(instant)
        guard place < starts.count else { return before[place] }
        return before[place] + max(0, instant - starts[place])
    }

    /// Business seconds between two instants; negative where the second is the earlier one.
    ///
    /// - Returns: nil where one of them lies outside the span.
    public func elapsed(from first: Int, to last: Int) -> Int? {
        guard contains(first), contains(last) else { return nil }
        return count(last) - count(first)
    }

    /// The instant at which the last of `seconds` business seconds has passed; `start` itself for none.
    ///
    /// - Returns: nil where that lies outside the span.
    public func due(from start: Int, after seconds: Int) -> Int? {
        guard contains(start), seconds >= 0 else { return nil }
        if seconds == 0 { return start }
        let target = count(start) + seconds
        guard target <= total else { return nil }
        // The stretch in which the second before the target lies.
        var place = Int(byCount[(target - 1) / countStep])
        while before[place + 1] < target { place += 1 }
        return starts[place] + target - before[place]
    }

    /// Whether the clock runs.
    public func isOpen(at instant: Int) -> Bool {
        guard contains(instant) else { return false }
        let place = place(instant)
        return place < starts.count && starts[place] <= instant
    }

    /// The first instant from `instant` on at which the clock runs; nil where there is none within the span.
    public func opening(from instant: Int) -> Int? {
        guard contains(instant) else { return nil }
        let place = place(instant)
        return place < starts.count ? max(instant, starts[place]) : nil
    }

    private func contains(_ instant: Int) -> Bool { instant >= span.lowerBound && instant <= span.upperBound }
}

extension BusinessClock {
    /// As ``elapsed(from:to:)``, without what lies in a pause; where pauses overlap it counts once.
    public func elapsed(from first: Int, to last: Int, pauses: [Range<Int>]) -> Int? {
        guard first <= last, var seconds = elapsed(from: first, to: last) else { return nil }
        for pause in OpenHours.union(pauses) {
            let start = max(first, min(last, pause.lowerBound))
            let end = max(first, min(last, pause.upperBound))
            if start < end, let paused = elapsed(from: start, to: end) { seconds -= paused }
        }
        return seconds
    }

    /// As ``due(from:after:)``, with the clock standing still in every pause.
    public func due(from start: Int, after seconds: Int, pauses: [Range<Int>]) -> Int? {
        var (now, left) = (start, seconds)
        for pause in OpenHours.union(pauses) where pause.upperBound > now {
            if pause.lowerBound > now {
                guard let due = due(from: now, after: left) else { break }
                if due <= pause.lowerBound { return due }
                guard let passed = elapsed(from: now, to: pause.lowerBound) else { return nil }
                left -= passed
            }
            now = pause.upperBound
        }
        return due(from: now, after: left)
    }
}
