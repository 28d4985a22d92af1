/* Reading the text of a packet: lines, their checksums, their fields. */
#include <string.h>

#include "crc.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "packet.h"

struct reader {
	struct arena *arena;
	struct issues *partial; /* NULL: any damage refuses the whole */
	struct packet *packet;
	char *at, *end; /* of the text */
	char *field;    /* the next field of the line; NULL: there is none */
	int64_t line;   /* from 1 */
	uint32_t crc;   /* of the lines before this one */
	enum packet_line kind;
	size_t items_cap, people_cap, sheets_cap, mismatches_cap;
	bool has[LINES];
	bool head_whole; /* everything before the sheets */
	bool cut;        /* in the middle of a line */
	char *begin;     /* of the line */
};

static enum rc line_damaged(int64_t line)
{
	return err_set(RC_INVALID,
		       _("The packet is damaged: line %lld was changed on its way. Copy it again "
			 "from where it was typed."),
		       (long long)line);
}

static enum rc cut_off(int64_t line)
{
	return err_set(RC_INVALID,
		       _("The packet was copied in part only: it ends behind line %lld. Copy it "
			 "again."),
		       (long long)line);
}

/* ---- fields ---- */

/* The next field, unescaped in place; NULL: the line has no more. */
static char *field_next(struct reader *r)
{
	static const char letters[] = "tnr\\", special[] = "\t\n\r\\";
	char *begin = r->field, *to = begin, *at = begin;

	if (!begin)
		return NULL;
	for (; *at && *at != '\t'; at++) {
		const char *known = *at == '\\' && at[1] ? strchr(letters, at[1]) : NULL;

		if (known)
			at++;
		*to++ = known ? special[known - letters] : *at;
	}
	r->field = *at ? at + 1 : NULL;
	*to = '\0';
	return begin;
}

static bool digits_read(const char *text, int64_t *out)
{
	bool minus = *text == '-';
	uint64_t value = 0;

	text += minus;
	if (!*text)
		return false;
	for (; *text; text++) {
		if (*text < '0' || *text > '9' || value > (uint64_t)INT64_MAX / 10)
			return false;
		value = value * 10 + (uint64_t)(*text - '0');
	}
	if (value > (uint64_t)INT64_MAX)
		return false;
	*out = minus ? -(int64_t)value : (int64_t)value;
	return true;
}

static bool number_next(struct reader *r, int64_t *out)
{
	const char *text = field_next(r);

	if (!text)
		return false;
	if (!*text) {
		*out = FIELD_NOTHING;
		return true;
	}
	return digits_read(text, out);
}

static bool fields_next(struct reader *r, const struct fields *fields, void *record)
{
	for (size_t i = 0; i < fields->n; i++) {
		const struct field *f = &fields->row[i];
		int64_t value = 0;
		const char *text = NULL;

		if (field_is_text(f) ? !(text = field_next(r)) : !number_next(r, &value))
			return false;
		if (field_is_text(f))
			field_set_text(f, record, text);
		else
			field_set_int(f, record, value);
	}
	return true;
}

static bool record_next(struct reader *r, const struct record_type *type, void *record)
{
	struct record *head = record;

	return number_next(r, &head->id) && head->id > 0 && fields_next(r, type->fields, record) &&
	       !r->field;
}

/* ---- lines by their kinds ---- */

static bool head_line(struct reader *r)
{
	return fields_next(r, &packet_head_fields, &r->packet->head) && !r->field;
}

static bool survey_line(struct reader *r)
{
	return record_next(r, &survey_type, &r->packet->survey);
}

static bool item_line(struct reader *r)
{
	struct survey_items *items = &r->packet->items;

	if (items->n >= ITEM_MAX)
		return false;
	items->row = arena_grow(r->arena, items->row, items->n, &r->items_cap, sizeof(*items->row));
	memset(&items->row[items->n], 0, sizeof(*items->row));
	return record_next(r, &survey_item_type, &items->row[items->n++]);
}

static bool person_line(struct reader *r)
{
	struct packet *p = r->packet;

	p->person = arena_grow(r->arena, p->person, p->people, &r->people_cap, sizeof(*p->person));
	return fields_next(r, &packet_person_fields, &p->person[p->people++]) && !r->field;
}

static bool answer_next(struct reader *r, struct answer *out)
{
	if (!number_next(r, &out->status) || !number_next(r, &out->value) ||
	    !(out->words = field_next(r)) || !number_next(r, &out->doubt))
		return false;
	return out->status >= ANSWER_OPEN && out->status <= ANSWER_SKIPPED &&
	       (out->doubt == 0 || out->doubt == 1);
}

static bool answers_next(struct reader *r, struct answers *out)
{
	const struct survey_items *items = &r->packet->items;

	*out = (struct answers){ ARENA_NEW(r->arena, struct answer, items->n), 0 };
	for (size_t i = 0; i < items->n; i++) {
		struct answer *answer = &out->row[out->n];

		if (!answer_next(r, answer))
			return false;
		answer->item = items->row[i].head.id;
		out->n += answer->status != ANSWER_OPEN;
	}
	return !r->field;
}

static bool sheet_line(struct reader *r)
{
	struct packet *p = r->packet;
	struct packet_sheet sheet = { .line = r->line };

	sheet.head.source = "";
	if (!fields_next(r, &packet_sheet_fields, &sheet.head) || sheet.head.id <= 0 ||
	    !answers_next(r, &sheet.answers))
		return false;
	sheet.head.survey = p->survey.head.id;
	p->sheet = arena_grow(r->arena, p->sheet, p->sheets, &r->sheets_cap, sizeof(*p->sheet));
	p->sheet[p->sheets++] = sheet;
	return true;
}

