import CZip
import Foundation
import Notation

/// A ZIP file in memory, read with limits: what an archive says of its sizes is not believed.
final class ZipArchive {
    /// 50 MB for each entry once unpacked.
    static let maximumUnpacked = 50 << 20
    /// More than this many times its packed size is no table but an attack; small entries may.
    static let maximumRatio = 250
    static let maximumEntries = 10_000

    private let handle: OpaquePointer
    // The archive reads from these bytes as long as it is open.
    private let bytes: UnsafeMutableRawBufferPointer

    init(_ content: [UInt8]) throws(Faults) {
        bytes = .allocate(byteCount: max(1, content.count), alignment: 1)
        bytes.copyBytes(from: content)
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(content.count), 0, &error) else {
            bytes.deallocate()
            throw Self.damaged("there is not enough memory")
        }
        guard let opened = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
            let reason = zip_error_strerror(&error).map { String(cString: $0) } ?? "unknown"
            zip_source_free(source)
            bytes.deallocate()
            throw Self.damaged(reason)
        }
        handle = opened
        let count = zip_get_num_entries(handle, 0)
        if count > Self.maximumEntries {
            throw Faults(
                Fault(
                    path: "", "The file has \(count) parts; a workbook has at most \(Self.maximumEntries).",
                    remedy: "Check that this is the right file."))
        }
    }

    deinit {
        zip_discard(handle)
        bytes.deallocate()
    }

    func contains(_ name: String) -> Bool { zip_name_locate(handle, name, 0) >= 0 }

    /// The unpacked bytes of an entry; nil where there is none of that name.
    func read(_ name: String) throws(Faults) -> [UInt8]? {
        let index = zip_name_locate(handle, name, 0)
        guard index >= 0 else { return nil }
        var status = zip_stat_t()
        guard zip_stat_index(handle, zip_uint64_t(index), 0, &status) == 0 else {
            throw Self.damaged("“\(name)” cannot be found")
        }
        if status.encryption_method != 0 { throw Self.encrypted }
        guard let file = zip_fopen_index(handle, zip_uint64_t(index), 0) else {
            throw Self.damaged("“\(name)” cannot be opened")
        }
        defer { zip_fclose(file) }
        var out: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = part.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
            if count < 0 { throw Self.damaged("“\(name)” cannot be unpacked") }
            if count == 0 { break }
            out.append(contentsOf: part[..<Int(count)])
            let isBomb =
                out.count > 1 << 20 && UInt64(out.count) / UInt64(Self.maximumRatio) > max(1, status.comp_size)
            if out.count > Self.maximumUnpacked || isBomb {
                throw Faults(
                    Fault(
                        path: "",
                        "The part “\(name)” unpacks to far more than a table needs: at most \(Self.maximumUnpacked >> 20) MB and \(Self.maximumRatio) times its packed size are read.",
                        remedy:
                            "Save the sheet again from the spreadsheet program; do not open this file if you do not know where it came from."
                    ))
            }
        }
        // A shorter file passes without a checksum error if its header was cut to match.
        if status.valid & zip_uint64_t(ZIP_STAT_SIZE) != 0, status.size != zip_uint64_t(out.count) {
            throw Self.damaged("“\(name)” is not complete")
        }
        return out
    }

    static let encrypted = Faults(
        Fault(
            path: "", "The workbook is protected with a password.",
            remedy: "Open it, remove the password (File, Info, Protect Workbook), and save it again."))

    static func damaged(_ reason: String) -> Faults {
        Faults(
            Fault(
                path: "", "The workbook is damaged: \(reason.prefix(1).lowercased() + reason.dropFirst()).",
                remedy: "Ask for the file again, or open it in the spreadsheet program and save it again."))
    }
}
