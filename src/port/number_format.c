/* How a spreadsheet shows a number. */
#include "number_format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"

/* Separator of thousands: a no-break space. */
#define THOUSANDS "\u00a0"

enum { BUILTIN_COUNT = 50, DAY_SECONDS = 86400, DAYS_1904 = 1462, DAYS_MAX = 2958465 };

static const char *const builtin[BUILTIN_COUNT] = {
	[1] = "0",
	[2] = "0.00",
	[3] = "#,##0",
	[4] = "#,##0.00",
	[5] = "#,##0",
	[6] = "#,##0",
	[7] = "#,##0.00",
	[8] = "#,##0.00",
	[9] = "0%",
	[10] = "0.00%",
	[14] = "dd.mm.yyyy",
	[15] = "dd.mmm.yy",
	[16] = "dd.mmm",
	[17] = "mmm.yy",
	[18] = "h:mm",
	[19] = "h:mm:ss",
	[20] = "h:mm",
	[21] = "h:mm:ss",
	[22] = "dd.mm.yyyy h:mm",
	[37] = "#,##0",
	[38] = "#,##0",
	[39] = "#,##0.00",
	[40] = "#,##0.00",
	[41] = "#,##0",
	[42] = "#,##0",
	[43] = "#,##0.00",
	[44] = "#,##0.00",
	[45] = "mm:ss",
	[46] = "[h]:mm:ss",
	[47] = "mm:ss",
};

const char *number_builtin(int id)
{
	/* Dates of East Asian programs, which show a date here too. */
	if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58))
		return builtin[14];
	return id >= 0 && id < BUILTIN_COUNT && builtin[id] ? builtin[id] : "General";
}

/* ---- walking over a code ---- */

enum token { TOKEN_END, TOKEN_TEXT, TOKEN_BRACKET, TOKEN_PAD, TOKEN_LETTER };

struct piece {
	enum token token;
	const char *text; /* without quotes and brackets */
	size_t n;
};

/* The next piece of a section: quoted or escaped text, [bracket], padding, or a bare letter. */
static struct piece piece_next(const char **at)
{
	const char *p = *at, *end;
	struct piece piece = { TOKEN_END, p, 0 };
	uint32_t cp;

	if (!*p || *p == ';')
		return piece;
	if (*p == '"' || *p == '[') {
		end = strchr(p + 1, *p == '"' ? '"' : ']');
		piece.token = *p == '"' ? TOKEN_TEXT : TOKEN_BRACKET;
		piece.text = p + 1;
		piece.n = end ? (size_t)(end - piece.text) : strlen(piece.text);
		*at = end ? end + 1 : piece.text + piece.n;
		return piece;
	}
	piece.token = TOKEN_LETTER;
	if ((*p == '\\' || *p == '_' || *p == '*') && p[1]) {
		piece.token = *p == '\\' ? TOKEN_TEXT : TOKEN_PAD;
		piece.text = ++p;
	}
	piece.n = utf8_decode(p, &cp);
	*at = p + piece.n;
	return piece;
}

/* Behind the section that starts here; NULL: it was the last. */
static const char *section_next(const char *at)
{
	while (piece_next(&at).token != TOKEN_END)
		;
	return *at == ';' ? at + 1 : NULL;
}

/* ---- what a format is ---- */

/* Which parts of a moment a section names. */
struct moment {
	int years, months, days, hours, seconds;
	bool elapsed;
};

static void moment_letter(struct moment *m, const struct piece *piece)
{
	static const struct {
		const char *latin, *cyrillic; /* Russian programs may write their own letters */
		size_t offset;
	} letters[] = {
		{ "y", "Гг", offsetof(struct moment, years) },
		{ "m", "Мм", offsetof(struct moment, months) },
		{ "d", "Дд", offsetof(struct moment, days) },
		{ "h", "Чч", offsetof(struct moment, hours) },
		{ "s", "Сс", offsetof(struct moment, seconds) },
	};

	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
		bool latin = piece->n == 1 && (*piece->text | 0x20) == *letters[i].latin;
		bool own = piece->n == 2 && (!memcmp(piece->text, letters[i].cyrillic, 2) ||
					     !memcmp(piece->text, letters[i].cyrillic + 2, 2));

		if (latin || own)
			++*(int *)(void *)((char *)m + letters[i].offset);
	}
}

