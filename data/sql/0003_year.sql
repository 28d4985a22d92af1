-- A whole school year: what each of the seven stages writes down. Most tables are registers
-- (model/record.h): id, the record's owner, then the columns in the order of its field table. A choice is
-- NULL when nothing is chosen, a number when it is not known; a date is 0 then, a text ''.

-- The year's own rules. diaries: are they asked for; diary_day: of the next month, by when; meet_every: days
-- between two meetings of a pair; effective_*: what makes a pair «результативная».
ALTER TABLE year ADD COLUMN diaries INTEGER NOT NULL DEFAULT 1;
ALTER TABLE year ADD COLUMN diary_day INTEGER NOT NULL DEFAULT 5;
ALTER TABLE year ADD COLUMN meet_every INTEGER NOT NULL DEFAULT 14;
ALTER TABLE year ADD COLUMN effective_meetings INTEGER NOT NULL DEFAULT 8;
ALTER TABLE year ADD COLUMN effective_plan INTEGER NOT NULL DEFAULT 70;
ALTER TABLE year ADD COLUMN closed_on INTEGER NOT NULL DEFAULT 0;

-- What the declension gets wrong: a name's cases as the school writes them; '' where the program's form
-- serves. gender: 1 he, 2 she, 0 as the name tells.
CREATE TABLE name_case (
    person        INTEGER PRIMARY KEY REFERENCES person (id),
    gender        INTEGER NOT NULL,
    genitive      TEXT NOT NULL,
    dative        TEXT NOT NULL,
    accusative    TEXT NOT NULL,
    instrumental  TEXT NOT NULL
) STRICT;

-- Stage 1.

CREATE TABLE team (
    id        INTEGER PRIMARY KEY,
    year      INTEGER NOT NULL REFERENCES year (year),
    name      TEXT NOT NULL,
    role      INTEGER REFERENCES book_item (id),
    position  TEXT NOT NULL,
    duties    TEXT NOT NULL,
    contact   TEXT NOT NULL
) STRICT;
CREATE INDEX team_year ON team (year);
CREATE INDEX team_role ON team (role);

CREATE TABLE aim (
    id        INTEGER PRIMARY KEY,
    year      INTEGER NOT NULL REFERENCES year (year),
    name      TEXT NOT NULL,
    form      INTEGER REFERENCES book_item (id),
    expected  TEXT NOT NULL,
    reached   TEXT NOT NULL
) STRICT;
CREATE INDEX aim_year ON aim (year);
CREATE INDEX aim_form ON aim (form);

CREATE TABLE document (
    id      INTEGER PRIMARY KEY,
    year    INTEGER NOT NULL REFERENCES year (year),
    kind    INTEGER REFERENCES book_item (id),
    number  TEXT NOT NULL,
    on_day  INTEGER NOT NULL,
    name    TEXT NOT NULL,
    file    TEXT NOT NULL,
    note    TEXT NOT NULL
) STRICT;
CREATE INDEX document_year ON document (year);
CREATE INDEX document_kind ON document (kind);

-- code: stable, from the methodology; '' for one the school added.
CREATE TABLE ground (
    id      INTEGER PRIMARY KEY,
    year    INTEGER NOT NULL REFERENCES year (year),
    name    TEXT NOT NULL,
    number  TEXT NOT NULL,
    on_day  INTEGER NOT NULL,
    link    TEXT NOT NULL,
    note    TEXT NOT NULL,
    code    TEXT NOT NULL
) STRICT;
CREATE INDEX ground_year ON ground (year);

CREATE TABLE resource (
    id        INTEGER PRIMARY KEY,
    year      INTEGER NOT NULL REFERENCES year (year),
    kind      INTEGER REFERENCES book_item (id),
    name      TEXT NOT NULL,
    quantity  TEXT NOT NULL,
    source    TEXT NOT NULL,
    note      TEXT NOT NULL
) STRICT;
CREATE INDEX resource_year ON resource (year);
CREATE INDEX resource_kind ON resource (kind);

