#include "port_test.h"

#include "nastavnik/base/utf8.h"

static const enum encoding all[] = { ENCODING_UTF8,    ENCODING_UTF8_BOM, ENCODING_UTF16LE,
				     ENCODING_UTF16BE, ENCODING_CP1251,   ENCODING_KOI8R,
				     ENCODING_CP866 };
enum { ALL = sizeof(all) / sizeof(all[0]) };

static void usual_names_of_encodings_are_understood(void **state)
{
	static const struct {
		const char *text;
		enum encoding encoding;
	} row[] = {
		{ "utf-8", ENCODING_UTF8 },         { "UTF8", ENCODING_UTF8 },
		{ "utf-8-bom", ENCODING_UTF8_BOM }, { "UTF-8-SIG", ENCODING_UTF8_BOM },
		{ "utf-16", ENCODING_UTF16LE },     { "UTF-16BE", ENCODING_UTF16BE },
		{ "cp1251", ENCODING_CP1251 },      { "Windows-1251", ENCODING_CP1251 },
		{ "1251", ENCODING_CP1251 },        { "win_1251", ENCODING_CP1251 },
		{ "KOI8-R", ENCODING_KOI8R },       { "koi8r", ENCODING_KOI8R },
		{ "cp866", ENCODING_CP866 },        { "DOS", ENCODING_CP866 },
		{ "866", ENCODING_CP866 },          { "IBM866", ENCODING_CP866 },
		{ "auto", ENCODING_AUTO },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		enum encoding encoding = ENCODING_COUNT;

		assert_int_equal(encoding_parse(row[i].text, &encoding), RC_OK);
		assert_int_equal(encoding, row[i].encoding);
	}
}

static void each_encoding_is_found_by_its_own_code_and_name(void **state)
{
	struct choices choices = encoding_choices();

	(void)state;
	assert_int_equal(choices.n, ENCODING_COUNT);
	for (size_t i = 0; i < ALL; i++) {
		enum encoding encoding = ENCODING_AUTO;

		assert_int_equal(encoding_parse(choices.row[i].code, &encoding), RC_OK);
		assert_int_equal(encoding, all[i]);
		assert_int_equal(encoding_parse(encoding_name(all[i]), &encoding), RC_OK);
		assert_int_equal(encoding, all[i]);
		assert_int_equal(choices.row[i].id, (int)all[i] + 1);
	}
}

static void an_unknown_encoding_is_refused_by_name(void **state)
{
	enum encoding encoding = ENCODING_CP866;

	(void)state;
	assert_int_equal(encoding_parse("latin-1", &encoding), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "latin-1"));
	assert_non_null(strstr(err_last()->text, "cp1251"));
	assert_int_equal(encoding_parse("", &encoding), RC_INVALID);
	assert_int_equal(encoding, ENCODING_CP866);
}

/* All of text through a decoder, cut into pieces of `step` bytes. */
static size_t decode(enum encoding encoding, const struct str *bytes, size_t step, struct str *out)
{
	struct decoder *decoder;
	size_t broken = 0;

	assert_int_equal(decoder_new(encoding, &decoder), RC_OK);
	for (size_t at = 0; at < bytes->len; at += step) {
		size_t n = bytes->len - at < step ? bytes->len - at : step;

		broken += decoder_add(decoder, bytes->text + at, n, at + n == bytes->len, out);
	}
	decoder_free(decoder);
	return broken;
}

static void text_comes_back_however_the_bytes_are_cut(void **state)
{
	static const char text[] = "Ёлкина Зоя; ПЁТР\r\nщука-яхонт \"ъы\" 7В";

	(void)state;
	for (size_t i = 0; i < ALL; i++) {
		struct str bytes = { 0 };

		encode(all[i], text, true, &bytes);
		for (size_t step = 1; step <= bytes.len; step++) {
			struct str out = { 0 };

			assert_int_equal(decode(all[i], &bytes, step, &out), 0);
			assert_string_equal(str_text(&out), text);
			str_done(&out);
		}
		str_done(&bytes);
	}
}

static void unicode_encodings_carry_what_old_ones_lack(void **state)
{
	static const char text[] = "№ «–» 𝄞 ₽ 漢字";

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct str bytes = { 0 }, out = { 0 };

		encode(all[i], text, true, &bytes);
		for (size_t step = 1; step < 8; step++) {
			str_clear(&out);
			assert_int_equal(decode(all[i], &bytes, step, &out), 0);
			assert_string_equal(str_text(&out), text);
		}
		str_done(&bytes);
		str_done(&out);
	}
}

