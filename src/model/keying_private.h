/* What the files of a sheet that is typed share. */
#ifndef MODEL_KEYING_PRIVATE_H
#define MODEL_KEYING_PRIVATE_H

#include "nastavnik/model/keying.h"

/* Give and take what the answers before it decide. *cleared: how many were taken, *which: the first
 * of them. */
void keying_settle(struct keying *k, size_t *cleared, size_t *which);

#endif