CREATE TABLE partner (
    id         INTEGER PRIMARY KEY,
    year       INTEGER NOT NULL REFERENCES year (year),
    kind       INTEGER REFERENCES book_item (id),
    name       TEXT NOT NULL,
    person     TEXT NOT NULL,
    contact    TEXT NOT NULL,
    agreement  TEXT NOT NULL,
    agreed_on  INTEGER NOT NULL,
    until      INTEGER NOT NULL,
    gives      INTEGER NOT NULL,
    what       TEXT NOT NULL
) STRICT;
CREATE INDEX partner_year ON partner (year);
CREATE INDEX partner_kind ON partner (kind);

-- Festivals, conferences, parents' meetings, talks. stage: where it belongs, 1…7; audience and people: whom
-- and how many; guests are those known by name.
CREATE TABLE event (
    id        INTEGER PRIMARY KEY,
    year      INTEGER NOT NULL REFERENCES year (year),
    stage     INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 7),
    kind      INTEGER REFERENCES book_item (id),
    name      TEXT NOT NULL,
    on_day    INTEGER NOT NULL,
    until     INTEGER NOT NULL,
    place     TEXT NOT NULL,
    audience  TEXT NOT NULL,
    people    INTEGER,
    outside   INTEGER NOT NULL,
    result    TEXT NOT NULL,
    link      TEXT NOT NULL
) STRICT;
CREATE INDEX event_year ON event (year, on_day);
CREATE INDEX event_kind ON event (kind);

CREATE TABLE guest (
    id             INTEGER PRIMARY KEY,
    event          INTEGER NOT NULL REFERENCES event (id),
    participation  INTEGER REFERENCES participation (id),
    name           TEXT NOT NULL,
    part           TEXT NOT NULL,
    result         TEXT NOT NULL
) STRICT;
CREATE INDEX guest_event ON guest (event);
CREATE INDEX guest_participation ON guest (participation);

CREATE TABLE publication (
    id      INTEGER PRIMARY KEY,
    year    INTEGER NOT NULL REFERENCES year (year),
    on_day  INTEGER NOT NULL,
    name    TEXT NOT NULL,
    place   TEXT NOT NULL,
    link    TEXT NOT NULL,
    note    TEXT NOT NULL
) STRICT;
CREATE INDEX publication_year ON publication (year);

-- What the curator and the team have learnt themselves.
CREATE TABLE study (
    id           INTEGER PRIMARY KEY,
    year         INTEGER NOT NULL REFERENCES year (year),
    who          TEXT NOT NULL,
    name         TEXT NOT NULL,
    place        TEXT NOT NULL,
    on_day       INTEGER NOT NULL,
    until        INTEGER NOT NULL,
    hours        INTEGER,
    certificate  TEXT NOT NULL
) STRICT;
CREATE INDEX study_year ON study (year);

-- Stages 2 and 3.

-- entry_on: the entry questionnaire was handed in; checked_on: of an outside mentor, the certificate of the
-- criminal record was shown; mentor_type: 1 консультант, 2 предметник; going_on: next year 1 as mentee, 2 as
-- mentor, 3 not.
ALTER TABLE participation ADD COLUMN entry_on INTEGER NOT NULL DEFAULT 0;
ALTER TABLE participation ADD COLUMN checked_on INTEGER NOT NULL DEFAULT 0;
ALTER TABLE participation ADD COLUMN subbase INTEGER REFERENCES book_item (id);
ALTER TABLE participation ADD COLUMN technology INTEGER REFERENCES book_item (id);
ALTER TABLE participation ADD COLUMN mentor_type INTEGER NOT NULL DEFAULT 0;
ALTER TABLE participation ADD COLUMN going_on INTEGER NOT NULL DEFAULT 0;
CREATE INDEX participation_subbase ON participation (subbase);
CREATE INDEX participation_technology ON participation (technology);

-- Consents that run out.
CREATE INDEX consent_until ON consent (until);

