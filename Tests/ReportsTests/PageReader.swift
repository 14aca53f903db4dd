import Foundation
import FoundationXML
import Testing

/// Collects what the tests ask of a page.
final class PageReader: NSObject, XMLParserDelegate {
    var ids: [String] = []
    var references: Set<String> = []
    var values: [String] = []
    var sections: [String] = []
    var text = ""
    var charts = 0
    var named = 0
    private var stack: [String] = []

    /// Reads a page and expects what every page of a report must hold to.
    static func checked(_ page: String, _ name: String) -> PageReader {
        let parser = XMLParser(data: Data(page.utf8))
        let reader = PageReader()
        parser.delegate = reader
        #expect(parser.parse(), "\(name): \(String(describing: parser.parserError)) in line \(parser.lineNumber)")
        #expect(Set(reader.ids).count == reader.ids.count, "an id is used twice")
        #expect(reader.references.isSubset(of: reader.ids), "\(reader.references.subtracting(reader.ids))")
        #expect(reader.charts == reader.named, "every chart carries a title and a description")
        #expect(!page.contains("Optional("))
        #expect(EdgeCases.holdsOnlyNumbers(reader.text))
        #expect(reader.values.allSatisfy { !$0.contains("nan") && !$0.contains("inf%") })
        #expect(!page.contains("http://www") && !page.contains("src="))
        return reader
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        stack.append(name)
        values += attributes.filter { $0.key != "id" && $0.key != "aria-label" }.values
        if let id = attributes["id"] { ids.append(id) }
        references.formUnion((attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init))
        if let link = attributes["href"], link.hasPrefix("#") { references.insert(String(link.dropFirst())) }
        if name == "section", let id = attributes["id"] { sections.append(id) }
        if name == "svg", attributes["role"] == "img" { charts += 1 }
        if name == "desc" { named += 1 }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        stack.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if stack.last != "style" { text += string }
    }
}
