#include "nastavnik/app/filters.h"

#include <string.h>

#include "inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/write/filter.h"

#define AT(member) offsetof(struct filter, member)
#define CHOICE(id, text, set)                                                               \
	{                                                                                   \
		.name = #id, .label = (text),                                               \
		.hint = N_("Enter moves on, a letter or F4 chooses; nothing chosen: any."), \
		.kind = FIELD_CHOICE, .offset = AT(id), .choices = (set), .width = 20       \
	}
#define CLASS                                                                                      \
	{                                                                                          \
		.name = "class_name", .label = N_("Class or position"),                            \
		.hint = N_(                                                                        \
			"7В is a class, 7 a whole parallel; a teacher: how the position begins."), \
		.kind = FIELD_TEXT, .offset = AT(class_name), .max = 60, .width = 20               \
	}

static const struct field people_rows[] = {
	CLASS,
	CHOICE(kind, N_("Who"), "person_kind"),
	CHOICE(part, N_("Part in the programme"), "filter_part"),
	CHOICE(left, N_("Who has left"), "filter_left"),
};
static const struct field mentee_rows[] = {
	CLASS,
	CHOICE(kind, N_("Who"), "person_kind"),
	CHOICE(form, N_("Form of mentoring"), "form"),
	CHOICE(topics, N_("Request"), "filter_request"),
	CHOICE(consent, N_("Consent to take part"), "filter_consent"),
	CHOICE(pair, N_("Pair"), "filter_pair"),
	CHOICE(entry, N_("Entry questionnaire"), "filter_entry"),
	CHOICE(left, N_("Who has left"), "filter_left"),
};
static const struct field mentor_rows[] = {
	CLASS,
	CHOICE(kind, N_("Who"), "person_kind"),
	CHOICE(form, N_("Form of mentoring"), "form"),
	CHOICE(topics, N_("Competences"), "filter_competence"),
	CHOICE(consent, N_("Consent to take part"), "filter_consent"),
	CHOICE(pair, N_("Pair"), "filter_pair"),
	CHOICE(selected, N_("Selection"), "filter_selected"),
	CHOICE(trained, N_("Training"), "filter_trained"),
	CHOICE(subbase, N_("Sub-base"), "subbase"),
	CHOICE(entry, N_("Entry questionnaire"), "filter_entry"),
	CHOICE(left, N_("Who has left"), "filter_left"),
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))
const struct fields people_filter_fields = { people_rows, COUNT(people_rows) };
const struct fields mentees_filter_fields = { mentee_rows, COUNT(mentee_rows) };
const struct fields mentors_filter_fields = { mentor_rows, COUNT(mentor_rows) };

static const struct {
	const char *view; /* stored: never rename */
	const struct fields *fields;
} lists[FILTER_LISTS] = {
	[FILTER_PEOPLE] = { "people", &people_filter_fields },
	[FILTER_MENTEES] = { "mentees", &mentees_filter_fields },
	[FILTER_MENTORS] = { "mentors", &mentors_filter_fields },
};

static struct fields filter_fields(enum filter_list list)
{
	return *lists[list].fields;
}

