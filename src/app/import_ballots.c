/*
 * Ballots: «кого выбирает» names people of the other base. They are looked up when all rows are in.
 * A name may be full, without the patronymic, with initials, with the class behind: «Титов Л.О.
 * (10А)».
 */
#include <stdlib.h>
#include <string.h>

#include "import_inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"
#include "nastavnik/store/write/participant.h"

enum { BALLOT_SPELLINGS = 4, BALLOT_SLICE = 50 };

/* One way to write somebody's name, folded. */
struct ballot_name {
	const char *text;
	const struct participant *who;
};

struct ballot_names {
	struct ballot_name *row; /* sorted */
	size_t n;
};

static int name_order(const void *a, const void *b)
{
	const struct ballot_name *x = a, *y = b;

	return strcmp(x->text, y->text);
}

/* «титов л.о.»; initials of a name that has no patronymic are one letter. */
static const char *name_with_initials(struct arena *a, const struct person *p)
{
	uint32_t given = 0, patronymic = 0;
	char buf[16] = "";
	size_t n = 0;

	utf8_decode(p->given, &given);
	utf8_decode(p->patronymic, &patronymic);
	if (given) {
		n = utf8_encode(given, buf);
		buf[n++] = '.';
	}
	if (given && patronymic) {
		n += utf8_encode(patronymic, buf + n);
		buf[n++] = '.';
	}
	return arena_printf(a, "%s %.*s", p->family, (int)n, buf);
}

static enum rc names_load(const struct app *app, struct arena *a, enum role role,
			  struct ballot_names *names)
{
	struct participants all;
	enum rc rc = app_participants(app, a, role, &all);

	if (rc)
		return rc;
	names->row = ARENA_NEW(a, struct ballot_name, all.n * BALLOT_SPELLINGS);
	names->n = 0;
	for (size_t i = 0; i < all.n; i++) {
		const struct person *p = &all.row[i].person;
		const char *spelling[BALLOT_SPELLINGS] = {
			person_name(a, p),
			*p->patronymic ? person_short_name(a, p) : "",
			name_with_initials(a, p),
			person_initials(a, p),
		};

		for (int k = 0; k < BALLOT_SPELLINGS; k++) {
			if (*spelling[k])
				names->row[names->n++] =
					(struct ballot_name){ utf8_fold(a, spelling[k]),
							      &all.row[i] };
		}
	}
	qsort(names->row, names->n, sizeof(*names->row), name_order);
	return RC_OK;
}

/* «1. Титов Лев (10А)» to «Титов Лев» and «10А». */
static char *name_trim(struct arena *a, const char *text, char class_name[CLASS_SIZE])
{
	char *name = utf8_squeeze(a, text);
	size_t number = strspn(name, "0123456789");
	char *open;

	if (name[number] == '.' || name[number] == ')')
		name += number + 1;
	class_name[0] = '\0';
	open = strrchr(name, '(');
	if (open) {
		char *close = strchr(open, ')');

		if (close)
			*close = '\0';
		class_normal(open + 1, class_name);
		*open = '\0';
	}
	return utf8_fold(a, utf8_squeeze(a, name));
}

static const char *participant_place(const struct participant *p)
{
	return person_class_or_position(&p->person);
}

/* How many the name may mean; *who is one of them. */
static size_t name_find(const struct ballot_names *names, const char *text, const char *class_name,
			const struct participant **who)
{
	struct ballot_name key = { .text = text };
	const struct ballot_name *at =
		bsearch(&key, names->row, names->n, sizeof(*names->row), name_order);
	size_t found = 0;

	if (!at)
		return 0;
	while (at > names->row && !strcmp(at[-1].text, text))
		at--;
	for (; at < names->row + names->n && !strcmp(at->text, text); at++) {
		if (*class_name && strcmp(participant_place(at->who), class_name))
			continue;
		found++;
		*who = at->who;
	}
	return found;
}

static void name_unknown(struct import_run *run, const struct ballot *ballot, const char *text,
			 size_t found)
{
	enum role role = import_kind_row(run->import->kind)->role;
	const char *why = found                 ? _("several people have this name; add the class.")
			  : role == ROLE_MENTEE ? _("there is no such mentor in the base.")
						: _("there is no such mentee in the base.");

	issue_add(&run->import->issues, ISSUE_NOTE, ballot->line, ballot->participant,
		  text_of(ballot->field->label), "“%s”: %s", text, why);
}

static bool ids_have(struct ids ids, int64_t id)
{
	for (size_t i = 0; i < ids.n; i++) {
		if (ids.row[i] == id)
			return true;
	}
	return false;
}

static struct ids ballot_ids(struct import_run *run, const struct ballot_names *names,
			     const struct ballot *ballot)
{
	struct arena *a = &run->row;
	char *save, *text = arena_strdup(a, ballot->text);
	struct ids ids = { ARENA_NEW(a, int64_t, strlen(text) / 2 + 1), 0 };

	for (char *part = strtok_r(text, ",;\n", &save); part;
	     part = strtok_r(NULL, ",;\n", &save)) {
		char class_name[CLASS_SIZE];
		const struct participant *who = NULL;
		const char *name = name_trim(a, part, class_name);
		size_t found = *name ? name_find(names, name, class_name, &who) : 0;

		if (found == 1 && !ids_have(ids, who->id))
			ids.row[ids.n++] = who->id;
		else if (*name && found != 1)
			name_unknown(run, ballot, utf8_squeeze(a, part), found);
	}
	return ids;
}

static enum rc ballot_resolve(struct import_run *run, const struct ballot_names *names,
			      struct ballot *ballot)
{
	struct store *store = run->import->app->store;
	struct import_report *report = &run->import->report;
	struct participant p, chosen;
	struct ids ids = ballot_ids(run, names, ballot);
	enum rc rc = participant_get(store, &run->row, ballot->participant, &p);

	if (rc || !ids.n)
		return rc;
	chosen = p;
	field_set_ids(ballot->field, &chosen, ids);
	if (field_equal(ballot->field, &p, &chosen))
		return RC_OK;
	if (ballot->fate == ROW_UNCHANGED) {
		report->unchanged--;
		report->changed++;
		/* The ballots of one row stand together; it is counted once. */
		for (struct ballot *b = ballot;
		     b < run->ballot + run->ballots && b->line == ballot->line; b++)
			b->fate = ROW_CHANGED;
	}
	return participant_put(store, &chosen);
}

enum rc import_ballots_resolve(struct import_run *run, bool *done)
{
	enum role role = import_kind_row(run->import->kind)->role;
	struct ballot_names names = { 0 };
	struct arena a = { 0 };
	size_t end = run->ballots_done + BALLOT_SLICE;
	enum rc rc = RC_OK;

	if (run->ballots_done < run->ballots)
		rc = names_load(run->import->app, &a,
				role == ROLE_MENTEE ? ROLE_MENTOR : ROLE_MENTEE, &names);
	for (; !rc && run->ballots_done < run->ballots && run->ballots_done < end;
	     run->ballots_done++) {
		arena_reset(&run->row);
		rc = ballot_resolve(run, &names, &run->ballot[run->ballots_done]);
	}
	arena_done(&a);
	*done = run->ballots_done == run->ballots;
	return rc;
}
