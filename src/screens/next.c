#include "next.h"

#include <assert.h>
#include <string.h>

#include "nastavnik/app/calendar.h"
#include "nastavnik/app/disputes.h"
#include "nastavnik/app/interviews.h"
#include "nastavnik/app/pairs.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/app/work.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/outcome.h"
#include "nastavnik/store/read/draft.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/read/school.h"
#include "nastavnik/store/read/task.h"
#include "screens.h"
#include "stages.h"

static const struct base_arg without_topics = { .lack = LACK_TOPICS };
static const struct base_arg without_pair = { .lack = LACK_PAIR };
static const struct consents_arg mentees_unsigned = { .show = CONSENTS_WITHOUT,
						      .role = ROLE_MENTEE };
static const struct consents_arg mentors_unsigned = { .show = CONSENTS_WITHOUT,
						      .role = ROLE_MENTOR };
/* To the processing of personal data. */
static const struct consents_arg mentees_unprocessed = { .show = CONSENTS_WITHOUT + 1,
							 .role = ROLE_MENTEE };
static const struct consents_arg mentors_unprocessed = { .show = CONSENTS_WITHOUT + 1,
							 .role = ROLE_MENTOR };

static enum rc nobody_there(struct frame *f, const struct board *b, int64_t *n)
{
	(void)f;
	*n = !b->anybody;
	return RC_OK;
}

static enum rc no_mentees(struct frame *f, const struct board *b, int64_t *n)
{
	(void)f;
	*n = b->anybody && !b->mentees;
	return RC_OK;
}

static enum rc no_mentors(struct frame *f, const struct board *b, int64_t *n)
{
	(void)f;
	*n = b->anybody && !b->mentors;
	return RC_OK;
}

/* Mentees whom no mentor with a free place suits. */
static enum rc nobody_suits(struct frame *f, const struct board *b, int64_t *n)
{
	struct pairs *pairs;
	enum rc rc;

	if (!b->mentees_without_pair || !b->mentors)
		return RC_OK;
	rc = pairs_open(desk_app(f), &pairs);
	if (rc != RC_OK)
		return rc;
	*n = pairs_facts(pairs)->nobody;
	pairs_close(pairs);
	return RC_OK;
}

/* The number of a proposal that waits for its order. */
static enum rc proposal_waits(struct frame *f, const struct board *b, int64_t *n)
{
	(void)f;
	if (b->proposal_pairs && !b->proposal_confirmed)
		*n = b->proposal_number;
	return RC_OK;
}

static enum rc pairs_possible(struct frame *f, const struct board *b, int64_t *n)
{
	(void)f;
	*n = b->mentees && b->mentors && !b->proposal_pairs && !b->members;
	return RC_OK;
}

/* Forms left half filled, as when the power went. */
static enum rc half_filled(struct frame *f, const struct board *b, int64_t *n)
{
	struct drafts drafts;
	enum rc rc = draft_list(desk_store(f), &f->fresh, &drafts);

	(void)b;
	if (rc == RC_OK && !*app_change_why(desk_app(f)))
		*n = (int64_t)drafts.n;
	return rc;
}

/* What stands in the calendar from today to the same day of the next week. */
static enum rc this_week(struct frame *f, const struct board *b, int64_t *n)
{
	int today = date_today();
	struct calendar_items items = { 0 };
	enum rc rc =
		calendar_items_load(desk_app(f), &f->fresh, today, date_add_days(today, 6),
				    CALENDAR_ALL & ~CALENDAR_BIT(CALENDAR_HELD), false, &items);

	(void)b;
	for (size_t i = 0; i < items.n; i++)
		*n += !items.row[i].done;
	return rc;
}

/* Nominees on whom nobody has decided. */
static enum rc undecided(struct frame *f, const struct board *b, int64_t *n)
{
	struct records awards;
	enum rc rc = record_list(desk_store(f), &f->fresh, &award_type, desk_year(f), &awards);

	(void)b;
	for (size_t i = 0; rc == RC_OK && i < awards.n; i++)
		*n += ((const struct award *)record_at(&award_type, &awards, i))->decided ==
		      AWARD_NOMINEE;
	return rc;
}

/* Of the questionnaires whose sheets are being typed; one of which there is none yet does not nag.
 */
