/* Private: what the writer and the reader of packets have in common. */
#ifndef NASTAVNIK_PORT_SRC_PACKET_H
#define NASTAVNIK_PORT_SRC_PACKET_H

#include "nastavnik/port/packet.h"

#define PACKET_MAGIC "nastavnik-packet "

/* Kinds of lines, in the order they stand in. */
enum packet_line {
	LINE_HEAD,
	LINE_SURVEY,
	LINE_ITEM,
	LINE_PERSON,
	LINE_SHEET,
	LINE_MISMATCH,
	LINE_END,
	LINES
};
extern const char *const packet_line_names[LINES];

enum {
	LINE_CRC = 8,     /* hexadecimal digits a line begins with, then a tab */
	ANSWER_FIELDS = 4 /* status, value, words, doubt; of each item, in their order */
};

/* The fields of a line behind its name and, where the record has one, its id; a sheet's are
 * followed by its answers. */
extern const struct fields packet_head_fields, packet_person_fields, packet_sheet_fields,
	packet_mismatch_fields;

#endif
