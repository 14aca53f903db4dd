public import Notation

/// When a place is open in a week, on its local clock: `Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-13:00`, or `24x7`.
///
/// An interval that crosses midnight belongs to the day on which it starts.
public struct WorkingHours: Hashable, Sendable, CustomStringConvertible {
    /// From ISO weekday 1 (Monday) to 7: the intervals that start on it, in order; none overlap, not even with the next
    /// day's.
    public let days: [[DailyWindow]]

    public static let always = WorkingHours(days: Array(repeating: [.wholeDay], count: 7))

    private init(days: [[DailyWindow]]) { self.days = days }

    /// - Throws: `Faults` that quote the part that is wrong.
    public init(_ text: String, path: String = "", at position: Position? = nil) throws {
        func fault(_ problem: String, _ remedy: String) -> Faults {
            Faults(Fault(path: path, at: position, problem, remedy: remedy))
        }
        if Self.trim(text).lowercased() == "24x7" {
            self = .always
            return
        }
        var days: [[DailyWindow]] = Array(repeating: [], count: 7)
        for part in text.split(separator: ";", omittingEmptySubsequences: false).map(Self.trim) {
            guard let digit = part.firstIndex(where: \.isNumber), digit > part.startIndex else {
                throw fault(
                    part.isEmpty
                        ? "The working hours \"\(text)\" have an empty part." : "\"\(part)\" has no days or no hours.",
                    "Write days, a space and hours, such as Mon-Fri 09:00-17:00, or 24x7.")
            }
            let numbers = try Self.weekdays(Self.trim(part[..<digit]), fault: fault)
            for piece in part[digit...].split(separator: ",", omittingEmptySubsequences: false) {
                let window = try DailyWindow(Self.trim(piece), path: path, at: position)
                for number in numbers { days[number - 1].append(window) }
            }
        }
        for index in days.indices { days[index].sort { $0.start < $1.start } }
        if let (day, first, second) = Self.overlap(in: days) {
            throw fault(
                "The hours \(first) and \(second) overlap on \(Self.names[day]).", "Write each hour of the week once.")
        }
        self.init(days: days)
    }

    public subscript(weekday weekday: Int) -> [DailyWindow] { days[weekday - 1] }

    /// Of a week without clock changes.
    public var hoursPerWeek: Double { days.joined().reduce(0) { $0 + $1.hours } }

    public var description: String {
        if self == .always { return "24x7" }
        var parts: [String] = []
        var index = 0
        while index < 7 {
            var last = index
            while last + 1 < 7, days[last + 1] == days[index] { last += 1 }
            if !days[index].isEmpty {
                let name = last == index ? Self.names[index] : "\(Self.names[index])-\(Self.names[last])"
                parts.append("\(name) \(days[index].map(\.description).joined(separator: ","))")
            }
            index = last + 1
        }
        return parts.joined(separator: "; ")
    }

    private static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// `Mon-Fri`, `Mon,Wed,Fri`, `Sun-Thu`: ISO numbers.
    private static func weekdays(_ text: String, fault: (String, String) -> Faults) throws -> [Int] {
        func number(_ name: String) throws -> Int {
            if let index = names.firstIndex(where: { $0.lowercased() == name.lowercased() }) { return index + 1 }
            let nearest = NearestName.of(String(name.prefix(3)), in: names)
            throw fault(
                "\"\(name)\" is no day of the week.",
                nearest.map { "Did you mean \($0)? " }.map { $0 + "Days are Mon, Tue, Wed, Thu, Fri, Sat, Sun." }
                    ?? "Days are Mon, Tue, Wed, Thu, Fri, Sat, Sun.")
        }
        var numbers: [Int] = []
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = piece.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map(trim)
            guard ends.count <= 2 else {
                throw fault("\"\(trim(piece))\" is no span of days.", "Write a first and a last day, such as Mon-Fri.")
            }
            let first = try number(ends[0])
            let last = ends.count == 2 ? try number(ends[1]) : first
            numbers += (0...((last - first + 7) % 7)).map { (first - 1 + $0) % 7 + 1 }
        }
        return numbers
    }

    private static func overlap(in days: [[DailyWindow]]) -> (day: Int, DailyWindow, DailyWindow)? {
        for day in 0..<7 {
            for (first, second) in zip(days[day], days[day].dropFirst()) where second.start < first.end {
                return (day, first, second)
            }
            if let last = days[day].max(by: { $0.end < $1.end }), let next = days[(day + 1) % 7].first,
                last.end > next.start + 1440
            {
                return ((day + 1) % 7, last, next)
            }
        }
        return nil
    }

    private static func trim(_ text: some StringProtocol) -> String {
        let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
        let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? text.endIndex
        return String(start < end ? text[start..<end] : text[text.endIndex...])
    }
}
