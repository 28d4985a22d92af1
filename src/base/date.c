#include "nastavnik/base/date.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "nastavnik/base/utf8.h"

enum { YEAR_MIN = 1900, YEAR_MAX = 2199 };

int date_year(int date)
{
	return date / 10000;
}

int date_month(int date)
{
	return date / 100 % 100;
}

int date_day(int date)
{
	return date % 100;
}

static int month_length(int year, int month)
{
	static const int length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return length[month - 1] + (month == 2 && leap);
}

bool date_whole(int date)
{
	int year = date_year(date), month = date_month(date), day = date_day(date);

	return year >= YEAR_MIN && year <= YEAR_MAX && month >= 1 && month <= 12 && day >= 1 &&
	       day <= month_length(year, month);
}

bool date_valid(int date)
{
	int year = date_year(date);

	return date_whole(date) || (date % 10000 == 0 && year >= YEAR_MIN && year <= YEAR_MAX);
}

int date_make(int year, int month, int day)
{
	int date;

	if (year < YEAR_MIN || year > YEAR_MAX || month < 0 || month > 12 || day < 0 || day > 31)
		return DATE_NONE;
	date = year * 10000 + month * 100 + day;
	return date_valid(date) ? date : DATE_NONE;
}

char *date_format(int date, char buf[DATE_SIZE])
{
	unsigned year = (unsigned)date_year(date) % 10000;

	if (date == DATE_NONE)
		buf[0] = '\0';
	else if (date % 10000 == 0)
		snprintf(buf, DATE_SIZE, "%04u", year);
	else
		snprintf(buf, DATE_SIZE, "%02u.%02u.%04u", (unsigned)date_day(date),
			 (unsigned)date_month(date), year);
	return buf;
}

/* Days since 1 March of the year 0, and back: years that begin in March end with the leap day.
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
static int days_of(int date)
{
	int month = date_month(date), year = date_year(date) - (month <= 2);
	int era = year / 400, of_era = year % 400;
	int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date_day(date) - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

static int date_of_days(int days)
{
	int era = days / 146097, of_era = days % 146097;
	int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * year + year / 4 - year / 100);
	int month = (5 * of_year + 2) / 153;
	int day = of_year - (153 * month + 2) / 5 + 1;

	month += month < 10 ? 3 : -9;
	return date_make(era * 400 + year + (month <= 2), month, day);
}

int date_add_days(int date, int days)
{
	int sum;

	if (!date_whole(date) || days > 200 * 366 * 2 || days < -200 * 366 * 2)
		return DATE_NONE;
	sum = days_of(date) + days;
	return sum > 0 ? date_of_days(sum) : DATE_NONE;
}

int date_weekday(int date)
{
	return date_whole(date) ? (days_of(date) + 2) % 7 + 1 : 0;
}

int date_add_months(int date, int months)
{
	int month;

	if (!date_whole(date) || months > 200 * 12 * 2 || months < -200 * 12 * 2)
		return DATE_NONE;
	month = date_year(date) * 12 + date_month(date) - 1 + months;
	return date_make(month / 12, month % 12 + 1, 1);
}

int date_age(int birth, int on)
{
	int age = date_year(on) - date_year(birth);

	if (!date_valid(birth) || !date_valid(on))
		return -1;
	if (date_whole(birth) && date_whole(on) && on % 10000 < birth % 10000)
		age--;
	return age < 0 ? -1 : age;
}

int date_days(int from, int to)
{
	return date_whole(from) && date_whole(to) ? days_of(to) - days_of(from) : 0;
}

/*
 * Reading. The text is folded first, so that months, "г." and spaces have one form; then it is cut
 * into numbers, words and marks.
 */

static int two_digit_year(int year)
{
	return year < 50 ? 2000 + year : 1900 + year;
}

/* A number of at most four digits; *digits says how many there were, 0 for none. */
static int take_number(const char **at, int *digits)
{
	int value = 0, n = 0;

	for (; isdigit((unsigned char)**at) && n < 5; n++, (*at)++)
		value = value * 10 + (**at - '0');
	*digits = n;
	return value;
}

static void skip_spaces(const char **at)
{
	while (**at == ' ')
		(*at)++;
}

static bool take_word(const char **at, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(*at, word, n) != 0)
		return false;
	*at += n;
	return true;
}

/* 1…12 by the month's name: «сентября», «сентябрь», or cut short from three letters on: «сен.» */
static int take_month(const char **at)
{
	static const char *const names[][2] = {
		{ "января", "январь" },   { "февраля", "февраль" }, { "марта", "март" },
		{ "апреля", "апрель" },   { "мая", "май" },         { "июня", "июнь" },
		{ "июля", "июль" },       { "августа", "август" },  { "сентября", "сентябрь" },
		{ "октября", "октябрь" }, { "ноября", "ноябрь" },   { "декабря", "декабрь" },
	};
	const char *word = *at;
	size_t n = 0;

	while ((unsigned char)word[n] >= 0x80)
		n++;
	for (int i = 0; n >= strlen("янв") && i < 12; i++) {
		if (strncmp(word, names[i][0], n) != 0 &&
		    (n != strlen(names[i][1]) || strncmp(word, names[i][1], n) != 0))
			continue;
		*at += n + (word[n] == '.');
		return i + 1;
	}
	return 0;
}

