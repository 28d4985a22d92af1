/* Who is it, what is new, and into the file with it. */
#include <string.h>

#include "import_inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/write/participant.h"
#include "nastavnik/store/write/person.h"

enum { NAME_SIZE = 256 };

static const struct import_reply *reply_find(const struct import *import, int64_t line)
{
	for (size_t i = 0; i < import->replies; i++) {
		if (import->reply[i].line == line)
			return &import->reply[i];
	}
	return NULL;
}

static const struct person *candidate_by_id(const struct people *candidates, int64_t id)
{
	for (size_t i = 0; i < candidates->n; i++) {
		if (candidates->row[i].id == id)
			return &candidates->row[i];
	}
	return NULL;
}

static const char *person_tell(struct arena *a, const struct person *p)
{
	const char *where = person_class_or_position(p);

	return arena_printf(a, "%s%s%s", person_name(a, p), *where ? ", " : "", where);
}

/* Strings of a candidate outlive its row. */
struct person person_keep(struct arena *a, const struct person *from)
{
	struct person p = *from;

	for (size_t i = 0; i < person_fields.n; i++) {
		const struct field *f = &person_fields.row[i];

		if (f->kind == FIELD_TEXT || f->kind == FIELD_LONGTEXT)
			field_set_text(f, &p, arena_strdup(a, field_text(f, from)));
	}
	p.left_why = arena_strdup(a, from->left_why);
	return p;
}

void import_question_add(struct import_row *row, const struct import_question *question)
{
	struct import *import = row->run->import;

	row->fate = ROW_UNSURE;
	row->reason = question->text;
	issue_add(&import->issues, ISSUE_QUESTION, row->line, 0, question->name, "%s",
		  question->text);
	if (import->report.questions >= IMPORT_QUESTION_MAX)
		return;
	import->question = arena_grow(&import->told, import->question, import->report.questions,
				      &import->questions_cap, sizeof(*import->question));
	import->question[import->report.questions++] = *question;
}

static void question_ask(struct import_row *row, const struct people *maybe)
{
	struct import *import = row->run->import;
	struct arena *a = &import->told;
	struct person *candidate;
	struct import_question question = { .line = row->line, .n = maybe->n };

	question.name = person_tell(a, &row->fresh.person);
	if (maybe->n == 1)
		question.text = arena_printf(a, _("Is it %s, who is in the file?"),
					     person_tell(&row->run->row, &maybe->row[0]));
	else
		question.text =
			arena_printf(a,
				     ngettext("Which of the %zu in the file is it?",
					      "Which of the %zu in the file is it?", maybe->n),
				     maybe->n);
	candidate = ARENA_NEW(a, struct person, maybe->n);
	for (size_t i = 0; i < maybe->n; i++)
		candidate[i] = person_keep(a, &maybe->row[i]);
	question.candidate = candidate;
	import_question_add(row, &question);
}

/* What the person answered; false: nothing that helps with these candidates. */
static bool reply_take(struct import_row *row, const struct people *candidates,
		       const struct person **known)
{
	const struct import_reply *reply = reply_find(row->run->import, row->line);

	if (!reply || reply->answer == IMPORT_ASK)
		return false;
	if (reply->answer == IMPORT_SKIP)
		row->fate = ROW_SKIPPED;
	else if (reply->answer == IMPORT_SAME)
		*known = candidate_by_id(candidates, reply->person);
	return reply->answer != IMPORT_SAME || *known;
}

/* Did a row above bring or find this person? */
static bool stood_above(const struct import_run *run, const struct person *p)
{
	return run->first_table || id_set_has(&run->seen, p->id);
}

/* A class list has everybody once: who stood in it before is somebody else of that name. */
static bool namesake_of_the_list(const struct import_run *run, const struct person *p)
{
	return !import_kind_row(run->import->kind)->role && stood_above(run, p);
}

/* FNV-1a */
static uint64_t hash_add(uint64_t hash, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)text[i]) * 0x100000001b3u;
	return hash;
}

/* What candidates for the same person share, and the patronymic when it is sure what it is: other
 * tables may have none, or cut «Тхи Ань» differently. */