static enum rc sheets_missing(struct frame *f, const struct board *b, int64_t *n)
{
	struct survey_states all;
	enum rc rc = surveys_load(desk_app(f), &f->fresh, &all);

	(void)b;
	for (size_t i = 0; rc == RC_OK && i < all.n; i++)
		if (all.row[i].entered.people && !all.row[i].survey.hidden &&
		    all.row[i].entered.people < all.row[i].asked)
			*n += all.row[i].asked - all.row[i].entered.people;
	return rc;
}

#define BOARD(member) offsetof(struct board, member)

/* A school that asks for none is not told of any. */
static enum rc entries_missing(struct frame *f, const struct board *b, int64_t *n)
{
	(void)f;
	if (b->entries)
		*n = b->mentees + b->mentors - b->entries;
	return RC_OK;
}

/* Pairs were formed, and these are left over or are new since. */
static enum rc left_over(struct frame *f, const struct board *b, int64_t *n)
{
	(void)f;
	if (b->members && (!b->proposal_pairs || b->proposal_confirmed))
		*n = b->mentees_without_pair;
	return RC_OK;
}

static enum rc pairs_behind(struct frame *f, const struct board *b, int64_t *n)
{
	struct work_desk desk;
	struct behind_rows rows;
	enum rc rc;

	if (!b->members)
		return RC_OK;
	rc = work_desk_load(desk_app(f), &f->fresh, &desk);
	if (rc != RC_OK)
		return rc;
	behind_list(desk_app(f), &f->fresh, &desk, &rows);
	*n = (int64_t)rows.n;
	return RC_OK;
}

/* Diaries of the newest month whose day has passed. */
static enum rc diaries_missing(struct frame *f, const struct board *b, int64_t *n)
{
	struct work_desk desk;
	enum rc rc;

	if (!b->members)
		return RC_OK;
	rc = work_desk_load(desk_app(f), &f->fresh, &desk);
	if (rc != RC_OK)
		return rc;
	*n = diary_month_count(desk_app(f), &desk).owed;
	return RC_OK;
}

/* Pairs whose term is over and who have no result yet. */
static enum rc term_over(struct frame *f, const struct board *b, int64_t *n)
{
	if (app_year(desk_app(f))->bond_to < date_today())
		*n = b->members;
	return RC_OK;
}

/* The newest year of the file is over. */
static enum rc year_over(struct frame *f, const struct board *b, int64_t *n)
{
	struct year newest;
	enum rc rc = year_get(desk_store(f), &f->fresh, 0, &newest);

	if (rc == RC_OK)
		*n = b->anybody && newest.year == desk_year(f) &&
		     newest.year < year_of(date_today());
	return rc;
}

/* Years that are over and can still be changed by mistake; the one worked on says so itself. */
static enum rc years_unclosed(struct frame *f, const struct board *b, int64_t *n)
{
	struct years years;
	enum rc rc = year_list(desk_store(f), &f->fresh, &years);

	(void)b;
	for (size_t i = 0; rc == RC_OK && i < years.n; i++)
		*n += !years.row[i].closed && years.row[i].year < desk_year(f) &&
		      years.row[i].year < year_of(date_today());
	return rc;
}

/* What the papers print of the school and nobody has written yet. */
static enum rc school_lacks(struct frame *f, const struct board *b, int64_t *n)
{
	const struct school *school = app_school(desk_app(f));

	(void)b;
	*n = !*school->town + !*school->director + !*school->curator;
	return RC_OK;
}

/* Mentors who were talked with, and nobody has written what came of it. */
static enum rc interviews_undecided(struct frame *f, const struct board *b, int64_t *n)
{
	struct interview_rows rows;
	enum rc rc = interviews_load(desk_app(f), &f->fresh, &rows);

	(void)b;
	for (size_t i = 0; rc == RC_OK && i < rows.n; i++) {
		bool decided = false;

		for (size_t k = 0; k < rows.row[i].n; k++)
			decided = decided || rows.row[i].sheet[k].decision;
		*n += !decided;
	}
	return rc;
}

static enum rc order_unregistered(struct frame *f, const struct board *b, int64_t *n)
{
	const struct year *year = app_year(desk_app(f));

	*n = b->members && (!*year->order_number || !year->order_date);
	return RC_OK;
}

