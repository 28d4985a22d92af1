/* A step field by field: columns of the file become fields with the person's words. */
#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/app/history.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/bond.h"
#include "nastavnik/model/consent.h"
#include "nastavnik/model/declension.h"
#include "nastavnik/model/growth.h"
#include "nastavnik/model/task.h"
#include "nastavnik/model/work.h"
#include "nastavnik/store/read/change.h"
#include "nastavnik/store/read/record.h"

/* Of whom or what a record is. */
enum whom {
	WHOM_PERSON,        /* a column holds the person's id, or the file knows whose it is */
	WHOM_PARTICIPATION, /* a column holds a participation's id, or likewise */
	WHOM_BOND,          /* a column holds the id of a pair: the mentor's name */
	WHOM_ITEM,          /* a column holds the id of an item of a book */
	WHOM_NAME,          /* it has a name */
	WHOM_NOBODY,
};

struct reading;
struct table_words;

typedef void rows_add(struct reading *r, const struct table_words *table,
		      const struct change *change, const char *record);

struct table_words {
	const char *table;
	enum whom whom;
	const char *column;           /* that tells it */
	const char *what;             /* msgid behind it, or alone; NULL: nothing */
	const struct fields *fields;  /* their names are columns; NULL: none */
	const struct fields *fields2; /* and these */
	struct fields own;            /* of columns that no form shows, and of other names */
	rows_add *rows;               /* NULL: by columns */
};

struct reading {
	struct app *app;
	struct arena *arena;
	struct changes changes;
	struct history_rows *out;
	size_t cap;
};

static const struct change_column *column_find(const struct change *change, const char *name)
{
	for (size_t i = 0; i < change->columns; i++)
		if (strcmp(change->column[i].name, name) == 0)
			return &change->column[i];
	return NULL;
}

/* The side that there is: of a removed record what it was. */
static const struct change_value *value_of(const struct change *change, const char *name)
{
	static const struct change_value nothing = { .text = "" };
	const struct change_column *column = column_find(change, name);

	if (!column)
		return &nothing;
	return change->kind == CHANGE_REMOVED ? &column->before : &column->after;
}

/* Whom */

/* A record that is gone now may have come or gone in this very step. */
static const struct change *change_find(const struct reading *r, const char *table, int64_t id)
{
	for (size_t i = 0; i < r->changes.n; i++) {
		const struct change *change = &r->changes.row[i];

		if (change->kind != CHANGE_CHANGED && strcmp(change->table, table) == 0 &&
		    value_of(change, "id")->number == id)
			return change;
	}
	return NULL;
}

static const char *person_whom(struct reading *r, int64_t person)
{
	const char *whom = "";
	const struct change *gone;

	record_whom(r->app->store, r->arena, person, r->app->year.year, &whom);
	if (*whom || !(gone = change_find(r, "person", person)))
		return whom;
	return arena_printf(r->arena, "%s %s", value_of(gone, "family")->text,
			    value_of(gone, "given")->text);
}

static const char *participation_whom(struct reading *r, int64_t participation)
{
	const struct change *gone;
	int64_t person = 0;

	record_person(r->app->store, "participation", participation, &person);
	if (!person && (gone = change_find(r, "participation", participation)))
		person = value_of(gone, "person")->number;
	return person_whom(r, person);
}

static const char *item_name(struct reading *r, int64_t item, int64_t *book)
{
	const char *name = "";

	record_item(r->app->store, r->arena, item, &name, book);
	return name;
}

/* The person of a record of which the change tells only the id and what was changed. */
static const char *owner_whom(struct reading *r, const struct change *change)
{
	int64_t person = 0;

	record_person(r->app->store, change->table, value_of(change, "id")->number, &person);
	return person_whom(r, person);
}

static const char *own_name(struct reading *r, const struct change *change)
{
	const char *name = value_of(change, "name")->text;

	if (!*name)
		record_name(r->app->store, r->arena, change->table, value_of(change, "id")->number,
			    &name);
	return name;
}

/* «Орлова Инна · 01.10.2026»: a diary is known by its pair and month. */
static const char *bond_whom(struct reading *r, int64_t bond)
{
	int64_t person = 0;

	record_person(r->app->store, "bond", bond, &person);
	return person_whom(r, person);
}

