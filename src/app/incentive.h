/* What the program writes as the basis of a line of the payment for success. */
#ifndef NASTAVNIK_SRC_APP_INCENTIVE_H
#define NASTAVNIK_SRC_APP_INCENTIVE_H

#include "nastavnik/store/read/outcome.h"

/* «проведено встреч: 3, консультаций: 2, дневник сдан»; "" when nothing was done. In the arena. */
const char *incentive_basis(struct arena *a, const struct month_work *work);

#endif
