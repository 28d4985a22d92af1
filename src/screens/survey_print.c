/* F5 of the list of questionnaires: blanks with codes, without, the list of codes, the list itself.
 */
#include "nastavnik/app/blanks.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/list.h"
#include "papers.h"
#include "questionnaires.h"
#include "surveys.h"

enum wanted { PRINT_ALL = 1, PRINT_ONE, PRINT_BLANK, PRINT_CODES, PRINT_LIST };

static struct paper_wish wish_of(struct frame *f, const char *paper)
{
	return (struct paper_wish){ .paper = paper_find(paper),
				    .ids = { desk_id_arg(f, list_current(f)), 1 } };
}

/* Codes first; people NULL: of all who are asked. */
static unsigned coded_open(struct frame *f, const int64_t *person, const char *whom)
{
	struct paper_shown shown = { .wish = wish_of(f, "questionnaire_coded"), .whom = whom };
	size_t given = 0;
	unsigned took;

	if (blanks_prepare(desk_app(f), &survey_current(f)->survey, &given) != RC_OK)
		return ui_fault(f->ui);
	if (person)
		shown.wish.people = (struct ids){ desk_id_arg(f, *person), 1 };
	took = paper_open(f, &shown);
	if (given)
		ui_say(f->ui,
		       ngettext("%zu person has got a code.", "%zu people have got codes.", given),
		       given);
	return took;
}

static unsigned person_picked(struct frame *f, struct ids ids, void *data)
{
	const struct choices *people = data;

	return ids.n ? coded_open(f, &ids.row[0], choice_name(*people, ids.row[0])) : UI_TAKEN;
}

static unsigned person_ask(struct frame *f)
{
	struct choices *people = arena_alloc(&f->arena, sizeof(*people));
	struct respondents all;
	struct choice *choice;

	if (survey_respondents(desk_app(f), &f->arena, &survey_current(f)->survey, &all) != RC_OK)
		return ui_fault(f->ui);
	choice = ARENA_NEW(&f->arena, struct choice, all.n);
	for (size_t i = 0; i < all.n; i++)
		choice[i] = (struct choice){
			.id = all.row[i].participation,
			.code = "",
			.name = arena_printf(&f->arena, "%s%s%s", all.row[i].name,
					     *all.row[i].place ? ", " : "", all.row[i].place),
		};
	*people = (struct choices){ choice, all.n };
	return dialog_pick(f, &(struct picker){ .title = _("For whom is the sheet?"),
						.choices = *people,
						.picked = person_picked,
						.data = people });
}

static unsigned wanted_picked(struct frame *f, struct ids ids, void *data)
{
	struct paper_shown shown = { .whom = survey_current(f)->survey.name };

	(void)data;
	switch (ids.n ? (enum wanted)ids.row[0] : 0) {
	case PRINT_ALL:
		return coded_open(f, NULL, shown.whom);
	case PRINT_ONE:
		return person_ask(f);
	case PRINT_BLANK:
		shown.wish = wish_of(f, "questionnaire");
		return paper_open(f, &shown);
	case PRINT_CODES:
		return paper_show(f, "respondent_codes", 0, "");
	case PRINT_LIST:
		return print_ask(f, EXPORT_COUNT);
	default:
		return UI_TAKEN;
	}
}

static void wanted_add(struct choices *to, struct choice *row, enum wanted what, const char *name)
{
	row[to->n++] = (struct choice){ .id = what, .code = "", .name = name };
	to->row = row;
}

unsigned survey_print(struct frame *f)
{
	const struct survey_state *s = survey_current(f);
	struct choice *row = ARENA_NEW(&f->arena, struct choice, PRINT_LIST);
	struct choices wanted = { 0 };

	if (s->asked) {
		wanted_add(&wanted, row, PRINT_ALL,
			   arena_printf(&f->arena,
					_("Sheets with codes, for all who are asked: %lld"),
					(long long)s->asked));
		wanted_add(&wanted, row, PRINT_ONE, _("A sheet with a code, for one…"));
	}
	wanted_add(&wanted, row, PRINT_BLANK, _("A blank without a code"));
	if (survey_is_by_name(&s->survey))
		wanted_add(&wanted, row, PRINT_CODES, _("List of codes: whose they are"));
	wanted_add(&wanted, row, PRINT_LIST, _("This list of questionnaires"));
	return dialog_pick(f, &(struct picker){ .title = _("What is to be printed?"),
						.choices = wanted,
						.picked = wanted_picked });
}
