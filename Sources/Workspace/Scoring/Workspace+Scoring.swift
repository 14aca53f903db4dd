import Notation
public import Scorecards
public import Sourcing
import Storage

/// Which person scores as which evaluator of a case.
public struct Assignment: Sendable, Hashable {
    public var caseID: String
    public var evaluator: String
    public var person: String
}

/// A sheet that one person fills in, with what was saved of it and what stands.
public struct OwnSheet: Sendable {
    public var caseID: String
    public var title: String
    public var evaluator: String
    public var evaluation: Evaluation
    public var sheet: ScoreSheet
    /// As typed; nil where nothing was saved since the last hand-in.
    public var draft: Draft?
    /// What was handed in; nil before.
    public var standing: [ScoreCell: ScoreEntry]?
    public var handedInAt: String?
    public var openedAt: String?

    public struct Draft: Sendable, Hashable {
        /// Form fields as posted.
        public var fields: [String: String]
        public var savedAt: Int64
    }
}

extension Workspace {
    // MARK: For whoever runs the evaluation

    /// How far the scoring of a case is: who handed in, and nothing of what.
    public func scoring(as member: Member, _ id: String) async throws -> ScoringState {
        try member.require(.readCases)
        return try await database.read(in: member.scope) { store in
            let log = try Self.log(id, store)
            let (theCase, evaluation) = try Self.evaluation(id, store)
            return ScoringState(theCase: theCase, evaluation: evaluation, log: log)
        }
    }

    /// A version of a case with what the log adds to it.
    public func scoredCase(as member: Member, _ id: String, number: Int? = nil) async throws -> ScoredCase {
        try member.require(.readCases)
        return try await database.read(in: member.scope) { store in
            let version = try Self.version(id, number, store)
            let log = try Self.log(id, store)
            return ScoredCase(line: try Self.line(id, store), version: version, log: log)
        }
    }

    /// The lines of the evaluation log, to be kept elsewhere.
    ///
    /// - Throws: ``WorkspaceError/refused(_:remedy:)`` before the opening: the lines hold scores.
    public func scoreLines(as member: Member, _ id: String) async throws -> [String] {
        try member.require(.readCases)
        return try await database.read(in: member.scope) { store in
            let log = try Self.log(id, store)
            if log.opening == nil, !log.records.isEmpty {
                throw WorkspaceError.refused(
                    "The bids are not opened yet: until then nobody sees another's scores.",
                    remedy: "Open the bids first.")
            }
            return try store.rows(
                "SELECT line FROM case_scores WHERE organisation = ?1 AND case_id = ?2 ORDER BY number", [.text(id)]
            ).map { try $0.text("line") }
        }
    }

    /// Who scores as whom.
    public func assignments(as member: Member, _ id: String) async throws -> [Assignment] {
        try member.require(.readCases)
        return try await database.read(in: member.scope) { store in
            _ = try Self.line(id, store)
            return try store.rows(
                "SELECT * FROM assignments WHERE organisation = ?1 AND case_id = ?2 ORDER BY evaluator", [.text(id)]
            ).map(Self.assignment)
        }
    }

    /// Lets somebody of the organisation score as an evaluator of the case.
    public func assign(as member: Member, _ id: String, evaluator: String, to person: String) async throws {
        try member.require(.moderate)
        let now = clock.now()
        try await database.write(in: member.scope) { store in
            try Self.checkFree(evaluator, id, store)
            guard try store.first("SELECT id FROM people WHERE organisation = ?1 AND id = ?2", [.text(person)]) != nil
            else { throw WorkspaceError.notFound }
            let taken = try store.first(
                "SELECT evaluator FROM assignments WHERE organisation = ?1 AND case_id = ?2 AND person = ?3",
                [.text(id), .text(person)])
            if let taken {
                throw WorkspaceError.refused(
                    "This person scores as \(try taken.text("evaluator")) already.",
                    remedy: "One person is one evaluator.")
            }
            try Self.assign(store, caseID: id, evaluator: evaluator, person: person, now: now)
            try AuditLog.append(
                store, at: now, actor: member.person, action: "scoring.assign", subject: id,
                detail: "\(evaluator) is scored by \(person)")
        }
    }

    /// Opens the bids: scores, scales and rules stand from here on, and are seen.
    public func openBids(as member: Member, _ id: String) async throws {
        try member.require(.moderate)
        let now = clock.now()
        try await database.write(in: member.scope) { store in
            let (theCase, evaluation) = try Self.evaluation(id, store)
            var log = try Self.log(id, store)
            let record = try Self.faults { () throws(Faults) in
                try log.opening(evaluation, document: theCase.document, time: Moment.iso(now), by: member.name)
            }
            try Self.append(record, to: &log, id, store)
            try AuditLog.append(
                store, at: now, actor: member.person, action: "scoring.open", subject: id,
                detail: "The bids were opened; the log ends with \(log.head.prefix(12))")
            try store.notify("cases", id)
        }
    }

    // MARK: For an evaluator

