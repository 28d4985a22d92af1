/* Private: how a spreadsheet shows a number, by its format code («ДД.ММ.ГГГГ», «000000», «0%»).
 * Pure. Numbers are shown as a Russian spreadsheet does: decimal comma, a no-break space between
 * thousands; a date always as ДД.ММ.ГГГГ, which everything here can read. */
#ifndef NASTAVNIK_PORT_SRC_NUMBER_FORMAT_H
#define NASTAVNIK_PORT_SRC_NUMBER_FORMAT_H

#include <stdbool.h>

#include "nastavnik/base/str.h"

enum number_shape {
	NUMBER_GENERAL,
	NUMBER_CODE, /* digits as the code places them */
	NUMBER_DATE,
	NUMBER_DATE_TIME,
	NUMBER_TIME,
	NUMBER_ELAPSED, /* [h]:mm: hours beyond 24 */
	NUMBER_YEAR,    /* yyyy alone */
};

struct number_format {
	enum number_shape shape;
	bool seconds;     /* a time shows them */
	const char *code; /* kept, not copied */
};

/* Code of a format that files name by number alone (ECMA-376, 18.8.30); "General" of unknown ones.
 */
const char *number_builtin(int id);
struct number_format number_format_of(const char *code);
/* Append the value as it is shown. Dates are days since 1900 (with Excel's 29.02.1900) or 1904. */
void number_show(const struct number_format *format, double value, bool since_1904,
		 struct str *out);

#endif