static const char *record_whose(struct reading *r, const struct table_words *table,
				const struct change *change)
{
	int64_t id = table->column ? value_of(change, table->column)->number : 0, book;

	switch (table->whom) {
	case WHOM_PERSON:
		return id ? person_whom(r, id) : owner_whom(r, change);
	case WHOM_PARTICIPATION:
		return id ? participation_whom(r, id) : owner_whom(r, change);
	case WHOM_ITEM:
		return item_name(r, id, &book);
	case WHOM_BOND:
		return bond_whom(r, id);
	case WHOM_NAME:
		return own_name(r, change);
	default:
		return "";
	}
}

static const char *record_title(struct reading *r, const struct table_words *table,
				const struct change *change)
{
	const char *name = record_whose(r, table, change);
	const char *what = table->what ? text_of(table->what) : "";

	return arena_printf(r->arena, "%s%s%s", name, *what && *name ? " · " : "", what);
}

/* Values */

/* Choices that no list of the year has: the item or person may belong to another one. */
static const char *choice_show(struct reading *r, const char *set, int64_t id)
{
	const struct choice_source source = app_choices(r->app);
	const struct choices choices = source.get(source.data, set);
	const char *name = choice_name(choices, id);
	int64_t book;

	if (*name || !id)
		return name;
	if (strcmp(set, "participation") == 0 || strcmp(set, "participant") == 0)
		return participation_whom(r, id);
	return item_name(r, id, &book);
}

static const char *value_show(struct reading *r, const struct field *field,
			      const struct change_value *value)
{
	struct field alone = *field;

	alone.offset = 0;
	if (!value->known)
		return "";
	if (field->kind == FIELD_CHOICE)
		return choice_show(r, field->choices, value->number);
	if (field_is_text(field))
		return value->text;
	return field_show(r->arena, &alone, &value->number, NULL);
}

static void row_add(struct reading *r, struct history_row row)
{
	r->out->row = arena_grow(r->arena, r->out->row, r->out->n, &r->cap, sizeof(row));
	r->out->row[r->out->n++] = row;
}

static const struct field *column_field(const struct table_words *table, const char *column)
{
	const struct field *field = field_find(table->own, column);

	if (!field && table->fields)
		field = field_find(*table->fields, column);
	if (!field && table->fields2)
		field = field_find(*table->fields2, column);
	return field;
}

/* A new record says «нет» to most questions: not worth a line. */
static bool says_nothing(const struct field *field, const struct change *change,
			 const struct change_column *column, const char *before, const char *after)
{
	if (column->key || strcmp(before, after) == 0)
		return true;
	return change->kind != CHANGE_CHANGED && field->kind == FIELD_YESNO &&
	       !column->before.number && !column->after.number;
}

static void rows_by_column(struct reading *r, const struct table_words *table,
			   const struct change *change, const char *record)
{
	for (size_t i = 0; i < change->columns; i++) {
		const struct change_column *column = &change->column[i];
		const struct field *field = column_field(table, column->name);

		if (!field)
			continue;
		const char *before = value_show(r, field, &column->before);
		const char *after = value_show(r, field, &column->after);

		if (!says_nothing(field, change, column, before, after))
			row_add(r, (struct history_row){ record, text_of(field->label), before,
							 after });
	}
}

/* A row of two records that belong together: one is the record, the other the value. */
static void pair_add(struct reading *r, const struct change *change, const char *record,
		     const char *field, const char *value)
{
	const struct change_column *place = column_find(change, "place");

	if (change->kind == CHANGE_CHANGED && place)
		row_add(r, (struct history_row){ record, field,
						 arena_printf(r->arena, _("%s: place %lld"), value,
							      (long long)place->before.number),
						 arena_printf(r->arena, _("%s: place %lld"), value,
							      (long long)place->after.number) });
	else
		row_add(r, (struct history_row){ record, field,
						 change->kind == CHANGE_REMOVED ? value : "",
						 change->kind == CHANGE_ADDED ? value : "" });
}

static void rows_trait(struct reading *r, const struct table_words *table,
		       const struct change *change, const char *record)
{
	int64_t book = 0;
	const char *item = item_name(r, value_of(change, "item")->number, &book);

	(void)table;
	pair_add(r, change, record, book ? book_title((enum book)book) : _("Reference book"), item);
}

