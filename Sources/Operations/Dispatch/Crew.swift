import Storage

/// Sets of people who may not be given a task, by number: those who already worked on its item.
///
/// A task's place in its queue begins with pool and crew, so that a clerk who keyed a thousand first entries does not walk
/// over the thousand second ones that are not for them.
struct CrewTable {
    let store: ScopedStatements

    /// The number of the empty crew.
    static let nobody: Int64 = 0

    /// - Returns: the number of a set of people; made where it is new.
    func id(of people: Set<String>) throws -> Int64 {
        if people.isEmpty { return Self.nobody }
        let members = people.sorted().joined(separator: " ")
        let known = try store.first(
            "SELECT id FROM crews WHERE organisation = ?1 AND members = ?2", [.text(members)])
        if let known { return try known.integer("id") }
        let id = try Counters(store).next("crews")
        try store.run(
            "INSERT INTO crews (organisation, id, members) VALUES (?1, ?2, ?3)", [.integer(id), .text(members)])
        for person in people {
            try store.run(
                "INSERT INTO crew_members (organisation, crew, person) VALUES (?1, ?2, ?3)",
                [.integer(id), .text(person)])
        }
        return id
    }
}