static struct import_name name_of(const struct person *p)
{
	struct import_name name;
	char key[NAME_SIZE];

	name.shared = hash_add(0xcbf29ce484222325u, key, person_name_key(p, key, sizeof(key)));
	name.full = name.shared;
	if (*p->patronymic && !strchr(p->patronymic, ' ') && !strchr(p->given, ' '))
		name.full =
			hash_add(name.shared, key, utf8_fold_into(p->patronymic, key, sizeof(key)));
	return name;
}

/* What is marked of a name: that there is anybody, the days on which people of that name were born.
 */
enum { MARK_ANYBODY = -1, MARK_DAY_UNKNOWN = -2 };

/* Never 0. Two marks that meet by chance cost a query, nothing else. */
static int64_t name_mark(uint64_t name, int64_t what)
{
	return (int64_t)((name ^ (uint64_t)what * 0x9e3779b97f4a7c15u) | 1);
}

/* Apart from the marks of what is shared. */
static uint64_t full_of(uint64_t name)
{
	return ~name;
}

static void mark_add(struct import_run *run, struct import_name name, int64_t what)
{
	id_set_add(&run->arena, &run->names, name_mark(name.shared, what));
	id_set_add(&run->arena, &run->names, name_mark(full_of(name.full), what));
}

static void name_note(struct import_run *run, struct import_name name, int64_t birth)
{
	mark_add(run, name, MARK_ANYBODY);
	mark_add(run, name, date_day((int)birth) ? birth : MARK_DAY_UNKNOWN);
}

/* Was there one who could be this one, of those marked? Of two known patronymics, different ones
 * say no whatever else is alike. */
static bool marked(const struct import_run *run, struct import_name name, int64_t what)
{
	const struct id_set *names = &run->names;

	if (!id_set_has(names, name_mark(name.shared, what)))
		return false;
	return name.full == name.shared || id_set_has(names, name_mark(full_of(name.full), what)) ||
	       id_set_has(names, name_mark(full_of(name.shared), what));
}

/* In the first table: was there surely nobody who could be this one? See person_same(): of two
 * known days of birth, different ones say no as well. */
static bool nobody_yet(const struct import_run *run, struct import_name name, int64_t birth)
{
	if (!date_day((int)birth))
		return !marked(run, name, MARK_ANYBODY);
	return !marked(run, name, birth) && !marked(run, name, MARK_DAY_UNKNOWN);
}

static enum rc candidates_find(struct import_row *row, struct people *candidates)
{
	struct import_run *run = row->run;
	const struct person *p = &row->fresh.person;

	if (run->first_table) {
		row->name = name_of(p);
		if (nobody_yet(run, row->name, p->birth)) {
			*candidates = (struct people){ 0 };
			return RC_OK;
		}
	}
	return person_candidates(run->import->app->store, &run->row, p, candidates);
}

/*
 * Which person of the file is it? *known: NULL for somebody new. Several for whom all speaks, or
 * one for whom too little does, are a question.
 */
static enum rc person_identify(struct import_row *row, const struct person **known)
{
	struct import_run *run = row->run;
	int64_t year = run->import->app->year.year;
	struct people candidates, same = { 0 }, maybe = { 0 };
	enum rc rc = candidates_find(row, &candidates);

	*known = NULL;
	if (rc || !candidates.n || reply_take(row, &candidates, known))
		return rc;
	same.row = ARENA_NEW(&run->row, struct person, candidates.n);
	maybe.row = ARENA_NEW(&run->row, struct person, candidates.n);
	for (size_t i = 0; i < candidates.n; i++) {
		const struct person *p = &candidates.row[i];
		enum same verdict = person_same(p, &row->fresh.person, year);

		if (verdict == SAME_MAYBE && namesake_of_the_list(run, p))
			verdict = SAME_NO;
		if (verdict == SAME_YES)
			same.row[same.n++] = *p;
		else if (verdict == SAME_MAYBE)
			maybe.row[maybe.n++] = *p;
	}
	if (same.n == 1)
		*known = &same.row[0];
	else if (same.n || maybe.n)
		question_ask(row, same.n ? &same : &maybe);
	return RC_OK;
}

