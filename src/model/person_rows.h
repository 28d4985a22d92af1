/*
 * Rows of a field table for a struct person that lies `base` bytes into the record: a table of
 * participants begins with them too. year_flags go to what the list of all people shows and a list
 * of participants does not.
 */
#ifndef NASTAVNIK_MODEL_PERSON_ROWS_H
#define NASTAVNIK_MODEL_PERSON_ROWS_H

#include "nastavnik/base/field.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/person.h"

enum {
	BIRTH_MIN = 19000000, /* dates of birth: years from 1900 on, the day may be unknown */
	BIRTH_MAX = 21991231,
	NAME_MAX_CHARS = 100,
	CLASS_MAX_CHARS = 12,
};

/* Headings of other tables, folded; each is a phrase whose words all stand in the column's heading.
 */
extern const char *const family_headings[],
	*const given_headings[],
		*const patronymic_headings[],
			*const birth_headings[],
				*const kind_headings[],
					*const class_headings[],
						*const position_headings[],
							*const place_headings[],
								*const phone_headings[],
									*const email_headings[],
										*const note_headings
											[];

/* Refuses a birth in the future. */
enum rc name_check(const struct field *field, const void *record);
enum rc birth_check(const struct field *field, const void *record);

/* clang-format off */
#define PERSON_ROWS(base, year_flags, position_flags) \
	{ .name = "family", .label = N_("Family name"), \
	  .hint = N_("The family name alone: Yolkina, Saltykov-Shchedrin."), \
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST | FIELD_IN_WIDE_LIST, \
	  .offset = (base) + offsetof(struct person, family), .max = NAME_MAX_CHARS, .width = 16, \
	  .headings = family_headings, .check = name_check }, \
	{ .name = "given", .label = N_("Given name"), \
	  .hint = N_("The given name, without the patronymic."), \
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST | FIELD_IN_WIDE_LIST, \
	  .offset = (base) + offsetof(struct person, given), .max = NAME_MAX_CHARS, .width = 12, \
	  .headings = given_headings, .check = name_check }, \
	{ .name = "patronymic", .label = N_("Patronymic"), \
	  .hint = N_("Leave it empty when the person has none."), \
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, \
	  .offset = (base) + offsetof(struct person, patronymic), .max = NAME_MAX_CHARS, \
	  .width = 15, .headings = patronymic_headings }, \
	{ .name = "birth", .label = N_("Date of birth"), \
	  .hint = N_("DD.MM.YYYY, or the year alone when the day is not known."), \
	  .help = N_("The date of birth tells namesakes apart and gives the age at which pairs are " \
		     "formed. A year alone is enough for the age; without both the age is taken " \
		     "from the class."), \
	  .kind = FIELD_DATE, .flags = FIELD_YEAR_ALONE | (year_flags), \
	  .offset = (base) + offsetof(struct person, birth), .min = BIRTH_MIN, .max = BIRTH_MAX, \
	  .width = 10, .headings = birth_headings, .check = birth_check }, \
	{ .name = "kind", .label = N_("Status"), \
	  .hint = N_("What the person is this year: a pupil, a teacher, a student…"), \
	  .help = N_("The status belongs to the school year: last year's pupil may be a student " \
		     "now. Forms of mentoring ask for it: a pair of the form “student – pupil” " \
		     "takes a student and a pupil."), \
	  .kind = FIELD_CHOICE, .flags = (year_flags), \
	  .offset = (base) + offsetof(struct person, kind), .width = 12, \
	  .choices = "person_kind", .headings = kind_headings }, \
	{ .name = "class_name", .label = N_("Class"), \
	  .hint = N_("The class of this school year: 7А, 11."), \
	  .help = N_("The class belongs to the school year. It is written the same way however it " \
		     "was typed: “7 \"a\"”, “7-А” and “07а” are all 7А."), \
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST | FIELD_IN_WIDE_LIST, \
	  .offset = (base) + offsetof(struct person, class_name), .max = CLASS_MAX_CHARS, \
	  .width = 6, .headings = class_headings }, \
	{ .name = "position", .label = N_("Position"), \
	  .hint = N_("What the person works as: teacher of physics."), \
	  .kind = FIELD_TEXT, .flags = (position_flags), \
	  .offset = (base) + offsetof(struct person, position), .width = 20, \
	  .headings = position_headings }, \
	{ .name = "place", .label = N_("Place of work or study"), \
	  .hint = N_("Only when it is not this school."), \
	  .kind = FIELD_TEXT, .flags = FIELD_MORE, \
	  .offset = (base) + offsetof(struct person, place), .width = 24, \
	  .headings = place_headings }, \
	{ .name = "phone", .label = N_("Telephone"), \
	  .hint = N_("One or more numbers, as you dial them."), \
	  .kind = FIELD_TEXT, .flags = FIELD_MORE, \
	  .offset = (base) + offsetof(struct person, phone), .width = 16, \
	  .headings = phone_headings }, \
	{ .name = "email", .label = N_("E-mail"), \
	  .hint = N_("An address such as name@example.org."), \
	  .kind = FIELD_TEXT, .flags = FIELD_MORE, \
	  .offset = (base) + offsetof(struct person, email), .width = 24, \
	  .headings = email_headings }, \
	{ .name = "note", .label = N_("Note about the person"), \
	  .hint = N_("Anything worth remembering; it is printed on no paper."), \
	  .kind = FIELD_LONGTEXT, .flags = FIELD_MORE, \
	  .offset = (base) + offsetof(struct person, note), .max = 4000, .width = 24, \
	  .headings = note_headings }
/* clang-format on */

#endif
