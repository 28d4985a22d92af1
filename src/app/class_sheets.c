/* The sheets of some classes, asked for by name. */
#include <string.h>

#include "nastavnik/app/consents.h"
#include "paper.h"

/* Is it one of the classes that are asked for? Classes are written in one way in the file. */
static bool class_wanted(const struct class_sheets *what, const char *name)
{
	for (size_t i = 0; i < what->n; i++) {
		if (!strcmp(what->class_name[i], name))
			return true;
	}
	return what->all;
}

/* The adults stand behind the classes. */
static struct ids sheets_wanted(struct arena *a, const struct class_sheets *what,
				const struct choices *classes)
{
	int64_t *id = ARENA_NEW(a, int64_t, classes->n);
	size_t n = 0;

	for (size_t i = 0; i < classes->n; i++) {
		if (i + 1 == classes->n ? what->staff : class_wanted(what, classes->row[i].name))
			id[n++] = classes->row[i].id;
	}
	return (struct ids){ id, n };
}

enum rc class_sheets_save(const struct app *app, const struct class_sheets *what, const char *path,
			  const char *encoding, struct issues *issues, size_t *sheets)
{
	struct arena a = { 0 };
	struct paper_wish wish = { .paper = paper_find("class_sheet"), .day = what->return_by };
	struct choices classes;
	enum rc rc = paper_choices(app, wish.paper, &a, &classes);

	if (!rc) {
		wish.ids = sheets_wanted(&a, what, &classes);
		if (!wish.ids.n)
			rc = err_set(RC_NOT_FOUND, _("There is no class %s in the school's list."),
				     what->n ? what->class_name[0] : "");
	}
	if (!rc)
		rc = paper_save(app, &wish, path, encoding, issues, sheets);
	arena_done(&a);
	return rc;
}