-- A request and what became of it. state: 1 open, 2 met, 3 withdrawn.
CREATE TABLE request (
    id             INTEGER PRIMARY KEY,
    participation  INTEGER NOT NULL REFERENCES participation (id),
    item           INTEGER REFERENCES book_item (id),
    words          TEXT NOT NULL,
    source         INTEGER REFERENCES book_item (id),
    on_day         INTEGER NOT NULL,
    state          INTEGER,
    closed_on      INTEGER NOT NULL,
    result         TEXT NOT NULL
) STRICT;
CREATE INDEX request_participation ON request (participation);
CREATE INDEX request_item ON request (item);
CREATE INDEX request_source ON request (source);

-- answer: 1 waited for, 2 yes, 3 no, 4 later.
CREATE TABLE invitation (
    id           INTEGER PRIMARY KEY,
    year         INTEGER NOT NULL REFERENCES year (year),
    on_day       INTEGER NOT NULL,
    name         TEXT NOT NULL,
    subbase      INTEGER REFERENCES book_item (id),
    place        TEXT NOT NULL,
    contact      TEXT NOT NULL,
    by           TEXT NOT NULL,
    answer       INTEGER,
    answered_on  INTEGER NOT NULL,
    note         TEXT NOT NULL
) STRICT;
CREATE INDEX invitation_year ON invitation (year);
CREATE INDEX invitation_subbase ON invitation (subbase);

-- Stage 4.

-- The eight criteria of domain.md §6, each 0…5, NULL not asked; decision: 1 suits, 2 does not, 3 later.
CREATE TABLE interview (
    id             INTEGER PRIMARY KEY,
    participation  INTEGER NOT NULL REFERENCES participation (id),
    on_day         INTEGER NOT NULL,
    interviewer    TEXT NOT NULL,
    experience     INTEGER,
    strengths      INTEGER,
    communication  INTEGER,
    time           INTEGER,
    life           INTEGER,
    suits          INTEGER,
    civic          INTEGER,
    motivation     INTEGER,
    decision       INTEGER,
    reason         TEXT NOT NULL
) STRICT;
CREATE INDEX interview_participation ON interview (participation);

-- role: 1 of mentees, 2 of mentors. attend: percent of the lessons wanted; mark_max, mark_pass: of the test; NULL: there is none.
CREATE TABLE course (
    id         INTEGER PRIMARY KEY,
    year       INTEGER NOT NULL REFERENCES year (year),
    role       INTEGER NOT NULL CHECK (role IN (1, 2)),
    name       TEXT NOT NULL,
    teacher    TEXT NOT NULL,
    hours      INTEGER,
    test_on    INTEGER NOT NULL,
    mark_max   INTEGER,
    mark_pass  INTEGER,
    attend     INTEGER,
    note       TEXT NOT NULL
) STRICT;
CREATE INDEX course_year ON course (year);

CREATE TABLE lesson (
    id       INTEGER PRIMARY KEY,
    course   INTEGER NOT NULL REFERENCES course (id),
    on_day   INTEGER NOT NULL,
    name     TEXT NOT NULL,
    hours    INTEGER,
    teacher  TEXT NOT NULL
) STRICT;
CREATE INDEX lesson_course ON lesson (course);

-- Somebody on a course: the test, the certificate.
CREATE TABLE learner (
    id             INTEGER PRIMARY KEY,
    course         INTEGER NOT NULL REFERENCES course (id),
    participation  INTEGER NOT NULL REFERENCES participation (id),
    mark           INTEGER,
    certificate    TEXT NOT NULL,
    certified_on   INTEGER NOT NULL,
    received_on    INTEGER NOT NULL
) STRICT;
CREATE INDEX learner_course ON learner (course);
CREATE INDEX learner_participation ON learner (participation);

