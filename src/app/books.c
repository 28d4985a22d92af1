#include "nastavnik/app/books.h"

#include <string.h>

#include "inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/methodology.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/store/read/book.h"
#include "nastavnik/store/write/book.h"
#include "nastavnik/store/write/participant.h"
#include "nastavnik/store/write/record.h"

static enum rc item_get(const struct app *app, int64_t id, struct book_item *item)
{
	const struct book_item *found = book_item_by_id(&app->books, id);

	if (!found)
		return err_set(RC_NOT_FOUND,
			       _("This entry is not in the reference book any more."));
	*item = *found;
	return RC_OK;
}

/* Is the word the item's name or one of its synonyms? */
static bool item_has_word(struct arena *a, const struct book_item *item, const char *folded)
{
	char *save, *copy = arena_strdup(a, item->synonyms);

	if (!strcmp(utf8_fold(a, item->name), folded))
		return true;
	for (char *w = strtok_r(copy, ";", &save); w; w = strtok_r(NULL, ";", &save)) {
		if (!strcmp(utf8_fold(a, w), folded))
			return true;
	}
	return false;
}

static enum rc word_check(const struct app *app, struct arena *a, const struct book_item *item,
			  const char *word)
{
	const char *folded = utf8_fold(a, word);

	for (size_t i = 0; *folded && i < app->books.n; i++) {
		const struct book_item *other = &app->books.row[i];

		if (other->book == item->book && other->id != item->id &&
		    item_has_word(a, other, folded))
			return err_set(RC_CONFLICT, _("“%s” stands for “%s” already."), word,
				       other->name);
	}
	return RC_OK;
}

/* A word may stand for one item only, or tables could not be mapped. */
static enum rc item_check(const struct app *app, struct arena *a, const struct book_item *item)
{
	char *save, *copy = arena_strdup(a, item->synonyms);
	enum rc rc = fields_check(book_item_fields, item);

	if (!rc)
		rc = word_check(app, a, item, item->name);
	for (char *w = strtok_r(copy, ";", &save); !rc && w; w = strtok_r(NULL, ";", &save))
		rc = word_check(app, a, item, utf8_squeeze(a, w));
	return rc;
}

enum rc books_save(struct app *app, struct book_item *item)
{
	struct arena a = { 0 };
	struct book_item fresh = *item;

	fresh.year = app->year.year;
	enum rc rc = item_check(app, &a, &fresh);
	if (!rc)
		rc = app_begin(app, N_("Reference book changed"), arena_strdup(&a, item->name));
	if (!rc)
		rc = app_end(app, book_item_put(app->store, &fresh));
	arena_done(&a);
	if (rc)
		return rc;
	item->id = fresh.id;
	item->year = fresh.year;
	item->position = fresh.position;
	return RC_OK;
}

enum rc books_used(const struct app *app, int64_t item, int64_t *n)
{
	return book_item_uses(app->store, item, n);
}

enum rc books_hide(struct app *app, int64_t id, bool hidden)
{
	struct book_item item;
	enum rc rc = item_get(app, id, &item);

	if (rc || item.hidden == hidden)
		return rc;
	item.hidden = hidden;
	rc = app_begin(app, hidden ? N_("Entry hidden") : N_("Entry shown again"), item.name);
	return rc ? rc : app_end(app, book_item_put(app->store, &item));
}

enum rc books_delete(struct app *app, int64_t id, bool *hidden)
{
	struct book_item item;
	int64_t uses;
	enum rc rc = item_get(app, id, &item);

	if (!rc)
		rc = book_item_uses(app->store, id, &uses);
	if (rc)
		return rc;
	if (uses) {
		rc = books_hide(app, id, true);
	} else {
		rc = app_begin(app, N_("Entry deleted"), item.name);
		if (!rc)
			rc = app_end(app, book_item_delete(app->store, id));
	}
	if (!rc)
		*hidden = uses > 0;
	return rc;
}

/* Put keep in gone's place, once. Was gone there? */
static bool ids_replace(struct ids *ids, int64_t gone, int64_t keep)
{
	bool found = false, kept = false;
	size_t n = 0;

	for (size_t i = 0; i < ids->n; i++) {
		int64_t id = ids->row[i];

		found |= id == gone;
		if (id == gone)
			id = keep;
		if (id == keep && kept)
			continue;
		kept |= id == keep;
		ids->row[n++] = id;
	}
	ids->n = n;
	return found;
}

