#include "nastavnik/base/i18n.h"
#include "nastavnik/model/survey.h"

enum { GROUP_MAX = 50 };

/* clang-format off */
static const struct field rule_rows[] = {
	{ .name = "group_min", .label = N_("People in a group, at least"),
	  .hint = N_("Figures of fewer people are not shown, so that nobody's answers can be told."),
	  .kind = FIELD_NUMBER, .flags = FIELD_REQUIRED, .offset = offsetof(struct survey_rules, group_min),
	  .min = 1, .max = GROUP_MAX, .width = -5 },
};
/* clang-format on */
const struct fields survey_rule_fields = FIELD_TABLE(rule_rows);