static struct moment moment_of(const char *code)
{
	struct moment m = { 0 };

	for (struct piece piece; (piece = piece_next(&code)).token != TOKEN_END;) {
		if (piece.token == TOKEN_LETTER)
			moment_letter(&m, &piece);
		else if (piece.token == TOKEN_BRACKET && piece.n &&
			 strspn(piece.text, "hHmMsS") >= piece.n)
			m.elapsed = true;
	}
	return m;
}

static enum number_shape moment_shape(const struct moment *m)
{
	bool time = m->hours || m->seconds || m->elapsed;
	bool date = m->days || m->years || (m->months && !time);

	if (date)
		return time ? NUMBER_DATE_TIME : !m->days && !m->months ? NUMBER_YEAR : NUMBER_DATE;
	if (time)
		return m->elapsed ? NUMBER_ELAPSED : NUMBER_TIME;
	return NUMBER_CODE;
}

static bool is_general(const char *code)
{
	return !*code || strcasestr(code, "general") || strcasestr(code, "standard") ||
	       !strcmp(code, "@");
}

/* Does a section have one of these letters, outside quotes and brackets? */
static bool has_letter(const char *code, const char *letters)
{
	for (struct piece piece; (piece = piece_next(&code)).token != TOKEN_END;) {
		if (piece.token == TOKEN_LETTER && strchr(letters, *piece.text))
			return true;
	}
	return false;
}

struct number_format number_format_of(const char *code)
{
	struct number_format format = { .code = code };

	if (is_general(code))
		return format;
	struct moment m = moment_of(code);

	format.seconds = m.seconds > 0;
	/* Where digits have places, letters are units: «0 м» is metres. */
	format.shape =
		has_letter(code, "0#?") && !m.hours && !m.years ? NUMBER_CODE : moment_shape(&m);
	/* Of exponents and fractions, what a reader of names and dates needs is the number. */
	if (format.shape == NUMBER_CODE && has_letter(code, "eE/"))
		format.shape = NUMBER_GENERAL;
	return format;
}

/* ---- numbers ---- */

/* What fits into eleven characters, as a wide cell has it. */
static void general_show(double value, struct str *out)
{
	char buf[64];
	int whole;

	if (value == floor(value) && fabs(value) < 1e15) {
		str_printf(out, "%.0f", value == 0 ? 0.0 : value);
		return;
	}
	if (fabs(value) >= 1e15 || fabs(value) < 1e-9) {
		str_printf(out, "%.6g", value);
		return;
	}
	whole = snprintf(buf, sizeof(buf), "%.0f", trunc(fabs(value)));
	snprintf(buf, sizeof(buf), "%.*f", whole < 9 ? 10 - whole : 1, value);
	for (size_t n = strlen(buf); buf[n - 1] == '0' || buf[n - 1] == '.'; n--) {
		bool point = buf[n - 1] == '.';

		buf[n - 1] = '\0';
		if (point)
			break;
	}
	if (strchr(buf, '.'))
		*strchr(buf, '.') = ',';
	str_add(out, buf);
}

/* What a section of a code asks for. */
struct section {
	const char *code;
	int whole, decimals; /* places for digits before and behind the point */
	int percents, scale; /* of thousands */
	bool thousands;
};

static struct section section_read(const char *code)
{
	struct section s = { .code = code };
	bool point = false;
	int commas = 0;

