import Economics
import Foundation
import Notation
import Sourcing

/// The words of the field as the reports write them.
enum Words {
    /// "five years", "18 months".
    static func horizon(_ months: Int) -> String {
        guard months >= 12, months % 12 == 0 else { return months == 1 ? "one month" : "\(months) months" }
        return months == 12 ? "one year" : number(months / 12) + " years"
    }

    static func number(_ value: Int) -> String { Format.word(value) }

    static func plural(_ count: Int, _ word: String, many: String? = nil) -> String {
        "\(Format.decimal(Double(count))) \(count == 1 ? word : many ?? word + "s")"
    }

    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// A title inside a sentence: lower case unless it starts with a name or an abbreviation.
    static func lowered(_ title: String) -> String {
        guard title.dropFirst().first?.isLowercase == true || title.hasPrefix("A ") else { return title }
        return title.prefix(1).lowercased() + title.dropFirst()
    }

    static func month(_ month: YearMonth) -> String {
        "\(monthName(month.month)) \(month.year)"
    }

    static func monthName(_ month: Int) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return names.indices.contains(month - 1) ? names[month - 1] : Format.notKnown
    }

    /// `2027-03-14` as "14 March 2027"; text that is no ISO date stays as it is.
    static func date(_ iso: String, withYear: Bool = true, short: Bool = false) -> String {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...12).contains(month),
            (1...31).contains(day)
        else { return iso }
        let name = monthName(month)
        return "\(day) \(short ? String(name.prefix(3)) : name)" + (withYear ? " \(year)" : "")
    }

    /// Minutes after midnight as `08:00`.
    static func time(_ minutes: Int) -> String {
        let hour = minutes == 1440 ? 24 : ((minutes % 1440) + 1440) % 1440 / 60
        let minute = ((minutes % 60) + 60) % 60
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    static func performer(_ ownership: Ownership) -> String {
        switch ownership {
        case .inHouse: "our own people"
        case .captive: "our own unit"
        case .partner: "a partner"
        }
    }

    static func country(_ code: String) -> String {
        Locale(identifier: "en").localizedString(forRegionCode: code) ?? code
    }

    static func kind(_ kind: FunctionKind) -> String {
        switch kind {
        case .dataEntry: "data entry"
        case .documentProcessing: "document processing"
        case .administrativeSupport: "administrative support"
        case .callCentre: "call centre"
        case .finance: "finance"
        case .it: "IT"
        case .other: "other work"
        }
    }

    static func origin(_ origin: Assumption.Origin) -> String {
        switch origin {
        case .stated: "case"
        case .atlas: "country facts"
        case .published: "default"
        case .measured: "measured"
        }
    }

    static func paybackMonth(_ month: Double?) -> String {
        guard let month, month.isFinite else { return "not within the horizon" }
        return "month " + Format.decimal(month.rounded(.up))
    }

    /// The middle of a text left out, so that names that differ only at their end stay different.
    static func shortened(_ text: String, to limit: Int) -> String {
        guard text.count > limit, limit > 4 else { return text }
        let tail = limit / 3
        let head = limit - tail - 1
        return text.prefix(head).trimmingCharacters(in: .whitespaces) + "…"
            + text.suffix(tail).trimmingCharacters(in: .whitespaces)
    }

    /// Breaks a text into lines of at most `limit` characters, at spaces where there are any.
    static func wrapped(_ text: String, at limit: Int, lines most: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ").map(String.init) {
            var rest = word
            if !line.isEmpty, line.count + 1 + rest.count <= limit {
                line += " " + rest
                continue
            }
            if !line.isEmpty { lines.append(line) }
            while rest.count > limit {
                lines.append(String(rest.prefix(limit)))
                rest = String(rest.dropFirst(limit))
            }
            line = rest
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines.isEmpty ? [""] : lines }
        let kept = Array(lines.prefix(most - 1))
        return kept + [shortened(lines.dropFirst(most - 1).joined(separator: " "), to: limit)]
    }
}
