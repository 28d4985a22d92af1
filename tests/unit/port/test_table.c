#include "port_test.h"

#include "nastavnik/model/participant.h"
#include "nastavnik/port/table.h"

/* The mapping as one text: «family,given,-,#»; pseudo-fields by a sign. */
static char *show(struct arena *a, const struct table *table)
{
	static const char *const sign[] = { [COLUMN_IGNORE] = "-",
					    [COLUMN_FULL_NAME] = "NAME",
					    [COLUMN_GRADE] = "GRADE",
					    [COLUMN_LETTER] = "LETTER",
					    [COLUMN_ROW_NUMBER] = "#" };
	char *text = arena_strdup(a, "");

	for (size_t i = 0; i < table->n; i++) {
		const struct column *c = &table->column[i];

		text = arena_printf(a, "%s%s%s", text, i ? "," : "",
				    c->use == COLUMN_FIELD ? c->field->name : sign[c->use]);
	}
	return text;
}

struct fixture {
	struct arena arena;
	struct row_source *source;
	struct table table;
};

static void map_path(struct fixture *f, const char *path, struct fields fields, int64_t heading)
{
	*f = (struct fixture){ .source = open_found(path) };
	if (table_map(&f->arena, f->source, fields, heading, &f->table))
		fail_msg("%s", err_last()->text);
}

static void fixture_done(struct fixture *f)
{
	rows_close(f->source);
	arena_done(&f->arena);
}

static void map(struct fixture *f, const char *text, struct fields fields)
{
	map_path(f, file_with(text, strlen(text)), fields, TABLE_HEADING_AUTO);
}

static void check(const char *text, struct fields fields, const char *expected)
{
	struct fixture f;

	map(&f, text, fields);
	assert_string_equal(show(&f.arena, &f.table), expected);
	fixture_done(&f);
}

static void headings_are_known_in_any_order_below_titles(void **state)
{
	(void)state;
	check("№ п/п;Фамилия;Имя;Отчество;Дата рождения;Класс\n1;Ёлкин;Лев;Ильич;01.02.2012;7В\n",
	      person_fields, "#,family,given,patronymic,birth,class_name");
	check("Школа № 9\nСписок класса 7В, 2026\n\nКЛАСС;Отчество;ИМЯ;фамилия "
	      "\n7В;Ильич;Лев;Ёлкин\n",
	      person_fields, "class_name,patronymic,given,family");
	check("N;Ф.И.О.;Класс\n1;Ёлкин Лев;7В\n", person_fields, "#,NAME,class_name");
	check("Фамилия, имя, отчество;Год рождения\nЁлкин Лев;2012\n", person_fields, "NAME,birth");
	check("Фамилия;Класс\nЁлкин Лев Ильич;7В\nЦой Юлия;7В\n", person_fields, "NAME,class_name");
	check("ФИО;Фамилия;Имя\nЁлкин Лев;Ёлкин;Лев\n", person_fields, "-,family,given");
}

static void a_class_may_stand_in_two_columns(void **state)
{
	(void)state;
	check("ФИО;Класс;Литера\nЁлкин Лев;7;В\n", person_fields, "NAME,GRADE,LETTER");
	check("ФИО;Параллель;Буква\nЁлкин Лев;7;В\n", person_fields, "NAME,GRADE,LETTER");
	check("ФИО;Параллель;Класс\nЁлкин Лев;7;7В\n", person_fields, "NAME,-,class_name");
	check("ФИО;Литера\nЁлкин Лев;В\n", person_fields, "NAME,-");
}

static void whole_questions_of_web_forms_are_understood(void **state)
{
	(void)state;
	check("Укажите, пожалуйста, ваши ФИО полностью;В каком классе ты учишься?;С чем тебе нужна "
	      "помощь?;"
	      "Чем ты увлекаешься в свободное время?;ФИО родителя (законного представителя);"
	      "Телефон родителя для связи\nЁлкин Лев;7В;физика;шахматы;Ёлкина Анна;+7\n",
	      mentee_fields,
	      "NAME,class_name,topics,interests,representative,representative_contact");
	check("Как тебя зовут (фамилия, имя)?;Твой номер телефона\nЁлкин Лев;+7 900\n",
	      mentee_fields, "NAME,phone");
}

