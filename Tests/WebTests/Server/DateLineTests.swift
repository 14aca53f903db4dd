import Foundation
import Testing

@testable import Web

@Suite struct DateLineTests {
    /// RFC 9110 § 5.6.7 and dates at the edges.
    @Test(arguments: [
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (951_782_399, "Mon, 28 Feb 2000 23:59:59 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
    ]) func writesAsHTTPDoes(moment: Int, text: String) {
        #expect(DateLine.text(moment) == text)
    }

    @Test func tellsTheTime() throws {
        let line = DateLine()
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        let told = try #require(formatter.date(from: line.text()))
        #expect(abs(told.timeIntervalSinceNow) < 5)
    }
}
