#include "nastavnik/app/config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/base/str.h"

/* Nobody writes that much by hand; a file that is larger is none of ours. */
enum { CONFIG_MAX = 1 << 16 };

enum { THEME_DARK = 1, THEME_LIGHT, THEME_NORTON, THEME_MONO };
enum { LANGUAGE_RU = 1, LANGUAGE_EN };

static const struct choice themes[] = {
	{ THEME_DARK, "dark", N_("dark"), false },
	{ THEME_LIGHT, "light", N_("light"), false },
	{ THEME_NORTON, "norton", N_("blue, as in the commanders"), false },
	{ THEME_MONO, "mono", N_("without colours"), false },
};

/* By the names the languages have for themselves. */
static const struct choice languages[] = {
	{ LANGUAGE_RU, "ru", "русский", false },
	{ LANGUAGE_EN, "en", "English", false },
};

static const struct config config_usual = {
	.theme = THEME_DARK, .language = LANGUAGE_RU, .mouse = 1, .plain = 0
};

static const struct field config_table[] = {
	{ .name = "theme",
	  .label = N_("Colours"),
	  .hint = N_("← → change, and the screen shows it at once."),
	  .help = N_(
		  "Dark takes the terminal's own ground, light and blue bring theirs. Nothing is "
		  "told by colour alone, so every one of them shows the same. Where the system "
		  "asks for no colours (NO_COLOR) or the terminal has none, there are none."),
	  .kind = FIELD_CHOICE,
	  .flags = FIELD_REQUIRED,
	  .choices = "theme",
	  .offset = offsetof(struct config, theme) },
	{ .name = "language",
	  .label = N_("Language"),
	  .hint = N_("Counts from the next start on."),
	  .help = N_("Of the screens only: papers for a Russian school are always in Russian. It "
		     "counts from the next start of the program on."),
	  .kind = FIELD_CHOICE,
	  .flags = FIELD_REQUIRED,
	  .choices = "language",
	  .offset = offsetof(struct config, language) },
	{ .name = "mouse",
	  .label = N_("Mouse"),
	  .hint = N_("No: the mouse selects text to copy, as everywhere in the terminal."),
	  .help = N_(
		  "Yes: rows, headings, fields, buttons and the words of the last line answer to "
		  "clicks, the wheel turns pages; to select text all the same, hold Shift. No: "
		  "the mouse is the terminal's own."),
	  .kind = FIELD_YESNO,
	  .offset = offsetof(struct config, mouse) },
	{ .name = "plain",
	  .label = N_("Simple signs"),
	  .hint = N_("Yes, if bars, lines and ticks look like squares or question marks."),
	  .help = N_("Bars, lines, arrows and ticks are drawn with letters and signs that every "
		     "font has."),
	  .kind = FIELD_YESNO,
	  .offset = offsetof(struct config, plain) },
};
const struct fields config_fields = { config_table,
				      sizeof(config_table) / sizeof(config_table[0]) };

struct choices config_choices(const char *set)
{
	if (!strcmp(set, "theme"))
		return (struct choices){ themes, sizeof(themes) / sizeof(themes[0]) };
	return (struct choices){ languages, sizeof(languages) / sizeof(languages[0]) };
}

const char *config_code(const char *set, int64_t id)
{
	const struct choices choices = config_choices(set);

	for (size_t i = 0; i < choices.n; i++)
		if (choices.row[i].id == id)
			return choices.row[i].code;
	return choices.row[0].code;
}

static const char *value_text(const struct field *field, const struct config *config)
{
	int64_t value = field_int(field, config);

	return field->kind == FIELD_CHOICE ? config_code(field->choices, value)
	       : value                     ? "yes"
					   : "no";
}

static void value_read(const struct field *field, struct config *config, const char *text)
{
	struct choices choices;

	if (field->kind != FIELD_CHOICE) {
		if (!strcmp(text, "yes") || !strcmp(text, "no"))
			field_set_int(field, config, !strcmp(text, "yes"));
		return;
	}
	choices = config_choices(field->choices);
	for (size_t i = 0; i < choices.n; i++)
		if (!strcmp(choices.row[i].code, text))
			field_set_int(field, config, choices.row[i].id);
}

/* "name = value" in place; false: the line says nothing. */
static bool line_split(char *line, char **name, char **value)
{
	char *sign = strchr(line, '=');

	if (*line == '#' || !sign)
		return false;
	*sign = '\0';
	*name = line + strspn(line, " \t");
	(*name)[strcspn(*name, " \t")] = '\0';
	*value = sign + 1 + strspn(sign + 1, " \t");
	(*value)[strcspn(*value, " \t\r\n")] = '\0';
	return true;
}

/* The file's text; "" when there is none that can be read. */
static char *file_read(struct arena *a, const char *path)
{
	char *text = arena_alloc(a, CONFIG_MAX + 1);
	FILE *in = fopen(path, "re");
	size_t n = in ? fread(text, 1, CONFIG_MAX, in) : 0;

	if (in)
		fclose(in);
	text[n] = '\0';
	return text;
}

void config_load(struct config *config)
{
	struct arena a = { 0 };
	const char *path;
	char *text, *name, *value;

	*config = config_usual;
	if (paths_config(&a, &path) != RC_OK)
		return;
	text = file_read(&a, path);
	for (char *line; (line = strsep(&text, "\n"));) {
		const struct field *field =
			line_split(line, &name, &value) ? field_find(config_fields, name) : NULL;

		if (field)
			value_read(field, config, value);
	}
	arena_done(&a);
}

/* What the file says already and no table of ours knows: a newer program wrote it, or a person. */
static void strange_keep(struct arena *a, const char *path, struct str *out)
{
	char *text = file_read(a, path), *name, *value;

	for (char *line; (line = strsep(&text, "\n"));) {
		const char *whole = arena_strdup(a, line);

		if (*whole &&
		    (!line_split(line, &name, &value) || !field_find(config_fields, name)))
			str_printf(out, "%s\n", whole);
	}
}

/* Under another name until it is whole. */
static enum rc file_write(struct arena *a, const char *path, const struct str *text)
{
	const char *fresh = arena_printf(a, "%s.%ld.new", path, (long)getpid());
	FILE *out = fopen(fresh, "we");
	bool good = out && fwrite(str_text(text), 1, text->len, out) == text->len;

	good = out && !fflush(out) && !fsync(fileno(out)) && good;
	int why = errno;

	if (out && fclose(out))
		good = false;
	if (good && !rename(fresh, path))
		return RC_OK;
	if (good)
		why = errno;
	unlink(fresh);
	return err_set(RC_IO, _("The settings cannot be written into %s: %s."), path,
		       errno_text(why));
}

enum rc config_save(const struct config *config)
{
	struct arena a = { 0 };
	struct str text = { 0 };
	const char *path;
	enum rc rc = paths_config(&a, &path);

	if (rc == RC_OK)
		rc = paths_config_make(&a, path);
	if (rc == RC_OK) {
		strange_keep(&a, path, &text);
		for (size_t i = 0; i < config_fields.n; i++)
			str_printf(&text, "%s = %s\n", config_fields.row[i].name,
				   value_text(&config_fields.row[i], config));
		rc = file_write(&a, path, &text);
	}
	str_done(&text);
	arena_done(&a);
	return rc;
}
