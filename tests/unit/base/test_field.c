#include <string.h>

#include "nastavnik/base/field.h"
#include "unit.h"

/* A record of every kind of field. */
struct pupil {
	const char *family, *note;
	int64_t hours, grade, birth, form;
	struct ids topics;
	int64_t trained;
};

static enum rc grade_fits_hours(const struct field *f, const void *record)
{
	const struct pupil *p = record;

	(void)f;
	if (p->grade == 1 && p->hours > 10)
		return err_set(RC_INVALID, "Too much for the first class.");
	return RC_OK;
}

enum { FAMILY, NOTE, HOURS, GRADE, BIRTH, BORN_ON, FORM, TOPICS, TRAINED };

#define AT(member) .offset = offsetof(struct pupil, member)

static const struct field rows[] = {
	[FAMILY] = { .name = "family",
		     .label = "Family name",
		     .kind = FIELD_TEXT,
		     AT(family),
		     .flags = FIELD_REQUIRED,
		     .max = 10 },
	[NOTE] = { .name = "note", .label = "Note", .kind = FIELD_LONGTEXT, AT(note) },
	[HOURS] = { .name = "hours",
		    .label = "Hours",
		    .kind = FIELD_NUMBER,
		    AT(hours),
		    .decimals = 1,
		    .min = 5,
		    .max = 400,
		    .check = grade_fits_hours },
	[GRADE] = { .name = "grade", .label = "Grade", .kind = FIELD_NUMBER, AT(grade) },
	[BIRTH] = { .name = "birth",
		    .label = "Born",
		    .kind = FIELD_DATE,
		    AT(birth),
		    .flags = FIELD_YEAR_ALONE,
		    .min = 19500901,
		    .max = 20261231 },
	[BORN_ON] = { .name = "born_on", .label = "Birthday", .kind = FIELD_DATE, AT(birth) },
	[FORM] = { .name = "form",
		   .label = "Form",
		   .kind = FIELD_CHOICE,
		   AT(form),
		   .choices = "form" },
	[TOPICS] = { .name = "topics",
		     .label = "Topics",
		     .kind = FIELD_CHOICES,
		     AT(topics),
		     .choices = "topic" },
	[TRAINED] = { .name = "trained", .label = "Trained", .kind = FIELD_YESNO, AT(trained) },
};

static const struct choice forms[] = {
	{ .id = 101, .code = "pupil-pupil", .name = "ученик – ученик" },
	{ .id = 102, .code = "teacher-teacher", .name = "учитель – учитель" },
};
static const struct choice topics[] = {
	{ .id = 1, .code = "maths", .name = "математика" },
	{ .id = 2, .code = "english", .name = "английский язык" },
	{ .id = 3, .code = "", .name = "общение, конфликты" },
	{ .id = 4, .code = "", .name = "ёлки" },
};

static struct choices choices_get(void *data, const char *set)
{
	(void)data;
	if (!strcmp(set, "form"))
		return (struct choices){ forms, 2 };
	if (!strcmp(set, "topic"))
		return (struct choices){ topics, 4 };
	return (struct choices){ NULL, 0 };
}

static const struct choice_source source = { .get = choices_get };
static struct arena arena;
static struct pupil pupil;

static int pupil_empty(void **state)
{
	(void)state;
	pupil = (struct pupil){
		.family = "", .note = "", .hours = FIELD_NOTHING, .grade = FIELD_NOTHING
	};
	return 0;
}

static int arena_free(void **state)
{
	(void)state;
	arena_done(&arena);
	return 0;
}

static enum rc parse(int field, const char *text)
{
	return field_parse(&arena, rows + field, &pupil, text, &source);
}

static void assert_shown(int field, const char *typed, const char *shown)
{
	assert_int_equal(parse(field, typed), RC_OK);
	assert_string_equal(field_show(&arena, rows + field, &pupil, &source), shown);
	/* What is shown can be typed in again. */
	assert_int_equal(parse(field, shown), RC_OK);
	assert_string_equal(field_show(&arena, rows + field, &pupil, &source), shown);
}

/* Refused with a sentence that has these words in it, and the record is as it was. */
static void assert_refused(int field, const char *typed, const char *words)
{
	struct pupil before = pupil;

	assert_int_equal(parse(field, typed), RC_INVALID);
	if (!strstr(err_last()->text, words) || !strstr(err_last()->text, rows[field].label))
		fail_msg("“%s”: %s", typed, err_last()->text);
	assert_memory_equal(&before, &pupil, sizeof(pupil));
}

