/*
 * Which column is which: maps the columns of any table to the fields of a field table, by the
 * heading (label, synonyms, keywords inside a web form's whole question), in any order, below title
 * lines; and by the content where there is no heading. Values stay text: app reads them with
 * field_parse().
 */
#ifndef NASTAVNIK_PORT_TABLE_H
#define NASTAVNIK_PORT_TABLE_H

#include "nastavnik/base/field.h"
#include "nastavnik/port/rows.h"

enum column_use {
	COLUMN_IGNORE,
	COLUMN_FIELD,      /* column.field says which */
	COLUMN_FULL_NAME,  /* «ФИО»: family, given, patronymic in one */
	COLUMN_GRADE,      /* «Класс» 7 where another column has the letter */
	COLUMN_LETTER,     /* «Литера» В */
	COLUMN_ROW_NUMBER, /* «№ п/п»: ignored, but known */
	COLUMN_USE_COUNT
};

enum {
	TABLE_SAMPLES = 3,
	TABLE_TITLE_MAX = 20,    /* rows in which a heading is looked for */
	TABLE_HEADING_AUTO = -1, /* find the heading */
};

/* Use and field may be changed by the caller (the person corrects the preview). */
struct column {
	enum column_use use;
	const struct field *field; /* of COLUMN_FIELD, else NULL */
	int sure;            /* 0…100: 100 the heading is a field's own, from 60 by words of the
			      * heading, below 60 by the content, 0 not known */
	const char *heading; /* squeezed; "" when there is none */
	const char *sample[TABLE_SAMPLES]; /* first values that are not empty, squeezed; "" */
};

/* All of it lives in the arena handed to table_map(). */
struct table {
	struct fields fields;
	struct column *column;
	size_t n;
	int64_t heading_line; /* of the heading row; 0: the table has none */
	int64_t rows_seen;    /* rows that were looked at */
};

/* Name of a use for the person: «ФИО (одним столбцом)». */
const char *column_use_name(enum column_use use);

/*
 * Look at the first rows of a source and map its columns; fields with FIELD_NO_IMPORT are left out.
 * Fields "family", "given", "patronymic" and "class_name" get the parts of COLUMN_FULL_NAME, GRADE
 * and LETTER. A field is mapped to one column, except choices and long texts: several columns are
 * joined. The source stands at its beginning afterwards; nothing is reported to its issues.
 * RC_INVALID when the table has no row at all.
 *
 * heading: TABLE_HEADING_AUTO, the line of the heading row as the person says, or 0 for none.
 */
enum rc table_map(struct arena *a, struct row_source *source, struct fields fields, int64_t heading,
		  struct table *table);
/* Is a field (by name) filled by some column, also as a part of one? */
bool table_has(const struct table *table, const char *field_name);

/* The next row of data: title lines, the heading and its repetitions are passed over. Otherwise as
 * rows_next(). */
enum rc table_next(const struct table *table, struct row_source *source, struct row *row);
/*
 * The row's texts by field: value[i] belongs to table->fields.row[i]; NULL where the table has no
 * such column, "" where the cell is empty. Texts are NFC and squeezed (long texts keep their line
 * ends), in the arena. value has room for fields.n.
 */
void table_values(struct arena *a, const struct table *table, const struct row *row,
		  const char **value);

#endif