-- state: 1 was there, 2 was not, 3 was not, with a reason.
CREATE TABLE attendance (
    lesson   INTEGER NOT NULL REFERENCES lesson (id),
    learner  INTEGER NOT NULL REFERENCES learner (id),
    state    INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
    PRIMARY KEY (lesson, learner)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_learner ON attendance (learner);

-- Stage 6.

-- before: the bond of the year before that it prolongs; replaces: the one whose place it took.
ALTER TABLE bond ADD COLUMN technology INTEGER REFERENCES book_item (id);
ALTER TABLE bond ADD COLUMN mentor_strengths TEXT NOT NULL DEFAULT '';
ALTER TABLE bond ADD COLUMN mentee_strengths TEXT NOT NULL DEFAULT '';
ALTER TABLE bond ADD COLUMN aim TEXT NOT NULL DEFAULT '';
ALTER TABLE bond ADD COLUMN tasks TEXT NOT NULL DEFAULT '';
ALTER TABLE bond ADD COLUMN difficulties TEXT NOT NULL DEFAULT '';
ALTER TABLE bond ADD COLUMN success TEXT NOT NULL DEFAULT '';
ALTER TABLE bond ADD COLUMN strategy TEXT NOT NULL DEFAULT '';
ALTER TABLE bond ADD COLUMN approved_on INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bond ADD COLUMN result TEXT NOT NULL DEFAULT '';
ALTER TABLE bond ADD COLUMN before INTEGER REFERENCES bond (id);
ALTER TABLE bond ADD COLUMN replaces INTEGER REFERENCES bond (id);
CREATE INDEX bond_technology ON bond (technology);
CREATE INDEX bond_before ON bond (before);
CREATE INDEX bond_replaces ON bond (replaces);

-- The member's own: what was reached, whether he went the whole way, the case or review.
ALTER TABLE member ADD COLUMN result TEXT NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN passed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN link TEXT NOT NULL DEFAULT '';

-- part: 1 the year's personalised programme, 2 the development plan. mark: the mentor's, 1…5.
CREATE TABLE plan_item (
    id        INTEGER PRIMARY KEY,
    bond      INTEGER NOT NULL REFERENCES bond (id),
    part      INTEGER NOT NULL CHECK (part IN (1, 2)),
    name      TEXT NOT NULL,
    work      INTEGER REFERENCES book_item (id),
    due       INTEGER NOT NULL,
    expected  TEXT NOT NULL,
    done_on   INTEGER NOT NULL,
    actual    TEXT NOT NULL,
    mark      INTEGER
) STRICT;
CREATE INDEX plan_item_bond ON plan_item (bond, part, due);
CREATE INDEX plan_item_work ON plan_item (work);

-- kind: 1 организационная … 5 итоговая. source: of which line of a shared table it was read; '' typed here.
CREATE TABLE meeting (
    id       INTEGER PRIMARY KEY,
    bond     INTEGER NOT NULL REFERENCES bond (id),
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),
    on_day   INTEGER NOT NULL,
    theme    TEXT NOT NULL,
    result   TEXT NOT NULL,
    mark     INTEGER,
    next_on  INTEGER NOT NULL,
    source   TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_bond ON meeting (bond, on_day);

-- month: its first day.
CREATE TABLE diary (
    bond       INTEGER NOT NULL REFERENCES bond (id),
    month      INTEGER NOT NULL,
    handed_on  INTEGER NOT NULL,
    read_on    INTEGER NOT NULL,
    mark       INTEGER,
    remark     TEXT NOT NULL,
    PRIMARY KEY (bond, month)
) STRICT, WITHOUT ROWID;

-- way: 1 the mentor sees the mentee's lesson, 2 the mentee the mentor's.
CREATE TABLE visit (
    id      INTEGER PRIMARY KEY,
    bond    INTEGER NOT NULL REFERENCES bond (id),
    way     INTEGER NOT NULL CHECK (way IN (1, 2)),
    on_day  INTEGER NOT NULL,
    class   TEXT NOT NULL,
    theme   TEXT NOT NULL,
    seen    TEXT NOT NULL,
    advice  TEXT NOT NULL
) STRICT;
CREATE INDEX visit_bond ON visit (bond);

CREATE TABLE handout (
    id      INTEGER PRIMARY KEY,
    bond    INTEGER NOT NULL REFERENCES bond (id),
    on_day  INTEGER NOT NULL,
    name    TEXT NOT NULL,
    link    TEXT NOT NULL
) STRICT;
CREATE INDEX handout_bond ON handout (bond);

CREATE TABLE consultation (
    id      INTEGER PRIMARY KEY,
    bond    INTEGER NOT NULL REFERENCES bond (id),
    on_day  INTEGER NOT NULL,
    whom    TEXT NOT NULL,
    theme   TEXT NOT NULL,
    result  TEXT NOT NULL
) STRICT;
CREATE INDEX consultation_bond ON consultation (bond);

-- term: of the year, from 1, 0 the whole year; side: 1 mentee, 2 mentor. mark: how it goes, 1…10.
CREATE TABLE report (
    id            INTEGER PRIMARY KEY,
    bond          INTEGER NOT NULL REFERENCES bond (id),
    term          INTEGER,
    side          INTEGER NOT NULL CHECK (side IN (1, 2)),
    on_day        INTEGER NOT NULL,
    mark          INTEGER,
    done          TEXT NOT NULL,
    difficulties  TEXT NOT NULL,
    wishes        TEXT NOT NULL
) STRICT;
CREATE INDEX report_bond ON report (bond, term, side);

-- until 0: goes on.
CREATE TABLE pause (
    id      INTEGER PRIMARY KEY,
    bond    INTEGER NOT NULL REFERENCES bond (id),
    on_day  INTEGER NOT NULL,
    until   INTEGER NOT NULL,
    reason  TEXT NOT NULL
) STRICT;
CREATE INDEX pause_bond ON pause (bond);

-- The paper for the director; term as of a report.
CREATE TABLE review (
    id               INTEGER PRIMARY KEY,
    year             INTEGER NOT NULL REFERENCES year (year),
    term             INTEGER,
    on_day           INTEGER NOT NULL,
    aim              TEXT NOT NULL,
    studied          TEXT NOT NULL,
    conclusions      TEXT NOT NULL,
    recommendations  TEXT NOT NULL,
    considered       TEXT NOT NULL
) STRICT;
CREATE INDEX review_year ON review (year);

-- Stage 7.

-- Of one of a pair after the programme; mark 1…10, again: 1 would go on, 2 would not, NULL not said;
-- participation: whose words, in a group there are several mentees.
CREATE TABLE feedback (
    id             INTEGER PRIMARY KEY,
    bond           INTEGER NOT NULL REFERENCES bond (id),
    side           INTEGER NOT NULL CHECK (side IN (1, 2)),
    participation  INTEGER REFERENCES participation (id),
    on_day         INTEGER NOT NULL,
    mark           INTEGER,
    gained         TEXT NOT NULL,
    missed         TEXT NOT NULL,
    again          INTEGER
) STRICT;
CREATE INDEX feedback_bond ON feedback (bond);
CREATE INDEX feedback_participation ON feedback (participation);

-- kind: 1 грамота, 2 диплом, 3 благодарственное письмо, 4 значок, 5 подарок. decided: NULL nominee, 1 awarded,
-- 2 not. participation NULL: somebody by name.
CREATE TABLE award (
    id             INTEGER PRIMARY KEY,
    year           INTEGER NOT NULL REFERENCES year (year),
    nomination     INTEGER REFERENCES book_item (id),
    participation  INTEGER REFERENCES participation (id),
    name           TEXT NOT NULL,
    kind           INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),
    decided        INTEGER,
    reason         TEXT NOT NULL,
    number         TEXT NOT NULL,
    on_day         INTEGER NOT NULL,
    received_on    INTEGER NOT NULL
) STRICT;
CREATE INDEX award_year ON award (year);
CREATE INDEX award_nomination ON award (nomination);
CREATE INDEX award_participation ON award (participation);