static bool participant_replace(struct participant *p, int64_t gone, int64_t keep)
{
	bool found = ids_replace(&p->topics, gone, keep);

	found |= ids_replace(&p->interests, gone, keep);
	found |= ids_replace(&p->deficits, gone, keep);
	if (p->form == gone) {
		p->form = keep;
		found = true;
	}
	if (p->role_model == gone) {
		p->role_model = keep;
		found = true;
	}
	if (p->subbase == gone) {
		p->subbase = keep;
		found = true;
	}
	if (p->technology == gone) {
		p->technology = keep;
		found = true;
	}
	return found;
}

static enum rc participants_replace(struct app *app, struct arena *a, enum role role, int64_t gone,
				    int64_t keep)
{
	struct participants all;
	enum rc rc = app_participants(app, a, role, &all);

	for (size_t i = 0; !rc && i < all.n; i++) {
		if (participant_replace(&all.row[i], gone, keep))
			rc = participant_put(app->store, &all.row[i]);
	}
	return rc;
}

/* Requests that gone answered are answered by keep; role models of gone's form belong to keep's. */
static enum rc items_replace(struct app *app, struct arena *a, int64_t gone, int64_t keep)
{
	for (size_t i = 0; i < app->books.n; i++) {
		struct book_item item = app->books.row[i];
		bool changed;

		item.answers.row = ARENA_NEW(a, int64_t, item.answers.n);
		if (item.answers.n)
			memcpy(item.answers.row, app->books.row[i].answers.row,
			       item.answers.n * sizeof(int64_t));
		changed = ids_replace(&item.answers, gone, keep);
		if (item.form == gone) {
			item.form = keep;
			changed = true;
		}
		if (changed && item.id != gone && book_item_put(app->store, &item))
			return err_last()->code;
	}
	return RC_OK;
}

static void ids_add_once(struct ids *to, struct ids from)
{
	for (size_t i = 0; i < from.n; i++) {
		size_t at = 0;

		while (at < to->n && to->row[at] != from.row[i])
			at++;
		if (at == to->n)
			to->row[to->n++] = from.row[i];
	}
}

/* keep takes in gone's words, and the competences that answer it. */
static struct book_item item_join(struct arena *a, const struct book_item *keep,
				  const struct book_item *gone)
{
	struct book_item item = *keep;
	const char *words =
		arena_printf(a, "%s%s%s", gone->name, *gone->synonyms ? "; " : "", gone->synonyms);

	item.synonyms = *keep->synonyms ? arena_printf(a, "%s; %s", keep->synonyms, words) : words;
	item.answers = (struct ids){ ARENA_NEW(a, int64_t, keep->answers.n + gone->answers.n), 0 };
	ids_add_once(&item.answers, keep->answers);
	ids_add_once(&item.answers, gone->answers);
	return item;
}

static enum rc items_merge(struct app *app, struct arena *a, const struct book_item *keep,
			   const struct book_item *gone)
{
	struct book_item joined = item_join(a, keep, gone);
	enum rc rc = book_item_put(app->store, &joined);

	if (!rc)
		rc = items_replace(app, a, gone->id, keep->id);
	if (!rc)
		rc = participants_replace(app, a, ROLE_MENTEE, gone->id, keep->id);
	if (!rc)
		rc = participants_replace(app, a, ROLE_MENTOR, gone->id, keep->id);
	if (!rc) /* who has left, pairs, registers */
		rc = book_item_move(app->store, gone->id, keep->id);
	return rc ? rc : book_item_delete(app->store, gone->id);
}

enum rc books_merge(struct app *app, int64_t keep, int64_t gone)
{
	struct arena a = { 0 };
	struct book_item to, from;
	enum rc rc = item_get(app, keep, &to);

