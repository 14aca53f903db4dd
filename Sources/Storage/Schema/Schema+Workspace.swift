extension Schema {
    static let workspace = Migration(
        1, "The workspace: people, cases, scores, audit",
        [
            .sql(
                """
                CREATE TABLE organisations (
                    id TEXT PRIMARY KEY,
                    name TEXT NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('client', 'partner')),
                    created_at BIGINT NOT NULL
                )
                """),
            // What signing in needs; one account belongs to one organisation.
            .sql(
                """
                CREATE TABLE accounts (
                    id TEXT PRIMARY KEY,
                    organisation TEXT NOT NULL REFERENCES organisations (id),
                    email TEXT NOT NULL UNIQUE,
                    password TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    disabled_at BIGINT
                )
                """),
            .sql(
                """
                CREATE TABLE sessions (
                    hash TEXT PRIMARY KEY,
                    account TEXT NOT NULL REFERENCES accounts (id),
                    device TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    seen_at BIGINT NOT NULL,
                    expires_at BIGINT NOT NULL
                )
                """),
            .sql("CREATE INDEX sessions_account ON sessions (account)"),
            // Failed attempts to sign in, by account and by address; the key is a hash.
            .sql(
                """
                CREATE TABLE attempts (
                    key TEXT PRIMARY KEY,
                    failures BIGINT NOT NULL,
                    since BIGINT NOT NULL
                )
                """),
            .sql(
                """
                CREATE TABLE people (
                    id TEXT PRIMARY KEY REFERENCES accounts (id),
                    organisation TEXT NOT NULL REFERENCES organisations (id),
                    name TEXT NOT NULL,
                    email TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    disabled_at BIGINT,
                    UNIQUE (organisation, id)
                )
                """),
            .sql(
                """
                CREATE TABLE person_roles (
                    organisation TEXT NOT NULL,
                    person TEXT NOT NULL,
                    role TEXT NOT NULL CHECK (role IN ('administrator', 'analyst', 'evaluator', 'supervisor', 'clerk',
                        'partner-manager', 'auditor')),
                    PRIMARY KEY (organisation, person, role),
                    FOREIGN KEY (organisation, person) REFERENCES people (organisation, id)
                )
                """),
            // One-time links: first start, invitations, new passwords. Only a hash of the secret is kept.
            .sql(
                """
                CREATE TABLE links (
                    hash TEXT PRIMARY KEY,
                    organisation TEXT NOT NULL REFERENCES organisations (id),
                    purpose TEXT NOT NULL CHECK (purpose IN ('first-start', 'invitation', 'password', 'sign-in')),
                    person TEXT,
                    email TEXT,
                    roles TEXT NOT NULL,
                    case_id TEXT,
                    evaluator TEXT,
                    created_by TEXT,
                    created_at BIGINT NOT NULL,
                    expires_at BIGINT NOT NULL,
                    used_at BIGINT
                )
                """),
            .sql("CREATE INDEX links_organisation ON links (organisation, created_at)"),
            .sql(
                """
                CREATE TABLE tokens (
                    id TEXT PRIMARY KEY,
                    organisation TEXT NOT NULL,
                    person TEXT NOT NULL,
                    name TEXT NOT NULL,
                    hash TEXT NOT NULL UNIQUE,
                    scopes TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    used_at BIGINT,
                    revoked_at BIGINT,
                    FOREIGN KEY (organisation, person) REFERENCES people (organisation, id)
                )
                """),
            .sql(
                """
                CREATE TABLE cases (
                    id TEXT PRIMARY KEY,
                    organisation TEXT NOT NULL REFERENCES organisations (id),
                    title TEXT NOT NULL,
                    client TEXT NOT NULL,
                    functions TEXT NOT NULL,
                    head BIGINT NOT NULL CHECK (head >= 1),
                    created_at BIGINT NOT NULL,
                    created_by TEXT NOT NULL,
                    changed_at BIGINT NOT NULL,
                    changed_by TEXT NOT NULL,
                    archived_at BIGINT,
                    UNIQUE (organisation, id)
                )
                """),
            .sql("CREATE INDEX cases_changed ON cases (organisation, changed_at, id)"),
            .sql(
                """
                CREATE TABLE case_versions (
                    organisation TEXT NOT NULL,
                    case_id TEXT NOT NULL,
                    number BIGINT NOT NULL CHECK (number >= 1),
                    text TEXT NOT NULL,
                    digest TEXT NOT NULL,
                    note TEXT NOT NULL,
                    author TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    restored BIGINT,
                    PRIMARY KEY (organisation, case_id, number),
                    FOREIGN KEY (organisation, case_id) REFERENCES cases (organisation, id)
                )
                """),
            .appendOnly(table: "case_versions"),
            // The evaluation log, a line each, as Scorecards writes it.
            .sql(
                """
                CREATE TABLE case_scores (
                    organisation TEXT NOT NULL,
                    case_id TEXT NOT NULL,
                    number BIGINT NOT NULL CHECK (number >= 1),
                    line TEXT NOT NULL,
                    PRIMARY KEY (organisation, case_id, number),
                    FOREIGN KEY (organisation, case_id) REFERENCES cases (organisation, id)
                )
                """),
            .appendOnly(table: "case_scores"),
            // Which person scores as which evaluator of a case: at most one each way.
            .sql(
                """
                CREATE TABLE assignments (
                    organisation TEXT NOT NULL,
                    case_id TEXT NOT NULL,
                    evaluator TEXT NOT NULL,
                    person TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    PRIMARY KEY (organisation, case_id, evaluator),
                    UNIQUE (organisation, case_id, person),
                    FOREIGN KEY (organisation, case_id) REFERENCES cases (organisation, id),
                    FOREIGN KEY (organisation, person) REFERENCES people (organisation, id)
                )
                """),
            .sql(
                """
                CREATE TABLE score_drafts (
                    organisation TEXT NOT NULL,
                    case_id TEXT NOT NULL,
                    person TEXT NOT NULL,
                    entries TEXT NOT NULL,
                    saved_at BIGINT NOT NULL,
                    PRIMARY KEY (organisation, case_id, person),
                    FOREIGN KEY (organisation, case_id) REFERENCES cases (organisation, id),
                    FOREIGN KEY (organisation, person) REFERENCES people (organisation, id)
                )
                """),
            // Which version of a case somebody has seen last.
            .sql(
                """
                CREATE TABLE looks (
                    organisation TEXT NOT NULL,
                    person TEXT NOT NULL,
                    case_id TEXT NOT NULL,
                    version BIGINT NOT NULL,
                    PRIMARY KEY (organisation, person, case_id),
                    FOREIGN KEY (organisation, case_id) REFERENCES cases (organisation, id),
                    FOREIGN KEY (organisation, person) REFERENCES people (organisation, id)
                )
                """),
            .sql(
                """
                CREATE TABLE jobs (
                    id TEXT PRIMARY KEY,
                    organisation TEXT NOT NULL,
                    case_id TEXT NOT NULL,
                    version BIGINT NOT NULL,
                    kind TEXT NOT NULL,
                    trials BIGINT NOT NULL,
                    seed BIGINT NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
                    done BIGINT NOT NULL,
                    beat_at BIGINT NOT NULL,
                    result TEXT,
                    problem TEXT,
                    created_by TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    ended_at BIGINT,
                    FOREIGN KEY (organisation, case_id) REFERENCES cases (organisation, id)
                )
                """),
            .sql("CREATE INDEX jobs_case ON jobs (organisation, case_id, created_at)"),
            // Answers to requests with an idempotency key, so that a retry gets the first answer.
            .sql(
                """
                CREATE TABLE replies (
                    organisation TEXT NOT NULL,
                    person TEXT NOT NULL,
                    key TEXT NOT NULL,
                    request TEXT NOT NULL,
                    status BIGINT NOT NULL,
                    headers TEXT NOT NULL,
                    body TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    PRIMARY KEY (organisation, person, key)
                )
                """),
            .sql("CREATE INDEX replies_age ON replies (organisation, created_at)"),
            // One chain an organisation; whoever appends takes the head's row first, so two writers cannot fork it.
            .sql(
                """
                CREATE TABLE audit_heads (
                    organisation TEXT PRIMARY KEY REFERENCES organisations (id),
                    number BIGINT NOT NULL,
                    hash TEXT NOT NULL
                )
                """),
            .sql(
                """
                CREATE TABLE audit (
                    organisation TEXT NOT NULL REFERENCES organisations (id),
                    number BIGINT NOT NULL,
                    at BIGINT NOT NULL,
                    actor TEXT NOT NULL,
                    action TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    detail TEXT NOT NULL,
                    previous TEXT NOT NULL,
                    hash TEXT NOT NULL,
                    PRIMARY KEY (organisation, number)
                )
                """),
            .appendOnly(table: "audit"),
        ])
}
