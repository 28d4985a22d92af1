/* Is it the same person? design: folded name and birth date, else the class. */
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"
#include "nastavnik/model/person.h"

enum { KEY_SIZE = 256 };

size_t person_name_key(const struct person *p, char *buf, size_t size)
{
	size_t n = utf8_fold_into(p->family, buf, size);

	if (n + 1 >= size)
		return n;
	buf[n++] = ' ';
	utf8_fold_into(p->given, buf + n, size - n);
	n += strcspn(buf + n, " ");
	buf[n] = '\0';
	return n;
}

static bool same_text(const char *a, const char *b)
{
	char fold_a[KEY_SIZE], fold_b[KEY_SIZE];

	if (strcmp(a, b) == 0)
		return true;
	utf8_fold_into(a, fold_a, sizeof(fold_a));
	utf8_fold_into(b, fold_b, sizeof(fold_b));
	return strcmp(fold_a, fold_b) == 0;
}

/* What one piece of evidence says. */
enum says { SAYS_NOTHING, SAYS_NO, SAYS_DOUBT, SAYS_YEAR, SAYS_YES };

static enum says birth_says(int64_t a, int64_t b)
{
	if (a == DATE_NONE || b == DATE_NONE)
		return SAYS_NOTHING;
	if (date_year((int)a) != date_year((int)b))
		return SAYS_NO;
	if (date_month((int)a) == 0 || date_month((int)b) == 0)
		return SAYS_YEAR;
	return a == b ? SAYS_YES : SAYS_NO;
}

static enum says class_says(const struct person *old, const struct person *fresh, int64_t year)
{
	const char *a = old->class_name, *b = fresh->class_name;

	if (*a == '\0' || *b == '\0' || old->year == 0)
		return SAYS_NOTHING;
	if (old->year == year)
		return class_same(a, b) ? SAYS_YES : SAYS_DOUBT;
	if (old->year == year - 1)
		return class_next(a, b) ? SAYS_YES : SAYS_DOUBT;
	if (old->year == year + 1)
		return class_next(b, a) ? SAYS_YES : SAYS_DOUBT;
	return SAYS_DOUBT;
}

static enum person_kind kind_of(const struct person *p)
{
	if (p->kind == KIND_UNKNOWN && class_grade(p->class_name) != 0)
		return KIND_PUPIL;
	return (enum person_kind)p->kind;
}

/* Do both say what they are, and not the same? */
static bool kinds_differ(const struct person *a, const struct person *b)
{
	enum person_kind of_a = kind_of(a), of_b = kind_of(b);

	return of_a != KIND_UNKNOWN && of_b != KIND_UNKNOWN && of_a != of_b;
}

/* Pupils of one year are nobody's teachers or parents in it. */
static bool kinds_exclude(const struct person *old, const struct person *fresh, int64_t year)
{
	return old->year == year && kinds_differ(old, fresh) &&
	       (kind_of(old) == KIND_PUPIL || kind_of(fresh) == KIND_PUPIL);
}

/*
 * People without class and birth date, as staff are in most tables: a full name with the patronymic
 * says enough; of pupils only within the year, for next year's namesake would be in no class
 * either.
 */
static bool full_name_says(const struct person *old, const struct person *fresh, int64_t year)
{
	if (*old->class_name != '\0' || *fresh->class_name != '\0')
		return false;
	if (*old->patronymic == '\0' || *fresh->patronymic == '\0')
		return false;
	return old->year == year || (kind_of(old) != KIND_PUPIL && kind_of(fresh) != KIND_PUPIL);
}

static bool contact_says(const struct person *a, const struct person *b)
{
	if (*a->email != '\0' && same_text(a->email, b->email))
		return true;
	return *a->phone != '\0' && same_text(a->phone, b->phone);
}

/* All names behind the family name, folded: tables cut «Тхи Ань» differently. */
static void names_fold(const struct person *p, char buf[KEY_SIZE])
{
	size_t n = utf8_fold_into(p->given, buf, KEY_SIZE - 1);

	if (*p->patronymic == '\0')
		return;
	buf[n++] = ' ';
	utf8_fold_into(p->patronymic, buf + n, KEY_SIZE - n);
}

static bool same_names_cut_elsewhere(const struct person *a, const struct person *b)
{
	char fold_a[KEY_SIZE], fold_b[KEY_SIZE];

	names_fold(a, fold_a);
	names_fold(b, fold_b);
	return strcmp(fold_a, fold_b) == 0;
}

static bool same_name(const struct person *a, const struct person *b)
{
	if (!same_text(a->family, b->family))
		return false;
	if (!same_text(a->given, b->given))
		return same_names_cut_elsewhere(a, b);
	return *a->patronymic == '\0' || *b->patronymic == '\0' ||
	       same_text(a->patronymic, b->patronymic);
}

/* What is said where neither birth date nor class decides. */
static bool rest_says(const struct person *old, const struct person *fresh, int64_t year)
{
	if (kinds_differ(old, fresh))
		return false;
	return full_name_says(old, fresh, year) || contact_says(old, fresh);
}

enum same person_same(const struct person *old, const struct person *fresh, int64_t year)
{
	enum says birth, class_;

	if (!same_name(old, fresh))
		return SAME_NO;
	birth = birth_says(old->birth, fresh->birth);
	if (birth == SAYS_NO)
		return SAME_NO;
	if (birth == SAYS_YES)
		return SAME_YES;
	if (kinds_exclude(old, fresh, year))
		return SAME_NO;
	class_ = class_says(old, fresh, year);
	if (class_ == SAYS_YES)
		return SAME_YES;
	if (birth == SAYS_YEAR)
		return class_ == SAYS_DOUBT ? SAME_MAYBE : SAME_YES;
	return rest_says(old, fresh, year) ? SAME_YES : SAME_MAYBE;
}
