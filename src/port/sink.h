/* Private: the kinds of sinks. */
#ifndef NASTAVNIK_PORT_SRC_SINK_H
#define NASTAVNIK_PORT_SRC_SINK_H

#include "nastavnik/port/sink.h"

/* What a kind of file does; the public functions call it. Cells come in the order of the columns,
 * empty ones as text "". */
struct sink_kind {
	void (*text)(struct sink *sink, const char *text);
	void (*number)(struct sink *sink, int64_t value, int decimals);
	void (*date)(struct sink *sink, int date); /* a whole one */
	void (*row_end)(struct sink *sink);
	enum rc (*commit)(struct sink *sink);
	void (*drop)(struct sink *sink);
};

/* The head of every sink; a kind's own struct begins with it. */
struct sink {
	const struct sink_kind *kind;
};

enum rc sink_csv_open(const char *path, const struct sink_options *options, struct sink **sink);
enum rc sink_xlsx_open(const char *path, const struct sink_options *options, struct sink **sink);

#endif
