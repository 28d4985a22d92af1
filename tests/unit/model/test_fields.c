/* The field tables as data: what every form, list and import relies on. */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/book.h"
#include "nastavnik/model/consent.h"
#include "nastavnik/model/participant.h"
#include "nastavnik/model/school.h"
#include "nastavnik/model/task.h"
#include "unit.h"

enum { LIST_COLUMNS = 76, WIDE_COLUMNS = 116, GAP = 2 };

static const struct table {
	const char *name;
	const struct fields *fields;
	size_t size; /* of the record */
} tables[] = {
	{ "person", &person_fields, sizeof(struct person) },
	{ "mentee", &mentee_fields, sizeof(struct participant) },
	{ "mentor", &mentor_fields, sizeof(struct participant) },
	{ "school", &school_fields, sizeof(struct school) },
	{ "year_order", &year_order_fields, sizeof(struct year) },
	{ "year_match", &year_match_fields, sizeof(struct year) },
	{ "book_item", &book_item_fields, sizeof(struct book_item) },
};

#define EACH_TABLE(t) \
	for (const struct table *t = tables; t < tables + sizeof(tables) / sizeof(tables[0]); t++)
#define EACH_FIELD(f, t) \
	for (const struct field *f = (t)->fields->row; f < (t)->fields->row + (t)->fields->n; f++)

static void names_and_labels_are_there_and_unique(void **state)
{
	(void)state;
	EACH_TABLE(t)
	{
		EACH_FIELD(f, t)
		{
			assert_non_null(f->name);
			assert_true(f->label != NULL && *f->label != '\0');
			assert_true(f->hint != NULL && *f->hint != '\0');
			assert_true(strspn(f->name, "abcdefghijklmnopqrstuvwxyz_") ==
				    strlen(f->name));
			assert_ptr_equal(field_find(*t->fields, f->name), f);
			for (const struct field *g = t->fields->row; g < f; g++)
				assert_string_not_equal(f->label, g->label);
		}
	}
}

/* F1 has something to say of each field of any form. */
static void every_field_explains_itself(void **state)
{
	const struct fields *const forms[] = { &person_fields,     &mentee_fields,
					       &mentor_fields,     &school_fields,
					       &year_order_fields, &year_match_fields,
					       &book_item_fields,  &consent_fields,
					       &task_fields };

	(void)state;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		for (size_t k = 0; k < forms[i]->n; k++) {
			const struct field *f = &forms[i]->row[k];

			assert_true((f->help && *f->help) || (f->hint && *f->hint));
		}
}

static void hints_and_helps_are_sentences(void **state)
{
	(void)state;
	EACH_TABLE(t)
	{
		EACH_FIELD(f, t)
		{
			char last = f->hint[strlen(f->hint) - 1];

			assert_true(last == '.' || last == '?' || strstr(f->hint, "…") != NULL);
			assert_true(utf8_width(f->hint) <= 76); /* the status line of 80 columns */
			if (f->help != NULL)
				assert_int_equal(f->help[strlen(f->help) - 1], '.');
		}
	}
}

static size_t size_of(const struct field *f)
{
	switch (f->kind) {
	case FIELD_TEXT:
	case FIELD_LONGTEXT:
		return sizeof(const char *);
	case FIELD_CHOICES:
		return sizeof(struct ids);
	default:
		return sizeof(int64_t);
	}
}

static void values_lie_inside_the_record_and_do_not_overlap(void **state)
{
	(void)state;
	EACH_TABLE(t)
	{
		EACH_FIELD(f, t)
		{
			assert_int_equal(f->offset % sizeof(int64_t), 0);
			assert_true(f->offset + size_of(f) <= t->size);
			for (const struct field *g = t->fields->row; g < f; g++)
				assert_true(f->offset + size_of(f) <= g->offset ||
					    g->offset + size_of(g) <= f->offset);
		}
	}
}

static void choices_name_a_set_and_nothing_else_does(void **state)
{
	static const char *const sets[] = {
		"person_kind", "form",   "role_model", "request", "competence", "interest",
		"mentor",      "mentee", "deficit",    "subbase", "technology", "mentor_type"
	};

	(void)state;
	EACH_TABLE(t)
	{
		EACH_FIELD(f, t)
		{
			bool chosen = f->kind == FIELD_CHOICE || f->kind == FIELD_CHOICES,
			     known = !chosen;

			assert_int_equal(f->choices != NULL, chosen);
			for (size_t i = 0; chosen && i < sizeof(sets) / sizeof(sets[0]); i++)
				known = known || strcmp(f->choices, sets[i]) == 0;
			assert_true(known);
		}
	}
}