/* Choices whose names are what the head line says. Codes are stored: never rename. */
enum { SET_MAX = 3 };
static const struct filter_set {
	const char *name;
	struct {
		int64_t id;
		const char *code, *name;
	} row[SET_MAX];
} sets[] = {
	{ "filter_part",
	  { { PART_MENTEE, "mentee", N_("mentees") },
	    { PART_MENTOR, "mentor", N_("mentors") },
	    { PART_NONE, "none", N_("taking no part") } } },
	{ "filter_left",
	  { { LEFT_ONLY, "left", N_("who has left") }, { LEFT_TOO, "all", N_("with leavers") } } },
	{ "filter_request",
	  { { FILTER_HAS, "has", N_("with a request") },
	    { FILTER_LACKS, "lacks", N_("without a request") } } },
	{ "filter_competence",
	  { { FILTER_HAS, "has", N_("with competences") },
	    { FILTER_LACKS, "lacks", N_("without competences") } } },
	{ "filter_consent",
	  { { FILTER_HAS, "has", N_("with a consent") },
	    { FILTER_LACKS, "lacks", N_("without a consent") } } },
	{ "filter_pair",
	  { { FILTER_HAS, "has", N_("in a pair") },
	    { FILTER_LACKS, "lacks", N_("without a pair") } } },
	{ "filter_entry",
	  { { FILTER_HAS, "has", N_("with an entry questionnaire") },
	    { FILTER_LACKS, "lacks", N_("without an entry questionnaire") } } },
	{ "filter_selected",
	  { { FILTER_HAS, "has", N_("selected") },
	    { FILTER_LACKS, "lacks", N_("not selected") } } },
	{ "filter_trained",
	  { { FILTER_HAS, "has", N_("trained") }, { FILTER_LACKS, "lacks", N_("not trained") } } },
};

static struct choices set_make(struct arena *a, const struct filter_set *set)
{
	struct choice *row = ARENA_NEW(a, struct choice, SET_MAX);
	size_t n = 0;

	while (n < SET_MAX && set->row[n].id) {
		row[n] = (struct choice){ .id = set->row[n].id,
					  .code = set->row[n].code,
					  .name = text_of(set->row[n].name) };
		n++;
	}
	return (struct choices){ row, n };
}

static struct choices sets_get(void *data, const char *name)
{
	struct app *app = data;
	const struct choice_source usual = app_choices(app);

	for (size_t i = 0; i < sizeof(sets) / sizeof(sets[0]); i++) {
		if (!strcmp(sets[i].name, name))
			return set_make(&app->facts, &sets[i]);
	}
	return usual.get(usual.data, name);
}

struct choice_source filter_choices(struct app *app)
{
	return (struct choice_source){ .get = sets_get, .data = app };
}

bool filter_is_empty(enum filter_list list, const struct filter *filter)
{
	const struct fields fields = filter_fields(list);

	for (size_t i = 0; i < fields.n; i++) {
		if (!field_is_empty(&fields.row[i], filter))
			return false;
	}
	return true;
}

char *filter_tell(struct app *app, struct arena *a, enum filter_list list,
		  const struct filter *filter)
{
	const struct choice_source source = filter_choices(app);
	const struct fields fields = filter_fields(list);
	char *text = arena_strdup(a, "");

	for (size_t i = 0; i < fields.n; i++) {
		const struct field *f = &fields.row[i];

		if (!field_is_empty(f, filter))
			text = arena_printf(a, "%s%s%s", text, *text ? ", " : "",
					    field_show(a, f, filter, &source));
	}
	return text;
}

void filter_people_query(const struct filter *filter, struct person_query *query)
{
	query->class_name = filter->class_name;
	query->kind = filter->kind;
	query->part = (enum person_part)filter->part;
	query->left = (enum left_rule)filter->left;
}

/* The two masks of what a filter asks for. */
static void masks_add(struct participant_query *query, int64_t has, unsigned bit)
{
	if (has == FILTER_HAS)
		query->has |= bit;
	else if (has == FILTER_LACKS)
		query->lack |= bit;
}

void filter_participants_query(const struct filter *filter, struct participant_query *query)
{
	query->class_name = filter->class_name;
	query->kind = filter->kind;
	query->form = filter->form;
	query->subbase = filter->subbase;
	query->left = (enum left_rule)filter->left;
	masks_add(query, filter->topics, LACK_TOPICS);
	masks_add(query, filter->consent, LACK_CONSENT);
	masks_add(query, filter->pair, LACK_PAIR);
	masks_add(query, filter->selected, LACK_SELECTED);
	masks_add(query, filter->trained, LACK_TRAINED);
	masks_add(query, filter->entry, LACK_ENTRY);
}

