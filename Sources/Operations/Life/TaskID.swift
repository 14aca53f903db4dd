/// A task: one seat of one stage of an item. Written `1042.2.0.1`: item, stage, round, seat.
public struct TaskID: Hashable, Sendable, CustomStringConvertible {
    public var item: Int64
    /// Counted from 0 in the order of the type's stages.
    public var stage: Int
    public var round: Int
    /// 1, or 1 and 2 where two key it blind.
    public var seat: Int

    public init(item: Int64, stage: Int, round: Int, seat: Int) {
        self.item = item
        self.stage = stage
        self.round = round
        self.seat = seat
    }

    /// - Returns: nil where the text is no task.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, text.utf8.count <= 40,
            text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }),
            let item = Int64(parts[0]), let stage = Int(parts[1]), let round = Int(parts[2]), let seat = Int(parts[3])
        else { return nil }
        self.init(item: item, stage: stage, round: round, seat: seat)
    }

    public var description: String { "\(item).\(stage).\(round).\(seat)" }
}