/* The step that says it was approved is not ticked. */
static enum rc roadmap_open(struct frame *f, const struct board *b, int64_t *n)
{
	struct tasks tasks;
	enum rc rc = task_list(desk_store(f), &f->fresh, desk_year(f), 1, &tasks);

	for (size_t i = 0; rc == RC_OK && i < tasks.n && b->anybody; i++)
		*n += !strcmp(tasks.row[i].code, "roadmap") && !tasks.row[i].done_on &&
		      !tasks.row[i].optional;
	return rc;
}

static enum rc steps_overdue(struct frame *f, const struct board *b, int64_t *n)
{
	struct tasks tasks;
	enum rc rc = task_list(desk_store(f), &f->fresh, desk_year(f), 0, &tasks);
	int today = date_today();

	(void)b;
	for (size_t i = 0; rc == RC_OK && i < tasks.n; i++)
		*n += task_overdue(&tasks.row[i], today);
	return rc;
}

static enum rc answers_differ(struct frame *f, const struct board *b, int64_t *n)
{
	(void)b;
	return disputes_count(desk_app(f), n);
}

const struct next_row next_rows[] = {
	{ .text = { NN_("%lld form was left half filled", "%lld forms were left half filled") },
	  .find = half_filled,
	  .where = "",
	  .open = &drafts_view },
	{ .text = { NN_("Answers differ on %lld sheet: the paper decides",
			"Answers differ on %lld sheets: the paper decides") },
	  .find = answers_differ,
	  .where = N_("questionnaires"),
	  .open = &disputes_view },
	{ .text = { N_("This school year is over: open the next one with these people") },
	  .find = year_over,
	  .where = "",
	  .open = &years_view },
	{ .text = { NN_("The term of %lld pair is over: close it with its result",
			"The term of %lld pairs is over: close them with their results") },
	  .find = term_over,
	  .where = N_("stage 7"),
	  .open = &bonds_view },
	{ .text = { NN_("In the next seven days: %lld entry of the calendar",
			"In the next seven days: %lld entries of the calendar") },
	  .find = this_week,
	  .where = N_("calendar"),
	  .open = &calendar_view,
	  .quiet = true },
	{ .text = { N_("Begin with the school's list: bring in the class lists") },
	  .find = nobody_there,
	  .where = "",
	  .open = &import_view },
	{ .text = { N_("No mentees yet: bring in the table of requests or add them by hand") },
	  .find = no_mentees,
	  .where = N_("stage 2"),
	  .open = &mentees_view },
	{ .text = { N_("No mentors yet: bring in their table or add them by hand") },
	  .find = no_mentors,
	  .where = N_("stage 3"),
	  .open = &mentors_view },
	{ .text = { NN_("%lld mentee without a request", "%lld mentees without a request") },
	  .count = BOARD(mentees_without_topic),
	  .where = N_("stage 2"),
	  .open = &mentees_view,
	  .arg = &without_topics },
	{ .text = { NN_("%lld mentee without a consent", "%lld mentees without a consent") },
	  .count = BOARD(mentees_without_consent),
	  .where = N_("stage 2"),
	  .open = &consents_view,
	  .arg = &mentees_unsigned },
	{ .text = { NN_("%lld mentee without a consent to data processing",
			"%lld mentees without a consent to data processing") },
	  .count = BOARD(mentees_without_data_consent),
	  .where = N_("stage 2"),
	  .open = &consents_view,
	  .arg = &mentees_unprocessed },
	{ .text = { NN_("%lld entry questionnaire is not handed in yet",
			"%lld entry questionnaires are not handed in yet") },
	  .find = entries_missing,
	  .where = N_("stage 2"),
	  .open = &entry_sheets_view,
	  .quiet = true },
	{ .text = { NN_("%lld mentor without competences", "%lld mentors without competences") },
	  .count = BOARD(mentors_without_topic),
	  .where = N_("stage 3"),
	  .open = &mentors_view,
	  .arg = &without_topics },
	{ .text = { NN_("%lld mentor without a consent", "%lld mentors without a consent") },
	  .count = BOARD(mentors_without_consent),
	  .where = N_("stage 3"),
	  .open = &consents_view,
	  .arg = &mentors_unsigned },
	{ .text = { NN_("%lld mentor without a consent to data processing",
			"%lld mentors without a consent to data processing") },
	  .count = BOARD(mentors_without_data_consent),
	  .where = N_("stage 3"),
	  .open = &consents_view,
	  .arg = &mentors_unprocessed },
	{ .text = { NN_("An interview with %lld mentor has no decision yet",
			"Interviews with %lld mentors have no decision yet") },
	  .find = interviews_undecided,
	  .where = N_("stage 4"),
	  .open = &interviews_view,
	  .quiet = true },
	{ .text = { NN_("%lld mentee whom nobody suits yet",
			"%lld mentees whom nobody suits yet") },
	  .find = nobody_suits,
	  .where = N_("stage 5"),
	  .open = &ready_view,
	  .costly = true },
	{ .text = { N_("Proposal %lld is not confirmed yet") },
	  .find = proposal_waits,
	  .where = N_("stage 5"),
	  .open = &pairs_view },
	{ .text = { N_("Mentees and mentors are there: pairs can be formed") },
	  .find = pairs_possible,
	  .where = N_("stage 5"),
	  .open = &pairs_view },
	{ .text = { NN_("%lld mentee is still without a pair",
			"%lld mentees are still without a pair") },
	  .find = left_over,
	  .where = N_("stage 5"),
	  .open = &mentees_view,
	  .arg = &without_pair },
	{ .text = { NN_("%lld pair has neither programme nor plan: F9 fills them",
			"%lld pairs have neither programme nor plan: F9 fills them") },
	  .count = BOARD(bonds_without_plan),
	  .where = N_("stage 6"),
	  .open = &bonds_view,
	  .quiet = true },
	{ .text = { NN_("%lld pair is behind: meetings, diaries",
			"%lld pairs are behind: meetings, diaries") },
	  .find = pairs_behind,
	  .where = N_("stage 6"),
	  .open = &behind_view },
	{ .text = { NN_("%lld diary of last month was not handed in",
			"%lld diaries of last month were not handed in") },
	  .find = diaries_missing,
	  .where = N_("stage 6"),
	  .open = &diaries_view },
	{ .text = { NN_("Questionnaires: %lld sheet is still to be entered",
			"Questionnaires: %lld sheets are still to be entered") },
	  .find = sheets_missing,
	  .where = N_("questionnaires"),
	  .open = &unanswered_view,
	  .quiet = true },
	{ .text = { NN_("%lld past school year is not closed",
			"%lld past school years are not closed") },
	  .find = years_unclosed,
	  .where = N_("stage 7"),
	  .open = &years_view,
	  .quiet = true },
	{ .text = { NN_("%lld nominee waits for the decision",
			"%lld nominees wait for the decision") },
	  .find = undecided,
	  .where = N_("stage 7"),
	  .open = &awards_view,
	  .quiet = true },
	{ .text = { NN_("Of the school %lld field that papers print is empty",
			"Of the school %lld fields that papers print are empty") },
	  .find = school_lacks,
	  .where = N_("stage 1"),
	  .open = &school_view,
	  .quiet = true },
	{ .text = { N_("The order has no number or date yet: the secretary gives them") },
	  .find = order_unregistered,
	  .where = N_("papers"),
	  .open = &paper_facts_view,
	  .quiet = true },
	{ .text = { N_("The roadmap of the year is not approved yet: look through it, print it") },
	  .find = roadmap_open,
	  .where = N_("stage 1"),
	  .open = &roadmap_view,
	  .quiet = true },
	{ .text = { NN_("%lld step of the stages is past its term",
			"%lld steps of the stages are past their term") },
	  .find = steps_overdue,
	  .where = N_("steps"),
	  .open = &stage_view,
	  .arg = &stage_numbers[0],
	  .quiet = true },
};
const size_t next_count = sizeof(next_rows) / sizeof(next_rows[0]);

static_assert(sizeof(next_rows) / sizeof(next_rows[0]) <= NEXT_MAX, "home.c keeps their counts");

const char *next_text(struct arena *a, const struct next_row *row, int64_t n)
{
	static const char number[] = "%lld";
	const char *text = row->text[1] ? text_count(row->text[0], row->text[1], (unsigned long)n)
					: text_of(row->text[0]);
	const char *at = strstr(text, number);

	if (!at)
		return text;
	return arena_printf(a, "%.*s%lld%s", (int)(at - text), text, (long long)n,
			    at + strlen(number));
}