static void headings_are_folded_and_each_belongs_to_one_field(void **state)
{
	struct arena a = { 0 };

	(void)state;
	EACH_TABLE(t)
	{
		EACH_FIELD(f, t)
		{
			for (const char *const *h = f->headings; h != NULL && *h != NULL; h++) {
				assert_string_equal(utf8_fold(&a, *h), *h);
				for (const struct field *g = t->fields->row; g < f; g++)
					for (const char *const *k = g->headings; k && *k; k++)
						assert_string_not_equal(*h, *k);
			}
		}
	}
	arena_done(&a);
}

static int list_width(const struct fields *fields, unsigned flag)
{
	int width = 0;

	for (size_t i = 0; i < fields->n; i++)
		if (fields->row[i].flags & flag)
			width += abs(fields->row[i].width) + GAP;
	return width - GAP;
}

static void lists_fit_the_screens(void **state)
{
	(void)state;
	EACH_TABLE(t)
	{
		assert_true(list_width(t->fields, FIELD_IN_LIST) <= LIST_COLUMNS);
		assert_true(list_width(t->fields, FIELD_IN_WIDE_LIST) <= WIDE_COLUMNS);
		EACH_FIELD(f, t)
		{
			assert_true(f->width != 0);
			if (f->flags & FIELD_IN_LIST)
				assert_true(f->flags & FIELD_IN_WIDE_LIST);
		}
	}
}

static void participants_begin_with_the_fields_of_the_person(void **state)
{
	(void)state;
	for (int role = ROLE_MENTEE; role <= ROLE_MENTOR; role++) {
		struct fields fields = participant_fields((enum role)role);

		for (size_t i = 0; i < person_fields.n; i++) {
			assert_string_equal(fields.row[i].name, person_fields.row[i].name);
			assert_int_equal(fields.row[i].offset,
					 person_fields.row[i].offset +
						 offsetof(struct participant, person));
		}
	}
}

static void a_birth_in_the_future_is_refused(void **state)
{
	const struct field *f = field_find(person_fields, "birth");
	struct person p = { .birth = date_add_days(date_today(), 1) };

	(void)state;
	assert_int_equal(field_check(f, &p), RC_INVALID);
	p.birth = date_today();
	assert_int_equal(field_check(f, &p), RC_OK);
	p.birth = 20110000;
	assert_int_equal(field_check(f, &p), RC_OK);
}

static void a_wished_age_must_not_end_before_it_begins(void **state)
{
	const struct field *f = field_find(mentor_fields, "age_to");
	struct participant p;

	(void)state;
	participant_init(&p, ROLE_MENTOR, 2026);
	assert_int_equal(field_check(f, &p), RC_OK);
	p.age_from = 14;
	p.age_to = 12;
	assert_int_equal(field_check(f, &p), RC_INVALID);
	p.age_to = 14;
	assert_int_equal(field_check(f, &p), RC_OK);
}

static void capacity_is_one_to_thirty(void **state)
{
	const struct field *f = field_find(mentor_fields, "capacity");
	struct participant p;

	(void)state;
	participant_init(&p, ROLE_MENTOR, 2026);
	assert_int_equal(field_check(f, &p), RC_OK);
	p.capacity = 0;
	assert_int_equal(field_check(f, &p), RC_INVALID);
	p.capacity = 31;
	assert_int_equal(field_check(f, &p), RC_INVALID);
	p.capacity = FIELD_NOTHING;
	assert_int_equal(field_check(f, &p), RC_INVALID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_and_labels_are_there_and_unique),
		cmocka_unit_test(every_field_explains_itself),
		cmocka_unit_test(hints_and_helps_are_sentences),
		cmocka_unit_test(values_lie_inside_the_record_and_do_not_overlap),
		cmocka_unit_test(choices_name_a_set_and_nothing_else_does),
		cmocka_unit_test(headings_are_folded_and_each_belongs_to_one_field),
		cmocka_unit_test(lists_fit_the_screens),
		cmocka_unit_test(participants_begin_with_the_fields_of_the_person),
		cmocka_unit_test(a_birth_in_the_future_is_refused),
		cmocka_unit_test(a_wished_age_must_not_end_before_it_begins),
		cmocka_unit_test(capacity_is_one_to_thirty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
