import Testing

@testable import Web

@Suite struct DeviceNameTests {
    private static let webKit = "AppleWebKit/537.36 (KHTML, like Gecko)"

    @Test(arguments: [
        ("Mozilla/5.0 (X11; Linux x86_64) \(webKit) Chrome/131.0.0.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 (X11; Linux x86_64) \(webKit) HeadlessChrome/131.0.0.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox on Windows"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) \(webKit) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
            "Edge on Windows"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) \(webKit) Version/18.1 Mobile/15E148 Safari/604.1",
            "Safari on iPhone"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) \(webKit) CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1",
            "Chrome on iPhone"
        ),
        (
            "Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) \(webKit) FxiOS/133.0 Mobile/15E148 Safari/604.1",
            "Firefox on iPad"
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) \(webKit) Version/18.1 Safari/605.1.15", "Safari on Mac"),
        ("Mozilla/5.0 (Linux; Android 10; K) \(webKit) Chrome/131.0.0.0 Mobile Safari/537.36", "Chrome on Android"),
        (
            "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) \(webKit) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
            "Samsung Internet on Android"
        ),
        ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) \(webKit) Chrome/131.0.0.0 Safari/537.36", "Chrome on ChromeOS"),
        ("Mozilla/5.0 (X11; Linux x86_64) \(webKit)", "A browser on Linux"),
        ("curl/8.5.0", "curl"), ("Python-urllib/3.12", "Python-urllib/3.12"), ("unknown", "Unknown device"),
        ("  ", "Unknown device"),
        (
            "a program of somebody’s own that says far too much of itself",
            "a program of somebody’s own that says f…"
        ),
    ]) func aLineBecomesWords(line: String, words: String) {
        #expect(DeviceName.words(line) == words)
    }

    @Test func theWholeLineStaysAtHandAndHarmless() {
        let body = AccountView.page(
            .init(
                email: "a@b.example",
                sessions: [.init(id: "1", device: "Firefox/1 Linux \"><b>", since: "", lastSeen: "", isThis: true)],
                tokens: [], scopes: []), viewer: Samples.viewer
        ).body
        #expect(body.contains("<span title=\"Firefox/1 Linux &quot;&gt;&lt;b&gt;\">Firefox on Linux</span>"))
    }
}
