/* Packets: what was written is read, and nothing that was changed on its way is believed. */
#include "port_test.h"

#include "nastavnik/base/paths.h"
#include "nastavnik/port/packet.h"

enum { ITEMS = 3, SHEETS = 4 };

static struct survey_item items[ITEMS];
static struct packet_person people[2] = {
	{ 101, 2, 17, "Ёлкина Зоя", "7В" },
	{ 102, 2, 18, "", "" },
};
static struct answer given[SHEETS][ITEMS];
static struct packet_sheet sheets[SHEETS];

static struct mismatch differed = {
	.sheet = 1001,
	.item = 11,
	.first = { 11, ANSWER_GIVEN, 3, "", 0 },
	.second = { 11, ANSWER_NONE, FIELD_NOTHING, "", 0 },
	.taken = 2,
};

static void item_make(int i, const char *code, int64_t kind)
{
	record_init(&survey_item_type, &items[i], 7, 0);
	items[i].head.id = 11 + i;
	items[i].position = i + 1;
	items[i].code = code;
	items[i].name = "Вопрос с табуляцией\tи \\ чертой";
	items[i].kind = kind;
}

static void sheet_make(int i)
{
	sheets[i] = (struct packet_sheet){
		.head = { .id = 1000 + i,
			  .participation = i < 2 ? 101 + i : 0,
			  .number = i < 2 ? 0 : i,
			  .filled_on = 20261101,
			  .note = i ? "" : "строка\nвторая",
			  .entered_by = "Орлова И. П.",
			  .entered_at = 20261122100000,
			  .checked_by = "" },
		.answers = { given[i], ITEMS },
	};
	given[i][0] = (struct answer){ 11, ANSWER_GIVEN, i + 1, "", 1 };
	given[i][1] = (struct answer){ 12, ANSWER_NONE, FIELD_NOTHING, "", 0 };
	given[i][2] = (struct answer){ 13, ANSWER_GIVEN, FIELD_NOTHING, "Слова:\t«да»\n\\t", 0 };
}

static struct packet packet_make(void)
{
	struct packet p = { .head = { .id = 5,
				      .school_uuid = "u",
				      .school = "МБОУ «Школа № 9»",
				      .year = 2026,
				      .made_on = 20261122,
				      .whom = "Орлова",
				      .named = 1 },
			    .person = people,
			    .people = 2,
			    .sheet = sheets,
			    .sheets = SHEETS };

	record_init(&survey_type, &p.survey, 2026, 0);
	p.survey.head.id = 7;
	p.survey.name = "Входная анкета";
	p.survey.code = "entry";
	item_make(0, "trust", ITEM_SCALE);
	item_make(1, "help", ITEM_YESNO);
	item_make(2, "words", ITEM_OPEN);
	p.items = (struct survey_items){ items, ITEMS };
	for (int i = 0; i < SHEETS; i++)
		sheet_make(i);
	p.mismatches = (struct mismatches){ &differed, 1 };
	return p;
}

static struct str text_make(void)
{
	struct packet packet = packet_make();
	struct str text = { 0 };

	packet_write(&text, &packet);
	return text;
}

/* The text is copied first: reading changes it. */
static enum rc read_copy(struct arena *a, const char *text, size_t n, struct issues *partial,
			 struct packet *out)
{
	return packet_read(a, arena_strndup(a, text, n), n, partial, out);
}

static void a_packet_says_what_was_put_in(void **state)
{
	struct arena a = { 0 };
	struct str text = text_make();
	struct packet p;

	(void)state;
	assert_int_equal(read_copy(&a, text.text, text.len, NULL, &p), RC_OK);
	assert_int_equal(p.head.id, 5);
	assert_string_equal(p.head.school, "МБОУ «Школа № 9»");
	assert_string_equal(p.survey.name, "Входная анкета");
	assert_int_equal(p.items.n, ITEMS);
	assert_string_equal(p.items.row[2].name, items[2].name);
	assert_int_equal(p.items.row[0].soft_low, FIELD_NOTHING);
	assert_int_equal(p.people, 2);
	assert_string_equal(p.person[0].name, "Ёлкина Зоя");
	assert_int_equal(p.sheets, SHEETS);
	assert_string_equal(p.sheet[0].head.note, "строка\nвторая");
	assert_int_equal(p.sheet[3].head.number, 3);
	for (int i = 0; i < SHEETS; i++)
		for (int k = 0; k < ITEMS; k++)
			assert_true(answer_equal(&p.sheet[i].answers.row[k], &given[i][k]));
	assert_int_equal(p.sheet[0].answers.row[0].doubt, 1);
	assert_int_equal(p.mismatches.n, 1);
	assert_int_equal(p.mismatches.row[0].sheet, 1001);
	assert_int_equal(p.mismatches.row[0].first.value, 3);
	assert_int_equal(p.mismatches.row[0].second.status, ANSWER_NONE);
	assert_int_equal(p.mismatches.row[0].taken, 2);
	str_done(&text);
	arena_done(&a);
}

