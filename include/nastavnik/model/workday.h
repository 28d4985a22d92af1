/*
 * Days on which a school does not work: weekends and the holidays of article 112 of the labour
 * code. Which days off the government moves in a year, and the school's own holidays, are not known
 * here.
 */
#ifndef NASTAVNIK_MODEL_WORKDAY_H
#define NASTAVNIK_MODEL_WORKDAY_H

/* Which days are free beside the holidays. */
enum rest {
	REST_IGNORED = 1, /* every day will do, holidays too */
	REST_SUNDAY,
	REST_WEEKEND, /* Saturday and Sunday */
};

/* The day itself (a whole date), or the first working day behind it. */
int workday_from(int date, enum rest rest);

#endif
