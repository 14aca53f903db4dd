/// Puts together the text of a cell: one piece, or runs that differ in their look. How it is pronounced (East Asian
/// phonetic runs) is left out.
struct RichText {
    private var text = ""
    private var inPiece = false
    private var phonetic = 0

    mutating func add(_ event: XMLStream.Event) {
        switch event {
        case .open("rPh", _): phonetic += 1
        case .close("rPh"): phonetic -= 1
        case .open("t", _): inPiece = phonetic == 0
        case .close("t"): inPiece = false
        case .text(let piece) where inPiece: text += piece
        default: break
        }
    }

    mutating func take() -> String {
        defer { self = RichText() }
        return Self.unescaped(text)
    }

    /// `_x000A_` stands for a character that XML cannot carry, and `_x005F_` for the underscore of such a text itself.
    static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        let scalars = Array(text.unicodeScalars)
        var out = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if scalars[index] == "_", index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_" {
                let digits = String(String.UnicodeScalarView(scalars[index + 2..<index + 6]))
                if digits.allSatisfy(\.isHexDigit), let code = UInt32(digits, radix: 16),
                    let scalar = UnicodeScalar(code)
                {
                    out.append(scalar)
                    index += 7
                    continue
                }
            }
            out.append(scalars[index])
            index += 1
        }
        return String(out)
    }

    /// The opposite for letters that only look like such a code: `_x0041_` would come back as `A`, in Excel too.
    /// (Control characters are the writer's business.)
    static func escaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }
}