struct filter filter_of_lack(unsigned lack)
{
	return (struct filter){
		.class_name = "",
		.topics = lack & LACK_TOPICS ? FILTER_LACKS : FILTER_ANY,
		.consent = lack & LACK_CONSENT ? FILTER_LACKS : FILTER_ANY,
		.pair = lack & LACK_PAIR ? FILTER_LACKS : FILTER_ANY,
		.selected = lack & LACK_SELECTED ? FILTER_LACKS : FILTER_ANY,
		.trained = lack & LACK_TRAINED ? FILTER_LACKS : FILTER_ANY,
		.entry = lack & LACK_ENTRY ? FILTER_LACKS : FILTER_ANY,
	};
}

enum rc filters_kept(const struct app *app, struct arena *a, enum filter_list list,
		     struct kept_filters *out)
{
	return kept_filter_list(app->store, a, lists[list].view, out);
}

/* A choice is written by its code, or by its name where it has none: ids are of one year. */
static const char *value_write(struct arena *a, const struct field *f, const struct filter *filter,
			       const struct choice_source *source)
{
	if (f->kind == FIELD_CHOICE) {
		const struct choices set = source->get(source->data, f->choices);

		for (size_t i = 0; i < set.n; i++) {
			if (set.row[i].id == field_int(f, filter))
				return *set.row[i].code ? set.row[i].code : set.row[i].name;
		}
	}
	return field_show(a, f, filter, source);
}

/* «class_name=7В», a line a condition. */
static char *filter_write(struct app *app, struct arena *a, enum filter_list list,
			  const struct filter *filter)
{
	const struct choice_source source = filter_choices(app);
	const struct fields fields = filter_fields(list);
	char *text = arena_strdup(a, "");

	for (size_t i = 0; i < fields.n; i++) {
		const struct field *f = &fields.row[i];

		if (!field_is_empty(f, filter))
			text = arena_printf(a, "%s%s=%s\n", text, f->name,
					    value_write(a, f, filter, &source));
	}
	return text;
}

void filter_read(struct app *app, struct arena *a, enum filter_list list, const char *text,
		 struct filter *out)
{
	const struct choice_source source = filter_choices(app);
	struct filter filter = { .class_name = "" };

	while (*text) {
		size_t n = strcspn(text, "\n"), name = strcspn(text, "=\n");
		const struct field *f =
			field_find(filter_fields(list), arena_strndup(a, text, name));

		if (f && name < n)
			field_parse(a, f, &filter, arena_strndup(a, text + name + 1, n - name - 1),
				    &source);
		text += n + (text[n] == '\n');
	}
	*out = filter;
}

static int64_t kept_named(const struct kept_filters *kept, const char *name)
{
	for (size_t i = 0; i < kept->n; i++) {
		if (!strcmp(kept->row[i].name, name))
			return kept->row[i].id;
	}
	return 0;
}

enum rc filter_keep(struct app *app, enum filter_list list, const char *name,
		    const struct filter *filter)
{
	struct arena a = { 0 };
	struct kept_filters kept = { 0 };
	struct kept_filter row = { .list = lists[list].view,
				   .name = utf8_squeeze(&a, name),
				   .text = filter_write(app, &a, list, filter) };
	enum rc rc = filters_kept(app, &a, list, &kept);

	if (!rc && !*row.name)
		rc = err_set(RC_INVALID, _("The filter needs a name."));
	if (!rc && !*row.text)
		rc = err_set(RC_INVALID, _("There are no conditions to keep: everybody is shown."));
	row.id = kept_named(&kept, row.name);
	if (!rc)
		rc = app_begin_school(app, N_("Filter kept"), row.name);
	if (!rc)
		rc = app_end(app, kept_filter_put(app->store, &row));
	arena_done(&a);
	return rc;
}

enum rc filter_forget(struct app *app, const struct kept_filter *kept)
{
	enum rc rc = app_begin_school(app, N_("Filter forgotten"), kept->name);

	return rc ? rc : app_end(app, kept_filter_delete(app->store, kept->id));
}