static void a_byte_that_was_changed_is_told(void **state)
{
	struct arena a = { 0 };
	struct str text = text_make();
	struct packet p = { 0 };

	(void)state;
	for (size_t i = 0; i < text.len; i++) {
		for (int bit = 0; bit < 8; bit++) {
			text.text[i] ^= (char)(1 << bit);
			assert_int_not_equal(read_copy(&a, text.text, text.len, NULL, &p), RC_OK);
			text.text[i] ^= (char)(1 << bit);
		}
		arena_reset(&a);
	}
	assert_int_equal(p.sheets, 0);
	str_done(&text);
	arena_done(&a);
}

static void the_damaged_line_is_named(void **state)
{
	struct arena a = { 0 };
	struct str text = text_make();
	char *note = strstr(text.text, "Орлова И");
	struct packet p;

	(void)state;
	*note = 'X';
	assert_int_not_equal(read_copy(&a, text.text, text.len, NULL, &p), RC_OK);
	assert_non_null(strstr(err_last()->text, "line 9 "));
	str_done(&text);
	arena_done(&a);
}

static void a_packet_cut_off_anywhere_is_told(void **state)
{
	struct arena a = { 0 };
	struct str text = text_make();
	struct packet p;

	(void)state;
	for (size_t n = 0; n < text.len; n++) {
		assert_int_not_equal(read_copy(&a, text.text, n, NULL, &p), RC_OK);
		arena_reset(&a);
	}
	str_done(&text);
	arena_done(&a);
}

static void lines_that_were_lost_or_doubled_are_told(void **state)
{
	struct arena a = { 0 };
	struct str text = text_make(), other = { 0 };
	char *third = strstr(strstr(strstr(text.text, "\tsheet\t") + 1, "\tsheet\t") + 1, "\n") + 1;
	char *fourth = strchr(third, '\n') + 1;
	struct packet p;

	(void)state;
	str_add_n(&other, text.text, (size_t)(third - text.text));
	str_add(&other, fourth);
	assert_int_not_equal(read_copy(&a, other.text, other.len, NULL, &p), RC_OK);
	str_clear(&other);
	str_add_n(&other, text.text, (size_t)(fourth - text.text));
	str_add(&other, third);
	assert_int_not_equal(read_copy(&a, other.text, other.len, NULL, &p), RC_OK);
	str_clear(&other);
	str_add(&other, text.text);
	str_add(&other, "more\n");
	assert_int_not_equal(read_copy(&a, other.text, other.len, NULL, &p), RC_OK);
	str_done(&text);
	str_done(&other);
	arena_done(&a);
}

static void what_is_whole_can_be_taken_alone(void **state)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	struct str text = text_make();
	char *second = strstr(strstr(text.text, "\tsheet\t") + 1, "\tsheet\t");
	struct packet p;

	(void)state;
	second[9] ^= 1;
	assert_int_equal(read_copy(&a, text.text, text.len, &issues, &p), RC_OK);
	assert_int_equal(p.sheets, SHEETS - 1);
	assert_int_equal(issues.n, 1);
	assert_int_equal(issues.row[0].row, 10);
	issues = (struct issues){ .arena = &a };
	second[9] ^= 1;
	assert_int_equal(read_copy(&a, text.text, (size_t)(second - text.text), &issues, &p),
			 RC_OK);
	assert_int_equal(p.sheets, 1);
	assert_int_equal(issues.n, 1);
	/* Without its questions nothing of it can be understood. */
	issues = (struct issues){ .arena = &a };
	strstr(text.text, "\titem\t")[9] ^= 1;
	assert_int_equal(read_copy(&a, text.text, text.len, &issues, &p), RC_INVALID);
	str_done(&text);
	arena_done(&a);
}

static void another_version_is_refused_as_such(void **state)
{
	struct arena a = { 0 };
	struct packet p;

	(void)state;
	assert_int_equal(read_copy(&a, "nastavnik-packet 2\n", 19, NULL, &p), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "version"));
	assert_int_equal(read_copy(&a, "Фамилия;Имя\n", 21, NULL, &p), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "no packet"));
	arena_done(&a);
}