static void an_empty_record_shows_nothing(void **state)
{
	(void)state;
	for (int i = FAMILY; i < TRAINED; i++) {
		assert_true(field_is_empty(rows + i, &pupil));
		assert_string_equal(field_show(&arena, rows + i, &pupil, &source), "");
	}
	assert_false(field_is_empty(rows + TRAINED, &pupil));
}

static void a_text_is_squeezed(void **state)
{
	(void)state;
	assert_shown(FAMILY, "  Ёлкина\t Зоя ", "Ёлкина Зоя");
	assert_shown(FAMILY, "И\u0306огин", "Йогин");
	assert_refused(FAMILY, "Салтыков-Щедрин", "at most 10");
	assert_refused(FAMILY, " ", "must be filled in");
	assert_string_equal(pupil.family, "Йогин");
}

static void a_long_text_keeps_its_lines(void **state)
{
	(void)state;
	assert_shown(NOTE, "один\r\nдва\rтри\n\n", "один\nдва\nтри");
	assert_shown(NOTE, "a\tb\x1B[1m", "a b[1m");
	assert_shown(NOTE, "  два  слова", "  два  слова");
	assert_shown(NOTE, "", "");
}

static void a_number_has_a_decimal_comma(void **state)
{
	(void)state;
	assert_shown(HOURS, "1,5", "1,5");
	assert_int_equal(pupil.hours, 15);
	assert_shown(HOURS, "1.5", "1,5");
	assert_shown(HOURS, " 2,0 ", "2");
	assert_shown(HOURS, "2,50", "2,5");
	assert_shown(HOURS, ",5", "0,5");
	assert_shown(HOURS, "", "");
	assert_int_equal(pupil.hours, FIELD_NOTHING);
	assert_shown(GRADE, "1 000\u00A0000", "1000000");
	assert_shown(GRADE, "−7", "-7");
	assert_shown(GRADE, "+7", "7");
	assert_shown(GRADE, "0", "0");
}

static void what_is_no_number_is_refused(void **state)
{
	(void)state;
	parse(HOURS, "2");
	assert_refused(HOURS, "два", "“два”");
	assert_refused(HOURS, "1,55", "1,5");
	assert_refused(HOURS, "1,5,5", "1,5");
	assert_refused(HOURS, "-", "1,5");
	assert_refused(HOURS, ",", "1,5");
	assert_refused(GRADE, "1,5", "whole");
	assert_refused(GRADE, "99999999999999999999", "whole");
	assert_refused(GRADE, "0x10", "whole");
	assert_refused(HOURS, "0,4", "from 0,5 to 40");
	assert_refused(HOURS, "40,1", "from 0,5 to 40");
	assert_refused(HOURS, "999999999999999999999", "1,5");
}

static void a_date_is_a_day_or_where_allowed_a_year(void **state)
{
	(void)state;
	assert_shown(BIRTH, "1 сентября 2011", "01.09.2011");
	assert_int_equal(pupil.birth, 20110901);
	assert_shown(BIRTH, "2011", "2011");
	assert_shown(BIRTH, "1950", "1950"); /* September to December of it are in the range */
	assert_shown(BIRTH, "", "");
	assert_refused(BIRTH, "31.02.2011", "no day “31.02.2011”");
	assert_refused(BIRTH, "31.02.201", "not “31.02.201”");
	assert_refused(BIRTH, "31.08.1950", "from 01.09.1950 to 31.12.2026");
	assert_refused(BIRTH, "2027", "to 31.12.2026");
	assert_refused(BORN_ON, "2011", "day and the month");
	assert_shown(BORN_ON, "01.09.11", "01.09.2011");
}

static void a_choice_is_known_by_name_or_code_however_written(void **state)
{
	(void)state;
	assert_shown(FORM, "Ученик — УЧЕНИК", "ученик – ученик");
	assert_int_equal(pupil.form, 101);
	assert_shown(FORM, "TEACHER-TEACHER", "учитель – учитель");
	assert_shown(FORM, "", "");
	assert_int_equal(pupil.form, 0);
	assert_refused(FORM, "класс – класс", "ученик – ученик; учитель – учитель");
}

