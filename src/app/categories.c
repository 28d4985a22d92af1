#include "nastavnik/app/categories.h"

#include "inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/category.h"

bool categories_shown(const struct app *app)
{
	return app->categories;
}

void categories_show(struct app *app, bool shown)
{
	app->categories = shown;
}

static enum rc hidden_refuse(const struct app *app)
{
	if (app->categories)
		return RC_OK;
	return err_set(RC_INVALID, _("Categories are not shown. Switch them on first: F9, Show "
				     "categories."));
}

enum rc categories_get(const struct app *app, struct arena *a, int64_t person, struct ids *out)
{
	if (!app->categories) {
		*out = (struct ids){ 0 };
		return RC_OK;
	}
	return category_ids(app->store, a, person, app->year.year, out);
}

enum rc categories_save(struct app *app, int64_t person, struct ids items)
{
	enum rc rc = hidden_refuse(app);

	if (!rc)
		rc = app_begin(app, N_("Confidential note changed"), "");
	return rc ? rc : app_end(app, category_put(app->store, person, app->year.year, items));
}

static char *categories_number(struct arena *a, int64_t n)
{
	if (n < CATEGORIES_FEW)
		return arena_printf(a, _("fewer than %d"), CATEGORIES_FEW);
	return arena_printf(a, "%lld", (long long)n);
}

enum rc categories_report(const struct app *app, struct arena *a, struct category_rows *out)
{
	struct category_rows rows = { ARENA_NEW(a, struct category_row, app->books.n), 0 };
	enum rc rc = hidden_refuse(app);

	for (size_t i = 0; !rc && i < app->books.n; i++) {
		const struct book_item *item = &app->books.row[i];
		int64_t people = 0, mentees = 0;

		if (item->book != BOOK_CATEGORY || item->hidden)
			continue;
		rc = category_count(app->store, item->id, app->year.year, &people, &mentees);
		rows.row[rows.n++] = (struct category_row){ arena_strdup(a, item->name),
							    categories_number(a, people),
							    categories_number(a, mentees) };
	}
	if (!rc)
		*out = rows;
	return rc;
}