	for (struct piece piece; (piece = piece_next(&code)).token != TOKEN_END;) {
		char c = piece.token == TOKEN_LETTER ? *piece.text : '\0';

		if (c && strchr("0#?", c)) {
			s.thousands |= commas > 0;
			commas = 0;
			point ? s.decimals++ : s.whole++;
		} else if (c == ',') {
			commas += s.whole > 0;
		} else if (c == '.') {
			point = true;
		} else if (c == '%') {
			s.percents++;
		}
	}
	s.scale = commas;
	return s;
}

/* Does the condition in front of a section ([<=9999999]) hold? *has: there is one. */
static bool condition_holds(const char *code, double value, bool *has)
{
	static const struct {
		const char *sign;
		bool less, equal, more;
	} signs[] = {
		{ "<=", true, true, false }, { ">=", false, true, true },
		{ "<>", true, false, true }, { "<", true, false, false },
		{ ">", false, false, true }, { "=", false, true, false },
	};

	for (struct piece piece; (piece = piece_next(&code)).token == TOKEN_BRACKET;) {
		for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
			size_t n = strlen(signs[i].sign);
			double bound;

			if (strncmp(piece.text, signs[i].sign, n))
				continue;
			*has = true;
			bound = strtod(piece.text + n, NULL);
			return value < bound   ? signs[i].less
			       : value > bound ? signs[i].more
					       : signs[i].equal;
		}
	}
	return false;
}

/* The section for a value; *minus: the sign has to be written. */
static const char *section_find(const char *code, double value, bool *minus)
{
	const char *second = section_next(code);
	const char *third = second ? section_next(second) : NULL;
	bool has = false;

	*minus = value < 0;
	if (condition_holds(code, value, &has) || !second)
		return code;
	if (has)
		return !third || condition_holds(second, value, &has) ? second : third;
	if (value < 0) {
		*minus = false;
		return second;
	}
	return value == 0 && third ? third : code;
}

/* Digits of a value by the places of a section, from the left. */
struct digits {
	const struct section *section;
	const char *whole, *decimals;
	size_t length; /* of whole */
	int place, decimal;
	bool point;
};

static void whole_digit(struct digits *d, char place, struct str *out)
{
	int at = d->section->whole - 1 - d->place++;
	int from = d->place == 1 && (int)d->length > at ? (int)d->length - 1 : at;

	for (int i = from; i >= at; i--) {
		if (i >= (int)d->length && place != '0')
			continue;
		str_add_char(out, i < (int)d->length ? d->whole[d->length - 1 - (size_t)i] : '0');
		if (d->section->thousands && i && i % 3 == 0)
			str_add(out, THOUSANDS);
	}
}

static void decimal_digit(struct digits *d, char place, struct str *out)
{
	const char *rest = d->decimals + d->decimal;

	if (d->decimal++ >= d->section->decimals)
		return;
	/* «#» has no zeros behind the last digit that is one. */
	if (place != '0' && rest[strspn(rest, "0")] == '\0')
		return;
	if (d->decimal == 1)
		str_add_char(out, ',');
	str_add_char(out, *rest);
}

static void digit_put(struct digits *d, char place, struct str *out)
{
	if (d->point)
		decimal_digit(d, place, out);
	else
		whole_digit(d, place, out);
}

/* A bracket: only [$₽-419] shows something. */
static void bracket_put(const struct piece *piece, struct str *out)
{
	const char *dash = memchr(piece->text, '-', piece->n);

	if (piece->n && *piece->text == '$')
		str_add_n(out, piece->text + 1,
			  (dash ? (size_t)(dash - piece->text) : piece->n) - 1);
}

/* A code without a place before the point (.00) shows what is there. */
static void point_put(const struct section *s, struct digits *d, struct str *out)
{
	if (!s->whole && !d->point)
		str_add(out, d->whole);
	d->point = true;
}

