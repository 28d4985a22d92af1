/*
 * Meetings from the table that mentors fill together: whose pair a row is about, and whether the
 * file has that meeting already.
 *
 * A pair is known by the mentor's name, the mentee's, or both; what fits several pairs is a
 * question, asked once for all rows that say the same. A meeting is known by its pair, day and
 * theme; where the theme is another one, by being the same one in a row of that day's lines of its
 * pair, so that a theme that was mended changes the meeting and does not double it.
 */
#include <stdlib.h>
#include <string.h>

#include "import_inner.h"
#include "name_words.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"
#include "nastavnik/model/pairwork.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/write/record.h"

/* What a row says. */
struct meeting_line {
	const char *pair, *mentor, *mentee;
	struct meeting meeting;
};

#define AT(member) offsetof(struct meeting_line, member)
#define HEADINGS(...)             \
	(const char *const[])     \
	{                         \
		__VA_ARGS__, NULL \
	}

/* clang-format off */
static const struct field line_rows[] = {
	{ .name = "pair", .label = N_("Pair"), .kind = FIELD_TEXT, .offset = AT(pair),
	  .headings = HEADINGS("наставническая пара", "пара", "фио пары", "участники") },
	{ .name = "mentor", .label = N_("Mentor"), .kind = FIELD_TEXT, .offset = AT(mentor),
	  .headings = HEADINGS("фио наставника", "наставник", "наставник фио",
			       "ваше имя", "ваши фамилия и имя") },
	{ .name = "mentee", .label = N_("Mentee"), .kind = FIELD_TEXT, .offset = AT(mentee),
	  .headings = HEADINGS("фио наставляемого", "наставляемый", "наставляемый фио",
			       "наставляемые", "подопечный", "ученик", "обучающийся") },
	{ .name = "on_day", .label = N_("Date"), .kind = FIELD_DATE, .offset = AT(meeting.on_day),
	  .headings = HEADINGS("дата встречи", "дата проведения", "дата", "когда") },
	{ .name = "kind", .label = N_("Kind of meeting"), .kind = FIELD_CHOICE,
	  .offset = AT(meeting.kind), .choices = "meeting_kind",
	  .headings = HEADINGS("вид встречи", "тип встречи") },
	{ .name = "theme", .label = N_("Theme"), .kind = FIELD_TEXT, .max = 300,
	  .offset = AT(meeting.theme),
	  .headings = HEADINGS("тема встречи", "тема", "тема занятия", "что делали",
			       "содержание") },
	{ .name = "result", .label = N_("Outcome"), .kind = FIELD_LONGTEXT,
	  .offset = AT(meeting.result),
	  .headings = HEADINGS("результат", "итог", "итоги", "результат встречи", "что получилось",
			       "вывод") },
	{ .name = "mark", .label = N_("Mark"), .kind = FIELD_NUMBER, .min = 1, .max = 5,
	  .offset = AT(meeting.mark),
	  .headings = HEADINGS("оценка", "отметка", "оценка встречи") },
	{ .name = "next_on", .label = N_("Next meeting"), .kind = FIELD_DATE,
	  .offset = AT(meeting.next_on),
	  .headings = HEADINGS("следующая встреча", "дата следующей встречи", "когда следующая") },
};
/* clang-format on */

struct known_meeting {
	struct meeting meeting;
	const char *theme; /* folded */
	bool stood;        /* a row of this table was it */
};

/* What the file has of a pair. */
struct known_pair {
	int64_t bond, from, to;
	struct known_meeting *meeting;
	size_t meetings, cap;
	int64_t *day; /* of the table's rows so far */
	size_t days, days_cap;
};

struct known_member {
	struct known_pair *pair;
	const struct person *mentor, *mentee;
	struct name_words mentor_name, mentee_name;
};

/* What rows say of a pair, and what the person answered to it. */
struct pair_words {
	const char *mentor, *mentee; /* folded */
	bool skip;
	int64_t person; /* 0: not answered */
};

