/*
 * A form: a record edited through its field table (base/field.h). The form owns a copy of the
 * record struct; nothing reaches the file before save. A value is checked when the cursor leaves
 * its field: the sentence stands in the status line and the cursor stays once; leaving again is
 * allowed, the field is marked and saving brings the cursor back. Esc with changes asks.
 */
#ifndef NASTAVNIK_UI_FORM_H
#define NASTAVNIK_UI_FORM_H

#include "nastavnik/base/field.h"
#include "nastavnik/ui/view.h"

/* A part of the form: a field table whose struct lies at an offset in the record. The table ends
 * with a row without fields. */
struct form_part {
	const char *title; /* msgid: heading above; NULL: none */
	const struct fields *fields;
	size_t offset; /* of that table's struct in the record */
};

/* A half-filled form as a text that only the form itself reads. */
struct form_draft {
	const char *text;
	const char *when; /* of writing, for the person: «22.11.2026 10:00» */
};

/* Where half-filled forms are kept, so that a power cut costs nothing; given in ui_options. form is
 * the view's name, record what form_spec.draft says. */
struct form_keeper {
	/* In place of an older one; text "": it is of no use any more. */
	void (*keep)(void *app, const char *form, int64_t record, const char *text);
	/* false: there is none. Texts in the arena. */
	bool (*find)(void *app, struct arena *a, const char *form, int64_t record,
		     struct form_draft *draft);
};

/* What record a form is about. */
struct form_shape {
	size_t size; /* bytes of the struct */
	const struct form_part *parts;
};

struct form_spec {
	size_t size; /* bytes of the record's struct; all FIELD_TEXT pointers are "" after zeroing
		      */
	const struct form_part *parts;
	/* Both where they depend on the view; they live as long as the frame. NULL: as above. */
	struct form_shape (*shape)(struct frame *f);
	/* Fill the zeroed record; texts and ids may live in f->arena. NULL: a new, empty record. */
	enum rc (*load)(struct frame *f, void *record);
	/* The record is whole and every field is right: write it. RC_OK closes the form (UI_RELOAD
	 * for those below); otherwise the sentence is shown and the form stays. NULL: the form only
	 * shows. */
	enum rc (*save)(struct frame *f, void *record);
	/* May it be changed here and now? Otherwise it only shows, as without save. NULL: yes. */
	bool (*writable)(struct frame *f);
	/* Sets of choices of FIELD_CHOICE(S), by name; they must live as long as the frame. */
	struct choices (*choices)(struct frame *f, const char *set);
	/* Leave fields out that do not apply to the record as it stands; NULL: all are shown. */
	bool (*shown)(struct frame *f, const struct field *field, const void *record);
	/* A value was changed: work out what depends on it; NULL: nothing does. */
	void (*changed)(struct frame *f, const struct field *field, void *record);
	/* Remarks on the record as it stands (warnings, not prohibitions), below the fields. NULL:
	 * none. */
	void (*remarks)(struct frame *f, struct lines *lines, const void *record);
	/* The record that a draft of this form belongs to: its id, 0 for a new or the only one. A
	 * form that was left half filled is offered again when it is opened for the same record.
	 * NULL: no drafts are kept. */
	int64_t (*draft)(const struct frame *f);
	bool stay; /* after saving the form stays, empty, for the next record */
};

/* The kind of a view that is a form. */
extern const struct view_kind form_kind;

/* The record as it stands; values still being typed are not in it before their field was left. */
void *form_record(struct frame *f);
/* Was anything changed since it was opened or saved? */
bool form_changed(const struct frame *f);
/* The value of a field as it stands in a draft's text; NULL: it is not there. */
char *form_draft_value(struct arena *a, const char *text, const char *field);
/* The record was saved in another way than by F2: nothing is left to ask for. */
void form_saved(struct frame *f);

#endif
