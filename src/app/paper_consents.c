/* Applications to take part and consents: a sheet a person, or a blank. domain.md §7. The three are
 * papers of their own: one never stands inside another. */
#include "nastavnik/base/date.h"
#include "nastavnik/base/str.h"
#include "nastavnik/store/read/consent.h"
#include "paper.h"

static bool is_pupil(const struct person *p)
{
	return p->kind == KIND_PUPIL || (p->kind == KIND_UNKNOWN && *p->class_name);
}

static enum rc signers_begin(const struct app *app, struct arena *a, void **data)
{
	struct consent_rows *signers = ARENA_NEW(a, struct consent_rows, 1);

	*data = signers;
	return consent_rows_load(app->store, a, app->year.year, CONSENTS_OF_PARTICIPANTS, "",
				 signers);
}

static enum rc people_list(const struct app *app, struct arena *a, bool pupils, struct choices *out)
{
	struct choices list = { 0 };
	struct choice *choice;
	void *data;
	enum rc rc = signers_begin(app, a, &data);

	if (rc != RC_OK)
		return rc;
	const struct consent_rows *rows = data;
	choice = ARENA_NEW(a, struct choice, rows->n);
	for (size_t i = 0; i < rows->n; i++) {
		const struct person *p = &rows->row[i].person;
		const char *place = person_class_or_position(p);

		if (is_pupil(p) == pupils)
			choice[list.n++] = (struct choice){ .id = p->id,
							    .code = "",
							    .name = arena_printf(
								    a, "%s%s%s", person_name(a, p),
								    *place ? ", " : "", place) };
	}
	list.row = choice;
	*out = list;
	return RC_OK;
}

static enum rc pupils_list(const struct app *app, struct arena *a, struct choices *out)
{
	return people_list(app, a, true, out);
}

static enum rc adults_list(const struct app *app, struct arena *a, struct choices *out)
{
	return people_list(app, a, false, out);
}

static const struct paper_subject of_pupil = { N_("a pupil who takes part"), pupils_list };
static const struct paper_subject of_adult = { N_("an adult who takes part"), adults_list };

static const struct consent_row *signer_find(const struct consent_rows *signers, int64_t id)
{
	for (size_t i = 0; i < signers->n; i++) {
		if (signers->row[i].person.id == id)
			return &signers->row[i];
	}
	return NULL;
}

/* Who has given it already needs no other sheet, unless one is asked for. */
static enum rc sheet_fill(const struct paper_work *w, struct scope *s, enum consent_kind kind)
{
	static const struct person nobody = { .family = "",
					      .given = "",
					      .patronymic = "",
					      .phone = "",
					      .email = "",
					      .class_name = "",
					      .position = "",
					      .place = "" };
	const struct consent_row *row = signer_find(w->data, w->id);
	const struct person *p = row ? &row->person : &nobody;

	if (w->id && !row)
		return err_set(RC_NOT_FOUND, _("This person takes no part in the year."));
	if (row && w->all && row->mark[kind - 1].state == CONSENT_STANDS)
		return err_set(RC_NOT_FOUND, _("All have signed it: there is nothing to print. For "
					       "one person it can still be made."));
	paper_person(w, s, "name|фио", p);
	scope_text(s, "class|класс", p->class_name);
	scope_text(s, "place|кто", row ? person_class_or_position(p) : "");
	scope_date(s, "birth|дата_рождения", date_whole((int)p->birth) ? p->birth : DATE_NONE);
	scope_text(s, "phone|телефон", p->phone);
	scope_text(s, "email|почта", p->email);
	paper_name(s, "representative|представитель", row ? row->representative : "");
	return RC_OK;
}

static enum rc part_fill(const struct paper_work *w, struct scope *s)
{
	return sheet_fill(w, s, CONSENT_TAKE_PART);
}

static enum rc data_fill(const struct paper_work *w, struct scope *s)
{
	return sheet_fill(w, s, CONSENT_DATA);
}

static enum rc publish_fill(const struct paper_work *w, struct scope *s)
{
	/* Russian whatever the interface speaks: it stands in a paper. */
	static const char *const what[] = { "фамилия, имя, отчество",
					    "класс (место работы, учёбы, должность)",
					    "фотографии и видео с моим (его, её) изображением",
					    "участие в программе, результаты, награды",
					    "рассказ о работе пары (кейс), цитаты" };
	struct scope_table *table = scope_table(s, "publish|публикация");

	for (size_t i = 0; i < sizeof(what) / sizeof(what[0]); i++)
		scope_text(scope_row(table), "what|что", what[i]);
	return sheet_fill(w, s, CONSENT_PUBLISH);
}

#define SHEET(sheet, words, whom, filler)                                                  \
	{                                                                                  \
		.name = (sheet), .title = (words), .stage = 2, .of = (whom),               \
		.flags = PAPER_ODT | PAPER_BLANK, .begin = signers_begin, .fill = (filler) \
	}

static const struct paper rows[] = {
	SHEET("application_pupil", N_("Application to take part: a pupil, by the representative"),
	      &of_pupil, part_fill),
	SHEET("application_adult", N_("Application to take part: an adult"), &of_adult, part_fill),
	SHEET("consent_data_pupil",
	      N_("Consent to data processing: a pupil, by the representative"), &of_pupil,
	      data_fill),
	SHEET("consent_data_adult", N_("Consent to data processing: an adult"), &of_adult,
	      data_fill),
	SHEET("consent_publish_pupil", N_("Consent to publication: a pupil, by the representative"),
	      &of_pupil, publish_fill),
	SHEET("consent_publish_adult", N_("Consent to publication: an adult"), &of_adult,
	      publish_fill),
};

const struct papers consents_papers = PAPERS(rows);
