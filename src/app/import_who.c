#include "import_who.h"

#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/survey.h"

#define HEADINGS(...)             \
	(const char *const[])     \
	{                         \
		__VA_ARGS__, NULL \
	}

/* clang-format off */
const struct field who_fields[] = {
	{ .name = WHO_CODE, .label = N_("Respondent's code"), .kind = FIELD_TEXT,
	  .headings = HEADINGS("код", "код респондента", "код участника", "ваш код", "код анкеты",
			       "код листа", "шифр") },
	{ .name = WHO_NAME, .label = N_("Full name"), .kind = FIELD_TEXT,
	  .headings = HEADINGS("фио", "ф и о", "фамилия имя отчество", "фамилия имя", "имя фамилия",
			       "фио наставляемого", "фио наставника", "фио ученика", "ученик",
			       "обучающийся", "учащийся", "код или фио", "код или имя") },
	{ .name = WHO_FAMILY, .label = N_("Family name"), .kind = FIELD_TEXT,
	  .headings = HEADINGS("фамилия", "ваша фамилия") },
	{ .name = WHO_GIVEN, .label = N_("Given name"), .kind = FIELD_TEXT,
	  .headings = HEADINGS("имя", "ваше имя") },
	{ .name = WHO_PATRONYMIC, .label = N_("Patronymic"), .kind = FIELD_TEXT,
	  .headings = HEADINGS("отчество", "ваше отчество") },
	{ .name = WHO_CLASS, .label = N_("Class"), .kind = FIELD_TEXT,
	  .headings = HEADINGS("класс", "ваш класс", "твой класс", "класс обучения") },
};
/* clang-format on */
_Static_assert(sizeof(who_fields) / sizeof(who_fields[0]) == WHO_FIELDS, "all of them");

static enum rc role_load(struct import_run *run, enum role role, struct who *who)
{
	const struct app *app = run->import->app;
	struct participants all;
	enum rc rc = participant_load_all(app->store, &run->arena, app->year.year, role, &all);
	struct who_known *row;

	if (rc)
		return rc;
	row = ARENA_NEW(&run->arena, struct who_known, who->n + all.n);
	if (who->n)
		memcpy(row, who->row, who->n * sizeof(*row));
	for (size_t i = 0; i < all.n; i++)
		row[who->n + i] = (struct who_known){
			.p = &all.row[i], .name = name_words_of(&run->arena, &all.row[i].person)
		};
	who->row = row;
	who->n += all.n;
	return RC_OK;
}

enum rc who_load(struct import_run *run, enum role role, struct who *who)
{
	struct who found = { .role = role };
	enum rc rc = role == ROLE_MENTOR ? RC_OK : role_load(run, ROLE_MENTEE, &found);

	if (!rc && role != ROLE_MENTEE)
		rc = role_load(run, ROLE_MENTOR, &found);
	if (!rc)
		*who = found;
	return rc;
}

/* The name, in whatever columns it stands. */
static const char *name_text(const struct import_row *row)
{
	static const char *const part[] = { WHO_NAME, WHO_FAMILY, WHO_GIVEN, WHO_PATRONYMIC };
	const char *text = "";

	for (size_t i = 0; i < sizeof(part) / sizeof(part[0]); i++) {
		const char *value = import_value(row, part[i]);

		if (*value)
			text = arena_printf(&row->run->row, "%s%s%s", text, *text ? " " : "",
					    value);
	}
	return text;
}

const char *who_label(const struct import_row *row)
{
	const char *code = import_value(row, WHO_CODE), *name = name_text(row);

	return arena_printf(&row->run->row, "%s%s%s", code, *code && *name ? " " : "", name);
}

static bool has_digit(const char *text)
{
	return strpbrk(text, "0123456789") != NULL;
}

/* A name that fits, of each person once: a mentor may be a mentee as well. */
struct fitting {
	const struct participant **row;
	size_t n;
};

static bool fitting_has(const struct fitting *f, int64_t person)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->row[i]->person.id == person)
			return true;
	return false;
}

static struct fitting names_fitting(const struct import_row *row, const struct who *who,
				    const char *text)
{
	struct arena *a = &row->run->row;
	struct fitting found = { ARENA_NEW(a, const struct participant *, who->n), 0 };
	struct name_words words;

	name_words_take(a, text, &words);
	if (!*words.class_name)
		class_normal(import_value(row, WHO_CLASS), words.class_name);
	for (size_t i = 0; i < who->n && words.n; i++)
		if (name_words_fit(&words, &who->row[i].name) &&
		    !fitting_has(&found, who->row[i].p->person.id))
			found.row[found.n++] = who->row[i].p;
	return found;
}

static struct fitting codes_fitting(const struct import_row *row, const struct who *who,
				    enum role role, int64_t number)
{
	struct fitting found = { ARENA_NEW(&row->run->row, const struct participant *, who->n), 0 };

