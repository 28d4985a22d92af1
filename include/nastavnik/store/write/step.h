/*
 * Steps: every change of the file is one named step, all or nothing, that can be taken back
 * («Вернуть») and done again, also after a restart. Undo is linear: the newest step first; a new
 * step forgets what was undone. design.md, Journal.
 *
 * The functions of store/write that change records need an open step, else they are RC_BUG. When
 * one of them fails, call step_rollback(): nothing of the step remains.
 */
#ifndef NASTAVNIK_STORE_WRITE_STEP_H
#define NASTAVNIK_STORE_WRITE_STEP_H

#include "nastavnik/store/read/step.h"

/* name: what was done, a short English msgid that stays the same for ever (N_("Import of people")),
 * shown through text_of(). detail: of what, as the person reads it («Ёлкина Зоя», "people.csv,
 * 118"); may be
 * "" . RC_READONLY on a store opened for reading, RC_IO when the file has vanished from its place.
 */
enum rc step_begin(struct store *s, const char *name, const char *detail);
/* The same for imports: more memory for the file's pages until the step ends. */
enum rc step_begin_bulk(struct store *s, const char *name, const char *detail);
/* Say the detail later, when the counts are known; before step_commit(). */
enum rc step_set_detail(struct store *s, const char *detail);
/* Make it lasting: when this returns RC_OK it survives a power cut. A step that changed nothing
 * leaves no trace and RC_OK is returned. After a failure the file was read again: the sentence says
 * what is true, and the step is over either way. */
enum rc step_commit(struct store *s);
/* Give up an open step; nothing happens when there is none. */
void step_rollback(struct store *s);

/* Take the newest step back; *undone (strings in the arena) tells which it was. RC_NOT_FOUND: there
 * is nothing to take back; RC_INVALID: the step stands behind a barrier (the sentence says why). */
enum rc step_undo(struct store *s, struct arena *a, struct step *undone);
/* Do the step again that was taken back last. RC_NOT_FOUND: there is none. */
enum rc step_redo(struct store *s, struct arena *a, struct step *redone);

#endif