static void columns_about_somebody_else_are_not_the_persons(void **state)
{
	(void)state;
	check("ФИО;Класс;ФИО наставника;Место работы/учёбы наставника;ФИО классного "
	      "руководителя;E-mail родителя\n"
	      "Ёлкин Лев;7В;Титов Лев;школа;Орлова Инна;a@b.ru\n",
	      mentee_fields, "NAME,class_name,-,-,-,-");
	check("ФИО наставника;ФИО наставляемых;Желаемый возраст наставляемых\nТитов Лев;Ёлкин "
	      "Лев;10-14\n",
	      mentor_fields, "NAME,-,age_from");
}

static void several_columns_of_a_list_are_joined(void **state)
{
	static const char text[] = "ФИО;Запрос;Основной запрос;Телефон;Мобильный телефон\n"
				   "Ёлкин Лев;физика;химия;1;2\nЦой Юлия;;химия;;2\n";
	const char *value[64];
	struct fixture f;
	struct row row;
	size_t topics = (size_t)(field_find(mentee_fields, "topics") - mentee_fields.row);

	(void)state;
	map(&f, text, mentee_fields);
	assert_string_equal(show(&f.arena, &f.table), "NAME,topics,topics,phone,-");
	assert_int_equal(table_next(&f.table, f.source, &row), RC_OK);
	table_values(&f.arena, &f.table, &row, value);
	assert_string_equal(value[topics], "физика; химия");
	assert_int_equal(table_next(&f.table, f.source, &row), RC_OK);
	table_values(&f.arena, &f.table, &row, value);
	assert_string_equal(value[topics], "химия");
	fixture_done(&f);
}

static void a_table_without_headings_is_guessed_by_its_values(void **state)
{
	struct fixture f;

	(void)state;
	check("1;Ёлкин Лев Ильич;7В;01.02.2012\n2;Цой Юлия;8А;05.06.2011\n", person_fields,
	      "#,NAME,class_name,birth");
	check("Ёлкин;Лев;Ильич;7В\nЦой;Юлия;Петровна;8 \"а\"\n", person_fields,
	      "family,given,patronymic,class_name");
	check("Цой;Юлия;a@b.ru;+7 900 000-00-00\nКим;Ян;c@d.ru;8 900 0000001\n", person_fields,
	      "family,given,email,phone");
	map(&f, "1;Ёлкин Лев;7В\n2;Цой Юлия;8А\n", person_fields);
	assert_int_equal(f.table.heading_line, 0);
	assert_true(f.table.column[1].sure > 0 && f.table.column[1].sure < 60);
	fixture_done(&f);
}

static void an_export_of_ours_is_known_by_its_labels(void **state)
{
	struct str text = { 0 };
	struct fixture f;

	(void)state;
	for (size_t i = 0; i < mentor_fields.n; i++)
		str_printf(&text, "%s%s", i ? ";" : "", mentor_fields.row[i].label);
	str_add(&text, "\nx");
	map(&f, text.text, mentor_fields);
	for (size_t i = 0; i < mentor_fields.n; i++) {
		assert_int_equal(f.table.column[i].sure, 100);
		assert_ptr_equal(f.table.column[i].field, &mentor_fields.row[i]);
	}
	fixture_done(&f);
	str_done(&text);
}

static void values_come_by_field_with_names_and_classes_put_together(void **state)
{
	static const char text[] = "Класс;Литера;ФИО\n7;В;  Мамедов   Эльдар  Рашид оглы \nКласс; "
				   "Литера ;ФИО\n8;;Цой Юлия\n";
	const char *value[64];
	struct fixture f;
	struct row row;

	(void)state;
	map(&f, text, person_fields);
	assert_int_equal(table_next(&f.table, f.source, &row), RC_OK);
	table_values(&f.arena, &f.table, &row, value);
	assert_string_equal(value[0], "Мамедов");
	assert_string_equal(value[1], "Эльдар");
	assert_string_equal(value[2], "Рашид оглы");
	assert_string_equal(value[field_find(person_fields, "class_name") - person_fields.row],
			    "7В");
	assert_null(value[field_find(person_fields, "phone") - person_fields.row]);
	assert_true(table_has(&f.table, "family") && table_has(&f.table, "class_name"));
	assert_false(table_has(&f.table, "phone"));
	/* The repeated heading is passed over. */
	assert_int_equal(table_next(&f.table, f.source, &row), RC_OK);
	assert_int_equal(row.line, 4);
	table_values(&f.arena, &f.table, &row, value);
	assert_string_equal(value[field_find(person_fields, "class_name") - person_fields.row],
			    "8");
	assert_string_equal(value[2], "");
	assert_int_equal(table_next(&f.table, f.source, &row), RC_OK);
	assert_int_equal(row.n, 0);
	fixture_done(&f);
}

