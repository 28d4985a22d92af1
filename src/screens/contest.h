/* Between the screens of a contest. */
#ifndef SCREENS_CONTEST_H
#define SCREENS_CONTEST_H

#include <stdint.h>

/* What an expert's sheet is opened with. */
struct expert_sheet_arg {
	int64_t contest, expert;
};

#endif