struct meeting_run {
	struct known_pair *pair;
	size_t pairs;
	struct known_member *member;
	size_t members;
	struct pair_words *asked;
	size_t asks, asks_cap;
};

/* What the file has */

static const struct person *person_of(const struct participants *side, int64_t participation)
{
	for (size_t i = 0; i < side->n; i++)
		if (side->row[i].id == participation)
			return &side->row[i].person;
	return NULL;
}

static struct known_pair *pair_of(struct meeting_run *m, int64_t bond)
{
	for (size_t i = 0; i < m->pairs; i++)
		if (m->pair[i].bond == bond)
			return &m->pair[i];
	m->pair[m->pairs] = (struct known_pair){ .bond = bond };
	return &m->pair[m->pairs++];
}

static void member_know(struct import_run *run, const struct bond_member *from,
			const struct person *mentor, const struct person *mentee)
{
	struct meeting_run *m = run->meetings;
	const struct year *year = &run->import->app->year;
	struct known_pair *pair = pair_of(m, from->bond);
	int64_t begins = from->from ? from->from : year->bond_from;
	int64_t ends = from->to ? from->to : year->bond_to;

	pair->from = !pair->from || begins < pair->from ? begins : pair->from;
	pair->to = ends > pair->to ? ends : pair->to;
	m->member[m->members++] = (struct known_member){
		.pair = pair,
		.mentor = mentor,
		.mentee = mentee,
		.mentor_name = name_words_of(&run->arena, mentor),
		.mentee_name = name_words_of(&run->arena, mentee),
	};
}

static enum rc members_know(struct import_run *run)
{
	struct meeting_run *m = run->meetings;
	const struct app *app = run->import->app;
	struct participants mentors, mentees;
	struct members members;
	enum rc rc = members_load(app->store, &run->arena, app->year.year, &members);

	if (!rc)
		rc = participant_load_all(app->store, &run->arena, app->year.year, ROLE_MENTOR,
					  &mentors);
	if (!rc)
		rc = participant_load_all(app->store, &run->arena, app->year.year, ROLE_MENTEE,
					  &mentees);
	if (rc)
		return rc;
	m->pair = ARENA_NEW(&run->arena, struct known_pair, members.n);
	m->member = ARENA_NEW(&run->arena, struct known_member, members.n);
	for (size_t i = 0; i < members.n; i++) {
		const struct person *mentor = person_of(&mentors, members.row[i].mentor);
		const struct person *mentee = person_of(&mentees, members.row[i].mentee);

		if (mentor && mentee)
			member_know(run, &members.row[i], mentor, mentee);
	}
	return RC_OK;
}

static struct known_meeting *meeting_know(struct import_run *run, struct known_pair *pair,
					  const struct meeting *meeting)
{
	struct known_meeting *known;

	pair->meeting = arena_grow(&run->arena, pair->meeting, pair->meetings, &pair->cap,
				   sizeof(*pair->meeting));
	known = &pair->meeting[pair->meetings++];
	*known = (struct known_meeting){ .meeting = *meeting,
					 .theme = utf8_fold(&run->arena, meeting->theme) };
	return known;
}

static enum rc meetings_know(struct import_run *run)
{
	struct meeting_run *m = run->meetings;
	const struct app *app = run->import->app;
	struct known_pair *pair = NULL;
	struct records all;
	enum rc rc = record_list_year(app->store, &run->arena, &meeting_type, app->year.year, &all);

	for (size_t i = 0; !rc && i < all.n; i++) {
		const struct meeting *meeting = record_at(&meeting_type, &all, i);

		for (size_t k = 0; (!pair || pair->bond != meeting->head.owner) && k < m->pairs;
		     k++)
			pair = m->pair[k].bond == meeting->head.owner ? &m->pair[k] : pair;
		if (pair && pair->bond == meeting->head.owner)
			meeting_know(run, pair, meeting);
	}
	return rc;
}

static enum rc meetings_begin(struct import_run *run)
{
	enum rc rc;

	run->meetings = ARENA_NEW(&run->arena, struct meeting_run, 1);
	rc = members_know(run);
	return rc ? rc : meetings_know(run);
}

