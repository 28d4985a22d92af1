#include "nastavnik/model/workday.h"

#include <stdbool.h>
#include <stddef.h>

#include "nastavnik/base/date.h"

enum { SATURDAY = 6, SUNDAY = 7 };

/* Month and day, from … to. */
static const struct {
	int from, to;
} holidays[] = {
	{ 101, 108 }, { 223, 223 }, { 308, 308 },   { 501, 501 },
	{ 509, 509 }, { 612, 612 }, { 1104, 1104 },
};

static bool is_holiday(int date)
{
	int day = date % 10000;

	for (size_t i = 0; i < sizeof(holidays) / sizeof(holidays[0]); i++)
		if (day >= holidays[i].from && day <= holidays[i].to)
			return true;
	return false;
}

static bool is_free(int date, enum rest rest)
{
	return date_weekday(date) >= (rest == REST_SUNDAY ? SUNDAY : SATURDAY) || is_holiday(date);
}

int workday_from(int date, enum rest rest)
{
	while (rest != REST_IGNORED && is_free(date, rest))
		date = date_add_days(date, 1);
	return date;
}
