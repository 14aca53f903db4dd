import Logging

/// What is asked of a server at the start: that it can keep what we promise, and the newest version of the tables.
struct PostgreSQLServer {
    private let connection: PostgreSQLConnection
    private let texts = StatementCache<StatementText>()
    private let logger: Logger

    init(_ connection: PostgreSQLConnection, logger: Logger) {
        self.connection = connection
        self.logger = logger
    }

    func prepare(_ migrations: [Migration]) throws {
        try check()
        try migrate(migrations)
    }

    private func check() throws {
        let row = try inTransaction { statements in
            try statements.first(
                """
                SELECT current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,
                    current_setting('server_version_num') AS version, current_schema() AS home
                """)
        }
        guard let row else { return }
        guard try row.text("encoding") == "UTF8" else {
            throw StorageError.input(
                "The PostgreSQL database has the encoding \(try row.text("encoding")), which cannot keep every text. Make one with the encoding UTF8."
            )
        }
        guard try Int(row.text("version")) ?? 0 >= 130_000 else {
            throw StorageError.input("The PostgreSQL server is older than version 13. Use a newer one.")
        }
        guard try row.optionalText("home") != nil else {
            throw StorageError.input(
                "The schema that the address of the PostgreSQL database names does not exist. Make it first.")
        }
        if try row.text("fsync") == "off" {
            logger.warning("PostgreSQL runs with fsync=off: a loss of power loses or damages the database.")
        }
    }

    private func migrate(_ migrations: [Migration]) throws {
        let migrator = try Migrator(migrations)
        let found = try inTransaction { statements in
            try lock(statements)
            return try migrator.version(statements)
        }
        for migration in migrations.dropFirst(found) {
            let isNew = try inTransaction { statements in
                try lock(statements)
                guard try migrator.checkedVersion(statements) < migration.number else { return false }
                try Self.apply(migration, statements)
                try migrator.record(migration, statements)
                return true
            }
            if isNew {
                logger.info("Migrated", metadata: ["version": "\(migration.number)", "name": "\(migration.name)"])
            }
        }
    }

    static func apply(_ migration: Migration, _ statements: PostgreSQLStatements) throws {
        for step in migration.steps {
            switch step {
            case .sql(let sql), .keyed(let sql): try statements.run(sql)
            case .busy(let table): try statements.runOwn(PostgreSQLDialect.busy(table))
            case .sealed(let table, let column):
                for command in PostgreSQLDialect.sealed(table, by: column) { try statements.runOwn(command) }
            case .appendOnly(let table):
                for command in PostgreSQLDialect.appendOnly(table) { try statements.runOwn(command) }
            }
        }
    }

    /// Until the transaction ends, so that of two servers that start at once one waits and finds the work done.
    private func lock(_ statements: PostgreSQLStatements) throws {
        try statements.runOwn("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0")
        try statements.runOwn("SELECT pg_advisory_xact_lock(hashtextextended('shoreline ' || current_schema(), 0))")
    }

    /// READ COMMITTED: after waiting for the lock, the next statement must see what the other server did.
    func inTransaction<Answer>(_ work: (PostgreSQLStatements) throws -> Answer) throws -> Answer {
        try connection.run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
        let statements = PostgreSQLStatements(connection, texts: texts, isReading: false)
        do {
            let answer = try work(statements)
            try statements.state.finish()
            try connection.run("COMMIT")
            return answer
        } catch {
            statements.state.end()
            if connection.isAlive { _ = try? connection.run("ROLLBACK") }
            throw error
        }
    }

    /// Makes the tables anew and fills them, all in one transaction.
    func rebuild<Answer>(
        _ plan: ArchivePlan, replacing: Bool, name: String, _ fill: (PostgreSQLStatements) throws -> Answer
    ) throws -> Answer {
        try check()
        let migrator = try Migrator(plan.migrations)
        return try inTransaction { statements in
            try lock(statements)
            _ = try migrator.version(statements)
            let present = try statements.rows(
                "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()")
            let names = Set(try present.map { try $0.text("name") })
            if names.contains(plan.workspace), !replacing, try ArchiveCopy.count(plan.workspace, statements) > 0 {
                throw Archive.inUse(name)
            }
            for table in plan.order.reversed() + ["schema_versions"] where names.contains(table) {
                try statements.run("DROP TABLE \(table) CASCADE")
            }
            _ = try migrator.version(statements)
            for migration in plan.migrations {
                try Self.apply(migration, statements)
                try migrator.record(migration, statements)
            }
            return try fill(statements)
        }
    }
}
