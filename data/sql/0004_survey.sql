-- Surveys and monitoring: what people answered on paper, and what the figures say. Registers are laid out
-- as in 0003.

-- The respondent's number among those of his role and year, «2Н-017»; 0: none was given yet.
ALTER TABLE participation ADD COLUMN number INTEGER NOT NULL DEFAULT 0;

-- Results of fewer people than that are not shown.
ALTER TABLE year ADD COLUMN group_min INTEGER NOT NULL DEFAULT 3;

-- One version of a questionnaire. code: stable, from the methodology or drawn; the newest version of a code
-- is the one that is given out, sheets of all count together by the codes of their items. kind: 1 of
-- participants, 2 the curator's card, 3 do we fit, 4 after an event. role, form: whom it is for, NULL all;
-- wave: 1 «Входная анкета», 2 «Итоговая анкета». second: a second entry of every n-th sheet, NULL none,
-- 1 of all. speed: the rate of typing is shown.
CREATE TABLE survey (
    id       INTEGER PRIMARY KEY,
    year     INTEGER NOT NULL REFERENCES year (year),
    name     TEXT NOT NULL,
    kind     INTEGER,
    role     INTEGER,
    form     INTEGER REFERENCES book_item (id),
    wave     INTEGER,
    intro    TEXT NOT NULL,
    second   INTEGER,
    speed    INTEGER NOT NULL,
    hidden   INTEGER NOT NULL,
    code     TEXT NOT NULL,
    version  INTEGER NOT NULL
) STRICT;
CREATE INDEX survey_year ON survey (year, code, version);
CREATE INDEX survey_form ON survey (form);

-- kind: 1 scale, 2 yes/no, 3 one of, 4 several of, 5 number, 6 date, 7 open. low, high: hard limits of a
-- scale or number; soft_low, soft_high: beyond them it is asked once. options: one a line, numbered from 1.
-- only_if: «CODE = 1, 3», the answers to an earlier item with which it is asked. reverse: less is better.
-- good: from which value on an answer counts into the share, NULL the upper third. scale: name of the scale
-- it is a part of. second: it takes part in a second entry.
CREATE TABLE survey_item (
    id          INTEGER PRIMARY KEY,
    survey      INTEGER NOT NULL REFERENCES survey (id),
    position    INTEGER,
    section     TEXT NOT NULL,
    code        TEXT NOT NULL,
    name        TEXT NOT NULL,
    kind        INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 7),
    low         INTEGER,
    high        INTEGER,
    low_label   TEXT NOT NULL,
    high_label  TEXT NOT NULL,
    soft_low    INTEGER,
    soft_high   INTEGER,
    options     TEXT NOT NULL,
    only_if     TEXT NOT NULL,
    required    INTEGER NOT NULL,
    reverse     INTEGER NOT NULL,
    good        INTEGER,
    scale       TEXT NOT NULL,
    second      INTEGER NOT NULL
) STRICT;
CREATE INDEX survey_item_survey ON survey_item (survey, position);

-- A pile of paper; forms: how many sheets came in.
CREATE TABLE batch (
    id           INTEGER PRIMARY KEY,
    survey       INTEGER NOT NULL REFERENCES survey (id),
    name         TEXT NOT NULL,
    received_on  INTEGER NOT NULL,
    forms        INTEGER,
    giver        TEXT NOT NULL,
    note         TEXT NOT NULL
) STRICT;
CREATE INDEX batch_survey ON batch (survey);

