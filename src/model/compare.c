#include "nastavnik/model/compare.h"

#include "nastavnik/base/field.h"
#include "nastavnik/base/i18n.h"

/* Rounded; nothing of nothing is not known. */
static int64_t ratio(int64_t part, int64_t whole, int64_t scale)
{
	return whole > 0 ? (part * scale + whole / 2) / whole : FIELD_NOTHING;
}

static int64_t people(const struct year_numbers *y)
{
	return y->people;
}

static int64_t fresh(const struct year_numbers *y)
{
	return y->fresh;
}

static int64_t returning(const struct year_numbers *y)
{
	return y->people - y->fresh;
}

static int64_t mentees(const struct year_numbers *y)
{
	return y->mentees;
}

static int64_t mentors(const struct year_numbers *y)
{
	return y->mentors;
}

static int64_t grown(const struct year_numbers *y)
{
	return y->grown;
}

static int64_t coverage(const struct year_numbers *y)
{
	return ratio(y->pupils_part, y->pupils, 1000);
}

static int64_t bonds(const struct year_numbers *y)
{
	return y->bonds;
}

static int64_t pairs(const struct year_numbers *y)
{
	return y->pairs;
}

static int64_t reached(const struct year_numbers *y)
{
	return y->at_work ? FIELD_NOTHING : y->reached; /* it is not known yet */
}

static int64_t reached_share(const struct year_numbers *y)
{
	return y->at_work ? FIELD_NOTHING : ratio(y->reached, y->pairs, 1000);
}

static int64_t groups(const struct year_numbers *y)
{
	return y->groups;
}

static int64_t meetings(const struct year_numbers *y)
{
	return y->meetings;
}

static int64_t meetings_each(const struct year_numbers *y)
{
	return ratio(y->meetings, y->bonds, 10);
}

static int64_t satisfaction(const struct year_numbers *y)
{
	return ratio(y->feedback_marks, y->feedback, 10);
}

static int64_t awards(const struct year_numbers *y)
{
	return y->awards;
}

const struct compare_row compare_rows[] = {
	{ .name = N_("Took part"),
	  .help = N_("Persons in the two bases; whoever stands in both counts once."),
	  .value = people },
	{ .name = N_("for the first time"),
	  .help = N_("Who took part in no earlier year of the file."),
	  .under = true,
	  .value = fresh },
	{ .name = N_("took part before"),
	  .help = N_("Who took part in an earlier year too, in either role."),
	  .under = true,
	  .value = returning },
	{ .name = N_("Mentees"), .help = N_("Persons in the base of mentees."), .value = mentees },
	{ .name = N_("Mentors"), .help = N_("Persons in the base of mentors."), .value = mentors },
	{ .name = N_("were mentees before"),
	  .help = N_("Mentors who were mentees in an earlier year."),
	  .under = true,
	  .value = grown },
	{ .name = N_("Coverage of pupils"),
	  .help = N_("Pupils who are mentees, of all pupils of the school's list or of the number "
		     "typed in “Head counts”."),
	  .unit = COMPARE_SHARE,
	  .value = coverage },
	{ .name = N_("Pairs and groups formed"),
	  .help = N_("A mentor with one mentee or with several."),
	  .value = bonds },
	{ .name = N_("of them groups"),
	  .help = N_("One mentor with several mentees."),
	  .under = true,
	  .value = groups },
	{ .name = N_("Mentees in them"),
	  .help = N_("Whoever was in two pairs counts in both."),
	  .value = pairs },
	{ .name = N_("reached the end"),
	  .help = N_("Not ended before the last day of the pairs' term; or marked as having gone "
		     "the whole way; – while pairs are at work."),
	  .under = true,
	  .value = reached },
	{ .name = N_("share of them"),
	  .help = N_("Of the mentees in pairs and groups."),
	  .under = true,
	  .unit = COMPARE_SHARE,
	  .value = reached_share },
	{ .name = N_("Meetings"), .help = N_("All meetings written down."), .value = meetings },
	{ .name = N_("per pair or group"),
	  .help = N_("Meetings by pairs and groups, on average."),
	  .under = true,
	  .unit = COMPARE_TENTHS,
	  .value = meetings_each },
	{ .name = N_("Satisfaction, 1 to 10"),
	  .help = N_("The mean of the marks in the feedback, as the program works it out; – where "
		     "there is none."),
	  .unit = COMPARE_TENTHS,
	  .value = satisfaction },
	{ .name = N_("Awards"), .help = N_("Awards decided on."), .value = awards },
};
const size_t compare_count = sizeof(compare_rows) / sizeof(compare_rows[0]);