static void rows_ballot(struct reading *r, const struct table_words *table,
			const struct change *change, const char *record)
{
	const struct change_column *place = column_find(change, "place");
	bool refused = place && !value_of(change, "place")->number;

	(void)table;
	pair_add(r, change, record, refused ? _("Not to work with") : _("Choices"),
		 participation_whom(r, value_of(change, "chosen")->number));
}

static void rows_answer(struct reading *r, const struct table_words *table,
			const struct change *change, const char *record)
{
	int64_t book;

	(void)table;
	pair_add(r, change, record, _("Answered by"),
		 item_name(r, value_of(change, "competence")->number, &book));
}

/* The work is the record, the criterion with its expert the field. */
static void rows_entry_mark(struct reading *r, const struct table_words *table,
			    const struct change *change, const char *record)
{
	const struct change_column *mark = column_find(change, "mark");
	const char *entry = "", *criterion = "", *expert = "";
	const struct field number = { .kind = FIELD_NUMBER };

	(void)table, (void)record;
	record_name(r->app->store, r->arena, "entry", value_of(change, "entry")->number, &entry);
	record_name(r->app->store, r->arena, "criterion", value_of(change, "criterion")->number,
		    &criterion);
	record_name(r->app->store, r->arena, "expert", value_of(change, "expert")->number, &expert);
	if (mark)
		row_add(r, (struct history_row){
				   entry, arena_printf(r->arena, "%s · %s", criterion, expert),
				   value_show(r, &number, &mark->before),
				   value_show(r, &number, &mark->after) });
}

/* «Орлова Инна · дневник за октябрь» */
static void rows_diary(struct reading *r, const struct table_words *table,
		       const struct change *change, const char *record)
{
	int date = (int)value_of(change, "month")->number;
	int month = work_month_of(year_of(date), date);

	rows_by_column(r, table, change,
		       month < 0 ? record
				 : arena_printf(r->arena, "%s %s", record,
						text_of(work_month_for(month))));
}

/* «Ёлкина Зоя · Средний балл: математика, в начале · 4,25» */
static void rows_growth(struct reading *r, const struct table_words *table,
			const struct change *change, const char *record)
{
	static const struct field number = { .kind = FIELD_NUMBER, .decimals = GROWTH_DECIMALS };
	const struct change_column *value = column_find(change, "value");
	int64_t moment = value_of(change, "moment")->number;
	const char *measure = "";

	(void)table;
	record_name(r->app->store, r->arena, "measure", value_of(change, "measure")->number,
		    &measure);
	if (value)
		row_add(r, (struct history_row){ record,
						 arena_printf(r->arena, "%s, %s", measure,
							      text_of(growth_moments[moment - 1])),
						 value_show(r, &number, &value->before),
						 value_show(r, &number, &value->after) });
}

static void rows_attendance(struct reading *r, const struct table_words *table,
			    const struct change *change, const char *record)
{
	static const char *const words[] = { "", N_("was there"), N_("was not there"),
					     N_("with a reason") };
	const struct change_column *state = column_find(change, "state");
	int64_t person = 0;

	(void)table, (void)record;
	record_person(r->app->store, "learner", value_of(change, "learner")->number, &person);
	if (!state)
		return;
	row_add(r, (struct history_row){
			   person_whom(r, person), _("Attendance"),
			   state->before.known ? text_of(words[state->before.number & 3]) : "",
			   state->after.known ? text_of(words[state->after.number & 3]) : "" });
}

/* The tables of the file */

static const struct field person_year_own[] = {
	{ .name = "left_on", .label = N_("Left the school on"), .kind = FIELD_DATE },
	{ .name = "left_why", .label = N_("Why"), .kind = FIELD_TEXT },
};

