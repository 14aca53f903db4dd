import Notation
package import Scorecards
package import Sourcing

/// The fields of a score sheet as a form: `score.PARTNER.CRITERION` and `note.PARTNER.CRITERION`.
package enum SheetForm {
    package struct Reading: Sendable {
        /// One for each box of the sheet; a box with nothing in it is "not known".
        package var entries: [ScoreCell: ScoreEntry] = [:]
        /// What could not be read, with the field's name; its box is not among the entries.
        package var faults: [FormFault] = []
        /// What was typed, by the field's name.
        package var typed: [String: String] = [:]
        /// Boxes in which nothing was chosen, not even "not known", in the order of the sheet.
        package var empty: [ScoreCell] = []
    }

    package static func scoreField(_ cell: ScoreCell) -> String { "score.\(cell.partner).\(cell.criterion)" }
    package static func noteField(_ cell: ScoreCell) -> String { "note.\(cell.partner).\(cell.criterion)" }

    /// Reads what was posted. Fields of other names are left to the caller; of a field that came twice, the last counts.
    package static func read(_ fields: [(String, String)], evaluation: Evaluation) -> Reading {
        let posted = Dictionary(fields, uniquingKeysWith: { $1 })
        var reading = Reading()
        for criterion in evaluation.scored {
            for partner in evaluation.partners {
                let cell = ScoreCell(partner: partner.name, criterion: criterion.name)
                let (score, note) = (posted[scoreField(cell)] ?? "", posted[noteField(cell)] ?? "")
                if !score.isEmpty { reading.typed[scoreField(cell)] = score }
                if !note.isEmpty { reading.typed[noteField(cell)] = note }
                if score.allSatisfy(\.isWhitespace) { reading.empty.append(cell) }
                do throws(Faults) {
                    reading.entries[cell] = try ScoreEntry(
                        written: score, note: note, on: criterion, path: scoreField(cell))
                } catch {
                    reading.faults += error.faults.map { fault in
                        FormFault(
                            note.count > ReturnedSheet.longestNote ? noteField(cell) : scoreField(cell),
                            "\(partner.shownName), \(criterion.title): "
                                + (fault.remedy.map { "\(fault.problem) \($0)" } ?? fault.problem))
                    }
                }
            }
        }
        return reading
    }

    /// What the fields hold for entries that were kept.
    package static func typed(_ entries: [ScoreCell: ScoreEntry]) -> [String: String] {
        var typed: [String: String] = [:]
        for (cell, entry) in entries {
            typed[scoreField(cell)] = entry.isKnown ? entry.written : "?"
            if let note = entry.note { typed[noteField(cell)] = note }
        }
        return typed
    }
}
