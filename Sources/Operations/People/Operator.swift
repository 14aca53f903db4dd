import Storage

/// What decides which work somebody may be given.
///
/// One person with two user names is two operators: the separation of duties binds accounts, and cannot see who sits
/// before them.
public struct Operator: Hashable, Sendable {
    public var person: String
    /// Whose employee: the client's name or a partner's.
    public var employer: String
    /// ISO 3166 code of the country in which they work.
    public var country: String
    public var skills: Set<String>
    /// ISO 639 codes.
    public var languages: Set<String>

    public init(person: String, employer: String, country: String, skills: Set<String>, languages: Set<String>) {
        self.person = person
        self.employer = employer
        self.country = country
        self.skills = skills
        self.languages = languages
    }

    init(_ row: Row) throws {
        person = try row.text("person")
        employer = try row.text("employer")
        country = try row.text("country")
        skills = Set(try row.text("skills").split(separator: "\n").map(String.init))
        languages = Set(try row.text("languages").split(separator: "\n").map(String.init))
    }
}