-- Monthly представление на стимулирование; month: its first day, points in tenths.
CREATE TABLE incentive (
    id             INTEGER PRIMARY KEY,
    year           INTEGER NOT NULL REFERENCES year (year),
    month          INTEGER NOT NULL,
    participation  INTEGER NOT NULL REFERENCES participation (id),
    basis          TEXT NOT NULL,
    points         INTEGER,
    note           TEXT NOT NULL
) STRICT;
CREATE INDEX incentive_year ON incentive (year, month);
CREATE INDEX incentive_participation ON incentive (participation);

-- kind: 1 case, 2 practice, 3 programme. reviewed_on: passed an expert review.
CREATE TABLE practice (
    id           INTEGER PRIMARY KEY,
    year         INTEGER NOT NULL REFERENCES year (year),
    kind         INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
    name         TEXT NOT NULL,
    author       TEXT NOT NULL,
    form         INTEGER REFERENCES book_item (id),
    request      TEXT NOT NULL,
    done         TEXT NOT NULL,
    result       TEXT NOT NULL,
    repeat       TEXT NOT NULL,
    link         TEXT NOT NULL,
    reviewed_on  INTEGER NOT NULL
) STRICT;
CREATE INDEX practice_year ON practice (year);
CREATE INDEX practice_form ON practice (form);