/* The record as the file has it; is_new: it has none of the kind in this year. */
static enum rc record_load(struct import_row *row, const struct person *known, bool *is_new)
{
	struct import_run *run = row->run;
	struct app *app = run->import->app;
	enum role role = import_kind_row(run->import->kind)->role;
	int64_t year = app->year.year;

	row->record = run->blank;
	*is_new = true;
	if (!known)
		return RC_OK;
	if (role) {
		enum rc rc = participant_find(app->store, &run->row, known->id, year, role,
					      &row->record);

		if (rc != RC_NOT_FOUND) {
			*is_new = false;
			return rc;
		}
	}
	row->record.person = *known;
	if (known->year == year) {
		*is_new = role != 0;
		return RC_OK;
	}
	/* Class, position and place belong to the year that has passed. */
	row->record.person.year = year;
	row->record.person.class_name = row->record.person.position = row->record.person.place = "";
	row->record.person.left_on = DATE_NONE;
	row->record.person.left_why = "";
	if (known->kind == KIND_PUPIL && !*row->fresh.person.class_name)
		row->record.person.kind = KIND_UNKNOWN;
	return RC_OK;
}

static bool has_yo(const char *text)
{
	return strstr(text, "ё") || strstr(text, "Ё");
}

static bool same_fold(const char *x, const char *y)
{
	char a[NAME_SIZE], b[NAME_SIZE];

	if (!strcmp(x, y))
		return true;
	utf8_fold_into(x, a, sizeof(a));
	utf8_fold_into(y, b, sizeof(b));
	return !strcmp(a, b);
}

/* The same name but for case, ё and spaces: the spelling in the file stays, unless the new one has
 * the ё that it lacks. */
static bool name_stays(const char *old, const char *fresh)
{
	return *old && same_fold(old, fresh) && (has_yo(old) || !has_yo(fresh));
}

/* Digits decide whether two telephones are one, of what was typed +7 or 8 the last ten. */
static void contact_key(const char *text, size_t n, char key[NAME_SIZE])
{
	enum { PHONE_DIGITS = 10 };
	char digits[NAME_SIZE];
	size_t k = 0;

	for (size_t i = 0; i < n && k + 1 < NAME_SIZE; i++) {
		if (text[i] >= '0' && text[i] <= '9')
			digits[k++] = text[i];
	}
	digits[k] = '\0';
	if (k >= PHONE_DIGITS && !memchr(text, '@', n))
		memmove(key, digits + k - PHONE_DIGITS, PHONE_DIGITS + 1);
	else
		utf8_fold_into(strndupa(text, n), key, NAME_SIZE);
}

static bool contact_is_there(const char *list, const char *text, size_t n)
{
	char wanted[NAME_SIZE], key[NAME_SIZE];

	contact_key(text, n, wanted);
	for (const char *at = list; *at; at += strspn(at, ",; ")) {
		size_t k = strcspn(at, ",;");

		contact_key(at, k, key);
		if (!strcmp(key, wanted))
			return true;
		at += k;
	}
	return false;
}

/*
 * Two tables often know two telephones of one person. The second is added, never put in the place
 * of the first: nothing is lost, and the tables may come again in any order.
 */
static const char *contacts_join(struct arena *a, const char *old, const char *fresh)
{
	const char *all = old;

	for (const char *at = fresh; *at; at += strspn(at, ",; ")) {
		size_t n = strcspn(at, ",;");

		if (!contact_is_there(all, at, n))
			all = arena_printf(a, "%s, %.*s", all, (int)n, at);
		at += n;
	}
	return all;
}

static bool field_is_contact(const struct field *f)
{
	return !strcmp(f->name, "phone") || !strcmp(f->name, "email");
}

