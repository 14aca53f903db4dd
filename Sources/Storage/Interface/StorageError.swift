/// What can go wrong with a database. Descriptions never show a value: values are somebody's data.
public enum StorageError: Error, Hashable, Sendable {
    /// Another process owns the SQLite file.
    case owned(file: String, by: String?)
    /// The database was written by a newer program.
    case newer(found: Int, known: Int)
    /// A rule of the database: its kind, and for unique and notNull the columns (“accounts.email”, several as
    /// “people.organisation, people.id”), else the table of the statement.
    case constraint(ConstraintKind, String)
    /// The disk is full.
    case full
    /// The database or its folder cannot be written.
    case readOnly
    /// The database cannot be reached; it may come back.
    case unreachable(String)
    /// Too busy for longer than we wait, or a collision that did not go away.
    case busy
    /// What is stored is damaged.
    case damaged(String)
    case closed
    /// A column of an answer is not what the program expects: a defect of the program.
    case column(String, String)
    /// A statement that the database refuses: a defect of the program. The statement without its values.
    case statement(String, reason: String)
    /// A statement on an organisation's rows that does not say which organisation: a defect of the program.
    case unscoped(String)
    /// A wrong address, file or archive, as a whole sentence.
    case input(String)

    public enum ConstraintKind: String, Hashable, Sendable {
        case unique, foreignKey, check, notNull
        /// Rows that may only be added.
        case appendOnly
    }
}

extension StorageError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .owned(let file, let by):
            "\(file) is in use by another process\(by.map { " (\($0))" } ?? ""). One process owns an SQLite file: stop the other one, or use PostgreSQL for several."
        case .newer(let found, let known):
            "The database has version \(found), and this program knows versions up to \(known). Install the newer program; an older one would damage what it does not know."
        case .constraint(let kind, let name): "The database refused the change: \(kind.rawValue) rule of \(name)."
        case .full: "The disk is full. Nothing of the change was kept. Make room and try again."
        case .readOnly: "The database cannot be written: the file, its folder or the disk is read-only."
        case .unreachable(let reason): "The database cannot be reached: \(reason)"
        case .busy: "The database is busy. Nothing of the change was kept. Try again."
        case .damaged(let what): "The database is damaged: \(what). Restore a backup with shoreline restore."
        case .closed: "The database is closed."
        case .column(let name, let what): "A defect of the program: column \(name) \(what)."
        case .statement(let sql, let reason): "A defect of the program: the database refused “\(sql)”: \(reason)"
        case .unscoped(let sql): "A defect of the program: “\(sql)” does not say whose rows it means."
        case .input(let sentence): sentence
        }
    }
}
