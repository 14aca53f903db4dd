extension Schema {
    static let operations = Migration(
        2, "The running work: types, items, tasks, entries, quality",
        definitions + dispatch + items + evidence)

    /// What work looks like, and who can do it.
    private static let definitions: [Migration.Step] = [
        // Numbers of items, batches, pools and crews, by name; handed out in blocks.
        .keyed(
            """
            CREATE TABLE counters (
                organisation TEXT NOT NULL REFERENCES organisations (id),
                name TEXT NOT NULL,
                value BIGINT NOT NULL,
                PRIMARY KEY (organisation, name)
            )
            """),
        .sql(
            """
            CREATE TABLE calendars (
                organisation TEXT NOT NULL REFERENCES organisations (id),
                key TEXT NOT NULL,
                text TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version >= 1),
                changed_at BIGINT NOT NULL,
                changed_by TEXT NOT NULL,
                PRIMARY KEY (organisation, key)
            )
            """),
        .sql(
            """
            CREATE TABLE work_types (
                organisation TEXT NOT NULL REFERENCES organisations (id),
                key TEXT NOT NULL,
                title TEXT NOT NULL,
                head BIGINT NOT NULL CHECK (head >= 1),
                stopped_at BIGINT,
                created_at BIGINT NOT NULL,
                created_by TEXT NOT NULL,
                changed_at BIGINT NOT NULL,
                changed_by TEXT NOT NULL,
                PRIMARY KEY (organisation, key)
            )
            """),
        .sql(
            """
            CREATE TABLE work_type_versions (
                organisation TEXT NOT NULL,
                type TEXT NOT NULL,
                number BIGINT NOT NULL CHECK (number >= 1),
                text TEXT NOT NULL,
                digest TEXT NOT NULL,
                author TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                PRIMARY KEY (organisation, type, number),
                FOREIGN KEY (organisation, type) REFERENCES work_types (organisation, key)
            )
            """),
        .appendOnly(table: "work_type_versions"),
        // What decides who may be given what: who employs somebody, where they sit, what they can do and speak.
        .sql(
            """
            CREATE TABLE operators (
                organisation TEXT NOT NULL,
                person TEXT NOT NULL,
                employer TEXT NOT NULL,
                country TEXT NOT NULL,
                skills TEXT NOT NULL,
                languages TEXT NOT NULL,
                changed_at BIGINT NOT NULL,
                changed_by TEXT NOT NULL,
                PRIMARY KEY (organisation, person),
                FOREIGN KEY (organisation, person) REFERENCES people (organisation, id)
            )
            """),
    ]

    /// Who is given what. A pool is everything that eligibility depends on; a crew is a set of people who already worked
    /// on an item and may not do the next step of it; a lane is what waits in a pool behind the same crew.
    private static let dispatch: [Migration.Step] = [
        .sql(
            """
            CREATE TABLE pools (
                organisation TEXT NOT NULL REFERENCES organisations (id),
                id BIGINT NOT NULL,
                type TEXT NOT NULL,
                stage TEXT NOT NULL,
                skill TEXT NOT NULL,
                language TEXT NOT NULL,
                employer TEXT NOT NULL,
                residency TEXT NOT NULL,
                stopped BIGINT NOT NULL CHECK (stopped IN (0, 1)),
                PRIMARY KEY (organisation, id),
                UNIQUE (organisation, type, stage, skill, language, employer, residency)
            )
            """),
        .keyed(
            """
            CREATE TABLE operator_pools (
                organisation TEXT NOT NULL,
                person TEXT NOT NULL,
                pool BIGINT NOT NULL,
                PRIMARY KEY (organisation, person, pool)
            )
            """),
        .sql(
            """
            CREATE TABLE crews (
                organisation TEXT NOT NULL REFERENCES organisations (id),
                id BIGINT NOT NULL,
                members TEXT NOT NULL,
                PRIMARY KEY (organisation, id),
                UNIQUE (organisation, members)
            )
            """),
        .keyed(
            """
            CREATE TABLE crew_members (
                organisation TEXT NOT NULL,
                crew BIGINT NOT NULL,
                person TEXT NOT NULL,
                PRIMARY KEY (organisation, crew, person)
            )
            """),
        .keyed(
            """
            CREATE TABLE lanes (
                organisation TEXT NOT NULL,
                pool BIGINT NOT NULL,
                crew BIGINT NOT NULL,
                waiting BIGINT NOT NULL CHECK (waiting >= 0),
                PRIMARY KEY (organisation, pool, crew)
            )
            """),
        .busy(table: "lanes"),
        // In the order in which they are given out; nothing else is kept here.
        .keyed(
            """
            CREATE TABLE open_tasks (
                organisation TEXT NOT NULL,
                pool BIGINT NOT NULL,
                crew BIGINT NOT NULL,
                due BIGINT NOT NULL,
                priority BIGINT NOT NULL,
                item BIGINT NOT NULL,
                seat BIGINT NOT NULL,
                stage BIGINT NOT NULL,
                round BIGINT NOT NULL,
                fence BIGINT NOT NULL,
                PRIMARY KEY (organisation, pool, crew, due, priority, item, seat)
            )
            """),
        .busy(table: "open_tasks"),
    ]

    /// The items of a batch have numbers in a row, from its first.
    private static let items: [Migration.Step] = [
        .sql(
            """
            CREATE TABLE batches (
                organisation TEXT NOT NULL REFERENCES organisations (id),
                number BIGINT NOT NULL,
                type TEXT NOT NULL,
                key TEXT NOT NULL,
                name TEXT NOT NULL,
                digest TEXT NOT NULL,
                first BIGINT NOT NULL,
                items BIGINT NOT NULL,
                refused BIGINT NOT NULL,
                repeated BIGINT NOT NULL,
                faults TEXT NOT NULL,
                received_at BIGINT NOT NULL,
                received_by TEXT NOT NULL,
                PRIMARY KEY (organisation, number),
                UNIQUE (organisation, key)
            )
            """),
        .keyed(
            """
            CREATE TABLE items (
                organisation TEXT NOT NULL REFERENCES organisations (id),
                number BIGINT NOT NULL,
                batch BIGINT NOT NULL,
                type TEXT NOT NULL,
                version BIGINT NOT NULL,
                client_key TEXT,
                digest TEXT NOT NULL,
                language TEXT NOT NULL,
                priority BIGINT NOT NULL,
                received_at BIGINT NOT NULL,
                due BIGINT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('open', 'pended', 'waiting', 'done', 'cancelled')),
                stage BIGINT NOT NULL,
                round BIGINT NOT NULL,
                ended_at BIGINT,
                PRIMARY KEY (organisation, number),
                FOREIGN KEY (organisation, batch) REFERENCES batches (organisation, number),
                CHECK ((ended_at IS NULL) = (status NOT IN ('done', 'cancelled')))
            )
            """),
        .sql(
            """
            CREATE UNIQUE INDEX items_key ON items (organisation, type, client_key) WHERE client_key IS NOT NULL
            """),
        .sql("CREATE INDEX items_digest ON items (organisation, type, digest) WHERE client_key IS NULL"),
        .busy(table: "items"),
        .keyed(
            """
            CREATE TABLE item_sources (
                organisation TEXT NOT NULL,
                item BIGINT NOT NULL,
                entry TEXT NOT NULL,
                PRIMARY KEY (organisation, item)
            )
            """),
        .appendOnly(table: "item_sources"),
        // Who has, or had, which task of an item, and what they completed it with. One holder a task, and of the tasks
        // that must be done by different people none twice by the same: the rules are the table's own. A task that is
        // given back loses its row; one that is done keeps it for ever.
        .keyed(
            """
            CREATE TABLE holdings (
                organisation TEXT NOT NULL,
                item BIGINT NOT NULL,
                stage BIGINT NOT NULL,
                round BIGINT NOT NULL,
                seat BIGINT NOT NULL,
                person TEXT NOT NULL,
                separate BIGINT NOT NULL CHECK (separate IN (0, 1)),
                fence BIGINT NOT NULL,
                pool BIGINT NOT NULL,
                taken_at BIGINT NOT NULL,
                held_until BIGINT,
                done_at BIGINT,
                seconds BIGINT,
                entry TEXT,
                PRIMARY KEY (organisation, item, stage, round, seat),
                CHECK ((held_until IS NULL) = (done_at IS NOT NULL)),
                CHECK ((done_at IS NULL) = (entry IS NULL)),
                FOREIGN KEY (organisation, item) REFERENCES items (organisation, number)
            )
            """),
        .sql(
            """
            CREATE UNIQUE INDEX holdings_separate ON holdings (organisation, item, person) WHERE separate = 1
            """),
        .sql("CREATE INDEX holdings_open ON holdings (organisation, person) WHERE held_until IS NOT NULL"),
        .sealed(table: "holdings", by: "done_at"),
        .busy(table: "holdings"),
    ]

    /// What was done, by whom, and what was found: rows that are only added.
    private static let evidence: [Migration.Step] = [
        // What was saved on the way; a late one belongs to a lease that had ended.
        .keyed(
            """
            CREATE TABLE drafts (
                organisation TEXT NOT NULL,
                item BIGINT NOT NULL,
                stage BIGINT NOT NULL,
                round BIGINT NOT NULL,
                seat BIGINT NOT NULL,
                fence BIGINT NOT NULL,
                person TEXT NOT NULL,
                late BIGINT NOT NULL CHECK (late IN (0, 1)),
                saved_at BIGINT NOT NULL,
                entry TEXT NOT NULL,
                PRIMARY KEY (organisation, item, stage, round, seat, fence, person)
            )
            """),
        .sql(
            """
            CREATE TABLE skips (
                organisation TEXT NOT NULL,
                item BIGINT NOT NULL,
                stage BIGINT NOT NULL,
                round BIGINT NOT NULL,
                seat BIGINT NOT NULL,
                fence BIGINT NOT NULL,
                person TEXT NOT NULL,
                reason TEXT NOT NULL,
                skipped_at BIGINT NOT NULL,
                PRIMARY KEY (organisation, item, stage, round, seat, fence),
                FOREIGN KEY (organisation, item) REFERENCES items (organisation, number)
            )
            """),
        .appendOnly(table: "skips"),
        .sql(
            """
            CREATE TABLE pauses (
                organisation TEXT NOT NULL,
                item BIGINT NOT NULL,
                number BIGINT NOT NULL,
                began_at BIGINT NOT NULL,
                ended_at BIGINT CHECK (ended_at IS NULL OR ended_at >= began_at),
                reason TEXT NOT NULL,
                began_by TEXT NOT NULL,
                ended_by TEXT,
                PRIMARY KEY (organisation, item, number),
                FOREIGN KEY (organisation, item) REFERENCES items (organisation, number)
            )
            """),
        // Fields in which two blind entries differ, and what an adjudication or a check found in one.
        .keyed(
            """
            CREATE TABLE findings (
                organisation TEXT NOT NULL,
                item BIGINT NOT NULL,
                stage BIGINT NOT NULL,
                round BIGINT NOT NULL,
                path TEXT NOT NULL,
                person TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('differs', 'wrong', 'missing', 'extra')),
                critical BIGINT NOT NULL CHECK (critical IN (0, 1)),
                type TEXT NOT NULL,
                field TEXT NOT NULL,
                found_at BIGINT NOT NULL,
                PRIMARY KEY (organisation, item, stage, round, path, person, kind)
            )
            """),
        .sql("CREATE INDEX findings_field ON findings (organisation, type, field, found_at)"),
        .appendOnly(table: "findings"),
    ]

    static let operationsTables = [
        "counters", "calendars", "work_types", "work_type_versions", "operators", "pools", "operator_pools", "crews",
        "crew_members", "lanes", "open_tasks", "batches", "items", "item_sources", "holdings", "drafts",
        "skips", "pauses", "findings",
    ]
}
