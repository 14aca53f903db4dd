import Atlas
import Economics
import Foundation
import Notation
import Reports
import Sourcing

/// Facts of countries as pages show them: what is not known says so, and a figure never stands without its year.
enum AtlasFigures {
    static let notKnown = "<span class=\"quiet\">not known</span>"

    /// HTML: the figure, its standard error, and its year where it has one.
    static func cell(_ fact: CountryFact, _ country: Country) -> String {
        guard let cell = fact.read(country) else {
            let isNative = fact.key == "englishProficiency" && country.speaksEnglishNatively
            return isNative ? "native" : notKnown
        }
        let year = cell.year.flatMap { fact.key.hasSuffix("\($0)") ? nil : " <span class=\"year\">\($0)</span>" } ?? ""
        return Markup.escape(minus(cell.text)) + year + (cell.wasRead == false ? "<span class=\"year\">*</span>" : "")
    }

    /// What a person who types no units reads behind the label; empty where the label holds it.
    static func unit(_ fact: CountryFact) -> String {
        switch fact.unit {
        case "fraction a year": "a year"
        case "fraction of gross pay": "of gross pay"
        case "fraction of labour cost": "of labour cost"
        case "log change a year": "change of the logarithm, a year"
        case "estimate of about -2.5 to 2.5": "about −2.5 to 2.5, higher is better"
        case "text": ""
        default: fact.unit
        }
    }

    /// A true minus before figures.
    static func minus(_ text: String) -> String {
        text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }

    static func english(_ country: Country) -> String {
        if country.speaksEnglishNatively { return "native" }
        guard let fact = country.englishProficiency else { return notKnown }
        return number(fact.value, places: 0)
    }

    static func cost(_ cost: ClerkCost?) -> String {
        guard let cost else { return notKnown }
        let range = "\(fixed(cost.low, 2))–\(fixed(cost.high, 2))"
        return "\(fixed(cost.likely, 2)) <span class=\"year\">\(range)\(cost.caveat == nil ? "" : ", rough")</span>"
    }

    static func figure(_ fact: Fact<Double>?, places: Int) -> String {
        fact.map { number($0.value, places: places) } ?? notKnown
    }

    static func number(_ value: Double, places: Int) -> String { minus(fixed(value, places)) }

    private static func fixed(_ value: Double, _ places: Int) -> String {
        let format = FloatingPointFormatStyle<Double>.number.precision(.fractionLength(places)).locale(
            Locale(identifier: "en_US"))
        return value.formatted(format)
    }

    /// `UTC+5:30`, or both offsets of the year where clocks change.
    static func clock(_ zone: String, year: Int) -> String {
        guard let offsets = try? ZoneOffsets.of(zone, year: year) else { return zone }
        let all = Set(offsets.segments.map(\.offset)).sorted()
        return all.map(offset).joined(separator: " / ")
    }

    private static func offset(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        let rest = minutes % 60
        let sign = seconds < 0 ? "−" : "+"
        return "UTC\(sign)\(minutes / 60)" + (rest == 0 ? "" : ":\(rest < 10 ? "0" : "")\(rest)")
    }

    /// `10:30`, and which day it is where that is another one.
    static func time(_ minutes: Int) -> String {
        let day = minutes < 0 ? " the day before" : minutes >= 1440 ? " the day after" : ""
        let inDay = ((minutes % 1440) + 1440) % 1440
        let hour = inDay / 60
        let minute = inDay % 60
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)\(day)"
    }

    /// `2027-03-14` as "14 March 2027".
    static func date(_ iso: String) -> String {
        let parts = iso.split(separator: "-").compactMap { Int(String($0)) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return iso }
        return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
