import Atlas
import Foundation
import Notation

/// IANA time zone names, as the machine's own database knows them.
enum TimeZoneNames {
    /// Abbreviations (EST, IST) are refused: they name several zones, or hide daylight saving.
    static func isKnown(_ name: String) -> Bool {
        if name == "UTC" { return true }
        guard name.utf8.count <= 64, name.contains("/"), name.utf8.allSatisfy(isNameByte) else { return false }
        return TimeZone(identifier: name) != nil
    }

    static func suggestion(for name: String) -> String? {
        // The atlas first: it has today's names, where the database may list older ones.
        let zones = Atlas.shared.countries.flatMap { [$0.timeZone] + $0.otherTimeZones }
        let known = zones + TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }
        // A city alone is what people type.
        let city = name.replacing(" ", with: "_").lowercased()
        if let zone = known.first(where: { $0.lowercased().hasSuffix("/" + city) }) { return zone }
        return NearestName.of(name, in: known)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
