/*
 * From the cells of a row to values of fields. What a person wrote freely (hours, ages, requests)
 * is understood where it can be and told where it cannot; what must be exact (a date, a number)
 * rejects the row.
 */
#include <stdlib.h>
#include <string.h>

#include "import_inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"

/*
 * Reads the text of field `at` into row->fresh; sets row->given[at] when the row says something by
 * it. Anything but RC_OK rejects the row with err_last().
 */
struct import_reader {
	const char *field;
	enum rc (*read)(struct import_row *row, size_t at, const char *text);
};

static const struct field *row_field(const struct import_row *row, size_t at)
{
	return &row->run->fields.row[at];
}

static void row_note(struct import_row *row, size_t at, const char *text, const char *why)
{
	issue_add(&row->run->import->issues, ISSUE_NOTE, row->line, 0,
		  text_of(row_field(row, at)->label), _("“%s”: %s"), text, why);
}

static enum rc read_exact(struct import_row *row, size_t at, const char *text)
{
	void *record = import_record(row->run, &row->fresh);
	enum rc rc =
		field_parse(&row->run->row, row_field(row, at), record, text, &row->run->source);

	row->given[at] = !rc;
	return rc;
}

/* Texts are squeezed already: nothing to read, only to check. */
static enum rc read_text(struct import_row *row, size_t at, const char *text)
{
	const struct field *f = row_field(row, at);
	void *record = import_record(row->run, &row->fresh);

	field_set_text(f, record, text);
	row->given[at] = true;
	return field_check(f, record);
}

static enum rc read_name(struct import_row *row, size_t at, const char *text)
{
	return read_text(row, at, name_case(&row->run->row, text));
}

/* A word that is not understood is told and not taken. */
static enum rc read_if_known(struct import_row *row, size_t at, const char *text)
{
	if (read_exact(row, at, text))
		row_note(row, at, text, _("not understood and left out."));
	return RC_OK;
}

static enum rc read_class(struct import_row *row, size_t at, const char *text)
{
	char class_name[CLASS_SIZE];

	if (class_normal(text, class_name))
		return read_text(row, at, arena_strdup(&row->run->row, class_name));
	row_note(row, at, text, _("this is no class; left out."));
	return RC_OK;
}

static enum rc read_kind(struct import_row *row, size_t at, const char *text)
{
	enum person_kind kind = person_kind_of(text);

	if (kind == KIND_UNKNOWN) {
		row_note(row, at, text, _("not understood and left out."));
		return RC_OK;
	}
	row->fresh.person.kind = kind;
	row->given[at] = true;
	return RC_OK;
}

static enum rc read_hours(struct import_row *row, size_t at, const char *text)
{
	if (hours_parse(text, &row->fresh.hours))
		row->given[at] = true;
	else
		row_note(row, at, text, _("no number of hours a week; left out."));
	return RC_OK;
}

/* One column holds the whole wish («14–17 лет») unless the table has a column for its end. */
static enum rc read_age(struct import_row *row, size_t at, const char *text)
{
	struct fields fields = row->run->fields;
	const struct field *to = field_find(fields, "age_to");

	if (row->run->age_apart || !to)
		return read_exact(row, at, text);
	if (!age_range_parse(text, &row->fresh.age_from, &row->fresh.age_to)) {
		row_note(row, at, text, _("no age and no classes; left out."));
		return RC_OK;
	}
	row->given[at] = row->given[to - fields.row] = true;
	return RC_OK;
}

/*
 * Free words to the entries of a book. Words that stand for no entry stay beside them as they were
 * written, and are told: the curator adds them to the book or chooses by hand.
 */
static enum rc read_words(struct import_row *row, size_t at, const char *text,
			  const struct book_index *index, struct ids *ids, const char **words,
			  const char *words_field)
{
	struct fields fields = row->run->fields;
	const struct field *beside = field_find(fields, words_field);
	struct str rest = { 0 };

	book_map(&row->run->row, index, text, ids, &rest);
	row->given[at] = ids->n > 0;
	if (rest.len) {
		row_note(row, at, str_text(&rest), _("not in the reference book; kept as words."));
		*words = text;
		if (beside)
			row->given[beside - fields.row] = true;
	}
	str_done(&rest);
	return RC_OK;
}