static const struct field year_own[] = {
	{ .name = "weight_topics", .label = N_("Weight of requests"), .kind = FIELD_NUMBER },
	{ .name = "weight_choices", .label = N_("Weight of choices"), .kind = FIELD_NUMBER },
	{ .name = "weight_interests", .label = N_("Weight of interests"), .kind = FIELD_NUMBER },
	{ .name = "weight_age", .label = N_("Weight of age"), .kind = FIELD_NUMBER },
	{ .name = "weight_hours", .label = N_("Weight of hours"), .kind = FIELD_NUMBER },
	{ .name = "count_on", .label = N_("Ages are counted as of"), .kind = FIELD_DATE },
	{ .name = "terms", .label = N_("Parts of the year"), .kind = FIELD_NUMBER },
	{ .name = "closed", .label = N_("The year is closed"), .kind = FIELD_YESNO },
	{ .name = "closed_on", .label = N_("Closed on"), .kind = FIELD_DATE },
	{ .name = "meet_every", .label = N_("Days between meetings"), .kind = FIELD_NUMBER },
	{ .name = "diaries", .label = N_("Diaries are handed in"), .kind = FIELD_YESNO },
	{ .name = "diary_day", .label = N_("Diary: by which day"), .kind = FIELD_NUMBER },
	{ .name = "effective_meetings",
	  .label = N_("Effective: meetings in the term"),
	  .kind = FIELD_NUMBER },
	{ .name = "told_start", .label = N_("Indicators: at the start"), .kind = FIELD_DATE },
	{ .name = "told_between", .label = N_("Indicators: between"), .kind = FIELD_DATE },
	{ .name = "told_end", .label = N_("Indicators: at the end"), .kind = FIELD_DATE },
	{ .name = "effective_plan", .label = N_("Effective: plan done, %"), .kind = FIELD_NUMBER },
	{ .name = "group_min", .label = N_("People in a group, at least"), .kind = FIELD_NUMBER },
};

static const struct field diary_own[] = {
	{ .name = "handed_on", .label = N_("Handed in on"), .kind = FIELD_DATE },
	{ .name = "read_on", .label = N_("Read on"), .kind = FIELD_DATE },
	{ .name = "mark", .label = N_("Mark"), .kind = FIELD_NUMBER },
	{ .name = "remark", .label = N_("Remark"), .kind = FIELD_TEXT },
};

static const struct field participation_own[] = {
	{ .name = "note", .label = N_("Note"), .kind = FIELD_LONGTEXT },
	{ .name = "topic_words", .label = N_("In own words"), .kind = FIELD_TEXT },
	{ .name = "joined", .label = N_("Joined on"), .kind = FIELD_DATE },
};

static const struct field book_item_own[] = {
	{ .name = "position", .label = N_("Place in the list"), .kind = FIELD_NUMBER },
	{ .name = "form",
	  .label = N_("Form of mentoring"),
	  .kind = FIELD_CHOICE,
	  .choices = "form" },
};

static const struct field consent_own[] = {
	{ .name = "kind",
	  .label = N_("Consent to"),
	  .kind = FIELD_CHOICE,
	  .choices = "consent_kind" },
};

static const struct field bond_own[] = {
	{ .name = "result", .label = N_("Result of the pair"), .kind = FIELD_LONGTEXT },
};

static const struct field member_own[] = {
	{ .name = "mentee",
	  .label = N_("Mentee"),
	  .kind = FIELD_CHOICE,
	  .choices = "participation" },
	{ .name = "from_on", .label = N_("Pairs work from"), .kind = FIELD_DATE },
	{ .name = "to_on", .label = N_("Pairs work to"), .kind = FIELD_DATE },
	{ .name = "reason", .label = N_("Reason of the end"), .kind = FIELD_TEXT },
	{ .name = "result", .label = N_("Result"), .kind = FIELD_LONGTEXT },
	{ .name = "passed", .label = N_("Went the whole way"), .kind = FIELD_YESNO },
	{ .name = "link", .label = N_("Case or review"), .kind = FIELD_TEXT },
};

static const struct field proposal_own[] = {
	{ .name = "number", .label = N_("Number"), .kind = FIELD_NUMBER },
};

static const struct field proposal_pair_own[] = {
	{ .name = "mentor",
	  .label = N_("Mentor"),
	  .kind = FIELD_CHOICE,
	  .choices = "participation" },
	{ .name = "locked", .label = N_("Locked"), .kind = FIELD_YESNO },
	{ .name = "by_hand", .label = N_("Made by hand"), .kind = FIELD_YESNO },
};

static const struct field headcount_own[] = {
	{ .name = "number", .label = N_("Number of people"), .kind = FIELD_NUMBER },
};

