/* What the programme has come to: the ways to its figures and papers. */
#include <stddef.h>

#include "nastavnik/ui/menu.h"
#include "screens.h"

/* clang-format off */
/* A way to somewhere; a row of one's own screen is one line. */
static const struct way {
	const char *title;       /* msgid */
	const char *status;      /* msgid: a sentence for the status line */
	const struct view *open; /* or */
	const char *paper;       /* of the catalogue, for the whole year */
} ways[] = {
	{ N_("Indicators: start, now, end, targets"), N_("R-145, the school's list, results of the school: counted and typed."), &indicators_view, NULL },
	{ N_("Monitoring report"), N_("Indicators, counts, strengths and weaknesses; without names."), NULL, "monitoring" },
	{ N_("Targets by year"), N_("Without a target an indicator has no verdict."), &targets_view, NULL },
	{ N_("SWOT board"), N_("What the questionnaires come to, in four parts."), &swot_view, NULL },
	{ N_("The curator's cards"), N_("Nine criteria, their sum and the level."), &cards_view, NULL },
	{ N_("Requests from above"), N_("What the municipality asks for: how many, or who, by any fields and days."), &inquiries_view, NULL },
	{ N_("Marks and absences"), N_("Of the mentees, at the start and at the end."), &growth_view, NULL },
	{ N_("Head counts"), N_("Of how many the shares are told: all pupils, novice teachers."), &headcount_view, NULL },
	{ N_("Comparison of the years"), N_("The figures of all years beside each other."), &compare_view, NULL },
	{ N_("Report of the year in numbers"), N_("What was done, stage by stage."), NULL, "year_report" },
};
/* clang-format on */
enum { WAYS = sizeof(ways) / sizeof(ways[0]) };

static enum rc monitoring_load(struct frame *f, struct menu_items *items)
{
	(void)f;
	for (size_t i = 0; i < WAYS; i++)
		menu_add(items, (struct menu_item){ .key = i < 9 ? '1' + (uint32_t)i : 0,
						    .title = text_of(ways[i].title),
						    .status = text_of(ways[i].status),
						    .total = -1,
						    .id = (int64_t)i + 1,
						    .open = ways[i].open });
	return RC_OK;
}

static unsigned monitoring_run(struct frame *f, const struct menu_item *item)
{
	return paper_show(f, ways[item->id - 1].paper, 0, "");
}

static const struct menu_spec monitoring_menu = { .load = monitoring_load, .run = monitoring_run };

const struct view monitoring_view = {
	.name = "monitoring",
	.title = N_("Monitoring"),
	.kind = &menu_kind,
	.spec = &monitoring_menu,
	.help = N_("What the programme has come to: indicators and their targets, results of the "
		   "questionnaires, strengths and weaknesses, the monitoring report and whatever "
		   "the municipality asks for."),
	.place = true,
};