static void decomposed_letters_and_spaces_are_made_regular(void **state)
{
	static const char text[] =
		"Фамилия;Имя;Запрос\nЕ\xCC\x88лкин;\xC2\xA0Лев ;\"физика\r\nхимия\n\"\n";
	const char *value[64];
	struct fixture f;
	struct row row;

	(void)state;
	map(&f, text, mentee_fields);
	assert_int_equal(table_next(&f.table, f.source, &row), RC_OK);
	table_values(&f.arena, &f.table, &row, value);
	assert_string_equal(value[0], "Ёлкин");
	assert_string_equal(value[1], "Лев");
	assert_string_equal(value[field_find(mentee_fields, "topics") - mentee_fields.row],
			    "физика\nхимия");
	fixture_done(&f);
}

static void the_person_may_say_where_the_heading_is(void **state)
{
	static const char text[] = "Фамилия;Имя\nПоле 1;Поле 2\nЁлкин;Лев\n";
	struct fixture f;

	(void)state;
	map_path(&f, file_with(text, strlen(text)), person_fields, 2);
	assert_int_equal(f.table.heading_line, 2);
	assert_string_equal(f.table.column[0].heading, "Поле 1");
	assert_string_equal(f.table.column[0].sample[0], "Ёлкин");
	fixture_done(&f);
	map_path(&f, in_folder("table.csv"), person_fields, 0);
	assert_int_equal(f.table.heading_line, 0);
	assert_string_equal(f.table.column[0].sample[0], "Фамилия");
	fixture_done(&f);
}

/* Number of rows below the heading of a sample table. */
static int rows_of(struct fixture *f)
{
	struct issues issues = { .arena = &f->arena };
	struct row row;
	int n = 0;

	f->source->issues = &issues;
	while (!table_next(&f->table, f->source, &row) && row.n)
		n++;
	assert_int_equal(issues.n, 0);
	return n;
}

static void sample_tables_of_a_school_are_mapped_in_every_encoding(void **state)
{
	static const char *const suffix[] = { "cp1251", "koi8r", "cp866", "utf16", "utf8bom" };
	static const enum encoding encoding[] = { ENCODING_CP1251, ENCODING_KOI8R, ENCODING_CP866,
						  ENCODING_UTF16LE, ENCODING_UTF8_BOM };
	static const struct {
		const char *name;
		const struct fields *fields;
		int rows, heading;
		char delimiter;
		const char *mapping;
	} sample[] = {
		{ "people", &person_fields, 600, 4, ';',
		  "#,class_name,family,given,patronymic,-,birth,phone,email" },
		{ "mentees", &mentee_fields, 45, 1, ',',
		  "joined,NAME,class_name,birth,topics,interests,hours,representative,"
		  "representative_contact,phone" },
		{ "mentors", &mentor_fields, 40, 2, ';',
		  "#,family,given,patronymic,kind,class_name,position,place,topics,interests,age_"
		  "from,"
		  "hours,capacity,achievements,phone,email" },
	};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		for (size_t k = 0; k < 5; k++) {
			struct fixture f;
			char path[512];

			snprintf(path, sizeof(path), "%s/%s.%s.csv", TEST_DATA, sample[i].name,
				 suffix[k]);
			map_path(&f, path, *sample[i].fields, TABLE_HEADING_AUTO);
			assert_int_equal(f.source->facts.encoding, encoding[k]);
			assert_int_equal(f.source->facts.delimiter, sample[i].delimiter);
			assert_int_equal(f.table.heading_line, sample[i].heading);
			assert_string_equal(show(&f.arena, &f.table), sample[i].mapping);
			assert_int_equal(rows_of(&f), sample[i].rows);
			fixture_done(&f);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_are_known_in_any_order_below_titles),
		cmocka_unit_test(a_class_may_stand_in_two_columns),
		cmocka_unit_test(whole_questions_of_web_forms_are_understood),
		cmocka_unit_test(columns_about_somebody_else_are_not_the_persons),
		cmocka_unit_test(several_columns_of_a_list_are_joined),
		cmocka_unit_test(a_table_without_headings_is_guessed_by_its_values),
		cmocka_unit_test(an_export_of_ours_is_known_by_its_labels),
		cmocka_unit_test(values_come_by_field_with_names_and_classes_put_together),
		cmocka_unit_test(decomposed_letters_and_spaces_are_made_regular),
		cmocka_unit_test(the_person_may_say_where_the_heading_is),
		cmocka_unit_test(sample_tables_of_a_school_are_mapped_in_every_encoding),
	};

	return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
