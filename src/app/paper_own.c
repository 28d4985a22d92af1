/* The text of a paper: the school's own copy beside its file, else the methodology's. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "nastavnik/base/embed.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/port/load.h"
#include "nastavnik/port/save.h"
#include "paper.h"

enum { TEXT_MAX = 256 * 1024 };

/* How texts are written, for whoever edits one. */
static const char manual[] = "how";

/* «Школа 9.papers» of «Школа 9.nastavnik», in the same folder. */
static const char *own_folder(const struct app *app, struct arena *a)
{
	static const char ending[] = ".nastavnik";
	const char *file = app_path(app);
	size_t n = strlen(file), k = strlen(ending);

	if (n > k && strcmp(file + n - k, ending) == 0)
		n -= k;
	return arena_printf(a, "%.*s.papers", (int)n, file);
}

static const char *own_path(const struct app *app, struct arena *a, const char *name)
{
	return arena_printf(a, "%s/%s.txt", own_folder(app, a), name);
}

static enum rc methodology_words(const struct app *app, struct arena *a, const char *name,
				 struct paper_words *out)
{
	const char *path =
		arena_printf(a, "methodology/%s/papers/%s.txt", app->year.methodology, name);
	const struct embed *file = embed_find(path);

	if (!file)
		return err_set(RC_NOT_FOUND,
			       _("The methodology “%s” has no text for this paper (%s)."),
			       app->year.methodology, path);
	*out = (struct paper_words){ path, file->text };
	return RC_OK;
}

enum rc paper_words_find(const struct app *app, struct arena *a, const char *name,
			 struct paper_words *out)
{
	const char *path = own_path(app, a, name), *text;
	enum rc rc = text_load(a, path, TEXT_MAX, &text);

	if (rc == RC_NOT_FOUND)
		return methodology_words(app, a, name, out);
	if (rc == RC_OK)
		*out = (struct paper_words){ paths_short(a, path), text };
	return rc;
}

const char *paper_own_path(const struct app *app, struct arena *a, const struct paper *paper,
			   bool *there)
{
	const char *path = own_path(app, a, paper->name);

	if (there)
		*there = access(path, F_OK) == 0;
	return path;
}

static enum rc make_refuse(const char *path)
{
	int why = errno;

	return err_set(RC_IO, _("“%s” cannot be made: %s."), path, errno_text(why));
}

enum rc paper_own_make(const struct app *app, const struct paper *paper)
{
	struct arena a = { 0 };
	bool there;
	const char *path = paper_own_path(app, &a, paper, &there);
	struct paper_words words;
	enum rc rc = methodology_words(app, &a, paper->name, &words);

	if (rc == RC_OK && there)
		rc = err_set(RC_CONFLICT, _("There is a text of your own already: %s."),
			     paths_short(&a, path));
	if (rc == RC_OK && mkdir(own_folder(app, &a), 0700) != 0 && errno != EEXIST)
		rc = make_refuse(own_folder(app, &a));
	if (rc == RC_OK)
		rc = text_save(path, ENCODING_UTF8, words.text, NULL);
	if (rc == RC_OK && methodology_words(app, &a, manual, &words) == RC_OK)
		rc = text_save(own_path(app, &a, manual), ENCODING_UTF8, words.text, NULL);
	arena_done(&a);
	return rc;
}

enum rc paper_own_drop(const struct app *app, const struct paper *paper)
{
	struct arena a = { 0 };
	bool there;
	const char *path = paper_own_path(app, &a, paper, &there);
	const char *aside = arena_printf(&a, "%s.old", path);
	enum rc rc = RC_OK;

	if (!there)
		rc = err_set(RC_NOT_FOUND, _("This paper has no text of your own."));
	else if (rename(path, aside) != 0)
		rc = make_refuse(aside);
	arena_done(&a);
	return rc;
}
