public import Notation
import Sourcing

/// What two people who started from the same text made of it, put together.
///
/// Line based, with the rules of diff3 (Khanna, Kunal and Pierce, "A formal investigation of diff3", 2007): what only one
/// changed is taken from that one; what both changed alike is taken once; where both changed the same or touching lines
/// in different ways, a person must choose. Weakness: it knows lines, not keys, so changes to neighbouring lines conflict
/// although they may not contradict each other, and changes far apart may contradict: hence what comes out must also
/// read as a case. Ends of lines do not count; the outcome has those of the base.
public struct ThreeWayMerge: Sendable {
    public enum Piece: Hashable, Sendable {
        /// Lines that need no choice.
        case settled(String, Origin)
        case conflict(MergeConflict)
    }
    public enum Origin: String, Hashable, Sendable { case base, mine, theirs, both }

    /// Joined, with one side of each conflict, they are a whole text.
    public let pieces: [Piece]
    let base: String
    let mine: String
    let theirs: String

    public init(base: String, mine: String, theirs: String, stepsMaximum: Int = LineDifference.stepsMaximum) {
        (self.base, self.mine, self.theirs) = (base, mine, theirs)
        let lines = [base, mine, theirs].map { LineEndings.lines(LineEndings.unified($0)) }
        pieces = MergeBuilder(base: lines[0], mine: lines[1], theirs: lines[2], budget: stepsMaximum).pieces()
    }

    public var conflicts: [MergeConflict] {
        pieces.compactMap {
            guard case .conflict(let conflict) = $0 else { return nil }
            return conflict
        }
    }

    /// What comes out when every conflict is answered; nil while an answer is missing.
    /// - Parameter choices: by the conflict's number.
    public func text(choosing choices: [Int: MergeChoice]) -> String? {
        var out = ""
        for piece in pieces {
            switch piece {
            case .settled(let text, _): out += text
            case .conflict(let conflict):
                guard let choice = choices[conflict.number] else { return nil }
                out += conflict.text(choosing: choice)
            }
        }
        return LineEndings.adopting(base, in: out)
    }

    /// The text to be saved when every conflict of `outcome` is answered; nil while an answer is missing.
    public func resolved(choosing choices: [Int: MergeChoice]) -> String? {
        switch outcome {
        case .merged(let text, _): return text
        case .conflicts(let found):
            guard conflicts.isEmpty else { return text(choosing: choices) }
            // Both together are no case: one whole text is chosen.
            guard let whole = found.first, let choice = choices[whole.number], choice != .both else { return nil }
            return LineEndings.adopting(base, in: whole.text(choosing: choice))
        }
    }

    /// The merged text, if it needs no choice and reads as a case.
    public var outcome: MergeOutcome {
        guard let merged = text(choosing: [:]) else { return .conflicts(conflicts) }
        do {
            _ = try CaseReader.read(text: merged)
        } catch {
            return .conflicts([
                MergeConflict(
                    number: 1, line: 1, base: base, mine: mine, theirs: theirs,
                    reason: .refused(proposal: merged, faults: error.faults))
            ])
        }
        return .merged(merged, source)
    }

    private var source: MergeSource {
        var (mine, theirs, both) = (0, 0, 0)
        for case .settled(_, let origin) in pieces {
            switch origin {
            case .base: break
            case .mine: mine += 1
            case .theirs: theirs += 1
            case .both: both += 1
            }
        }
        return MergeSource(mine: mine, theirs: theirs, both: both)
    }
}

public enum MergeOutcome: Sendable {
    /// The text, and how many places came from whom.
    case merged(String, MergeSource)
    /// Never empty.
    case conflicts([MergeConflict])
}

/// Places that were taken from each side.
public struct MergeSource: Hashable, Sendable {
    public var mine: Int
    public var theirs: Int
    /// Places that both changed in the same way.
    public var both: Int

    /// In a whole sentence.
    public var sentence: String {
        func places(_ count: Int) -> String { count == 1 ? "1 place" : "\(count) places" }
        switch (mine, theirs, both) {
        case (0, 0, 0): return "Nothing was changed."
        case (0, 0, _): return "Both changed the same in \(places(both))."
        case (_, 0, 0): return "Only you changed something, in \(places(mine))."
        case (0, _, 0): return "Only the other side changed something, in \(places(theirs))."
        default:
            let same = both == 0 ? "" : ", and both the same in \(places(both))"
            return "You changed \(places(mine)), the other side \(places(theirs))\(same)."
        }
    }
}

/// A place that a person must decide on.
public struct MergeConflict: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case bothChanged
        /// No line was changed by both, yet what comes out is not a case. The three parts are then the whole texts.
        case refused(proposal: String, faults: [Fault])
    }
    /// From 1.
    public var number: Int
    /// The line of the base at which it begins, from 1.
    public var line: Int
    public var base: String
    public var mine: String
    public var theirs: String
    public var reason: Reason

    public init(number: Int, line: Int, base: String, mine: String, theirs: String, reason: Reason) {
        self.number = number
        self.line = line
        self.base = base
        self.mine = mine
        self.theirs = theirs
        self.reason = reason
    }

    /// Own text gets an end of line where it has none, so that what follows stays a line of its own.
    public func text(choosing choice: MergeChoice) -> String {
        switch choice {
        case .mine: return mine
        case .theirs: return theirs
        case .both: return Self.ended(mine) + theirs
        case .own(let text): return Self.ended(LineEndings.unified(text))
        }
    }

    private static func ended(_ text: String) -> String {
        text.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n"
    }
}

public enum MergeChoice: Hashable, Sendable {
    case mine, theirs
    /// Mine, then theirs.
    case both
    case own(String)
}