static void section_put(const struct section *s, struct digits *d, struct str *out)
{
	const char *at = s->code;

	for (struct piece piece; (piece = piece_next(&at)).token != TOKEN_END;) {
		char c = *piece.text;

		if (piece.token == TOKEN_BRACKET)
			bracket_put(&piece, out);
		else if (piece.token == TOKEN_TEXT)
			str_add_n(out, piece.text, piece.n);
		else if (piece.token == TOKEN_PAD || c == ',')
			continue;
		else if (strchr("0#?", c))
			digit_put(d, c, out);
		else if (c == '.')
			point_put(s, d, out);
		else
			str_add_n(out, piece.text, piece.n);
	}
}

static void code_show(const char *code, double value, struct str *out)
{
	enum { DECIMALS_MAX = 15 };
	char buf[512];
	bool minus;
	struct section s = section_read(section_find(code, value, &minus));
	double shown = fabs(value);
	char *point;

	for (int i = 0; i < s.percents; i++)
		shown *= 100;
	for (int i = 0; i < s.scale; i++)
		shown /= 1000;
	/* Halves go up as they were typed, not as binary has them: 2,675 is 2,68. */
	if (shown != floor(shown))
		shown = nextafter(nextafter(shown, INFINITY), INFINITY);
	s.decimals = s.decimals < DECIMALS_MAX ? s.decimals : DECIMALS_MAX;
	snprintf(buf, sizeof(buf), "%.*f", s.decimals, shown);
	point = strchr(buf, '.');
	if (point)
		*point = '\0';

	struct digits d = { .section = &s,
			    .whole = strcmp(buf, "0") ? buf : "",
			    .decimals = point ? point + 1 : "" };

	d.length = strlen(d.whole);
	if (minus && (d.length || d.decimals[strspn(d.decimals, "0")]))
		str_add_char(out, '-');
	section_put(&s, &d, out);
}

/* ---- dates and times ---- */

/* The day of a serial number; DATE_NONE when there is none. */
static int serial_date(int64_t serial, bool since_1904)
{
	if (since_1904)
		serial += DAYS_1904;
	if (serial < 1 || serial > DAYS_MAX)
		return DATE_NONE;
	/* Number 60 is a 29.02.1900 that never was; who sees it sees the day after. */
	return date_add_days(date_make(1900, 1, 1), (int)(serial < 60 ? serial - 1 : serial - 2));
}

static void clock_show(int64_t seconds, bool with_seconds, struct str *out)
{
	str_printf(out, "%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60));
	if (with_seconds)
		str_printf(out, ":%02d", (int)(seconds % 60));
}

/* A day beyond the calendar is shown as the number it is. */
static void moment_show(const struct number_format *format, double value, bool since_1904,
			struct str *out)
{
	int64_t total = llround(value * DAY_SECONDS), days = total / DAY_SECONDS;
	int64_t seconds = total % DAY_SECONDS;
	int date = serial_date(days, since_1904);
	char buf[DATE_SIZE];

	if (format->shape == NUMBER_TIME || (!days && seconds)) {
		clock_show(seconds, format->seconds, out);
		return;
	}
	if (!date) {
		general_show(value, out);
		return;
	}
	if (format->shape == NUMBER_YEAR) {
		str_printf(out, "%d", date_year(date));
		return;
	}
	str_add(out, date_format(date, buf));
	if (format->shape == NUMBER_DATE_TIME && seconds) {
		str_add_char(out, ' ');
		clock_show(seconds, format->seconds, out);
	}
}

void number_show(const struct number_format *format, double value, bool since_1904, struct str *out)
{
	if (!isfinite(value))
		return;
	if (format->shape == NUMBER_GENERAL)
		general_show(value, out);
	else if (format->shape == NUMBER_CODE)
		code_show(format->code, value, out);
	else if (value < 0 || value > DAYS_MAX)
		general_show(value, out);
	else if (format->shape == NUMBER_ELAPSED)
		clock_show(llround(value * DAY_SECONDS), format->seconds, out);
	else
		moment_show(format, value, since_1904, out);
}