static void several_choices_keep_the_order_of_the_person(void **state)
{
	(void)state;
	assert_shown(TOPICS, "Английский язык; maths", "английский язык; математика");
	assert_int_equal(pupil.topics.n, 2);
	assert_int_equal(pupil.topics.row[0], 2);
	assert_shown(TOPICS, "математика,английский  язык,, математика",
		     "математика; английский язык");
	assert_shown(TOPICS, "Елки\nматематика", "ёлки; математика");
	assert_shown(TOPICS, "общение, конфликты", "общение, конфликты");
	assert_shown(TOPICS, "ёлки; общение, конфликты; ", "ёлки; общение, конфликты");
	assert_shown(TOPICS, " ; , ", "");
	assert_refused(TOPICS, "математика, пение", "“пение”");
	assert_refused(TOPICS, "общение", "“общение”");
}

static void yes_and_no_in_many_words(void **state)
{
	static const char *const yes[] = { "да", "Да", "ЕСТЬ", "yes", "1", "+", "x", "✓" };
	static const char *const no[] = { "нет", "No", "0", "-", "–", "" };

	(void)state;
	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		assert_shown(TRAINED, yes[i], "yes");
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		assert_shown(TRAINED, no[i], "no");
	assert_refused(TRAINED, "может быть", "“может быть”");
}

static void a_rule_over_the_whole_record_can_refuse_a_value(void **state)
{
	(void)state;
	parse(GRADE, "1");
	assert_int_equal(parse(HOURS, "1"), RC_OK);
	assert_int_equal(parse(HOURS, "2"), RC_INVALID);
	assert_string_equal(err_last()->text, "Too much for the first class.");
	assert_int_equal(pupil.hours, 10);
	pupil.hours = 20;
	assert_int_equal(field_check(rows + HOURS, &pupil), RC_INVALID);
}

static void a_value_that_came_another_way_is_checked_too(void **state)
{
	(void)state;
	assert_int_equal(field_check(rows + FAMILY, &pupil), RC_INVALID);
	pupil.birth = 20110231;
	assert_int_equal(field_check(rows + BIRTH, &pupil), RC_INVALID);
	pupil.birth = 20110000;
	assert_int_equal(field_check(rows + BIRTH, &pupil), RC_OK);
	assert_int_equal(field_check(rows + BORN_ON, &pupil), RC_INVALID);
	assert_int_equal(field_check(rows + TOPICS, &pupil), RC_OK);
}

static void equal_values_are_equal_whatever_their_memory(void **state)
{
	char family[] = "Ёлкина";
	int64_t row[] = { 1, 2 }, other[] = { 1, 2 }, swapped[] = { 2, 1 };
	struct pupil a = { .family = "Ёлкина", .topics = { row, 2 } };
	struct pupil b = { .family = family, .topics = { other, 2 } };

	(void)state;
	for (int i = FAMILY; i <= TRAINED; i++)
		assert_true(field_equal(rows + i, &a, &b));
	b.topics.row = swapped;
	b.family = "Елкина";
	b.trained = 1;
	assert_false(field_equal(rows + TOPICS, &a, &b));
	assert_false(field_equal(rows + FAMILY, &a, &b));
	assert_false(field_equal(rows + TRAINED, &a, &b));
}

static void a_field_is_found_by_its_name(void **state)
{
	(void)state;
	assert_ptr_equal(field_find(FIELDS(rows), "birth"), rows + BIRTH);
	assert_null(field_find(FIELDS(rows), "Born"));
}

#define TEST(name) cmocka_unit_test_setup(name, pupil_empty)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_record_shows_nothing),
		TEST(a_text_is_squeezed),
		TEST(a_long_text_keeps_its_lines),
		TEST(a_number_has_a_decimal_comma),
		TEST(what_is_no_number_is_refused),
		TEST(a_date_is_a_day_or_where_allowed_a_year),
		TEST(a_choice_is_known_by_name_or_code_however_written),
		TEST(several_choices_keep_the_order_of_the_person),
		TEST(yes_and_no_in_many_words),
		TEST(a_rule_over_the_whole_record_can_refuse_a_value),
		TEST(a_value_that_came_another_way_is_checked_too),
		TEST(equal_values_are_equal_whatever_their_memory),
		TEST(a_field_is_found_by_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, arena_free);
}