	if (!rc)
		rc = item_get(app, gone, &from);
	if (!rc && (keep == gone || to.book != from.book))
		rc = err_set(RC_INVALID, _("Only two entries of one book can be joined."));
	if (!rc)
		rc = app_begin(app, N_("Entries joined"),
			       arena_printf(&a, "%s ← %s", to.name, from.name));
	if (!rc)
		rc = app_end(app, items_merge(app, &a, &to, &from));
	arena_done(&a);
	return rc;
}

/* Write the positions of one book anew, the item on its place. */
static enum rc items_number(struct app *app, const struct book_item *moved, int64_t position)
{
	int64_t at = 1;

	for (size_t i = 0; i < app->books.n; i++) {
		struct book_item item = app->books.row[i];

		if (item.book != moved->book)
			continue;
		if (item.id == moved->id) {
			item.position = position;
		} else {
			at += at == position;
			item.position = at++;
		}
		if (item.position != app->books.row[i].position && book_item_put(app->store, &item))
			return err_last()->code;
	}
	return RC_OK;
}

enum rc books_move(struct app *app, int64_t id, int64_t position)
{
	struct book_item item;
	int64_t last = 0;
	enum rc rc = item_get(app, id, &item);

	if (rc)
		return rc;
	for (size_t i = 0; i < app->books.n; i++)
		last += app->books.row[i].book == item.book;
	if (position < 1 || position > last)
		return err_set(RC_INVALID, _("There is no such place in the book."));
	rc = app_begin(app, N_("Entry moved"), item.name);
	return rc ? rc : app_end(app, items_number(app, &item, position));
}

/* Years opened before version 3 of the tables have none of the books from this one on. */
static bool books_are_old(const struct app *app)
{
	for (size_t i = 0; i < app->books.n; i++)
		if (app->books.row[i].book >= BOOK_SOURCE)
			return false;
	return true;
}

static enum rc items_add(struct app *app, const struct books *books)
{
	for (size_t i = 0; i < books->n; i++) {
		struct book_item item = books->row[i];

		if (item.book >= BOOK_SOURCE && book_item_put(app->store, &item) != RC_OK)
			return err_last()->code;
	}
	return RC_OK;
}

/* Those of the methodology that are not among the year's. */
static enum rc grounds_missing(const struct app *app, struct arena *a, struct records *out)
{
	struct records there, all;
	struct ground *row;
	enum rc rc = record_list(app->store, a, &ground_type, app->year.year, &there);

	if (!rc)
		rc = grounds_of_methodology(a, &app->year, &all);
	if (rc)
		return rc;
	row = ARENA_NEW(a, struct ground, all.n);
	*out = (struct records){ row, 0 };
	for (size_t i = 0; i < all.n; i++) {
		const struct ground *fresh = record_at(&ground_type, &all, i);
		size_t at = 0;

		while (at < there.n &&
		       strcmp(((const struct ground *)there.row)[at].code, fresh->code) != 0)
			at++;
		if (at == there.n)
			row[out->n++] = *fresh;
	}
	return RC_OK;
}

enum rc books_complete(struct app *app)
{
	struct arena a = { 0 };
	struct books books;
	struct records grounds;
	const char *version;
	char name[12];
	enum rc rc = RC_OK;

	if (*app_change_why(app) || !books_are_old(app))
		return RC_OK;
	rc = methodology_load(&a, app->year.methodology, app->year.year, &books, &version);
	if (!rc)
		rc = grounds_missing(app, &a, &grounds);
	if (!rc)
		rc = app_begin(app, N_("New reference books of the methodology"),
			       year_name(app->year.year, name));
	if (!rc) {
		rc = items_add(app, &books);
		if (!rc)
			rc = records_add(app->store, &ground_type, &grounds);
		rc = app_end(app, rc);
	}
	arena_done(&a);
	return rc;
}

enum rc grounds_complete(struct app *app, size_t *added)
{
	struct arena a = { 0 };
	struct records grounds;
	char name[12];
	enum rc rc = grounds_missing(app, &a, &grounds);

	if (!rc && grounds.n)
		rc = app_begin(app, N_("Legal grounds of the methodology"),
			       year_name(app->year.year, name));
	if (!rc && grounds.n)
		rc = app_end(app, records_add(app->store, &ground_type, &grounds));
	if (!rc)
		*added = grounds.n;
	arena_done(&a);
	return rc;
}
