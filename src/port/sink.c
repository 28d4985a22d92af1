/* Which kind of file a table becomes, and what all kinds have in common. */
#include "sink.h"

#include <string.h>
#include <strings.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

static enum rc sink_refuse(const char *path, const struct sink_options *options, struct sink **sink)
{
	(void)options, (void)sink;
	return err_set(RC_INVALID,
		       _("“%s”: tables are written as .xlsx (Excel, LibreOffice) or .csv. End the "
			 "name so."),
		       path);
}

static const struct {
	const char *ending;
	enum rc (*open)(const char *path, const struct sink_options *options, struct sink **sink);
} endings[] = {
	{ ".xlsx", sink_xlsx_open },
	/* A CSV under such a name would be taken for a damaged workbook. */
	{ ".xls", sink_refuse },
	{ ".xlsm", sink_refuse },
	{ ".ods", sink_refuse },
};

enum rc sink_open(const char *path, const struct sink_options *options, struct sink **sink)
{
	size_t n = strlen(path);

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t k = strlen(endings[i].ending);

		if (n > k && !strcasecmp(path + n - k, endings[i].ending))
			return endings[i].open(path, options, sink);
	}
	return sink_csv_open(path, options, sink);
}

void sink_text(struct sink *sink, const char *text)
{
	sink->kind->text(sink, text);
}

void sink_number(struct sink *sink, int64_t value, int decimals)
{
	if (value == INT64_MIN)
		sink->kind->text(sink, "");
	else
		sink->kind->number(sink, value, decimals);
}

void sink_date(struct sink *sink, int date)
{
	if (date_whole(date))
		sink->kind->date(sink, date);
	else if (date_valid(date))
		sink->kind->number(sink, date_year(date), 0);
	else
		sink->kind->text(sink, "");
}

void sink_row_end(struct sink *sink)
{
	sink->kind->row_end(sink);
}

enum rc sink_commit(struct sink *sink)
{
	return sink->kind->commit(sink);
}

void sink_drop(struct sink *sink)
{
	if (sink)
		sink->kind->drop(sink);
}
