/* What a packet's lines hold, and writing them. */
#include "packet.h"

#include <string.h>

#include "crc.h"

const char *const packet_line_names[LINES] = {
	[LINE_HEAD] = "head",     [LINE_SURVEY] = "survey", [LINE_ITEM] = "item",
	[LINE_PERSON] = "person", [LINE_SHEET] = "sheet",   [LINE_MISMATCH] = "mismatch",
	[LINE_END] = "end",
};

#define TEXT(of, member)                                                      \
	{                                                                     \
		.kind = FIELD_LONGTEXT, .offset = offsetof(struct of, member) \
	}
#define NUMBER(of, member)                                                  \
	{                                                                   \
		.kind = FIELD_NUMBER, .offset = offsetof(struct of, member) \
	}

static const struct field head_rows[] = {
	NUMBER(packet_head, id),    TEXT(packet_head, school_uuid), TEXT(packet_head, school),
	NUMBER(packet_head, year),  NUMBER(packet_head, made_on),   TEXT(packet_head, whom),
	NUMBER(packet_head, named),
};
static const struct field person_rows[] = {
	NUMBER(packet_person, participation), NUMBER(packet_person, role),
	NUMBER(packet_person, number),        TEXT(packet_person, name),
	TEXT(packet_person, place),
};
static const struct field sheet_rows[] = {
	NUMBER(sheet, id),         NUMBER(sheet, participation),
	NUMBER(sheet, number),     NUMBER(sheet, filled_on),
	TEXT(sheet, note),         TEXT(sheet, entered_by),
	NUMBER(sheet, entered_at), NUMBER(sheet, seconds),
	NUMBER(sheet, keys),       TEXT(sheet, checked_by),
	NUMBER(sheet, checked_at), NUMBER(sheet, compared),
};
static const struct field mismatch_rows[] = {
	NUMBER(mismatch, sheet),        NUMBER(mismatch, item),
	NUMBER(mismatch, first.status), NUMBER(mismatch, first.value),
	TEXT(mismatch, first.words),    NUMBER(mismatch, second.status),
	NUMBER(mismatch, second.value), TEXT(mismatch, second.words),
	NUMBER(mismatch, taken),
};
const struct fields packet_mismatch_fields = FIELD_TABLE(mismatch_rows);
const struct fields packet_head_fields = FIELD_TABLE(head_rows);
const struct fields packet_person_fields = FIELD_TABLE(person_rows);
const struct fields packet_sheet_fields = FIELD_TABLE(sheet_rows);

/* ---- writing ---- */

struct writer {
	struct str *out;
	struct str line;
	uint32_t crc; /* of all lines so far */
	int64_t lines;
};

static void text_put(struct str *line, const char *text)
{
	static const char special[] = "\t\n\r\\", letters[] = "tnr\\";

	str_add_char(line, '\t');
	while (*text) {
		size_t plain = strcspn(text, special);

		str_add_n(line, text, plain);
		text += plain;
		if (*text) {
			str_add_char(line, '\\');
			str_add_char(line, letters[strchr(special, *text++) - special]);
		}
	}
}

static void number_put(struct str *line, int64_t value)
{
	char digits[24], *at = digits + sizeof(digits);
	uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	str_add_char(line, '\t');
	if (value == FIELD_NOTHING)
		return;
	do {
		*--at = (char)('0' + left % 10);
	} while (left /= 10);
	if (value < 0)
		*--at = '-';
	str_add_n(line, at, (size_t)(digits + sizeof(digits) - at));
}

static void fields_put(struct str *line, const struct fields *fields, const void *record)
{
	for (size_t i = 0; i < fields->n; i++) {
		const struct field *f = &fields->row[i];

		if (field_is_text(f))
			text_put(line, field_text(f, record));
		else
			number_put(line, field_int(f, record));
	}
}

static struct str *line_begin(struct writer *w, enum packet_line kind)
{
	str_clear(&w->line);
	str_add(&w->line, packet_line_names[kind]);
	return &w->line;
}

static void line_end(struct writer *w)
{
	size_t at = w->out->len;

	str_printf(w->out, "%08x\t", (unsigned)crc32_of(0, str_text(&w->line), w->line.len));
	str_add_n(w->out, w->line.text, w->line.len);
	str_add_char(w->out, '\n');
	w->crc = crc32_of(w->crc, w->out->text + at, w->out->len - at);
	w->lines++;
}

static void fields_line(struct writer *w, enum packet_line kind, const struct fields *fields,
			const void *record)
{
	fields_put(line_begin(w, kind), fields, record);
	line_end(w);
}

static void record_line(struct writer *w, enum packet_line kind, const struct record_type *type,
			const void *record)
{
	number_put(line_begin(w, kind), ((const struct record *)record)->id);
	fields_put(&w->line, type->fields, record);
	line_end(w);
}

static void answer_write(struct str *line, const struct answer *answer)
{
	static const struct answer open = { .value = FIELD_NOTHING, .words = "" };

	if (!answer)
		answer = &open;
	number_put(line, answer->status);
	number_put(line, answer->value);
	text_put(line, answer->words);
	number_put(line, answer->doubt);
}

static void sheet_line(struct writer *w, const struct survey_items *items,
		       const struct packet_sheet *sheet)
{
	fields_put(line_begin(w, LINE_SHEET), &packet_sheet_fields, &sheet->head);
	for (size_t i = 0; i < items->n; i++)
		answer_write(&w->line, answer_of(&sheet->answers, items->row[i].head.id));
	line_end(w);
}

void packet_write(struct str *out, const struct packet *packet)
{
	struct writer w = { .out = out };

	str_printf(out, PACKET_MAGIC "%d\n", PACKET_VERSION);
	fields_line(&w, LINE_HEAD, &packet_head_fields, &packet->head);
	record_line(&w, LINE_SURVEY, &survey_type, &packet->survey);
	for (size_t i = 0; i < packet->items.n; i++)
		record_line(&w, LINE_ITEM, &survey_item_type, &packet->items.row[i]);
	for (size_t i = 0; i < packet->people; i++)
		fields_line(&w, LINE_PERSON, &packet_person_fields, &packet->person[i]);
	for (size_t i = 0; i < packet->sheets; i++)
		sheet_line(&w, &packet->items, &packet->sheet[i]);
	for (size_t i = 0; i < packet->mismatches.n; i++)
		fields_line(&w, LINE_MISMATCH, &packet_mismatch_fields, &packet->mismatches.row[i]);
	number_put(line_begin(&w, LINE_END), w.lines);
	number_put(&w.line, w.crc);
	line_end(&w);
	str_done(&w.line);
}