static bool side_sane(const struct answer *side)
{
	return side->status >= ANSWER_OPEN && side->status <= ANSWER_SKIPPED;
}

static bool mismatch_line(struct reader *r)
{
	struct mismatches *all = &r->packet->mismatches;
	struct mismatch m = { 0 };

	if (!fields_next(r, &packet_mismatch_fields, &m) || r->field || !side_sane(&m.first) ||
	    !side_sane(&m.second) || m.taken < 1 || m.taken > 3)
		return false;
	all->row = arena_grow(r->arena, all->row, all->n, &r->mismatches_cap, sizeof(*all->row));
	all->row[all->n++] = m;
	return true;
}

/* How many lines there were, and the checksum of all of them: none was lost or moved. What was told
 * already is not told again. */
static bool end_line(struct reader *r)
{
	int64_t lines, crc;

	if (r->partial && r->partial->n)
		return true;
	return number_next(r, &lines) && number_next(r, &crc) && !r->field &&
	       lines == r->line - 2 && crc == (int64_t)r->crc && r->at == r->end;
}

static bool (*const line_read[LINES])(struct reader *r) = {
	[LINE_HEAD] = head_line,     [LINE_SURVEY] = survey_line, [LINE_ITEM] = item_line,
	[LINE_PERSON] = person_line, [LINE_SHEET] = sheet_line,   [LINE_MISMATCH] = mismatch_line,
	[LINE_END] = end_line,
};

static bool kind_read(struct reader *r)
{
	const char *name = field_next(r);

	for (int kind = 0; name && kind < LINES; kind++) {
		if (strcmp(name, packet_line_names[kind]) != 0)
			continue;
		if (kind < (int)r->kind ||
		    (kind == (int)r->kind && r->has[kind] && kind < LINE_ITEM))
			return false;
		r->kind = (enum packet_line)kind;
		r->has[kind] = true;
		return true;
	}
	return false;
}

static bool hex_is(const char *text, uint32_t value)
{
	for (int i = LINE_CRC; i-- > 0; value >>= 4)
		if (text[i] != "0123456789abcdef"[value & 15])
			return false;
	return text[LINE_CRC] == '\t';
}

/* The line at r->at, n bytes without its end, is as it was written. */
static bool line_whole(const char *line, size_t n)
{
	return n > LINE_CRC && hex_is(line, crc32_of(0, line + LINE_CRC + 1, n - LINE_CRC - 1)) &&
	       !memchr(line, '\0', n) && utf8_valid(line, n);
}

/* Sheets may be missing when that is asked for; what says how to read them may not. */
static enum rc line_lost(struct reader *r, bool cut)
{
	enum rc rc = cut ? cut_off(r->line - 1) : line_damaged(r->line);

	if (!r->has[LINE_SURVEY] || !r->packet->items.n || !r->head_whole)
		return rc;
	if (!r->partial)
		return RC_CONFLICT;
	issue_add(r->partial, ISSUE_ERROR, r->line, 0, NULL, "%s", err_last()->text);
	return RC_OK;
}

static enum rc line_take(struct reader *r)
{
	char *line = r->at, *stop = memchr(line, '\n', (size_t)(r->end - line));
	size_t n = (size_t)((stop ? stop : r->end) - line);
	uint32_t crc;
	bool whole;

	r->line++;
	r->at = stop ? stop + 1 : r->end;
	r->cut = !stop;
	if (!stop)
		return line_lost(r, true);
	crc = crc32_of(r->crc, line, n + 1);
	whole = line_whole(line, n);
	*stop = '\0';
	r->field = line + LINE_CRC + 1;
	if (!whole || !kind_read(r)) {
		r->crc = crc;
		return line_lost(r, false);
	}
	if (r->kind >= LINE_PERSON)
		r->head_whole = true;
	whole = line_read[r->kind](r);
	r->crc = crc;
	return whole ? RC_OK : line_lost(r, false);
}

static enum rc magic_take(struct reader *r)
{
	static const char magic[] = PACKET_MAGIC;
	char *stop = memchr(r->at, '\n', (size_t)(r->end - r->at));
	int64_t version = 0;

	if (!stop || (size_t)(stop - r->at) < sizeof(magic) ||
	    memcmp(r->at, magic, sizeof(magic) - 1) != 0)
		return err_set(RC_INVALID, _("This is no packet of a questionnaire, or its "
					     "beginning is damaged."));
	*stop = '\0';
	if (!digits_read(r->at + sizeof(magic) - 1, &version))
		return line_damaged(1);
	if (version != PACKET_VERSION)
		return err_set(RC_INVALID,
			       _("The packet was written by another version of the program (its "
				 "form is %lld, this program knows %d). Install the same version "
				 "on both computers."),
			       (long long)version, PACKET_VERSION);
	r->at = stop + 1;
	r->line = 1;
	return RC_OK;
}

enum rc packet_read(struct arena *a, char *text, size_t n, struct issues *partial,
		    struct packet *out)
{
	struct packet packet = { 0 };
	struct reader r = {
		.arena = a, .partial = partial, .packet = &packet, .at = text, .end = text + n
	};
	enum rc rc = magic_take(&r);

	while (!rc && r.at < r.end && !r.has[LINE_END])
		rc = line_take(&r);
	if (!rc && !r.has[LINE_END] && !r.cut) {
		r.line++;
		r.kind = LINE_END;
		rc = line_lost(&r, true);
	}
	if (!rc && (!r.has[LINE_HEAD] || !r.has[LINE_SURVEY] || !packet.items.n))
		rc = cut_off(r.line);
	if (!rc)
		*out = packet;
	return rc;
}