static enum rc read_topics(struct import_row *row, size_t at, const char *text)
{
	return read_words(row, at, text, row->run->topics, &row->fresh.topics,
			  &row->fresh.topic_words, "topic_words");
}

static enum rc read_interests(struct import_row *row, size_t at, const char *text)
{
	return read_words(row, at, text, row->run->interests, &row->fresh.interests,
			  &row->fresh.interest_words, "interest_words");
}

/* Who was chosen is found out when all rows are in: see import_ballots.c. */
static enum rc read_ballot(struct import_row *row, size_t at, const char *text)
{
	(void)row, (void)at, (void)text;
	return RC_OK;
}

static const struct import_reader readers[] = {
	{ .field = "family", .read = read_name },
	{ .field = "given", .read = read_name },
	{ .field = "patronymic", .read = read_name },
	{ .field = "class_name", .read = read_class },
	{ .field = "kind", .read = read_kind },
	{ .field = "hours", .read = read_hours },
	{ .field = "age_from", .read = read_age },
	{ .field = "form", .read = read_if_known },
	{ .field = "role_model", .read = read_if_known },
	{ .field = "subbase", .read = read_if_known },
	{ .field = "technology", .read = read_if_known },
	{ .field = "mentor_type", .read = read_if_known },
	{ .field = "entry_on", .read = read_if_known },
	{ .field = "consent_on", .read = read_if_known },
	{ .field = "data_consent_on", .read = read_if_known },
	{ .field = "publish_consent_on", .read = read_if_known },
	{ .field = "topics", .read = read_topics },
	{ .field = "interests", .read = read_interests },
	{ .field = "choices", .read = read_ballot },
	{ .field = "refusals", .read = read_ballot },
};
static const struct import_reader reader_text = { .read = read_text };
static const struct import_reader reader_exact = { .read = read_exact };

static const struct import_reader *reader_find(const struct field *field)
{
	for (size_t i = 0; i < sizeof(readers) / sizeof(readers[0]); i++) {
		if (!strcmp(readers[i].field, field->name))
			return &readers[i];
	}
	return field->kind == FIELD_TEXT || field->kind == FIELD_LONGTEXT ? &reader_text
									  : &reader_exact;
}

void import_readers_bind(struct import_run *run)
{
	const struct table *table = &run->import->table;

	run->reader = ARENA_NEW(&run->arena, const struct import_reader *, run->fields.n);
	for (size_t i = 0; i < run->fields.n; i++)
		run->reader[i] = reader_find(&run->fields.row[i]);
	run->age_apart = table_has(table, "age_from") && table_has(table, "age_to");
}

/* U+FFFD: a byte that the encoding does not know. Better no row than a name that nobody can read.
 */
static enum rc cell_readable(const struct field *f, const char *text)
{
	if (!strstr(text, "\xef\xbf\xbd"))
		return RC_OK;
	return err_set(RC_INVALID,
		       _("%s: unreadable characters in “%s”. Another encoding of the table, or "
			 "the cell was damaged."),
		       text_of(f->label), text);
}

enum rc import_row_read(struct import_row *row)
{
	struct import_run *run = row->run;

	for (size_t i = 0; i < run->fields.n; i++) {
		const char *text = row->value[i];

		if (!text || !*text)
			continue;
		enum rc rc = cell_readable(&run->fields.row[i], text);
		if (!rc)
			rc = run->reader[i]->read(row, i, text);
		if (rc)
			return rc;
	}
	if (!*row->fresh.person.family)
		return err_set(RC_INVALID, _("The row has no family name."));
	if (!*row->fresh.person.given)
		return err_set(RC_INVALID, _("“%s”: the row has no given name."),
			       row->fresh.person.family);
	return RC_OK;
}