-- A questionnaire that was filled in. participation NULL: nobody of the bases; number tells such sheets of a
-- survey apart, 0 else. event: after which. seconds, keys: of typing. compared: fields that were typed twice,
-- 0 none. source: the packet or table it came from, '' typed here; origin: its id there, 0. rival: another
-- sheet of the same respondent that counts instead; decided_at: somebody has looked at both.
CREATE TABLE sheet (
    id             INTEGER PRIMARY KEY,
    survey         INTEGER NOT NULL REFERENCES survey (id),
    participation  INTEGER REFERENCES participation (id),
    event          INTEGER REFERENCES event (id),
    batch          INTEGER REFERENCES batch (id),
    number         INTEGER NOT NULL,
    filled_on      INTEGER NOT NULL,
    note           TEXT NOT NULL,
    entered_by     TEXT NOT NULL,
    entered_at     INTEGER NOT NULL,
    seconds        INTEGER NOT NULL,
    keys           INTEGER NOT NULL,
    checked_by     TEXT NOT NULL,
    checked_at     INTEGER NOT NULL,
    compared       INTEGER NOT NULL,
    source         TEXT NOT NULL,
    origin         INTEGER NOT NULL,
    rival          INTEGER REFERENCES sheet (id),
    decided_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX sheet_survey ON sheet (survey, participation);
CREATE INDEX sheet_participation ON sheet (participation);
CREATE INDEX sheet_event ON sheet (event);
CREATE INDEX sheet_batch ON sheet (batch);
CREATE INDEX sheet_rival ON sheet (rival);

-- status: 1 answered, 2 the paper has no answer, 3 not asked (only_if). value: the scale's number, 1 yes 0 no,
-- an option, options as bits from 1, a number, a date. doubt: beyond the soft limits, and so on the paper.
CREATE TABLE answer (
    sheet   INTEGER NOT NULL REFERENCES sheet (id),
    item    INTEGER NOT NULL REFERENCES survey_item (id),
    status  INTEGER NOT NULL CHECK (status BETWEEN 1 AND 3),
    value   INTEGER,
    words   TEXT NOT NULL,
    doubt   INTEGER NOT NULL,
    PRIMARY KEY (sheet, item)
) STRICT, WITHOUT ROWID;

-- Where the second entry differed. taken: 1 the first, 2 the second, 3 typed anew.
CREATE TABLE mismatch (
    sheet    INTEGER NOT NULL REFERENCES sheet (id),
    item     INTEGER NOT NULL REFERENCES survey_item (id),
    status1  INTEGER NOT NULL,
    value1   INTEGER,
    words1   TEXT NOT NULL,
    status2  INTEGER NOT NULL,
    value2   INTEGER,
    words2   TEXT NOT NULL,
    taken    INTEGER NOT NULL CHECK (taken BETWEEN 1 AND 3),
    PRIMARY KEY (sheet, item)
) STRICT, WITHOUT ROWID;

-- A survey given out to be typed elsewhere. id stands in the packet. taken_on: when it last came back.
CREATE TABLE packet (
    id        INTEGER PRIMARY KEY,
    survey    INTEGER NOT NULL REFERENCES survey (id),
    made_on   INTEGER NOT NULL,
    whom      TEXT NOT NULL,
    forms     INTEGER,
    named     INTEGER NOT NULL,
    sealed    INTEGER NOT NULL,
    taken_on  INTEGER NOT NULL,
    note      TEXT NOT NULL
) STRICT;
CREATE INDEX packet_survey ON packet (survey);

-- A packet's sheet as it came: origin is its id there, digest of what was answered. Nobody is asked again
-- about what was taken already, whatever became of it here.
CREATE TABLE taken (
    origin  INTEGER PRIMARY KEY,
    packet  INTEGER NOT NULL REFERENCES packet (id),
    digest  INTEGER NOT NULL
) STRICT;
CREATE INDEX taken_packet ON taken (packet);

-- What the e-journal tells of mentees at the start and at the end. kind: 1 average mark of a subject,
-- 2 absences, 3 conflicts, 4 something else. reverse: less is better.
CREATE TABLE measure (
    id       INTEGER PRIMARY KEY,
    year     INTEGER NOT NULL REFERENCES year (year),
    name     TEXT NOT NULL,
    kind     INTEGER,
    reverse  INTEGER NOT NULL
) STRICT;
CREATE INDEX measure_year ON measure (year);

-- moment: 1 start, 2 end. value: hundredths.
CREATE TABLE growth (
    measure        INTEGER NOT NULL REFERENCES measure (id),
    participation  INTEGER NOT NULL REFERENCES participation (id),
    moment         INTEGER NOT NULL CHECK (moment IN (1, 2)),
    value          INTEGER NOT NULL,
    PRIMARY KEY (measure, participation, moment)
) STRICT, WITHOUT ROWID;
CREATE INDEX growth_participation ON growth (participation);

-- part: 1 strengths, 2 weaknesses, 3 opportunities, 4 threats. state: 1 taken, 2 not wanted. basis: the
-- figures it rests on; code: what proposed it, '' the curator.
CREATE TABLE swot (
    id     INTEGER PRIMARY KEY,
    year   INTEGER NOT NULL REFERENCES year (year),
    part   INTEGER NOT NULL CHECK (part BETWEEN 1 AND 4),
    name   TEXT NOT NULL,
    form   INTEGER REFERENCES book_item (id),
    basis  TEXT NOT NULL,
    state  INTEGER NOT NULL CHECK (state IN (1, 2)),
    code   TEXT NOT NULL
) STRICT;
CREATE INDEX swot_year ON swot (year);
CREATE INDEX swot_form ON swot (form);

-- As of which days indicators are told: at the start, between, at the end; 0: as the program proposes.
ALTER TABLE year ADD COLUMN told_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE year ADD COLUMN told_between INTEGER NOT NULL DEFAULT 0;
ALTER TABLE year ADD COLUMN told_end INTEGER NOT NULL DEFAULT 0;

-- list: 1 of Р-145, 2 of the school, 3 results at the level of the school. kind: 1 percent, 2 number,
-- 3 average. reverse: less is better. rule: what derives it, '' it is typed.
CREATE TABLE indicator (
    id        INTEGER PRIMARY KEY,
    year      INTEGER NOT NULL REFERENCES year (year),
    position  INTEGER,
    number    TEXT NOT NULL,
    name      TEXT NOT NULL,
    list      INTEGER,
    kind      INTEGER,
    reverse   INTEGER NOT NULL,
    note      TEXT NOT NULL,
    hidden    INTEGER NOT NULL,
    rule      TEXT NOT NULL,
    code      TEXT NOT NULL
) STRICT;
CREATE INDEX indicator_year ON indicator (year, list, position);

-- What was typed, or fixed as it was counted on a day. moment: 1 start, 2 between, 3 end. value: hundredths;
-- part and whole: of a percentage, NULL not known.
CREATE TABLE indicator_value (
    indicator  INTEGER NOT NULL REFERENCES indicator (id),
    moment     INTEGER NOT NULL CHECK (moment BETWEEN 1 AND 3),
    value      INTEGER,
    part       INTEGER,
    whole      INTEGER,
    on_day     INTEGER NOT NULL,
    typed      INTEGER NOT NULL,
    basis      TEXT NOT NULL,
    PRIMARY KEY (indicator, moment)
) STRICT, WITHOUT ROWID;

-- What is aimed at in a school year, by an indicator's code; hundredths. history: of a project that is over,
-- never a verdict.
CREATE TABLE target (
    code     TEXT NOT NULL,
    year     INTEGER NOT NULL,
    value    INTEGER NOT NULL,
    history  INTEGER NOT NULL,
    PRIMARY KEY (code, year)
) STRICT, WITHOUT ROWID;

-- A request of the municipality, kept to be answered again; text: as model/inquiry.h writes it.
CREATE TABLE inquiry (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL,
    text  TEXT NOT NULL
) STRICT;

PRAGMA user_version = 4;
