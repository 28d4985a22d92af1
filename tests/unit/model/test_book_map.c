/* Free text to items of the shipped books: what real answers become. */
#include <string.h>

#include "nastavnik/model/methodology.h"
#include "unit.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct fixture {
	struct arena arena;
	struct books books;
	struct book_index *index[BOOK_END];
};

static int open_books(void **state)
{
	static struct fixture fixture;
	const char *version;

	fixture = (struct fixture){ 0 };
	if (methodology_load(&fixture.arena, "r145", 2026, &fixture.books, &version) != RC_OK)
		return -1;
	for (int book = BOOK_REQUEST; book < BOOK_END; book++)
		fixture.index[book] = book_index_new(&fixture.books, (enum book)book);
	*state = &fixture;
	return 0;
}

static int close_books(void **state)
{
	struct fixture *f = *state;

	for (int book = BOOK_REQUEST; book < BOOK_END; book++)
		book_index_free(f->index[book]);
	arena_done(&f->arena);
	return 0;
}

/* Codes of what a text maps to, "|" and what is left: «math,oge|суп». */
static const char *map(struct fixture *f, enum book book, const char *text)
{
	struct ids ids = { 0 };
	struct str rest = { 0 }, out = { 0 };
	const char *kept;

	book_map(&f->arena, f->index[book], text, &ids, &rest);
	for (size_t i = 0; i < ids.n; i++)
		str_printf(&out, "%s%s", i > 0 ? "," : "",
			   book_item_by_id(&f->books, ids.row[i])->code);
	str_printf(&out, "|%s", str_text(&rest));
	kept = arena_strdup(&f->arena, str_text(&out));
	str_done(&rest);
	str_done(&out);
	return kept;
}

struct mapped {
	const char *text, *to;
};

static void check_maps(struct fixture *f, enum book book, const struct mapped *row, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_string_equal(map(f, book, row[i].text), row[i].to);
}

static void names_and_synonyms_map_whatever_their_case(void **state)
{
	static const struct mapped rows[] = {
		{ "математика", "math|" },
		{ "МАТЕМАТИКА", "math|" },
		{ "  Математика. ", "math|" },
		{ "«математика»", "math|" },
		{ "англ", "english|" },
		{ "English", "english|" },
		{ "огэ", "oge|" },
		{ "всё успевать", "time|" },
		{ "все успевать", "time|" },
		{ "", "|" },
	};

	check_maps(*state, BOOK_REQUEST, rows, COUNT(rows));
}

static void endings_of_words_do_not_matter(void **state)
{
	static const struct mapped rows[] = {
		{ "математику", "math|" },
		{ "по математике", "math|" },
		{ "помощь с английским языком", "english|" },
		{ "с русским", "russian|" },
		{ "проекты по биологии", "project,biology|" },
		{ "конфликтов с одноклассниками", "conflict|" },
		{ "профориентацию", "career|" },
	};

	check_maps(*state, BOOK_REQUEST, rows, COUNT(rows));
}

static void lists_are_cut_at_commas_lines_and_the_word_and(void **state)
{
	static const struct mapped rows[] = {
		{ "математика, ОГЭ", "math,oge|" },
		{ "физика; химия", "physics,chemistry|" },
		{ "физика/химия", "physics,chemistry|" },
		{ "физика\nхимия\r\n", "physics,chemistry|" },
		{ "Английский язык и общение", "english,communication|" },
		{ "новый класс, общение", "newclass,communication|" },
		{ "математика, алгебра, математику", "math|" },
		{ "ОГЭ, математика", "oge,math|" },
		{ "сочинения и тексты", "writing|" },
		{ "предпринимательство и финансы", "business|" },
		{ "фото, видео и медиа", "media|" },
	};

	check_maps(*state, BOOK_REQUEST, rows, COUNT(rows));
}

static void whole_sentences_of_web_forms_are_understood(void **state)
{
	static const struct mapped rows[] = {
		{ "Хочу подтянуть математику и подготовиться к ОГЭ", "math,oge|" },
		{ "не знаю, кем стать", "career|" },
		{ "Хочу найти друзей", "communication|" },
		{ "боюсь выступать перед классом", "speech|" },
		{ "программирование на Python", "coding|" },
		{ "я перешла в другую школу, нет друзей", "newclass,communication|" },
		{ "дисциплина на уроке, электронный журнал", "discipline,documents|" },
	};

	check_maps(*state, BOOK_REQUEST, rows, COUNT(rows));
}

static void what_is_not_known_is_kept_for_the_person(void **state)
{
	static const struct mapped rows[] = {
		{ "суп", "|суп" },
		{ "чтобы не задавали много", "|чтобы не задавали много" },
		{ "математика, суп, каша", "math|суп, каша" },
		{ " суп ,, каша. ", "|суп, каша" },
		{ "нет", "|" },
		{ "-", "|" },
		{ "не знаю", "|" },
	};

	check_maps(*state, BOOK_REQUEST, rows, COUNT(rows));
}

