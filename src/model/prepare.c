#include "nastavnik/model/prepare.h"

#include "nastavnik/base/i18n.h"

enum { DATE_FIRST = 20000101, DATE_LAST = 21991231 };

#define AT(member) offsetof(struct document, member)

/* clang-format off */
static const struct field document_rows[] = {
	{ .name = "kind", .label = N_("Kind"),
	  .hint = N_("Order, regulation, minutes, letter…"),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = AT(kind), .width = 14,
	  .choices = "document_kind" },
	{ .name = "number", .label = N_("Number"),
	  .hint = N_("As the office registered it: 145-од; may stay empty until then."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(number), .max = 40, .width = 10 },
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("The day that stands on the paper."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST, .offset = AT(on_day), .min = DATE_FIRST,
	  .max = DATE_LAST, .width = 10 },
	{ .name = "name", .label = N_("What about"),
	  .hint = N_("Its title: “On the curator of the mentoring programme”."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 300, .width = 30 },
	{ .name = "file", .label = N_("Where it lies"),
	  .hint = N_("The name of the file, or the folder with the paper."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(file), .max = 250,
	  .width = 20 },
	{ .name = "note", .label = N_("Note"),
	  .hint = N_("Whatever is worth remembering."),
	  .kind = FIELD_LONGTEXT, .offset = AT(note) },
};
/* clang-format on */
static const struct fields document_fields = FIELD_TABLE(document_rows);
#undef AT

const struct record_type document_type = {
	.name = "document",
	.title = N_("Register of papers"),
	.one = N_("paper"),
	.size = sizeof(struct document),
	.fields = &document_fields,
};