/* Whose row it is */

/* «Орлова И.П. – Титов Лев» into its two sides. */
static void pair_split(struct arena *a, struct meeting_line *line)
{
	static const char *const bars[] = { " – ", " — ", " - ", "/", ";" };

	if (*line->mentor || *line->mentee)
		return;
	for (size_t i = 0; i < sizeof(bars) / sizeof(bars[0]); i++) {
		const char *at = strstr(line->pair, bars[i]);

		if (!at)
			continue;
		line->mentor = arena_strndup(a, line->pair, (size_t)(at - line->pair));
		line->mentee = at + strlen(bars[i]);
		return;
	}
	line->mentor = line->pair;
}

/* Members that fit, one of each pair. */
struct fitting {
	const struct known_member **row;
	size_t n;
	bool mentor, mentee; /* does anybody of that name stand in a pair? */
};

static bool fitting_has(const struct fitting *f, const struct known_pair *pair)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->row[i]->pair == pair)
			return true;
	return false;
}

static struct fitting members_fitting(struct import_row *row, const struct meeting_line *line)
{
	const struct meeting_run *m = row->run->meetings;
	struct arena *a = &row->run->row;
	struct fitting found = { ARENA_NEW(a, const struct known_member *, m->members), 0, false,
				 false };
	struct name_words mentor, mentee;

	name_words_take(a, line->mentor, &mentor);
	name_words_take(a, line->mentee, &mentee);
	for (size_t i = 0; i < m->members; i++) {
		const struct known_member *member = &m->member[i];
		bool one = name_words_fit(&mentor, &member->mentor_name);
		bool other = name_words_fit(&mentee, &member->mentee_name);

		found.mentor |= one;
		found.mentee |= other;
		if (one && other && !fitting_has(&found, member->pair))
			found.row[found.n++] = member;
	}
	return found;
}

/* A pair that did not work on that day is not meant while another one did. */
static void fitting_narrow(struct fitting *found, int64_t on_day)
{
	size_t n = 0;

	for (size_t i = 0; i < found->n; i++) {
		const struct known_pair *pair = found->row[i]->pair;

		n += pair->from <= on_day && on_day <= pair->to;
	}
	if (!n || n == found->n)
		return;
	n = 0;
	for (size_t i = 0; i < found->n; i++) {
		const struct known_pair *pair = found->row[i]->pair;

		if (pair->from <= on_day && on_day <= pair->to)
			found->row[n++] = found->row[i];
	}
	found->n = n;
}

static enum rc nobody_fits(const struct meeting_line *line, const struct fitting *found)
{
	if (!*line->mentor && !*line->mentee)
		return err_set(RC_INVALID, _("The row names neither a mentor nor a mentee."));
	if (!found->mentor)
		return err_set(RC_INVALID, _("“%s”: no mentor of this name has a pair this year."),
			       line->mentor);
	if (!found->mentee)
		return err_set(RC_INVALID, _("“%s”: no mentee of this name has a pair this year."),
			       line->mentee);
	return err_set(RC_INVALID, _("“%s” and “%s” are no pair this year."), line->mentor,
		       line->mentee);
}

/* Where the pairs differ: in their mentees, else in their mentors. */
static const struct person *telling_side(const struct fitting *found, size_t i)
{
	for (size_t k = 1; k < found->n; k++)
		if (found->row[k]->mentee->id == found->row[k - 1]->mentee->id)
			return found->row[i]->mentor;
	return found->row[i]->mentee;
}

static struct pair_words *words_asked(struct import_row *row, const struct meeting_line *line,
				      bool *asked)
{
	struct meeting_run *m = row->run->meetings;
	struct arena *a = &row->run->arena;
	const char *mentor = utf8_fold(a, line->mentor), *mentee = utf8_fold(a, line->mentee);

	*asked = true;
	for (size_t i = 0; i < m->asks; i++)
		if (!strcmp(m->asked[i].mentor, mentor) && !strcmp(m->asked[i].mentee, mentee))
			return &m->asked[i];
	*asked = false;
	m->asked = arena_grow(a, m->asked, m->asks, &m->asks_cap, sizeof(*m->asked));
	m->asked[m->asks] = (struct pair_words){ .mentor = mentor, .mentee = mentee };
	return &m->asked[m->asks++];
}

