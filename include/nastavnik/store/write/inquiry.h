/* Changing the requests kept under a name. */
#ifndef NASTAVNIK_STORE_WRITE_INQUIRY_H
#define NASTAVNIK_STORE_WRITE_INQUIRY_H

#include "nastavnik/store/read/inquiry.h"

/* New (id 0: gets one) or changed. */
enum rc kept_inquiry_put(struct store *s, struct kept_inquiry *inquiry);
/* Nothing happens when it is not there. */
enum rc kept_inquiry_delete(struct store *s, int64_t id);

#endif