/* May the new value take the place of the one in the file? */
static bool value_wins(const struct field *f, const void *record, const void *fresh)
{
	if (field_equal(f, record, fresh))
		return false;
	if (f->kind == FIELD_DATE && date_day((int)field_int(f, record)) &&
	    !date_day((int)field_int(f, fresh)))
		return date_year((int)field_int(f, record)) != date_year((int)field_int(f, fresh));
	if (!strcmp(f->name, "family") || !strcmp(f->name, "given") ||
	    !strcmp(f->name, "patronymic"))
		return !name_stays(field_text(f, record), field_text(f, fresh));
	return true;
}

static void value_take(const struct field *f, void *record, const void *fresh)
{
	switch (f->kind) {
	case FIELD_TEXT:
	case FIELD_LONGTEXT:
		field_set_text(f, record, field_text(f, fresh));
		break;
	case FIELD_CHOICES:
		field_set_ids(f, record, field_ids(f, fresh));
		break;
	case FIELD_NUMBER:
	case FIELD_DATE:
	case FIELD_CHOICE:
	case FIELD_YESNO:
		field_set_int(f, record, field_int(f, fresh));
		break;
	}
}

/* A table of pupils rarely says that they are pupils. */
static bool kind_guess(struct person *p)
{
	if (p->kind != KIND_UNKNOWN)
		return false;
	if (*p->class_name)
		p->kind = KIND_PUPIL;
	else if (*p->position && !*p->place)
		p->kind = KIND_TEACHER;
	return p->kind != KIND_UNKNOWN;
}

/* «Юм | Ян | Ли» and «Юм | Ян Ли» are one name cut in two ways: the cut in the file stays. */
static void name_cut_stays(struct import_row *row)
{
	static const char *const parts[] = { "family", "given", "patronymic" };
	struct fields fields = row->run->fields;
	const struct person *old = &row->record.person, *fresh = &row->fresh.person;
	struct arena *a = &row->run->row;

	if (!*old->family || same_fold(old->given, fresh->given) ||
	    !same_fold(person_name(a, old), person_name(a, fresh)))
		return;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const struct field *f = field_find(fields, parts[i]);

		if (f)
			row->given[f - fields.row] = false;
	}
}

/* Words that were mapped before, and by hand since then, are not mapped over again. */
static void words_settled(struct import_row *row, bool is_new)
{
	struct fields fields = row->run->fields;
	const struct field *topics, *interests;

	if (is_new)
		return;
	topics = field_find(fields, "topics");
	interests = field_find(fields, "interests");
	if (!topics || !interests)
		return;
	if (*row->fresh.topic_words && !strcmp(row->fresh.topic_words, row->record.topic_words))
		row->given[topics - fields.row] = false;
	if (*row->fresh.interest_words &&
	    !strcmp(row->fresh.interest_words, row->record.interest_words))
		row->given[interests - fields.row] = false;
}

/* What the row says goes over what is there; true when that changes something. */
static bool record_merge(struct import_row *row)
{
	struct import_run *run = row->run;
	void *record = import_record(run, &row->record), *fresh = import_record(run, &row->fresh);
	bool changed = false;

	for (size_t i = 0; i < run->fields.n; i++) {
		const struct field *f = &run->fields.row[i];

		if (!row->given[i] || field_equal(f, record, fresh))
			continue;
		if (!field_is_empty(f, record)) {
			if (field_is_contact(f))
				field_set_text(f, fresh,
					       contacts_join(&run->row, field_text(f, record),
							     field_text(f, fresh)));
			if (!value_wins(f, record, fresh))
				continue;
		}
		value_take(f, record, fresh);
		changed = true;
	}
	return kind_guess(&row->record.person) || changed;
}

static void warning_count(struct import_run *run, const struct issue *issue)
{
	for (size_t i = 0; i < run->warnings; i++) {
		if (!strcmp(run->warning[i].first.text, issue->text)) {
			run->warning[i].n++;
			return;
		}
	}
	run->warning = arena_grow(&run->arena, run->warning, run->warnings, &run->warnings_cap,
				  sizeof(*run->warning));
	run->warning[run->warnings++] = (struct import_warning){
		.first = { issue->level, issue->row, issue->subject,
			   arena_strdup(&run->arena, issue->name),
			   arena_strdup(&run->arena, issue->text) },
		.n = 1,
	};
}