static void reply_read(struct import_row *row, struct pair_words *words)
{
	const struct import *import = row->run->import;

	for (size_t i = 0; i < import->replies; i++) {
		if (import->reply[i].line != row->line)
			continue;
		words->skip = import->reply[i].answer == IMPORT_SKIP ||
			      import->reply[i].answer == IMPORT_ANOTHER;
		words->person =
			import->reply[i].answer == IMPORT_SAME ? import->reply[i].person : 0;
	}
}

/* What the row is called in the report: «Орлова И.П. – Титов Лев». */
static const char *line_name(struct arena *a, const struct meeting_line *line)
{
	if (!*line->mentor && !*line->mentee)
		return arena_strdup(a, line->pair);
	return arena_printf(a, "%s%s%s", line->mentor, *line->mentor && *line->mentee ? " – " : "",
			    line->mentee);
}

static void pair_ask(struct import_row *row, const struct meeting_line *line,
		     const struct fitting *found)
{
	struct import *import = row->run->import;
	struct arena *a = &import->told;
	struct person *candidate = ARENA_NEW(a, struct person, found->n);
	const char *name = line_name(a, line);

	for (size_t i = 0; i < found->n; i++)
		candidate[i] = person_keep(a, telling_side(found, i));
	import_question_add(row,
			    &(struct import_question){
				    .line = row->line,
				    .name = name,
				    .candidate = candidate,
				    .n = found->n,
				    .no_other = true,
				    .text = arena_printf(a,
							 ngettext("Which of the %zu pairs is it? "
								  "The answer is for all rows that "
								  "say so.",
								  "Which of the %zu pairs is it? "
								  "The answer is for all rows that "
								  "say so.",
								  found->n),
							 found->n) });
}

/* Of several pairs the one that was answered; else the row waits. */
static struct known_pair *pair_choose(struct import_row *row, const struct meeting_line *line,
				      const struct fitting *found)
{
	bool asked;
	struct pair_words *words = words_asked(row, line, &asked);

	if (!asked)
		reply_read(row, words);
	for (size_t i = 0; i < found->n && words->person; i++)
		if (telling_side(found, i)->id == words->person)
			return found->row[i]->pair;
	row->fate = words->skip ? ROW_SKIPPED : ROW_UNSURE;
	if (!words->skip && !asked)
		pair_ask(row, line, found);
	return NULL;
}

/* In one column for both nobody says who stands first; what fits neither way stays as it was. */
static struct fitting members_turned(struct import_row *row, struct meeting_line *line)
{
	struct meeting_line turned = *line;
	struct fitting found;

	turned.mentor = line->mentee;
	turned.mentee = line->mentor;
	found = members_fitting(row, &turned);
	if (!found.n)
		return members_fitting(row, line);
	*line = turned;
	return found;
}

/* *pair NULL: the row is not brought in, its fate says why. RC_INVALID: it is rejected. */
static enum rc pair_find(struct import_row *row, struct meeting_line *line,
			 struct known_pair **pair)
{
	struct fitting found;

	pair_split(&row->run->row, line);
	found = members_fitting(row, line);
	if (!found.n && *line->pair)
		found = members_turned(row, line);
	if (!found.n || (!*line->mentor && !*line->mentee))
		return nobody_fits(line, &found);
	fitting_narrow(&found, line->meeting.on_day);
	*pair = found.n == 1 ? found.row[0]->pair : pair_choose(row, line, &found);
	return RC_OK;
}

/* What the row says */

/* What is not understood of the kind, the mark, the next day is left out and told: the meeting was
 * held all the same. */
static bool is_essential(const struct field *field)
{
	return field_is_text(field) || !strcmp(field->name, "on_day");
}

