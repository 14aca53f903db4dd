import CXML2
import Foundation
import Notation

/// Walks through an XML document, event by event: elements by their local names, so that any prefix will do.
final class XMLStream {
    enum Event {
        case open(String, attributes: [String: String])
        case close(String)
        case text(String)
    }

    private let reader: OpaquePointer
    private let bytes: UnsafeMutableBufferPointer<CChar>
    private let name: String
    /// The end of an element that was written as `<a/>` and has no event of its own.
    private var pending: String?

    /// libxml2 sets up its tables once for the whole program, before any thread uses them.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    init(_ content: [UInt8], name: String) throws(Faults) {
        self.name = name
        _ = Self.isReady
        // Declarations of entities can stand only in a DOCTYPE, and no workbook has one: without it nothing can be
        // expanded or fetched. Looked for before the parser sees a byte.
        if Self.hasDeclaration(content) {
            throw Faults(
                Fault(
                    path: "",
                    "The part “\(name)” of the workbook has a DOCTYPE, which no workbook needs and which can be used for attacks.",
                    remedy: "Do not open this file if you do not know where it came from; ask for the sheet again."))
        }
        let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(1, content.count))
        content.withUnsafeBytes { UnsafeMutableRawBufferPointer(copy).copyMemory(from: $0) }
        bytes = copy
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        // UTF-8 whatever the document claims: another encoding could hide a DOCTYPE.
        guard let made = xmlReaderForMemory(bytes.baseAddress, Int32(content.count), nil, "UTF-8", Int32(options))
        else {
            bytes.deallocate()
            throw ZipArchive.damaged("“\(name)” cannot be read")
        }
        reader = made
    }

    deinit {
        xmlFreeTextReader(reader)
        bytes.deallocate()
    }

    private static func hasDeclaration(_ bytes: [UInt8]) -> Bool {
        for word in ["<!DOCTYPE", "<!ENTITY"] {
            let wanted = Array(word.utf8)
            var start = 0
            while let found = bytes[start...].firstIndex(of: wanted[0]) {
                if bytes[found...].starts(with: wanted) { return true }
                start = found + 1
            }
        }
        return false
    }

    /// The next event; nil at the end.
    func next() throws(Faults) -> Event? {
        if let ended = pending {
            pending = nil
            return .close(ended)
        }
        while true {
            let state = xmlTextReaderRead(reader)
            if state == 0 { return nil }
            guard state == 1 else { throw ZipArchive.damaged("“\(name)” is not XML as workbooks write it") }
            switch xmlTextReaderNodeType(reader) {
            case Int32(XML_READER_TYPE_ELEMENT.rawValue):
                let element = string(xmlTextReaderConstLocalName(reader))
                let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
                var attributes: [String: String] = [:]
                while xmlTextReaderMoveToNextAttribute(reader) == 1 {
                    attributes[string(xmlTextReaderConstLocalName(reader))] = string(xmlTextReaderConstValue(reader))
                }
                if isEmpty { pending = element }
                return .open(element, attributes: attributes)
            case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
                return .close(string(xmlTextReaderConstLocalName(reader)))
            case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
                Int32(XML_READER_TYPE_WHITESPACE.rawValue), Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
                return .text(string(xmlTextReaderConstValue(reader)))
            case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue), Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue):
                throw ZipArchive.damaged("“\(name)” refers to an entity")
            default: continue
            }
        }
    }

    private func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map {
            String(
                decoding: UnsafeBufferPointer(
                    start: $0, count: strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))), as: UTF8.self)
        } ?? ""
    }
}
