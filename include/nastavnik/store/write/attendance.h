/* Writing attendance. */
#ifndef NASTAVNIK_STORE_WRITE_ATTENDANCE_H
#define NASTAVNIK_STORE_WRITE_ATTENDANCE_H

#include "nastavnik/store/read/attendance.h"

/* Write one cell; PRESENCE_NONE empties it. */
enum rc attendance_put(struct store *s, const struct presence_mark *mark);

#endif
