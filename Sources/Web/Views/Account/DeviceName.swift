import Notation

/// What a browser says of itself (the User-Agent line), in the words that its owner would use.
///
/// For recognising one's own devices in a list, and for nothing else: anybody can send any line.
enum DeviceName {
    /// `Firefox on Windows`; the beginning of the line where neither browser nor system is known.
    static func words(_ line: String) -> String {
        switch (first(browsers, line), first(systems, line)) {
        case (let browser?, let system?): return "\(browser) on \(system)"
        case (let browser?, nil): return browser
        case (nil, let system?): return "A browser on \(system)"
        case (nil, nil):
            let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if text.isEmpty || text == "unknown" { return "Unknown device" }
            return text.count > 40 ? text.prefix(39) + "…" : text
        }
    }

    /// In this order: almost all browsers call themselves Safari, and most of them Chrome too.
    private static let browsers = [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("OPiOS/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"), ("YaBrowser/", "Yandex Browser"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chromium/", "Chromium"),
        ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ]

    /// In this order: an iPhone says that it is like a Mac, and Android that it is a Linux.
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
        ("Macintosh", "Mac"), ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ]

    private static func first(_ signs: [(sign: String, name: String)], _ line: String) -> String? {
        signs.first { line.contains($0.sign) }?.name
    }
}
