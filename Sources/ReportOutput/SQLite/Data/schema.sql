-- The tables that reports are written to. Days are ISO 8601, money is in baht, places are bytes of the decoded text.

CREATE TABLE IF NOT EXISTS reports (
    report_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,          -- the file's path below the folder converted
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    pages INTEGER,
    title TEXT,
    agency TEXT,
    agency_kind TEXT,
    district TEXT,
    province TEXT,
    fiscal_year_be INTEGER,             -- Buddhist Era
    period_text TEXT,
    period_months INTEGER,
    period_start TEXT,
    period_end TEXT,
    characters INTEGER NOT NULL,        -- of the source, blanks left out
    dropped INTEGER NOT NULL            -- of these, how many are nowhere in the report: 0
);
CREATE INDEX IF NOT EXISTS reports_by_agency ON reports (agency, fiscal_year_be);
CREATE INDEX IF NOT EXISTS reports_by_province ON reports (province);

CREATE TABLE IF NOT EXISTS measures (
    measure_id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,           -- from 1, in the order of the report
    id TEXT NOT NULL,                   -- the id in the JSON
    kind TEXT NOT NULL,
    code TEXT,
    number TEXT,
    section TEXT,
    indicator_number TEXT,
    indicator_name TEXT,
    indicator_instrument TEXT,
    title TEXT,
    timeframe_text TEXT,
    timeframe_kind TEXT,
    timeframe_start TEXT,
    timeframe_end TEXT,
    status_state TEXT,
    status_text TEXT,
    result TEXT,
    outcome TEXT,
    monitoring TEXT,
    requirement TEXT,
    budget_approved NUMERIC,
    budget_disbursed NUMERIC,
    budget_remaining NUMERIC,
    confidence REAL NOT NULL,
    page INTEGER,
    first_line INTEGER NOT NULL,
    last_line INTEGER NOT NULL,
    first_byte INTEGER NOT NULL,
    end_byte INTEGER NOT NULL,
    UNIQUE (report_id, ordinal)
);
CREATE INDEX IF NOT EXISTS measures_by_id ON measures (id);
CREATE INDEX IF NOT EXISTS measures_by_code ON measures (code);
CREATE INDEX IF NOT EXISTS measures_by_status ON measures (status_state, timeframe_end);

CREATE TABLE IF NOT EXISTS steps (
    measure_id INTEGER NOT NULL REFERENCES measures ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    depth INTEGER NOT NULL,             -- 0 for a step, 1 for a sub-step
    number TEXT,
    text TEXT,
    PRIMARY KEY (measure_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS responsible_units (
    measure_id INTEGER NOT NULL REFERENCES measures ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (measure_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS responsible_units_by_name ON responsible_units (name);

CREATE TABLE IF NOT EXISTS dates (
    measure_id INTEGER NOT NULL REFERENCES measures ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    field TEXT NOT NULL,
    text TEXT,
    start TEXT,
    "end" TEXT,
    PRIMARY KEY (measure_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS dates_by_day ON dates (start, "end");

CREATE TABLE IF NOT EXISTS amounts (
    measure_id INTEGER NOT NULL REFERENCES measures ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    field TEXT NOT NULL,
    text TEXT,
    baht NUMERIC NOT NULL,
    PRIMARY KEY (measure_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS urls (
    measure_id INTEGER NOT NULL REFERENCES measures ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (measure_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS extras (
    measure_id INTEGER NOT NULL REFERENCES measures ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    heading TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY (measure_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS findings (
    finding_id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
    measure_id INTEGER REFERENCES measures ON DELETE CASCADE,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    message_th TEXT NOT NULL,
    message_en TEXT NOT NULL,
    field TEXT,
    line INTEGER
);
CREATE INDEX IF NOT EXISTS findings_by_report ON findings (report_id, rule);
CREATE INDEX IF NOT EXISTS findings_by_measure ON findings (measure_id);

CREATE TABLE IF NOT EXISTS tables (
    table_id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    caption TEXT,
    UNIQUE (report_id, ordinal)
);

CREATE TABLE IF NOT EXISTS table_cells (
    table_id INTEGER NOT NULL REFERENCES tables ON DELETE CASCADE,
    "row" INTEGER NOT NULL,             -- 0 holds the headings
    "column" INTEGER NOT NULL,          -- from 1
    text TEXT NOT NULL,
    PRIMARY KEY (table_id, "row", "column")
) WITHOUT ROWID;

-- Full text, its words parted by blanks as ICU segments them.
CREATE VIRTUAL TABLE IF NOT EXISTS measure_words USING fts5 (
    title, steps, responsible, result,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE TRIGGER IF NOT EXISTS measure_words_go AFTER DELETE ON measures BEGIN
    DELETE FROM measure_words WHERE rowid = old.measure_id;
END;

-- Where to start: a row a measure, with what one asks for most.
CREATE VIEW IF NOT EXISTS measure_overview AS
SELECT r.name AS file, r.agency, r.province, r.fiscal_year_be, r.period_months,
    m.ordinal, m.kind, m.code, m.number, m.title,
    (SELECT group_concat(u.name, '; ') FROM responsible_units u WHERE u.measure_id = m.measure_id) AS responsible,
    m.timeframe_start, m.timeframe_end, m.status_state, m.budget_approved, m.budget_disbursed, m.result,
    (SELECT count(*) FROM findings f WHERE f.measure_id = m.measure_id) AS findings,
    m.confidence, m.measure_id
FROM measures m JOIN reports r USING (report_id);
