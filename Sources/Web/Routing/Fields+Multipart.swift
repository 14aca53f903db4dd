import Foundation

extension Fields {
    /// multipart/form-data (RFC 7578), as browsers send a form with a file. At most 1,000 parts.
    ///
    /// - Returns: nil where the body is not what its boundary promises.
    static func multipart(_ body: [UInt8], boundary: String) -> Fields? {
        guard !boundary.isEmpty, boundary.utf8.count <= 70 else { return nil }
        let data = Data(body)
        let mark = Data("--\(boundary)".utf8)
        let end = Data("\r\n--\(boundary)".utf8)
        guard data.starts(with: mark) else { return nil }
        var fields = Fields()
        var place = mark.count
        while true {
            if data[place...].starts(with: Data("--".utf8)) { return fields }
            guard data[place...].starts(with: Data("\r\n".utf8)) else { return nil }
            place += 2
            guard let blank = data.range(of: Data("\r\n\r\n".utf8), in: place..<data.count),
                let close = data.range(of: end, in: (blank.upperBound - 2)..<data.count),
                close.lowerBound + 2 >= blank.upperBound,
                let head = String(bytes: data[place..<blank.lowerBound], encoding: .utf8), fields.all.count < 1000
            else { return nil }
            let content = [UInt8](data[blank.upperBound..<max(blank.upperBound, close.lowerBound)])
            guard let name = parameter("name", of: head) else { return nil }
            if let file = parameter("filename", of: head) {
                fields.all.append((name, file))
                if !content.isEmpty { fields.files[name] = content }
            } else {
                guard let text = String(validating: content, as: UTF8.self) else { return nil }
                fields.all.append((name, text))
            }
            place = close.upperBound
            if place + 2 > data.count { return nil }
        }
    }

    /// `name="…"` of a Content-Disposition line; browsers write a quote within as `%22`.
    private static func parameter(_ name: String, of head: String) -> String? {
        let lines = head.components(separatedBy: "\r\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }) else { return nil }
        for part in line.components(separatedBy: "; ") where part.hasPrefix("\(name)=\"") && part.hasSuffix("\"") {
            return part.dropFirst(name.count + 2).dropLast().replacingOccurrences(of: "%22", with: "\"")
        }
        return nil
    }
}
