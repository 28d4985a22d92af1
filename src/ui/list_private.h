/* What the parts of the list share. */
#ifndef NASTAVNIK_UI_LIST_PRIVATE_H
#define NASTAVNIK_UI_LIST_PRIVATE_H

#include "nastavnik/base/str.h"
#include "nastavnik/ui/list.h"
#include "private.h"

/* Marked ids in the order of marking, and a hash of them. */
struct marks {
	int64_t *id;
	size_t n, cap;
	size_t *slot; /* index + 1 into id; 0: free */
	size_t slots; /* a power of two, or 0 */
};

bool marks_has(const struct marks *m, int64_t id);
void marks_add(struct marks *m, int64_t id);
void marks_remove(struct marks *m, int64_t id);
void marks_clear(struct marks *m);
void marks_done(struct marks *m);

/* Where a column stands in the picture; cols 0: not shown. */
struct list_place {
	int x, cols;
	bool right;
};

struct list_state {
	size_t n;        /* rows */
	size_t row, top; /* cursor, first row on the screen */
	int height;      /* rows on the screen, of the last picture */
	int y;           /* where the first of them is */
	struct str find;
	struct arena find_arena; /* of the query's texts */
	struct list_query query;
	struct arena page;
	size_t page_first, page_n; /* rows that were fetched */
	struct arena text;         /* of one picture */
	struct marks marks;
	int64_t wanted; /* id that the cursor shall go to; 0: none */
	const struct list_column *columns;
	size_t columns_n;
	size_t lift; /* asked for by list_lift(), + 1; 0: nothing */
	struct list_place place[LIST_COLUMNS];
	struct area months; /* where they stand, of the last picture */
};

static inline const struct list_spec *list_spec_of(const struct frame *f)
{
	return f->view->spec;
}

static inline struct list_state *list_state_of(const struct frame *f)
{
	return f->state;
}

/* Scroll to the cursor and have the rows of the screen read; RC_OK when they are already. */
enum rc list_show(struct frame *f);
void list_draw(struct frame *f, struct area area);

#endif