static const struct field indicator_value_own[] = {
	{ .name = "value", .label = N_("Value"), .kind = FIELD_NUMBER, .decimals = 2 },
	{ .name = "on_day", .label = N_("As of"), .kind = FIELD_DATE },
	{ .name = "basis", .label = N_("From what"), .kind = FIELD_TEXT },
};

static const struct field target_own[] = {
	{ .name = "year", .label = N_("School year"), .kind = FIELD_NUMBER },
	{ .name = "value", .label = N_("Target"), .kind = FIELD_NUMBER, .decimals = 2 },
};

static const struct field inquiry_own[] = {
	{ .name = "name", .label = N_("Name"), .kind = FIELD_TEXT },
	{ .name = "text", .label = N_("What is asked"), .kind = FIELD_LONGTEXT },
};

static const struct field list_filter_own[] = {
	{ .name = "name", .label = N_("Name"), .kind = FIELD_TEXT },
	{ .name = "text", .label = N_("Conditions"), .kind = FIELD_TEXT },
};

#define OWN(table)                                          \
	{                                                   \
		(table), sizeof(table) / sizeof((table)[0]) \
	}

static const struct table_words tables[] = {
	{ .table = "school", .whom = WHOM_NOBODY, .what = N_("School"), .fields = &school_fields },
	{ .table = "year",
	  .whom = WHOM_NOBODY,
	  .what = N_("School year"),
	  .fields = &year_order_fields,
	  .fields2 = &year_match_fields,
	  .own = OWN(year_own) },
	{ .table = "book_item",
	  .whom = WHOM_ITEM,
	  .column = "id",
	  .what = N_("in a reference book"),
	  .fields = &book_item_fields,
	  .own = OWN(book_item_own) },
	{ .table = "book_answer",
	  .whom = WHOM_ITEM,
	  .column = "request",
	  .what = N_("in a reference book"),
	  .rows = rows_answer },
	{ .table = "person", .whom = WHOM_PERSON, .column = "id", .fields = &person_fields },
	{ .table = "person_year",
	  .whom = WHOM_PERSON,
	  .column = "person",
	  .fields = &person_fields,
	  .own = OWN(person_year_own) },
	{ .table = "participation",
	  .whom = WHOM_PARTICIPATION,
	  .column = "id",
	  .fields = &mentee_fields,
	  .fields2 = &mentor_fields,
	  .own = OWN(participation_own) },
	{ .table = "trait",
	  .whom = WHOM_PARTICIPATION,
	  .column = "participation",
	  .rows = rows_trait },
	{ .table = "ballot", .whom = WHOM_PARTICIPATION, .column = "chooser", .rows = rows_ballot },
	{ .table = "consent",
	  .whom = WHOM_PERSON,
	  .column = "person",
	  .fields = &consent_fields,
	  .own = OWN(consent_own) },
	{ .table = "bond",
	  .whom = WHOM_PARTICIPATION,
	  .column = "mentor",
	  .what = N_("pair of the mentor"),
	  .fields = &bond_fields,
	  .own = OWN(bond_own) },
	{ .table = "member",
	  .whom = WHOM_PARTICIPATION,
	  .column = "mentee",
	  .what = N_("pair of the mentee"),
	  .own = OWN(member_own) },
	{ .table = "diary",
	  .whom = WHOM_BOND,
	  .column = "bond",
	  .what = N_("diary"),
	  .own = OWN(diary_own),
	  .rows = rows_diary },
	{ .table = "entry_mark",
	  .whom = WHOM_NOBODY,
	  .what = N_("Expert's mark"),
	  .rows = rows_entry_mark },
	{ .table = "proposal",
	  .whom = WHOM_NOBODY,
	  .what = N_("Proposal"),
	  .own = OWN(proposal_own) },
	{ .table = "proposal_pair",
	  .whom = WHOM_PARTICIPATION,
	  .column = "mentee",
	  .what = N_("proposed pair"),
	  .own = OWN(proposal_pair_own) },
	{ .table = "task",
	  .whom = WHOM_NAME,
	  .column = "name",
	  .what = N_("step of a stage"),
	  .fields = &task_fields },
	{ .table = "name_case",
	  .whom = WHOM_PERSON,
	  .column = "person",
	  .what = N_("cases of the name"),
	  .fields = &name_case_fields },
	{ .table = "headcount",
	  .whom = WHOM_NOBODY,
	  .what = N_("Head count"),
	  .own = OWN(headcount_own) },
	{ .table = "attendance", .whom = WHOM_NOBODY, .rows = rows_attendance },
	{ .table = "indicator_value",
	  .whom = WHOM_NOBODY,
	  .what = N_("value of an indicator"),
	  .own = OWN(indicator_value_own) },
	{ .table = "target",
	  .whom = WHOM_NOBODY,
	  .what = N_("target of an indicator"),
	  .own = OWN(target_own) },
	{ .table = "growth",
	  .whom = WHOM_PARTICIPATION,
	  .column = "participation",
	  .what = N_("value of the e-journal"),
	  .rows = rows_growth },
	{ .table = "list_filter",
	  .whom = WHOM_NAME,
	  .column = "name",
	  .what = N_("filter"),
	  .own = OWN(list_filter_own) },
	{ .table = "inquiry",
	  .whom = WHOM_NAME,
	  .column = "name",
	  .what = N_("request from above"),
	  .own = OWN(inquiry_own) },
};

