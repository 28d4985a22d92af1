-- The file of a school. docs/architecture.md says why it looks like this; in short:
--   * ids are random 64-bit numbers, so that records of two files can be joined;
--   * dates are numbers YYYYMMDD, 0 is "not known"; moments are seconds since 1970;
--   * recorded tables (all but file, setting, step, step_chunk) have a primary key and nothing that works
--     behind the journal's back: no cascades, triggers, generated columns, no UNIQUE on what people swap;
--   * new columns are only ever appended.

-- What file this is.
CREATE TABLE file (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    uuid        TEXT NOT NULL,
    created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE school (
    id                INTEGER PRIMARY KEY CHECK (id = 1),
    uuid              TEXT NOT NULL,
    name              TEXT NOT NULL,
    short_name        TEXT NOT NULL,
    town              TEXT NOT NULL,
    director          TEXT NOT NULL,
    director_acting   INTEGER NOT NULL,
    curator           TEXT NOT NULL,
    curator_position  TEXT NOT NULL
) STRICT;

-- A school year: 2026 is 2026/2027.
CREATE TABLE year (
    year                 INTEGER PRIMARY KEY CHECK (year BETWEEN 1900 AND 2199),
    closed               INTEGER NOT NULL,
    methodology          TEXT NOT NULL,
    methodology_version  TEXT NOT NULL,
    order_number         TEXT NOT NULL,
    order_date           INTEGER NOT NULL,
    bond_from            INTEGER NOT NULL,
    bond_to              INTEGER NOT NULL,
    weight_topics        INTEGER NOT NULL,
    weight_choices       INTEGER NOT NULL,
    weight_interests     INTEGER NOT NULL,
    weight_age           INTEGER NOT NULL,
    weight_hours         INTEGER NOT NULL,
    ballot_size          INTEGER NOT NULL,
    need_trained         INTEGER NOT NULL,
    need_consent         INTEGER NOT NULL
) STRICT;

-- Reference books: they belong to the year, which copied them from the methodology. book: see enum book.
CREATE TABLE book_item (
    id           INTEGER PRIMARY KEY,
    year         INTEGER NOT NULL REFERENCES year (year),
    book         INTEGER NOT NULL CHECK (book >= 1),
    code         TEXT NOT NULL,
    name         TEXT NOT NULL CHECK (name <> ''),
    synonyms     TEXT NOT NULL,
    position     INTEGER NOT NULL,
    hidden       INTEGER NOT NULL,
    form         INTEGER REFERENCES book_item (id),
    mentor_kind  INTEGER NOT NULL,
    mentee_kind  INTEGER NOT NULL
) STRICT;
CREATE INDEX book_item_year ON book_item (year, book, position);
CREATE INDEX book_item_form ON book_item (form);

-- Which competences answer a request.
CREATE TABLE book_answer (
    request     INTEGER NOT NULL REFERENCES book_item (id),
    competence  INTEGER NOT NULL REFERENCES book_item (id),
    place       INTEGER NOT NULL,
    PRIMARY KEY (request, competence)
) STRICT, WITHOUT ROWID;
CREATE INDEX book_answer_competence ON book_answer (competence);

-- What stays the same in all years.
CREATE TABLE person (
    id          INTEGER PRIMARY KEY,
    family      TEXT NOT NULL CHECK (family <> ''),
    given       TEXT NOT NULL,
    patronymic  TEXT NOT NULL,
    birth       INTEGER NOT NULL,
    phone       TEXT NOT NULL,
    email       TEXT NOT NULL,
    note        TEXT NOT NULL
) STRICT;

-- What one year says of a person. name_key is the Russian sort key of the whole name, written by the
-- program; class_key sorts classes ('07в') before those without one ('~' and the folded position). They
-- stand here, so that one index gives a year's list in order, its search, and who has the same name.
CREATE TABLE person_year (
    person      INTEGER NOT NULL REFERENCES person (id),
    year        INTEGER NOT NULL REFERENCES year (year),
    kind        INTEGER NOT NULL CHECK (kind >= 0),
    class_name  TEXT NOT NULL,
    position    TEXT NOT NULL,
    place       TEXT NOT NULL,
    name_key    TEXT NOT NULL,
    class_key   TEXT NOT NULL,
    PRIMARY KEY (person, year)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_year_list ON person_year (year, name_key, class_key, kind);

-- One person in one role in one year. role: 1 mentee, 2 mentor.
CREATE TABLE participation (
    id                      INTEGER PRIMARY KEY,
    person                  INTEGER NOT NULL REFERENCES person (id),
    year                    INTEGER NOT NULL REFERENCES year (year),
    role                    INTEGER NOT NULL CHECK (role >= 1),
    form                    INTEGER REFERENCES book_item (id),
    role_model              INTEGER REFERENCES book_item (id),
    topic_words             TEXT NOT NULL,
    interest_words          TEXT NOT NULL,
    hours                   INTEGER,
    joined                  INTEGER NOT NULL,
    note                    TEXT NOT NULL,
    representative          TEXT NOT NULL,
    representative_contact  TEXT NOT NULL,
    achievements            TEXT NOT NULL,
    age_from                INTEGER,
    age_to                  INTEGER,
    capacity                INTEGER NOT NULL,
    selected                INTEGER NOT NULL,
    trained                 INTEGER NOT NULL
) STRICT;
CREATE INDEX participation_person ON participation (person, year, role);
CREATE INDEX participation_year ON participation (year, role, person);

-- Requests of a mentee, competences of a mentor, interests of both: the item's book tells which.
CREATE TABLE trait (
    participation  INTEGER NOT NULL REFERENCES participation (id),
    item           INTEGER NOT NULL REFERENCES book_item (id),
    place          INTEGER NOT NULL,
    PRIMARY KEY (participation, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX trait_item ON trait (item);

-- Ballots: whom one chose of the other role, place 1 first; place 0 is a refusal.
CREATE TABLE ballot (
    chooser  INTEGER NOT NULL REFERENCES participation (id),
    chosen   INTEGER NOT NULL REFERENCES participation (id),
    place    INTEGER NOT NULL CHECK (place >= 0),
    PRIMARY KEY (chooser, chosen)
) STRICT, WITHOUT ROWID;
CREATE INDEX ballot_chosen ON ballot (chosen);

-- A signed consent. kind: 1 to take part.
CREATE TABLE consent (
    id            INTEGER PRIMARY KEY,
    person        INTEGER NOT NULL REFERENCES person (id),
    year          INTEGER NOT NULL REFERENCES year (year),
    kind          INTEGER NOT NULL CHECK (kind >= 1),
    signed_on     INTEGER NOT NULL,
    signed_by     TEXT NOT NULL,
    until         INTEGER NOT NULL,
    withdrawn_on  INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_person ON consent (person, year, kind);

-- A confirmed pair or group: one mentor, and mentees as members. A side that is a whole class (шефство)
-- will leave mentor or mentee empty and say the class in a column of its own.
CREATE TABLE bond (
    id          INTEGER PRIMARY KEY,
    year        INTEGER NOT NULL REFERENCES year (year),
    mentor      INTEGER REFERENCES participation (id),
    form        INTEGER REFERENCES book_item (id),
    role_model  INTEGER REFERENCES book_item (id)
) STRICT;
CREATE INDEX bond_year ON bond (year);
CREATE INDEX bond_mentor ON bond (mentor);

-- state: 1 goes on, 2 ended. score: 0…1000 when it was confirmed; empty: made by hand.
CREATE TABLE member (
    id       INTEGER PRIMARY KEY,
    bond     INTEGER NOT NULL REFERENCES bond (id),
    mentee   INTEGER REFERENCES participation (id),
    from_on  INTEGER NOT NULL,
    to_on    INTEGER NOT NULL,
    state    INTEGER NOT NULL CHECK (state >= 1),
    reason   TEXT NOT NULL,
    score    INTEGER
) STRICT;
CREATE INDEX member_bond ON member (bond);
CREATE INDEX member_mentee ON member (mentee);

-- A proposed set of pairs: «вариант 3».
CREATE TABLE proposal (
    id         INTEGER PRIMARY KEY,
    year       INTEGER NOT NULL REFERENCES year (year),
    number     INTEGER NOT NULL,
    made_at    INTEGER NOT NULL,
    confirmed  INTEGER NOT NULL
) STRICT;
CREATE INDEX proposal_year ON proposal (year, number);

CREATE TABLE proposal_pair (
    id        INTEGER PRIMARY KEY,
    proposal  INTEGER NOT NULL REFERENCES proposal (id),
    mentor    INTEGER NOT NULL REFERENCES participation (id),
    mentee    INTEGER NOT NULL REFERENCES participation (id),
    form      INTEGER REFERENCES book_item (id),
    score     INTEGER NOT NULL,
    locked    INTEGER NOT NULL,
    by_hand   INTEGER NOT NULL
) STRICT;
CREATE INDEX proposal_pair_proposal ON proposal_pair (proposal);
CREATE INDEX proposal_pair_mentor ON proposal_pair (mentor);
CREATE INDEX proposal_pair_mentee ON proposal_pair (mentee);

-- Settings of the screen; not recorded.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    text  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal. status: 1 done, 2 undone, 3 dropped (undone, and something else was done since).
-- name is an English msgid; of a barrier, why says what stands in the way of taking it back.
CREATE TABLE step (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    sitting   INTEGER NOT NULL,
    operator  TEXT NOT NULL,
    name      TEXT NOT NULL,
    detail    TEXT NOT NULL,
    schema    INTEGER NOT NULL,
    status    INTEGER NOT NULL CHECK (status BETWEEN 1 AND 3),
    rows      INTEGER NOT NULL,
    barrier   INTEGER NOT NULL,
    why       TEXT NOT NULL
) STRICT;
CREATE INDEX step_status ON step (status, id);

-- A step's changesets (SQLite session extension), in parts that apply one after another; a part is cut
-- into pieces of bounded size.
CREATE TABLE step_chunk (
    step   INTEGER NOT NULL REFERENCES step (id),
    part   INTEGER NOT NULL,
    piece  INTEGER NOT NULL,
    data   BLOB NOT NULL,
    PRIMARY KEY (step, part, piece)
) STRICT, WITHOUT ROWID;

PRAGMA application_id = 1314083926;
PRAGMA user_version = 1;