static void similar_beginnings_are_not_the_same_word(void **state)
{
	static const struct mapped rows[] = {
		{ "музыкант", "|музыкант" },
		{ "спор", "|спор" },
		{ "химера", "|химера" },
		{ "кинология", "animals|" },
	};

	check_maps(*state, BOOK_INTEREST, rows, COUNT(rows));
}

static void competences_interests_forms_and_roles_map_too(void **state)
{
	static const struct mapped competences[] = {
		{ "математика; подготовка к ОГЭ", "math,oge|" },
		{ "написание текстов; фото, видео и медиа", "writing,media|" },
		{ "могу помочь с физикой и информатикой", "physics,informatics|" },
		{ "Классное руководство", "classteacher|" },
		{ "C++", "coding|" },
	};
	static const struct mapped interests[] = {
		{ "футбол, играю на гитаре", "football,guitar|" },
		{ "лыжи, коньки, хоккей", "winter|" },
		{ "Рисую, люблю собак", "drawing,animals|" },
		{ "аниме и манга", "anime|" },
		{ "шахматы", "chess|" },
	};
	static const struct mapped forms[] = {
		{ "ученик – ученик", "pupil_pupil|" },  { "Ученик-ученик", "pupil_pupil|" },
		{ "ученик—ученик", "pupil_pupil|" },    { "учитель – ученик", "teacher_pupil|" },
		{ "учитель/ученик", "teacher_pupil|" }, { "шефство", "class_class|" },
	};
	static const struct mapped roles[] = {
		{ "лидер – пассивный", "leader|" },
		{ "равный-равному", "equal|" },
		{ "лидер педагогического сообщества – педагог, испытывающий проблемы",
		  "community_leader|" },
	};

	check_maps(*state, BOOK_COMPETENCE, competences, COUNT(competences));
	check_maps(*state, BOOK_INTEREST, interests, COUNT(interests));
	check_maps(*state, BOOK_FORM, forms, COUNT(forms));
	check_maps(*state, BOOK_ROLE, roles, COUNT(roles));
}

static void every_name_and_synonym_leads_to_its_own_item(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < f->books.n; i++) {
		const struct book_item *item = &f->books.row[i];
		char *words = arena_printf(&f->arena, "%s;%s", item->name, item->synonyms), *word;

		while ((word = strsep(&words, ";")) != NULL) {
			struct ids ids = { 0 };
			struct str rest = { 0 };

			if (strspn(word, " ") == strlen(word))
				continue;
			book_map(&f->arena, f->index[item->book], word, &ids, &rest);
			if (ids.n != 1 || ids.row[0] != item->id)
				print_error("%s: %s\n", item->code, word);
			assert_int_equal(ids.n, 1);
			assert_int_equal(ids.row[0], item->id);
			str_done(&rest);
		}
	}
}

static void hidden_items_are_not_found(void **state)
{
	struct book_item item = { .id = 1,
				  .book = BOOK_REQUEST,
				  .code = "",
				  .name = "суп",
				  .synonyms = "борщ",
				  .hidden = 1 };
	struct books books = { &item, 1 };
	struct book_index *index = book_index_new(&books, BOOK_REQUEST);
	struct arena a = { 0 };
	struct ids ids = { 0 };
	struct str rest = { 0 };

	(void)state;
	book_map(&a, index, "суп", &ids, &rest);
	assert_int_equal(ids.n, 0);
	assert_string_equal(str_text(&rest), "суп");
	str_done(&rest);
	book_index_free(index);
	book_index_free(NULL);
	arena_done(&a);
}

static void texts_of_any_length_do_no_harm(void **state)
{
	struct fixture *f = *state;
	char text[20001];
	struct ids ids = { 0 };
	struct str rest = { 0 };

	for (size_t i = 0; i + 2 < sizeof(text); i += 2)
		memcpy(text + i, i % 30 == 0 ? " м" : "ё", 2);
	text[sizeof(text) - 1] = '\0';
	book_map(&f->arena, f->index[BOOK_REQUEST], text, &ids, &rest);
	assert_true(rest.len > 0);
	str_done(&rest);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_and_synonyms_map_whatever_their_case),
		cmocka_unit_test(endings_of_words_do_not_matter),
		cmocka_unit_test(lists_are_cut_at_commas_lines_and_the_word_and),
		cmocka_unit_test(whole_sentences_of_web_forms_are_understood),
		cmocka_unit_test(what_is_not_known_is_kept_for_the_person),
		cmocka_unit_test(similar_beginnings_are_not_the_same_word),
		cmocka_unit_test(competences_interests_forms_and_roles_map_too),
		cmocka_unit_test(every_name_and_synonym_leads_to_its_own_item),
		cmocka_unit_test(hidden_items_are_not_found),
		cmocka_unit_test(texts_of_any_length_do_no_harm),
	};

	return cmocka_run_group_tests(tests, open_books, close_books);
}
