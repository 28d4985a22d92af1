/* Requests kept under a name, and those that the methodology proposes. */
#include <string.h>

#include "inner.h"
#include "nastavnik/app/inquiry.h"
#include "nastavnik/base/embed.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/write/inquiry.h"

static const char proposals_file[] = "methodology/r145/inquiries.txt";

static bool is_kept(struct arena *a, const struct kept_inquiries *all, const char *name)
{
	const char *fold = utf8_fold(a, name);

	for (size_t i = 0; i < all->n; i++)
		if (!strcmp(utf8_fold(a, all->row[i].name), fold))
			return true;
	return false;
}

static void proposal_add(struct arena *a, struct kept_inquiries *all, size_t *cap, const char *name,
			 const char *text)
{
	if (is_kept(a, all, name))
		return;
	all->row = arena_grow(a, all->row, all->n, cap, sizeof(*all->row));
	all->row[all->n++] = (struct kept_inquiry){ .name = name, .text = text };
}

/* «[name]», and the lines of the request below it. */
static void proposals_add(struct arena *a, struct kept_inquiries *all, size_t *cap,
			  const char *text)
{
	const char *name = NULL, *lines = "";

	for (const char *at = text; *at;) {
		size_t n = strcspn(at, "\n");

		if (*at == '[' && n > 2) {
			if (name)
				proposal_add(a, all, cap, name, lines);
			name = arena_strndup(a, at + 1, n - 2);
			lines = "";
		} else if (n && *at != '#') {
			lines = arena_printf(a, "%s%.*s\n", lines, (int)n, at);
		}
		at += n + (at[n] == '\n');
	}
	if (name)
		proposal_add(a, all, cap, name, lines);
}

enum rc inquiries_load(const struct app *app, struct arena *a, struct kept_inquiries *out)
{
	const struct embed *file = embed_find(proposals_file);
	struct kept_inquiries all;
	enum rc rc = kept_inquiry_list(app->store, a, &all);

	if (rc)
		return rc;
	/* Room of its own: the rows that were read have none to grow into. */
	struct kept_inquiries list = { 0 };
	size_t cap = 0;
	for (size_t i = 0; i < all.n; i++) {
		list.row = arena_grow(a, list.row, list.n, &cap, sizeof(*list.row));
		list.row[list.n++] = all.row[i];
	}
	if (file)
		proposals_add(a, &list, &cap, file->text);
	*out = list;
	return RC_OK;
}

static int64_t id_named(struct arena *a, const struct kept_inquiries *all, const char *name)
{
	const char *fold = utf8_fold(a, name);

	for (size_t i = 0; i < all->n; i++)
		if (!strcmp(utf8_fold(a, all->row[i].name), fold))
			return all->row[i].id;
	return 0;
}

enum rc inquiry_keep(struct app *app, struct kept_inquiry *kept)
{
	struct arena a = { 0 };
	struct kept_inquiries all = { 0 };
	struct kept_inquiry row = *kept;
	enum rc rc = kept_inquiry_list(app->store, &a, &all);

	row.name = utf8_squeeze(&a, kept->name);
	if (!rc && !*row.name)
		rc = err_set(RC_INVALID, _("The request needs a name."));
	if (!rc && !row.id)
		row.id = id_named(&a, &all, row.name);
	if (!rc)
		rc = app_begin_school(app, N_("Request kept"), row.name);
	if (!rc)
		rc = app_end(app, kept_inquiry_put(app->store, &row));
	if (!rc)
		kept->id = row.id;
	arena_done(&a);
	return rc;
}

enum rc inquiry_forget(struct app *app, const struct kept_inquiry *kept)
{
	enum rc rc = app_begin_school(app, N_("Request forgotten"), kept->name);

	return rc ? rc : app_end(app, kept_inquiry_delete(app->store, kept->id));
}