static void row_warn(struct import_row *row)
{
	struct issues found = { .arena = &row->run->row };

	participant_warn(&row->record, &found);
	for (size_t i = 0; i < found.n; i++) {
		found.row[i].row = row->line;
		warning_count(row->run, &found.row[i]);
	}
}

void import_warnings_tell(struct import_run *run)
{
	struct issues *issues = &run->import->issues;

	for (size_t i = 0; i < run->warnings; i++) {
		const struct issue *issue = &run->warning[i].first;
		unsigned long n = (unsigned long)run->warning[i].n;

		if (n == 1)
			issue_add(issues, issue->level, issue->row, issue->subject, issue->name,
				  "%s", issue->text);
		else
			issue_add(
				issues, issue->level, 0, 0,
				arena_printf(&run->row, ngettext("%lu person", "%lu people", n), n),
				"%s", issue->text);
	}
}

/* Of two rows about one person that do not say the same the last one counts: nobody should have to
 * find that out. */
static void twice_tell(struct import_row *row, const struct person *known)
{
	struct import_run *run = row->run;

	if (row->fate == ROW_CHANGED && known && stood_above(run, known))
		issue_add(
			&run->import->issues, ISSUE_NOTE, row->line, 0,
			person_name(&run->row, &row->record.person),
			_("A row above is about the same person; what this row says otherwise has "
			  "taken its place."));
}

/* The row is about somebody who is out of the lists: nobody should wonder where he is. */
static void leaver_tell(struct import_row *row)
{
	struct import_run *run = row->run;

	if (row->record.person.left_on && run->import->kind != IMPORT_COMPARE)
		issue_add(&run->import->issues, ISSUE_WARNING, row->line, row->record.person.id,
			  person_name(&run->row, &row->record.person), "%s",
			  _("Is marked as having left the school and stays out of the lists. To "
			    "bring back: filter the list of the school by those who have left."));
}

static void ballots_note(struct import_row *row)
{
	struct import_run *run = row->run;

	for (size_t i = 0; i < run->fields.n; i++) {
		const struct field *f = &run->fields.row[i];
		const char *text = row->value[i];

		if (!text || !*text || (strcmp(f->name, "choices") && strcmp(f->name, "refusals")))
			continue;
		run->ballot = arena_grow(&run->arena, run->ballot, run->ballots, &run->ballots_cap,
					 sizeof(*run->ballot));
		run->ballot[run->ballots++] = (struct ballot){
			.participant = row->record.id,
			.line = row->line,
			.field = f,
			.text = arena_strdup(&run->arena, text),
			.fate = row->fate,
		};
	}
}

static enum rc record_put(struct import_row *row)
{
	struct store *store = row->run->import->app->store;

	if (import_kind_row(row->run->import->kind)->role)
		return participant_put(store, &row->record);
	return person_put(store, &row->record.person);
}

enum rc import_row_store(struct import_row *row)
{
	const struct person *known;
	bool is_new = true;
	enum rc rc = person_identify(row, &known);

	if (rc || row->fate == ROW_UNSURE || row->fate == ROW_SKIPPED)
		return rc;
	row->known = known != NULL;
	rc = record_load(row, known, &is_new);
	if (rc)
		return rc;
	words_settled(row, is_new);
	name_cut_stays(row);
	bool changed = record_merge(row);
	row->fate = is_new ? ROW_ADDED : changed ? ROW_CHANGED : ROW_UNCHANGED;
	if (row->fate != ROW_UNCHANGED)
		rc = record_put(row);
	if (rc)
		return rc;
	twice_tell(row, known);
	leaver_tell(row);
	if (row->run->first_table)
		name_note(row->run, row->name, row->record.person.birth);
	else
		id_set_add(&row->run->arena, &row->run->seen, row->record.person.id);
	if (!import_kind_row(row->run->import->kind)->role)
		return RC_OK;
	if (row->fate != ROW_UNCHANGED)
		row_warn(row);
	ballots_note(row);
	return RC_OK;
}