static enum rc line_read(struct import_row *row, struct meeting_line *line)
{
	struct import_run *run = row->run;

	*line = (struct meeting_line){ .pair = "", .mentor = "", .mentee = "" };
	record_init(&meeting_type, &line->meeting, 0, date_today());
	line->meeting.on_day = line->meeting.next_on = DATE_NONE;
	line->meeting.kind = 0;
	for (size_t i = 0; i < run->fields.n; i++) {
		const struct field *field = &run->fields.row[i];
		enum rc rc;

		if (!row->value[i] || !*row->value[i])
			continue;
		rc = field_parse(&run->arena, field, line, row->value[i], &run->source);
		if (rc && is_essential(field))
			return rc;
		if (rc)
			issue_add(&run->import->issues, ISSUE_NOTE, row->line, 0,
				  text_of(field->label), _("“%s”: not understood and left out."),
				  row->value[i]);
		else
			row->given[i] = true;
	}
	return RC_OK;
}

static enum rc day_check(const struct import_row *row, int64_t on_day)
{
	int64_t year = row->run->import->app->year.year;
	char date[DATE_SIZE], name[12];

	if (!on_day)
		return err_set(RC_INVALID, _("The row has no date of the meeting."));
	if (year_of((int)on_day) != year)
		return err_set(RC_INVALID, _("%s does not lie in the school year %s."),
			       date_format((int)on_day, date), year_name(year, name));
	if (on_day > date_today())
		return err_set(RC_INVALID,
			       _("%s has not come yet: what is only planned is no meeting."),
			       date_format((int)on_day, date));
	return RC_OK;
}

/* Into the file */

/* How many rows of this table told of that day of the pair, this one too. */
static size_t day_count(struct import_run *run, struct known_pair *pair, int64_t on_day)
{
	size_t n = 1;

	for (size_t i = 0; i < pair->days; i++)
		n += pair->day[i] == on_day;
	pair->day =
		arena_grow(&run->arena, pair->day, pair->days, &pair->days_cap, sizeof(*pair->day));
	pair->day[pair->days++] = on_day;
	return n;
}

/* A row without a theme means whatever was held on its day. */
static bool theme_agrees(const struct known_meeting *known, const char *theme)
{
	return !strcmp(known->theme, theme) || (!known->stood && !*theme);
}

static struct known_meeting *meeting_find(struct known_pair *pair, int64_t on_day,
					  const char *theme, const char *source)
{
	for (int exact = 1; exact >= 0; exact--) {
		for (size_t i = 0; i < pair->meetings; i++) {
			struct known_meeting *known = &pair->meeting[i];

			if (known->meeting.on_day == on_day &&
			    (exact ? !strcmp(known->theme, theme) : theme_agrees(known, theme)))
				return known;
		}
	}
	for (size_t i = 0; i < pair->meetings; i++)
		if (!pair->meeting[i].stood && !strcmp(pair->meeting[i].meeting.source, source))
			return &pair->meeting[i];
	return NULL;
}

/* What the row gives over what is there; an empty cell wipes nothing, and a theme in other letters
 * is the same theme. */
static bool meeting_merge(const struct import_row *row, const struct meeting_line *line,
			  bool same_theme, struct meeting *meeting)
{
	struct meeting_line before = { .meeting = *meeting }, after = before;

	for (size_t i = 0; i < row->run->fields.n; i++) {
		const struct field *field = &row->run->fields.row[i];

		if (!row->given[i] || field->offset < AT(meeting) ||
		    (same_theme && field->offset == AT(meeting.theme)))
			continue;
		if (field_is_text(field))
			field_set_text(field, &after, field_text(field, line));
		else
			field_set_int(field, &after, field_int(field, line));
	}
	*meeting = after.meeting;
	for (size_t i = 0; i < row->run->fields.n; i++)
		if (!field_equal(&row->run->fields.row[i], &before, &after))
			return true;
	return false;
}

static enum rc meeting_check(const struct meeting *meeting)
{
	enum rc rc = fields_check(*meeting_type.fields, meeting);