/* What may stand behind a date: «г.», «г.р.», «год», «года», «года рождения». */
static void skip_year_word(const char **at)
{
	static const char *const words[] = { "года рождения", "год рождения", "года", "год",
					     "г.р.",          "г. р.",        "г.",   "г" };

	skip_spaces(at);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (take_word(at, words[i]))
			break;
	skip_spaces(at);
}

/* A time of day behind a date, as spreadsheets write it: «0:00», "T10:00:00.000Z". */
static void skip_time(const char **at)
{
	const char *start = *at, *end;

	skip_spaces(at);
	take_word(at, "t");
	if (!isdigit((unsigned char)**at)) {
		*at = start;
		return;
	}
	end = *at + strspn(*at, "0123456789:.+z");
	*at = memchr(*at, ':', (size_t)(end - *at)) ? end : start;
}

static bool is_mark(char c)
{
	return c == '.' || c == '/' || c == '-' || c == ',';
}

/* «1 сентября 2026» behind its first number. */
static int words_date(const char **at, int day)
{
	int month = take_month(at), digits, year;

	skip_spaces(at);
	year = take_number(at, &digits);
	if (!month || day < 1)
		return DATE_NONE;
	if (digits == 2)
		year = two_digit_year(year);
	return digits == 2 || digits == 4 ? date_make(year, month, day) : DATE_NONE;
}

/* 01.09.2026, 1/9/26, 2026-09-01 behind the first number and at its mark. */
static int marks_date(const char **at, int first, int first_digits)
{
	int second, third, second_digits, third_digits;
	char mark = *(*at)++;

	skip_spaces(at);
	second = take_number(at, &second_digits);
	if (!second_digits || second_digits > 2 || second < 1 || **at != mark)
		return DATE_NONE;
	(*at)++;
	skip_spaces(at);
	third = take_number(at, &third_digits);
	if (third_digits < 1 || first < 1 || third < (third_digits < 4 ? 0 : 1))
		return DATE_NONE;
	if (first_digits == 4 && third_digits <= 2 && third > 0)
		return date_make(first, second, third);
	if (first_digits > 2)
		return DATE_NONE;
	if (third_digits == 2)
		return date_make(two_digit_year(third), second, first);
	return third_digits == 4 ? date_make(third, second, first) : DATE_NONE;
}

static int year_alone(int year, int digits)
{
	return digits == 4 ? date_make(year, 0, 0) : DATE_NONE;
}

/* The date in a folded text; DATE_NONE when there is none. */
static int read_date(const char *at)
{
	int digits, first = take_number(&at, &digits), date;

	if (!digits)
		return DATE_NONE;
	if (is_mark(*at)) {
		date = marks_date(&at, first, digits);
	} else {
		skip_spaces(&at);
		if ((unsigned char)*at >= 0x80 && digits <= 2)
			date = words_date(&at, first);
		else
			date = year_alone(first, digits);
	}
	skip_year_word(&at);
	if (date_whole(date))
		skip_time(&at);
	return *at ? DATE_NONE : date;
}

bool date_parse(const char *text, int *date)
{
	char folded[80];
	int found;

	if (utf8_fold_into(text, folded, sizeof(folded)) >= sizeof(folded) - UTF8_MAX)
		return false;
	found = *folded ? read_date(folded) : DATE_NONE;
	if (*folded && found == DATE_NONE)
		return false;
	*date = found;
	return true;
}

/*
 * The clock.
 */

/* NASTAVNIK_NOW as a broken-down local time; false where it is not set or not such a text. */
static bool fixed_now(struct tm *now)
{
	const char *text = getenv("NASTAVNIK_NOW");

	if (!text || !*text)
		return false;
	*now = (struct tm){ .tm_isdst = -1 };
	return strptime(text, "%Y-%m-%dT%H:%M:%S", now) != NULL;
}

int64_t clock_now(void)
{
	struct tm now;

	return fixed_now(&now) ? (int64_t)mktime(&now) : (int64_t)time(NULL);
}

int date_today(void)
{
	time_t seconds = (time_t)clock_now();
	struct tm now;

	localtime_r(&seconds, &now);
	return date_make(now.tm_year + 1900, now.tm_mon + 1, now.tm_mday);
}

int64_t clock_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

char *clock_format(int64_t seconds, char buf[20])
{
	time_t t = (time_t)seconds;
	struct tm tm;

	localtime_r(&t, &tm);
	if (!strftime(buf, 20, "%d.%m.%Y %H:%M", &tm))
		buf[0] = '\0';
	return buf;
}
