/*
 * Registers on the screen: a list and a form over one record type (model/record.h). A register is
 * two constant views whose spec is record_list and record_form and whose subject is one struct
 * record_desk; its actions may be record_actions or a table of its own that holds RECORD_ACTIONS.
 */
#ifndef SCREENS_RECORDS_H
#define SCREENS_RECORDS_H

#include "nastavnik/model/record.h"
#include "nastavnik/ui/form.h"
#include "nastavnik/ui/list.h"
#include "nastavnik/ui/view.h"

struct record_desk {
	const struct record_type *type;
	const struct view *form;
	const char *sort;  /* name of the field sorted by at first; NULL: as the store gives them */
	const char *empty; /* msgid: what to do while there is nothing */
	/* How a cell is to be painted; INK_WARN adds a «!». NULL: plainly. */
	enum ink (*ink)(const struct field *field, const void *record);
	/* What a cell says instead of its field's value; NULL, or NULL from it: the value. */
	const char *(*text)(const struct field *field, const void *record);
	/* Leave fields out of the form, as form_spec.shown; NULL: all are shown. */
	bool (*shown)(struct frame *f, const struct field *field, const void *record);
	/* Which records the list shows; NULL: all. */
	bool (*wanted)(struct frame *f, const void *record);
	/* What a new record begins with beyond its type's, by the list it is made in; NULL:
	 * nothing.
	 */
	void (*begin)(struct frame *f, void *record);
	/* Before the list is read: whose records it shows may be others now. NULL: they are not. */
	enum rc (*prepare)(struct frame *f);
	/* A record was saved in its form; what the list does then, as enum took. NULL: nothing. */
	unsigned (*saved)(struct frame *f, const void *record);
	/* Of a type whose records are people's or pairs': the set of choices that names their
	 * owners. A list without an argument then shows those of the whole year, whose they are in
	 * a column of this title before the others, and asks for whom a new one is. */
	const char *owners, *owners_title; /* the latter a msgid */
	/* Of a type whose records are the year's: the list shows those of all years, which in a
	 * column before the others; only those of the year worked on can be changed. */
	bool every_year;
};

/* What a register's list is opened with; NULL: the records of the year. */
struct records_arg {
	int64_t owner;
	const char *whose; /* behind the title; lives as long as whoever opened it */
};

/* What its form is opened with. */
struct record_arg {
	int64_t id; /* 0: a new one */
	int64_t owner;
	int day;           /* on which a new one begins; DATE_NONE: today */
	const void *fresh; /* what a new one begins with; NULL: as its type has it */
};

extern const struct list_spec record_list_spec;
extern const struct form_spec record_form_spec;
extern const struct action record_actions[];

/* The record under the cursor; NULL when the list is empty. */
const void *record_current(struct frame *f);
/* The owner whose records the list shows; the school year where it shows those of all. */
int64_t records_owner(const struct frame *f);

/* May the record be changed in the year worked on? */
bool record_is_ours(struct frame *f, const struct record *head);

/* For action tables. */
bool record_may_change(struct frame *f);
unsigned record_new(struct frame *f);
unsigned record_edit(struct frame *f);
unsigned record_delete_ask(struct frame *f);
unsigned record_print(struct frame *f);

#define RECORD_ACTIONS                                                         \
	{ .key = K_F(4),                                                       \
	  .also = K_ENTER,                                                     \
	  .label = N_("Edit"),                                                 \
	  .title = N_("Edit the record"),                                      \
	  .enabled = list_has_row,                                             \
	  .run = record_edit },                                                \
		{ .key = K_F(5),                                               \
		  .label = N_("Print"),                                        \
		  .title = N_("Print the list, or save it as a table"),        \
		  .enabled = list_has_row,                                     \
		  .run = record_print },                                       \
		{ .key = K_F(8),                                               \
		  .label = N_("Delete"),                                       \
		  .title = N_("Delete the record, or all that are marked"),    \
		  .enabled = record_may_change,                                \
		  .run = record_delete_ask },                                  \
	{                                                                      \
		.key = K_INS, .label = N_("New"), .title = N_("A new record"), \
		.enabled = desk_writable, .run = record_new                    \
	}

/* Is the view the form of a register? Then what a draft of it says makes its argument. */
bool is_record_form(const struct view *view);
void *record_draft_arg(struct frame *f, const struct view *view, int64_t draft);

#endif