	return !rc && meeting_type.check ? meeting_type.check(meeting) : rc;
}

static enum rc meeting_write(struct import_row *row, struct known_pair *pair,
			     const struct meeting_line *line)
{
	struct import_run *run = row->run;
	const char *theme = utf8_fold(&run->arena, line->meeting.theme);
	const char *source = arena_printf(&run->arena, "%lld/%zu", (long long)line->meeting.on_day,
					  day_count(run, pair, line->meeting.on_day));
	struct known_meeting *known = meeting_find(pair, line->meeting.on_day, theme, source);
	struct meeting fresh = known ? known->meeting : line->meeting;
	bool changed = known && meeting_merge(row, line, !strcmp(known->theme, theme), &fresh);
	enum rc rc;

	if (!known) {
		fresh.head.owner = pair->bond;
		fresh.source = source;
		fresh.kind = fresh.kind ? fresh.kind : MEETING_REGULAR;
	}
	row->fate = !known ? ROW_ADDED : changed ? ROW_CHANGED : ROW_UNCHANGED;
	rc = meeting_check(&fresh);
	if (!rc && (!known || changed))
		rc = record_put(run->import->app->store, &meeting_type, &fresh);
	if (rc)
		return rc;
	if (!known)
		known = meeting_know(run, pair, &fresh);
	known->meeting = fresh;
	known->theme = utf8_fold(&run->arena, fresh.theme);
	known->stood = true;
	return RC_OK;
}

/* It is brought in all the same: the dates of the pair may be wrong as well. */
static void term_tell(const struct import_row *row, const struct meeting_line *line,
		      const struct known_pair *pair)
{
	char date[DATE_SIZE];

	if (line->meeting.on_day < pair->from || line->meeting.on_day > pair->to)
		issue_add(&row->run->import->issues, ISSUE_WARNING, row->line, 0,
			  line_name(&row->run->row, line),
			  _("%s: the pair did not work on that day. Look at the date."),
			  date_format((int)line->meeting.on_day, date));
}

/* Nothing in any of the columns that are taken. */
static bool line_is_blank(const struct import_row *row)
{
	for (size_t i = 0; i < row->run->fields.n; i++)
		if (row->value[i] && *row->value[i])
			return false;
	return true;
}

static enum rc meeting_row(struct import_row *row, const struct row *cells)
{
	struct known_pair *pair = NULL;
	struct meeting_line line;
	enum rc rc;

	if (line_is_blank(row) || import_row_signature(row, cells)) {
		row->fate = ROW_SKIPPED;
		return RC_OK;
	}
	rc = line_read(row, &line);
	row->fresh.person.family = line_name(&row->run->row, &line);
	row->fresh.person.given = "";
	if (!rc)
		rc = day_check(row, line.meeting.on_day);
	if (!rc)
		rc = pair_find(row, &line, &pair);
	if (rc || !pair)
		return rc;
	term_tell(row, &line, pair);
	return meeting_write(row, pair, &line);
}

static enum rc meetings_columns(const struct import *import)
{
	if (!table_has(&import->table, "on_day"))
		return err_set(RC_INVALID,
			       _("No column of “%s” was recognised as the date of the meeting. Say "
				 "which column it is."),
			       import->name);
	if (!table_has(&import->table, "mentor") && !table_has(&import->table, "mentee") &&
	    !table_has(&import->table, "pair"))
		return err_set(RC_INVALID,
			       _("No column of “%s” was recognised as the mentor, the mentee or "
				 "the pair. Say which column it is."),
			       import->name);
	return RC_OK;
}

static enum rc meetings_open(struct import *import)
{
	import->fields = FIELDS(line_rows);
	import->remember = "columns-meetings";
	return RC_OK;
}

const struct import_kind_row import_meetings_kind = {
	.step = N_("Import of meetings"),
	.title = N_("Importing meetings"),
	.nothing = N_("There are headings and no meetings below them."),
	.open = meetings_open,
	.columns = meetings_columns,
	.begin = meetings_begin,
	.row = meeting_row,
};
