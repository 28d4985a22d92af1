/* Writing sheets and their answers. */
#ifndef NASTAVNIK_STORE_WRITE_SHEET_H
#define NASTAVNIK_STORE_WRITE_SHEET_H

#include "nastavnik/store/read/sheet.h"

/* New (id 0: gets one; an id that is not in the file is kept) or changed, with all its answers:
 * those that are there are given up. An entry questionnaire that counts is noted in its
 * respondent's record as handed in, where nothing is noted yet. */
enum rc sheet_put(struct store *s, struct sheet *sheet, const struct answers *answers);
/* The sheet alone. RC_NOT_FOUND. */
enum rc sheet_head_put(struct store *s, const struct sheet *sheet);
/* One answer; ANSWER_OPEN takes it away. */
enum rc answer_put(struct store *s, int64_t sheet, const struct answer *answer);
/* Where a second entry differed, over what is there. */
enum rc mismatch_put(struct store *s, const struct mismatch *mismatch);
/* With its answers, mismatches and rivals. RC_NOT_FOUND. */
enum rc sheet_delete(struct store *s, int64_t id);
/* The number of a respondent. RC_NOT_FOUND. */
enum rc respondent_number_put(struct store *s, int64_t participation, int64_t number);

#endif