	for (size_t i = 0; i < who->n; i++)
		if (who->row[i].p->number == number && (!role || who->row[i].p->role == role))
			found.row[found.n++] = who->row[i].p;
	return found;
}

/* The person's answer to the row; false: there is none that helps. */
static bool reply_take(struct import_row *row, const struct fitting *found,
		       const struct participant **out)
{
	const struct import *import = row->run->import;

	for (size_t i = 0; i < import->replies; i++) {
		if (import->reply[i].line != row->line || import->reply[i].answer == IMPORT_ASK)
			continue;
		if (import->reply[i].answer != IMPORT_SAME) {
			row->fate = ROW_SKIPPED;
			return true;
		}
		for (size_t k = 0; k < found->n; k++)
			if (found->row[k]->person.id == import->reply[i].person) {
				*out = found->row[k];
				return true;
			}
	}
	return false;
}

static void who_ask(struct import_row *row, const struct fitting *found)
{
	struct arena *a = &row->run->import->told;
	struct person *candidate = ARENA_NEW(a, struct person, found->n);

	for (size_t i = 0; i < found->n; i++)
		candidate[i] = person_keep(a, &found->row[i]->person);
	import_question_add(
		row, &(struct import_question){
			     .line = row->line,
			     .name = arena_strdup(a, who_label(row)),
			     .candidate = candidate,
			     .n = found->n,
			     .no_other = true,
			     .text = arena_printf(a,
						  ngettext("%zu person may be meant. Who is it?",
							   "%zu people may be meant. Who is it?",
							   found->n),
						  found->n) });
}

static enum rc name_find(struct import_row *row, const struct who *who, const char *name,
			 const struct participant **out)
{
	struct fitting found = names_fitting(row, who, name);
	const char *class_name = import_value(row, WHO_CLASS);

	if (!found.n && *class_name)
		return err_set(RC_NOT_FOUND,
			       _("%s, %s: nobody of this name is in this year's bases."), name,
			       class_name);
	if (!found.n)
		return err_set(RC_NOT_FOUND, _("%s: nobody of this name is in this year's bases."),
			       name);
	if (found.n == 1)
		*out = found.row[0];
	else if (!reply_take(row, &found, out))
		who_ask(row, &found);
	return RC_OK;
}

static enum rc code_find(struct import_row *row, const struct who *who, const char *code,
			 const struct participant **out)
{
	enum role role = who->role;
	struct fitting found;
	int64_t number;
	enum rc rc = respondent_parse(code, &role, &number);

	if (rc)
		return rc;
	found = codes_fitting(row, who, role, number);
	if (!found.n)
		return err_set(RC_NOT_FOUND, _("Nobody of this year's bases has the code %s."),
			       code);
	if (found.n > 1)
		return err_set(RC_INVALID,
			       _("%s is the number of a mentee and of a mentor. Write the whole "
				 "code, such as %s."),
			       code, respondent_code(&row->run->row, ROLE_MENTEE, number));
	*out = found.row[0];
	return RC_OK;
}

/* A sheet that was mixed up must not go to the wrong person. */
static enum rc name_agrees(const struct import_row *row, const struct who *who, const char *name,
			   const struct participant *p)
{
	struct fitting found = names_fitting(row, who, name);

	if (!*name || fitting_has(&found, p->person.id))
		return RC_OK;
	return err_set(RC_INVALID, _("%s is the code of %s, and the row names %s."),
		       import_value(row, WHO_CODE), person_short_name(&row->run->row, &p->person),
		       name);
}

enum rc who_find(struct import_row *row, const struct who *who, const struct participant **out)
{
	const char *code = import_value(row, WHO_CODE), *name = name_text(row);
	const struct participant *found = NULL;
	enum rc rc;

	*out = NULL;
	/* Into one column some write their code, others their name. */
	if (*code && !has_digit(code) && !*name) {
		name = code;
		code = "";
	} else if (!*code && has_digit(name)) {
		code = strchr(name, '(') ? "" : name;
		name = *code ? "" : name;
	}
	if (!*code && !*name)
		return err_set(RC_INVALID, _("The row has neither a code nor a name."));
	rc = *code ? code_find(row, who, code, &found) : name_find(row, who, name, &found);
	if (!rc && *code)
		rc = name_agrees(row, who, name, found);
	if (!rc)
		*out = found;
	return rc;
}

enum rc who_columns(const struct import *import)
{
	if (table_has(&import->table, WHO_CODE) || table_has(&import->table, WHO_NAME) ||
	    (table_has(&import->table, WHO_FAMILY) && table_has(&import->table, WHO_GIVEN)))
		return RC_OK;
	return err_set(RC_INVALID,
		       _("No column of “%s” was recognised as the respondent's code or name. Say "
			 "which column it is."),
		       import->name);
}