static const struct table_words *table_find(struct arena *a, const char *name)
{
	const struct record_type *type = record_type_named(name);
	struct table_words *words;

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		if (strcmp(tables[i].table, name) == 0)
			return &tables[i];
	if (!type)
		return NULL;
	words = arena_alloc(a, sizeof(*words));
	*words = (struct table_words){
		.table = name, .whom = WHOM_NAME, .what = type->one, .fields = type->fields
	};
	if (type->owner == OWNER_PARTICIPATION || field_find(*type->fields, "participation")) {
		words->whom = WHOM_PARTICIPATION;
		words->column = "participation";
	}
	return words;
}

/* A record without a line of its own is told all the same: it came, changed, went. */
static void change_tell(struct reading *r, const struct change *change)
{
	static const char *const done[] = { [CHANGE_ADDED] = N_("added"),
					    [CHANGE_CHANGED] = N_("changed"),
					    [CHANGE_REMOVED] = N_("deleted") };
	const struct table_words *table = table_find(r->arena, change->table);
	size_t before = r->out->n;

	if (!table)
		return;
	const char *record = record_title(r, table, change);

	(table->rows ? table->rows : rows_by_column)(r, table, change, record);
	if (r->out->n == before && change->kind != CHANGE_CHANGED)
		row_add(r, (struct history_row){ record, "", "", text_of(done[change->kind]) });
}

/* What belongs to one record stands together: the journal goes table by table. */
struct sorted {
	const char *key;
	size_t at;
	struct history_row row;
};

static int sorted_order(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : (x->at > y->at) - (x->at < y->at);
}

static void rows_sort(struct arena *a, struct history_rows *rows)
{
	struct sorted *by = ARENA_NEW(a, struct sorted, rows->n);

	for (size_t i = 0; i < rows->n; i++)
		by[i] = (struct sorted){ utf8_sort_key(a, rows->row[i].record), i, rows->row[i] };
	qsort(by, rows->n, sizeof(*by), sorted_order);
	for (size_t i = 0; i < rows->n; i++)
		rows->row[i] = by[i].row;
}

/* Neither whose nor which: that somebody has a category at all is nobody's business. */
static bool is_of_categories(const struct changes *changes)
{
	return changes->n && strcmp(changes->row[0].table, "person_category") == 0;
}

enum rc history_read(struct app *app, struct arena *a, int64_t step, struct history_rows *out)
{
	struct history_rows rows = { 0 };
	struct reading r = { .app = app, .arena = a, .out = &rows };
	enum rc rc = step_changes(app->store, a, step, HISTORY_RECORDS, &r.changes);

	if (rc != RC_OK)
		return rc;
	for (size_t i = 0; i < r.changes.n; i++)
		change_tell(&r, &r.changes.row[i]);
	if (!rows.n && is_of_categories(&r.changes))
		row_add(&r, (struct history_row){ _("Categories"), "", "", _("changed") });
	rows_sort(a, &rows);
	rows.cut = r.changes.cut;
	*out = rows;
	return RC_OK;
}
