import Economics
import Notation
import Sourcing
import Testing

@testable import Reports

@Suite struct FormatTests {
    let dollars = MoneyFormat(currency: "USD")

    @Test func moneyInProseHasThreeFigures() {
        #expect(dollars.prose(3_948_000) == "$3.95\u{A0}M")
        #expect(dollars.prose(-345_123) == "−$345,000")
        #expect(dollars.prose(999_499) == "$999,000")
        #expect(dollars.prose(999_600) == "$1.00\u{A0}M")
        #expect(dollars.prose(12_345_678_901) == "$12.3\u{A0}bn")
        #expect(dollars.prose(4.1) == "$4.10")
        #expect(dollars.prose(.nan) == "not known")
        #expect(
            MoneyFormat(currency: "INR").prose(620) == "₹620.00" || MoneyFormat(currency: "INR").prose(620) == "₹620")
        #expect(MoneyFormat(currency: "PLN").prose(3_950_000) == "PLN\u{A0}3.95\u{A0}M")
    }

    @Test func unitPricesKeepCents() {
        #expect(dollars.unit(0.62) == "$0.62")
        #expect(dollars.unit(0.0123) == "$0.0123")
        #expect(dollars.unit(1856) == "$1,856")
        #expect(MoneyFormat(currency: "JPY").unit(62) == "¥62")
    }

    @Test func numbersHaveTrueMinusAndNoNegativeZero() {
        #expect(Format.decimal(-0.0001, digits: 1) == "0.0")
        #expect(Format.decimal(-1234.56, digits: 1) == "−1,234.6")
        #expect(Format.decimal(12, digits: 0, signed: true) == "+12")
        #expect(Format.decimal(.infinity) == "not known")
        #expect(Format.decimal(1e300) == "1.00\u{A0}×\u{A0}10^300")
        #expect(Format.share(0.0745) == "7.45\u{A0}%")
    }

    @Test func chancesNeverRoundToCertainty() {
        #expect(Format.ofHundred(0.002) == "under 1")
        #expect(Format.ofHundred(0.9999) == "over 99")
        #expect(Format.ofHundred(1) == "100")
        #expect(Format.ofHundred(0) == "0")
    }

    @Test func unitsFollowTheirInput() {
        let units = UnitFormat(currency: "USD")
        #expect(units.text(3.1, .minutes) == "3.1\u{A0}min")
        #expect(units.text(1, .event) == "it does" && units.text(0, .event) == "it does not")
        #expect(units.text(0.62, .money(currency: "USD", per: "item")) == "$0.62 an item")
        #expect(units.text(450, .money(currency: "INR", per: "hour")) == "INR\u{A0}450 an hour")
        #expect(units.range(0.29, 0.55, .share) == "29–55\u{A0}%")
        #expect(units.range(-0.17, 0.07, .share) == "−17 to 7\u{A0}%")
        #expect(units.text(.pert(low: 0.02, likely: 0.06, high: 0.15), .share).value == "2 / 6 / 15\u{A0}%")
        #expect(units.text(.chance(0.06), .event).value == "6 in 100")
    }

    @Test func wordsAndDates() {
        #expect(
            Words.horizon(60) == "five years" && Words.horizon(1) == "one month" && Words.horizon(18) == "18 months")
        #expect(Words.date("2026-11-23") == "23 November 2026" && Words.date("soon") == "soon")
        #expect(Words.paybackMonth(nil) == "not within the horizon" && Words.paybackMonth(9.2) == "month 10")
        #expect(Words.shortened("Deccan Services, Pune", to: 12) == "Deccan…Pune")
        #expect(Words.wrapped("one two three", at: 7, lines: 3) == ["one two", "three"])
    }
}