static void each_broken_piece_is_marked_and_counted(void **state)
{
	static const struct {
		enum encoding encoding;
		const char *bytes;
		size_t n;
		const char *text;
		size_t broken;
	} row[] = {
#define BYTES(text) text, sizeof(text) - 1
		{ ENCODING_CP1251, BYTES("\xC0\x98\xC1"),
		  "А\xEF\xBF\xBD"
		  "Б",
		  1 },
		{ ENCODING_UTF8,
		  BYTES("a\xC0\xAF"
			"b"),
		  "a\xEF\xBF\xBD"
		  "b",
		  1 }, /* overlong */
		{ ENCODING_UTF8,
		  BYTES("a\xED\xA0\x80"
			"b"),
		  "a\xEF\xBF\xBD"
		  "b",
		  1 }, /* surrogate */
		{ ENCODING_UTF8,
		  BYTES("a\xF4\x90\x80\x80"
			"b"),
		  "a\xEF\xBF\xBD"
		  "b",
		  1 },
		{ ENCODING_UTF8,
		  BYTES("a\x80"
			"b\xFF"),
		  "a\xEF\xBF\xBD"
		  "b\xEF\xBF\xBD",
		  2 },
		{ ENCODING_UTF8, BYTES("\xD0\x9F\xD0"), "П\xEF\xBF\xBD", 1 }, /* cut at the end */
		{ ENCODING_UTF16LE,
		  BYTES("a\0\x00\xD8"
			"b\0"),
		  "a\xEF\xBF\xBD"
		  "b",
		  1 },
		{ ENCODING_UTF16BE, BYTES("\0a\0"), "a\xEF\xBF\xBD", 1 }, /* half a character */
#undef BYTES
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		for (size_t step = 1; step <= row[i].n; step++) {
			struct str bytes = { 0 }, out = { 0 };

			str_add_n(&bytes, row[i].bytes, row[i].n);
			assert_int_equal(decode(row[i].encoding, &bytes, step, &out),
					 row[i].broken);
			assert_string_equal(str_text(&out), row[i].text);
			assert_true(utf8_valid(out.text, out.len));
			str_done(&bytes);
			str_done(&out);
		}
	}
}

static void a_byte_order_mark_counts_at_the_beginning_only(void **state)
{
	struct str bytes = { 0 }, out = { 0 };

	(void)state;
	str_add(&bytes, "\xEF\xBB\xBF"
			"a\xEF\xBB\xBF"
			"b");
	decode(ENCODING_UTF8, &bytes, 2, &out);
	assert_string_equal(str_text(&out), "a\xEF\xBB\xBF"
					    "b");
	str_done(&bytes);
	str_done(&out);
}

static void what_an_encoding_lacks_gets_a_twin_and_is_counted(void **state)
{
	static const char text[] = "№ 5 «Ромашка» – 1…2 漢";
	static const struct {
		enum encoding encoding;
		size_t lost, replaced;
		const char *fit;
	} row[] = {
		{ ENCODING_UTF8, 0, 0, text },
		{ ENCODING_CP1251, 1, 1, "№ 5 «Ромашка» – 1…2 ?" },
		{ ENCODING_CP866, 1, 5, "№ 5 \"Ромашка\" - 1...2 ?" },
		{ ENCODING_KOI8R, 1, 6, "N 5 \"Ромашка\" - 1...2 ?" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct str bytes = { 0 }, out = { 0 }, fit = { 0 };
		struct encoder *encoder;
		uint32_t lost = 0;

		assert_int_equal(encoder_new(row[i].encoding, &encoder), RC_OK);
		assert_int_equal(encoder_add(encoder, text, strlen(text), &bytes, &lost),
				 row[i].lost);
		assert_int_equal(lost, row[i].lost ? 0x6F22 : 0);
		decode(row[i].encoding, &bytes, 7, &out);
		assert_string_equal(str_text(&out), row[i].fit);
		assert_int_equal(encoder_fit(encoder, text, strlen(text), &fit, NULL),
				 row[i].replaced);
		assert_string_equal(str_text(&fit), row[i].fit);
		encoder_free(encoder);
		str_done(&bytes);
		str_done(&out);
		str_done(&fit);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(usual_names_of_encodings_are_understood),
		cmocka_unit_test(each_encoding_is_found_by_its_own_code_and_name),
		cmocka_unit_test(an_unknown_encoding_is_refused_by_name),
		cmocka_unit_test(text_comes_back_however_the_bytes_are_cut),
		cmocka_unit_test(unicode_encodings_carry_what_old_ones_lack),
		cmocka_unit_test(each_broken_piece_is_marked_and_counted),
		cmocka_unit_test(a_byte_order_mark_counts_at_the_beginning_only),
		cmocka_unit_test(what_an_encoding_lacks_gets_a_twin_and_is_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
