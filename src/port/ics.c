#include "nastavnik/port/ics.h"

#include <string.h>
#include <time.h>

#include "nastavnik/base/date.h"

enum { LINE_OCTETS = 75 }; /* RFC 5545, 3.1: without the line's end */

/* Cut a long line where a character ends; what goes on begins with a space, which counts. */
static void line_add(struct str *out, const char *line)
{
	size_t left = strlen(line), room = LINE_OCTETS;

	while (left > room) {
		size_t n = room;

		while (((unsigned char)line[n] & 0xc0) == 0x80)
			n--;
		str_add_n(out, line, n);
		str_add(out, "\r\n ");
		line += n;
		left -= n;
		room = LINE_OCTETS - 1;
	}
	str_add_n(out, line, left);
	str_add(out, "\r\n");
}

/* RFC 5545, 3.3.11: a text's own backslashes, commas, semicolons and line ends. */
static void escape(struct str *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n')
			str_add(out, "\\n");
		else if (strchr("\\;,", *text))
			str_printf(out, "\\%c", *text);
		else if ((unsigned char)*text >= ' ' || *text == '\t')
			str_add_char(out, *text);
	}
}

static void text_add(struct str *out, const char *name, const char *text)
{
	struct str line = { 0 };

	if (!*text)
		return;
	str_printf(&line, "%s:", name);
	escape(&line, text);
	line_add(out, str_text(&line));
	str_done(&line);
}

static void day_add(struct str *out, const char *name, int date)
{
	str_printf(out, "%s;VALUE=DATE:%08d\r\n", name, date);
}

static void stamp_add(struct str *out, int64_t stamp)
{
	time_t seconds = (time_t)stamp;
	char text[20] = "";
	struct tm tm;

	if (gmtime_r(&seconds, &tm))
		strftime(text, sizeof(text), "%Y%m%dT%H%M%SZ", &tm);
	str_printf(out, "DTSTAMP:%s\r\n", text);
}

void ics_begin(struct str *out, const char *name)
{
	str_add(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//nastavnik//nastavnik//RU\r\n"
		     "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
	text_add(out, "X-WR-CALNAME", name);
}

/* The last day is the first one that the event does not have any more. A whole day is nobody's
 * hindrance: TRANSPARENT. */
void ics_add(struct str *out, const struct ics_event *event, int64_t stamp)
{
	str_add(out, "BEGIN:VEVENT\r\n");
	text_add(out, "UID", event->uid);
	stamp_add(out, stamp);
	day_add(out, "DTSTART", event->from);
	day_add(out, "DTEND", date_add_days(event->until, 1));
	text_add(out, "SUMMARY", event->summary);
	text_add(out, "CATEGORIES", event->category);
	str_add(out, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

void ics_end(struct str *out)
{
	str_add(out, "END:VCALENDAR\r\n");
}