    /// The cases that the person is to score.
    public func sheetsToScore(as member: Member) async throws -> [OwnSheet] {
        try member.requireReading()
        let ids = try await database.read(in: member.scope) { store in
            try store.rows(
                """
                SELECT a.case_id FROM assignments a JOIN cases c ON c.organisation = a.organisation AND c.id = a.case_id
                WHERE a.organisation = ?1 AND a.person = ?2 AND c.archived_at IS NULL ORDER BY c.changed_at DESC
                """, [.text(member.person)]
            ).map { try $0.text("case_id") }
        }
        var sheets: [OwnSheet] = []
        for id in ids {
            // A case that lost its selection since, or this evaluator, asks for no scores; anything else is a failure.
            do { sheets.append(try await ownSheet(as: member, id)) } catch is WorkspaceError {}
        }
        return sheets
    }

    /// The person's own sheet of a case, and nothing else of the case.
    public func ownSheet(as member: Member, _ id: String) async throws -> OwnSheet {
        try member.requireReading()
        return try await database.read(in: member.scope) { store in
            let evaluator = try Self.evaluator(id, member, store)
            let (theCase, evaluation) = try Self.evaluation(id, store)
            let log = try Self.log(id, store)
            let sheet = try Self.faults { () throws(Faults) in
                try ScoreSheet(evaluation, title: theCase.title, evaluator: evaluator)
            }
            var own = OwnSheet(
                caseID: id, title: theCase.title, evaluator: evaluator, evaluation: evaluation, sheet: sheet,
                openedAt: log.opening?.time)
            own.standing = log.standing[evaluator]
            own.handedInAt = log.records.last { $0.evaluator == evaluator }?.time
            let draft = try store.first(
                "SELECT * FROM score_drafts WHERE organisation = ?1 AND case_id = ?2 AND person = ?3",
                [.text(id), .text(member.person)])
            if let draft {
                let tree = try JSONReader.read(text: try draft.text("entries"))
                var fields: [String: String] = [:]
                for entry in tree.entries ?? [] { fields[entry.key] = entry.value.string ?? "" }
                own.draft = .init(fields: fields, savedAt: try draft.integer("saved_at"))
            }
            return own
        }
    }

    /// Keeps what was typed so far, with its mistakes: nothing of it counts before it is handed in.
    public func saveDraft(as member: Member, _ id: String, fields: [String: String]) async throws {
        try member.requireWriting()
        let kept = fields.sorted { $0.key < $1.key }
        let size = kept.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        if size > 1 << 20 {
            throw WorkspaceError.invalid("", "The sheet has more than a megabyte of notes.", "Shorten the notes.")
        }
        let text = JSONWriter.text(.map(kept.map { ($0.key, .text($0.value)) }))
        let now = clock.now()
        try await database.write(in: member.scope) { store in
            _ = try Self.evaluator(id, member, store)
            try store.run(
                """
                INSERT INTO score_drafts (organisation, case_id, person, entries, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT (organisation, case_id, person) DO UPDATE SET entries = excluded.entries,
                    saved_at = excluded.saved_at
                """, [.text(id), .text(member.person), .text(text), .integer(now)])
        }
    }

    /// Hands a sheet in: a line of the evaluation log.
    ///
    /// - Parameters:
    ///   - scale: the version of the scale that the page showed; nil takes the one that stands.
    ///   - reason: needed once the bids are opened.
    /// - Returns: false where it brings nothing new.
    public func handIn(
        as member: Member, _ id: String, entries: [ScoreCell: ScoreEntry], scale: String? = nil,
        reason: String?
    ) async throws -> Bool {
        try member.requireWriting()
        let now = clock.now()
        return try await database.write(in: member.scope) { store in
            let evaluator = try Self.evaluator(id, member, store)
            let (_, evaluation) = try Self.evaluation(id, store)
            var log = try Self.log(id, store)
            // Before the opening the digest of the last line is shown, so that it can be noted. The random part keeps
            // anybody from finding the line by trying all sheets: a small case has few.
            let name = "the workspace, sheet \(Secrets.id())"
            let record = try Self.faults { () throws(Faults) in
                let sheet = try ReturnedSheet(
                    entries: entries, evaluator: evaluator, scale: scale ?? ScaleVersion.of(evaluation),
                    evaluation: evaluation,
                    file: name)
                return try log.receiving(
                    sheet, into: evaluation, time: Moment.iso(now), by: member.name, reason: reason)
            }
            try store.run(
                "DELETE FROM score_drafts WHERE organisation = ?1 AND case_id = ?2 AND person = ?3",
                [.text(id), .text(member.person)])
            guard let record else { return false }
            try Self.append(record, to: &log, id, store)
            // Who handed in and when; never what: this is read before the opening.
            try AuditLog.append(
                store, at: now, actor: member.person,
                action: record.kind == .sheet ? "scoring.hand-in" : "scoring.change",
                subject: id, detail: "\(evaluator), log line \(log.records.count), \(log.head.prefix(12))")
            try store.notify("cases", id)
            return true
        }
    }

