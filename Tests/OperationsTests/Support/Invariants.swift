import Storage
import Testing

@testable import Operations
@testable import Workspace

extension Floor {
    /// What must hold of the rows whatever was done.
    func checkInvariants(_ admin: Member, _ context: String) async throws {
        // What the lanes count is what waits.
        let counted = try await rows(
            "SELECT pool, crew, waiting FROM lanes WHERE organisation = ?1 AND waiting > 0 ORDER BY pool, crew",
            in: admin)
        let waiting = try await rows(
            """
            SELECT pool, crew, COUNT(*) AS waiting FROM open_tasks WHERE organisation = ?1
            GROUP BY pool, crew ORDER BY pool, crew
            """, in: admin)
        #expect(counted.map(\.values) == waiting.map(\.values), "\(context)")
        // No task is open and held, or open twice.
        let both = try await rows(
            """
            SELECT t.item FROM open_tasks t JOIN holdings h ON h.organisation = t.organisation AND h.item = t.item
                AND h.stage = t.stage AND h.round = t.round AND h.seat = t.seat WHERE t.organisation = ?1
            """, in: admin)
        #expect(both.isEmpty, "\(context)")
        let twice = try await rows(
            """
            SELECT item, stage, round, seat FROM open_tasks WHERE organisation = ?1
            GROUP BY item, stage, round, seat HAVING COUNT(*) > 1
            """, in: admin)
        #expect(twice.isEmpty, "\(context)")
        // Whatever is not over has a task that is open or held, unless it waits for its lot.
        let lost = try await rows(
            """
            SELECT i.number FROM items i WHERE i.organisation = ?1 AND i.status IN ('open', 'pended')
                AND NOT EXISTS (SELECT 1 FROM open_tasks t WHERE t.organisation = ?1 AND t.item = i.number)
                AND NOT EXISTS (
                    SELECT 1 FROM holdings h WHERE h.organisation = ?1 AND h.item = i.number AND h.held_until IS NOT NULL)
            """, in: admin)
        #expect(lost.isEmpty, "\(context)")
        // Whatever is over has neither.
        let haunted = try await rows(
            """
            SELECT i.number FROM items i WHERE i.organisation = ?1 AND i.ended_at IS NOT NULL
                AND (EXISTS (SELECT 1 FROM open_tasks t WHERE t.organisation = ?1 AND t.item = i.number)
                OR EXISTS (
                    SELECT 1 FROM holdings h WHERE h.organisation = ?1 AND h.item = i.number AND h.held_until IS NOT NULL))
            """, in: admin)
        #expect(haunted.isEmpty, "\(context)")
        let workspace = Workspace(database: database, clock: time.clock, logger: .silent)
        let verdict = try await workspace.verifyAudit(as: admin)
        #expect(verdict.broken == nil, "\(context)")
    }
}
