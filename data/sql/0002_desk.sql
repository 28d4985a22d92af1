-- The curator's desk: what stages ask for, who has left, categories, head counts, filters, drafts.

-- terms: 4 quarters, 3 trimesters, 2 half-years. count_on: the day as of which ages are counted, 0 today.
ALTER TABLE year ADD COLUMN terms INTEGER NOT NULL DEFAULT 4;
ALTER TABLE year ADD COLUMN count_on INTEGER NOT NULL DEFAULT 0;

-- Who has left the school in this year, and why; left_on 0: is here.
ALTER TABLE person_year ADD COLUMN left_on INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person_year ADD COLUMN left_why TEXT NOT NULL DEFAULT '';
-- A list leaves them out by the index alone.
DROP INDEX person_year_list;
CREATE INDEX person_year_list ON person_year (year, name_key, class_key, kind, person, left_on);

-- What a stage asks for: the methodology's steps, copied when the year is opened, and the school's own.
-- code is "" for one the school added; done_on 0: not done; optional ones are never asked for.
CREATE TABLE task (
    id           INTEGER PRIMARY KEY,
    year         INTEGER NOT NULL REFERENCES year (year),
    stage        INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 7),
    code         TEXT NOT NULL,
    name         TEXT NOT NULL CHECK (name <> ''),
    position     INTEGER NOT NULL,
    optional     INTEGER NOT NULL,
    due          INTEGER NOT NULL,
    done_on      INTEGER NOT NULL,
    responsible  TEXT NOT NULL,
    result       TEXT NOT NULL,
    note         TEXT NOT NULL
) STRICT;
CREATE INDEX task_year ON task (year, stage, position);

-- Specially sensitive: seen by the curator only, never in pairs, papers, tables or the journal's words.
CREATE TABLE person_category (
    person  INTEGER NOT NULL REFERENCES person (id),
    year    INTEGER NOT NULL REFERENCES year (year),
    item    INTEGER NOT NULL REFERENCES book_item (id),
    PRIMARY KEY (person, year, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_category_item ON person_category (item);

-- What the list of people cannot tell and is typed: code as in model/headcount.h.
CREATE TABLE headcount (
    year    INTEGER NOT NULL REFERENCES year (year),
    code    TEXT NOT NULL,
    number  INTEGER NOT NULL,
    PRIMARY KEY (year, code)
) STRICT, WITHOUT ROWID;

-- A filter kept under a name. list: the view it belongs to; text: as app/filter.h writes it.
CREATE TABLE list_filter (
    id    INTEGER PRIMARY KEY,
    list  TEXT NOT NULL,
    name  TEXT NOT NULL CHECK (name <> ''),
    text  TEXT NOT NULL
) STRICT;
CREATE INDEX list_filter_list ON list_filter (list, name);

-- A form that is being filled in; not recorded. record 0: a new one.
CREATE TABLE draft (
    form    TEXT NOT NULL,
    record  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    text    TEXT NOT NULL,
    PRIMARY KEY (form, record)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