    /// Takes over a log that stood beside a case file, as `shoreline scorecard` writes it.
    ///
    /// For the example of a first start: the case is the first organisation's.
    public func takeOverLog(_ id: String, lines: [UInt8]) async throws {
        _ = try EvaluationLog(lines)
        let texts = String(decoding: lines, as: UTF8.self).split(separator: "\n").map(String.init)
        guard let scope = try await organisations().first else { throw WorkspaceError.notFound }
        let now = clock.now()
        try await database.write(in: scope) { store in
            guard try Self.log(id, store).records.isEmpty else {
                throw WorkspaceError.refused(
                    "The case has scores already.", remedy: "Take the log over into a new case.")
            }
            for (index, text) in texts.enumerated() { try Self.add(text, number: index + 1, id, store) }
            try AuditLog.append(
                store, at: now, actor: "system", action: "scoring.take-over", subject: id,
                detail: "\(texts.count) log lines of a file")
        }
    }

    // MARK: Within a transaction

    /// - Throws: where the case knows no such evaluator, or somebody scores as that one already.
    static func checkFree(_ evaluator: String?, _ caseID: String, _ store: ScopedStatements) throws {
        let evaluation = try evaluation(caseID, store).evaluation
        guard let evaluator, evaluation.evaluators.contains(where: { $0.name == evaluator }) else {
            throw WorkspaceError.invalid(
                "evaluator", evaluator.map { "The case has no evaluator “\($0)”." } ?? "No evaluator is named.",
                "Add the evaluator to the case first, under selection.evaluators.")
        }
        try checkNobody(is: evaluator, caseID, store)
    }

    private static func checkNobody(is evaluator: String, _ caseID: String, _ store: ScopedStatements) throws {
        let known = try store.first(
            "SELECT person FROM assignments WHERE organisation = ?1 AND case_id = ?2 AND evaluator = ?3",
            [.text(caseID), .text(evaluator)])
        if known != nil {
            throw WorkspaceError.refused(
                "Somebody scores as \(evaluator) already.", remedy: "Add another evaluator to the case.")
        }
    }

    static func assign(
        _ store: ScopedStatements, caseID: String, evaluator: String, person: String, now: Int64
    ) throws {
        try checkNobody(is: evaluator, caseID, store)
        try store.run(
            "INSERT INTO assignments (organisation, case_id, evaluator, person, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            [.text(caseID), .text(evaluator), .text(person), .integer(now)])
    }

    /// Which evaluator somebody is; a case that one has no part in is not found.
    private static func evaluator(_ id: String, _ member: Member, _ store: ScopedStatements) throws -> String {
        let row = try store.first(
            "SELECT evaluator FROM assignments WHERE organisation = ?1 AND case_id = ?2 AND person = ?3",
            [.text(id), .text(member.person)])
        guard let row else { throw WorkspaceError.notFound }
        return try row.text("evaluator")
    }

    private static func assignment(_ row: Row) throws -> Assignment {
        Assignment(
            caseID: try row.text("case_id"), evaluator: try row.text("evaluator"), person: try row.text("person"))
    }

    private static func evaluation(
        _ id: String, _ store: ScopedStatements
    ) throws -> (theCase: Case, evaluation: Evaluation) {
        let theCase = try read(try version(id, nil, store).text)
        guard let evaluation = theCase.evaluation else {
            throw WorkspaceError.refused(
                "This case does not compare partners.",
                remedy: "Add a selection section with criteria, evaluators and partners to it first.")
        }
        return (theCase, evaluation)
    }

    static func log(_ id: String, _ store: ScopedStatements) throws -> EvaluationLog {
        _ = try line(id, store)
        var bytes: [UInt8] = []
        let rows = try store.rows(
            "SELECT line FROM case_scores WHERE organisation = ?1 AND case_id = ?2 ORDER BY number", [.text(id)])
        for row in rows {
            bytes += Array(try row.text("line").utf8)
            bytes.append(0x0A)
        }
        do throws(Faults) { return try EvaluationLog(bytes) } catch {
            throw StorageError.damaged("the record of the scores of a case: \(error)")
        }
    }

    private static func append(
        _ record: LogRecord, to log: inout EvaluationLog, _ id: String, _ store: ScopedStatements
    ) throws {
        let line = String(decoding: log.append(record).dropLast(), as: UTF8.self)
        try add(line, number: log.records.count, id, store)
    }

    private static func add(_ line: String, number: Int, _ id: String, _ store: ScopedStatements) throws {
        try store.run(
            "INSERT INTO case_scores (organisation, case_id, number, line) VALUES (?1, ?2, ?3, ?4)",
            [.text(id), .integer(number), .text(line)])
    }

    private static func faults<Answer>(_ body: () throws(Faults) -> Answer) throws(WorkspaceError) -> Answer {
        do throws(Faults) { return try body() } catch { throw .invalid(error) }
    }
}
