#include "nastavnik/model/book.h"

#include <string.h>

#include "nastavnik/base/i18n.h"

enum { SYNONYMS_MAX_CHARS = 2000 };

#define AT(member) offsetof(struct book_item, member)

/* clang-format off */
static const struct field book_item_rows[] = {
	{ .name = "name", .label = N_("Name"),
	  .hint = N_("As it stands in lists and menus."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST | FIELD_IN_WIDE_LIST,
	  .offset = AT(name), .max = 120, .width = 30 },
	{ .name = "synonyms", .label = N_("Other words"),
	  .hint = N_("Words of questionnaires that mean the same, with “;” between."),
	  .help = N_("When a table is imported, the program looks for the name and these words in "
		     "what people wrote. Endings of words do not matter; capital letters and “ё” "
		     "do not either."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_IN_LIST | FIELD_IN_WIDE_LIST, .offset = AT(synonyms),
	  .max = SYNONYMS_MAX_CHARS, .width = 40 },
	{ .name = "answers", .label = N_("Answered by"),
	  .hint = N_("Competences of a mentor that answer this request."),
	  .kind = FIELD_CHOICES, .flags = FIELD_IN_WIDE_LIST, .offset = AT(answers), .width = 30,
	  .choices = "competence" },
	{ .name = "hidden", .label = N_("Hidden"),
	  .hint = N_("Yes: it is not offered any more, but stays where it was chosen."),
	  .kind = FIELD_YESNO, .offset = AT(hidden), .width = 5 },
};
/* clang-format on */
const struct fields book_item_fields = { book_item_rows,
					 sizeof(book_item_rows) / sizeof(book_item_rows[0]) };

const struct book_item *book_item_by_id(const struct books *books, int64_t id)
{
	for (size_t i = 0; i < books->n; i++)
		if (books->row[i].id == id)
			return &books->row[i];
	return NULL;
}

const char *book_item_name(const struct books *books, int64_t id)
{
	const struct book_item *item = book_item_by_id(books, id);

	return item != NULL ? item->name : "";
}

struct choices book_choices(struct arena *a, const struct books *books, enum book book)
{
	struct choice *row;
	size_t n = 0;

	for (size_t i = 0; i < books->n; i++)
		n += books->row[i].book == book;
	row = ARENA_NEW(a, struct choice, n);
	n = 0;
	for (size_t i = 0; i < books->n; i++) {
		const struct book_item *item = &books->row[i];

		if (item->book == book)
			row[n++] = (struct choice){ .id = item->id,
						    .code = item->code,
						    .name = item->name,
						    .hidden = item->hidden };
	}
	return (struct choices){ row, n };
}

const char *book_title(enum book book)
{
	static const char *const titles[BOOK_END] = {
		[BOOK_REQUEST] = N_("Requests"),
		[BOOK_COMPETENCE] = N_("Competences"),
		[BOOK_INTEREST] = N_("Interests"),
		[BOOK_FORM] = N_("Forms of mentoring"),
		[BOOK_ROLE] = N_("Role models"),
		[BOOK_CATEGORY] = N_("Categories"),
		[BOOK_SOURCE] = N_("Sources of requests"),
		[BOOK_DEFICIT] = N_("What teachers find hard"),
		[BOOK_SUBBASE] = N_("Groups of mentors"),
		[BOOK_TECHNOLOGY] = N_("Kinds of mentoring"),
		[BOOK_WORK] = N_("Kinds of work"),
		[BOOK_TEAM] = N_("Roles in the team"),
		[BOOK_DOCUMENT] = N_("Kinds of papers"),
		[BOOK_RESOURCE] = N_("Kinds of resources"),
		[BOOK_PARTNER] = N_("Kinds of partners"),
		[BOOK_EVENT] = N_("Kinds of events"),
		[BOOK_NOMINATION] = N_("Nominations"),
	};

	return book >= BOOK_REQUEST && book < BOOK_END ? text_of(titles[book]) : "";
}