static void a_file_is_known_by_its_first_bytes(void **state)
{
	struct packet packet = packet_make(), p;
	struct arena a = { 0 };
	const char *path = in_folder("a.packet");

	(void)state;
	assert_int_equal(packet_recognise(path), PACKET_NONE);
	assert_int_equal(packet_save(path, NULL, &packet), RC_OK);
	assert_int_equal(packet_recognise(path), PACKET_OPEN);
	assert_int_equal(packet_load(&a, path, NULL, NULL, &p), RC_OK);
	assert_int_equal(p.sheets, SHEETS);
	assert_int_equal(packet_load(&a, in_folder("none"), NULL, NULL, &p), RC_NOT_FOUND);
	arena_done(&a);
}

#ifdef WITH_SEAL
static struct str bytes_of(const char *path)
{
	struct str bytes = { 0 };
	FILE *file = fopen(path, "rb");
	int c;

	assert_non_null(file);
	while ((c = getc(file)) != EOF)
		str_add_char(&bytes, (char)c);
	fclose(file);
	return bytes;
}

static void bytes_put(const char *path, const char *bytes, size_t n)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, n, file), n);
	fclose(file);
}

static void assert_refused(const char *path, const char *passphrase, const char *because)
{
	struct arena a = { 0 };
	struct packet p;

	assert_int_equal(packet_load(&a, path, passphrase, NULL, &p), RC_INVALID);
	if (!strstr(err_last()->text, because))
		fail_msg("“%s” does not say “%s”", err_last()->text, because);
	arena_done(&a);
}

static void a_sealed_packet_opens_by_its_passphrase_alone(void **state)
{
	struct packet packet = packet_make(), p;
	struct arena a = { 0 };
	const char *path = in_folder("sealed.packet");
	struct str bytes;

	(void)state;
	assert_int_equal(packet_save(path, "четыре слова вместе", &packet), RC_OK);
	assert_int_equal(packet_recognise(path), PACKET_SEALED);
	bytes = bytes_of(path);
	assert_null(memmem(bytes.text, bytes.len, "Ёлкина", strlen("Ёлкина")));
	assert_int_equal(packet_load(&a, path, "четыре слова вместе", NULL, &p), RC_OK);
	assert_int_equal(p.sheets, SHEETS);
	assert_string_equal(p.person[0].name, "Ёлкина Зоя");
	assert_refused(path, "четыре слова врозь", "another passphrase");
	assert_refused(path, NULL, "is sealed");
	str_done(&bytes);
	arena_done(&a);
}

static void damage_to_a_sealed_packet_is_no_wrong_passphrase(void **state)
{
	struct packet packet = packet_make();
	const char *path = in_folder("damaged.packet");
	struct str bytes;

	(void)state;
	assert_int_equal(packet_save(path, "passphrase", &packet), RC_OK);
	bytes = bytes_of(path);
	for (size_t i = 18; i < bytes.len; i += i < 110 ? 7 : 331) {
		bytes.text[i] ^= 4;
		bytes_put(path, bytes.text, bytes.len);
		assert_refused(path, "passphrase", "damaged");
		bytes.text[i] ^= 4;
	}
	bytes_put(path, bytes.text, bytes.len - 1);
	assert_refused(path, "passphrase", "in part only");
	bytes_put(path, bytes.text, 40);
	assert_refused(path, "passphrase", "in part only");
	str_done(&bytes);
}
#endif

int main(int argc, char **argv)
{
	(void)argc;
	paths_init(argv[0]);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_packet_says_what_was_put_in),
		cmocka_unit_test(a_byte_that_was_changed_is_told),
		cmocka_unit_test(the_damaged_line_is_named),
		cmocka_unit_test(a_packet_cut_off_anywhere_is_told),
		cmocka_unit_test(lines_that_were_lost_or_doubled_are_told),
		cmocka_unit_test(what_is_whole_can_be_taken_alone),
		cmocka_unit_test(another_version_is_refused_as_such),
		cmocka_unit_test(a_file_is_known_by_its_first_bytes),
#ifdef WITH_SEAL
		cmocka_unit_test(a_sealed_packet_opens_by_its_passphrase_alone),
		cmocka_unit_test(damage_to_a_sealed_packet_is_no_wrong_passphrase),
#endif
	};

	return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
