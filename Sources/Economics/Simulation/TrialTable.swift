/// Kept figures of all trials, a row a figure; filled block by block by several threads.
///
/// `@unchecked Sendable`: while it is filled, each thread writes only the columns of its own blocks; afterwards it is
/// only read.
final class TrialTable<Element: BitwiseCopyable>: @unchecked Sendable {
    let rows: Int
    let count: Int
    /// Longer than `count`: room for whole blocks of eight, and not a power of two, so rows do not share cache sets.
    let stride: Int
    let base: UnsafeMutablePointer<Element>

    init(rows: Int, count: Int, padding: Int, zero: Element? = nil) {
        self.rows = rows
        self.count = count
        stride = count + padding
        base = .allocate(capacity: max(1, rows * stride))
        // What is written before it is read needs no zeros: a large table's pages are touched once instead of twice.
        if let zero { base.initialize(repeating: zero, count: max(1, rows * stride)) }
    }

    deinit { base.deallocate() }

    func row(_ index: Int) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(start: base + index * stride, count: count)
    }
}
