/*
 * Dates: an int YYYYMMDD, so that order is time. 20110000 is "the year 2011, day not known"; 0 is
 * no date. Years 1900…2199. Shown and typed as ДД.ММ.ГГГГ.
 */
#ifndef NASTAVNIK_BASE_DATE_H
#define NASTAVNIK_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DATE_NONE = 0, DATE_SIZE = 11 }; /* room for ДД.ММ.ГГГГ and NUL */

/* Reads 01.09.2026, 1.9.26, 1/9/2026, 2026-09-01 (also with a time behind), «1 сентября 2026 г.»
 * and 2011 (a year alone). Two-digit years: 00…49 are 20xx, 50…99 are 19xx. False, and *date
 * unchanged, when the text is no such date or the day is not in the calendar. An empty text gives
 * DATE_NONE. */
bool date_parse(const char *text, int *date);
/* Is it a day of the calendar, or a year alone, in 1900…2199? DATE_NONE is not. */
bool date_valid(int date);
/* Is the day known too? */
bool date_whole(int date);
/* ДД.ММ.ГГГГ, a year alone as ГГГГ, DATE_NONE as "". Returns buf. */
char *date_format(int date, char buf[DATE_SIZE]);
/* DATE_NONE when there is no such day; month and day 0 make a year alone. */
int date_make(int year, int month, int day);
int date_year(int date);  /* 0 of DATE_NONE */
int date_month(int date); /* 0 when only the year is known */
int date_day(int date);   /* likewise */
/* That many days later, or earlier when negative. DATE_NONE when the date is not whole or the
 * result leaves 1900…2199. */
int date_add_days(int date, int days);
/* 1 Monday … 7 Sunday; 0 of a date that is not whole. */
int date_weekday(int date);
/* The first day of the month that many months later; DATE_NONE as above. */
int date_add_months(int date, int months);
/* Full years between birth and the day `on`; a birth with the year alone counts as 1 January…
 * 31 December: the larger age is given. -1 when either is unknown. */
int date_age(int birth, int on);
/* Days from one whole date to another, negative when it is the earlier one; 0 when one is not. */
int date_days(int from, int to);
/* Today by the local clock, or by NASTAVNIK_NOW (2026-11-22T10:00:00) where it is set. */
int date_today(void);
/* Seconds since 1970, UTC, by the same rule. */
int64_t clock_now(void);
/* Milliseconds of a clock that never goes back; for time-outs and figures only. */
int64_t clock_ms(void);
/* «22.11.2026 10:00» of a clock_now() value, local time. */
char *clock_format(int64_t seconds, char buf[20]);

#endif