-- A contest in three steps, each with its last day.
CREATE TABLE contest (
    id         INTEGER PRIMARY KEY,
    year       INTEGER NOT NULL REFERENCES year (year),
    name       TEXT NOT NULL,
    taken_to   INTEGER NOT NULL,
    judged_to  INTEGER NOT NULL,
    awards_on  INTEGER NOT NULL,
    chair      TEXT NOT NULL,
    secretary  TEXT NOT NULL,
    number     TEXT NOT NULL,
    note       TEXT NOT NULL
) STRICT;
CREATE INDEX contest_year ON contest (year);

CREATE TABLE criterion (
    id        INTEGER PRIMARY KEY,
    contest   INTEGER NOT NULL REFERENCES contest (id),
    name      TEXT NOT NULL,
    mark_max  INTEGER
) STRICT;
CREATE INDEX criterion_contest ON criterion (contest);

CREATE TABLE expert (
    id        INTEGER PRIMARY KEY,
    contest   INTEGER NOT NULL REFERENCES contest (id),
    name      TEXT NOT NULL,
    position  TEXT NOT NULL
) STRICT;
CREATE INDEX expert_contest ON expert (contest);

-- place: 1, 2, 3; 4 takes part; NULL not decided.
CREATE TABLE entry (
    id          INTEGER PRIMARY KEY,
    contest     INTEGER NOT NULL REFERENCES contest (id),
    name        TEXT NOT NULL,
    author      TEXT NOT NULL,
    nomination  INTEGER REFERENCES book_item (id),
    taken_on    INTEGER NOT NULL,
    link        TEXT NOT NULL,
    place       INTEGER
) STRICT;
CREATE INDEX entry_contest ON entry (contest);
CREATE INDEX entry_nomination ON entry (nomination);

CREATE TABLE entry_mark (
    entry      INTEGER NOT NULL REFERENCES entry (id),
    expert     INTEGER NOT NULL REFERENCES expert (id),
    criterion  INTEGER NOT NULL REFERENCES criterion (id),
    mark       INTEGER NOT NULL,
    PRIMARY KEY (entry, expert, criterion)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_mark_expert ON entry_mark (expert);
CREATE INDEX entry_mark_criterion ON entry_mark (criterion);

-- A teacher's self-analysis at the end (ИППР).
CREATE TABLE self_analysis (
    id             INTEGER PRIMARY KEY,
    participation  INTEGER NOT NULL REFERENCES participation (id),
    on_day         INTEGER NOT NULL,
    aims           TEXT NOT NULL,
    done           TEXT NOT NULL,
    gained         TEXT NOT NULL,
    difficulties   TEXT NOT NULL,
    next           TEXT NOT NULL
) STRICT;
CREATE INDEX self_analysis_participation ON self_analysis (participation);

PRAGMA user_version = 3;
