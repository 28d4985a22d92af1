/* Lists of mentees and mentors. */
#include <string.h>

#include "bond_private.h"
#include "consent_private.h"
#include "nastavnik/store/read/participant.h"
#include "query.h"
#include "search.h"

/* One constant query a column and direction: t is participation, p and y as in PERSON_COLUMNS. */
/* Who lacks it where ?4 has the bit, who has it where ?8 has. */
#define ASKED(bit, has) " AND ((?4 | ?8) & " bit " = 0 OR (" has ") = (?8 & " bit " <> 0))"
#define HAS_TOPICS                                                        \
	"EXISTS (SELECT 1 FROM trait r JOIN book_item b ON b.id = r.item" \
	"   WHERE r.participation = t.id AND b.book <= 2)"
#define HAS_CONSENT "EXISTS (SELECT 1 FROM consent c WHERE " CONSENT_OF_T_SQL ")"
#define HAS_PAIR                                                              \
	"EXISTS (SELECT 1 FROM member m WHERE m.mentee = t.id AND " LASTS_SQL \
	") OR EXISTS (SELECT 1 FROM bond b JOIN member m ON m.bond = b.id"    \
	"   WHERE b.mentor = t.id AND " LASTS_SQL ")"
#define IDS                                                                                        \
	"SELECT t.id FROM participation t JOIN person p ON p.id = t.person"                        \
	" JOIN person_year y ON y.person = t.person AND y.year = t.year"                           \
	" WHERE t.year = ?1 AND t.role = ?2 AND (?7 = 2 OR (y.left_on > 0) = ?7)"                  \
	" AND (?3 = 0 OR EXISTS (SELECT 1 FROM trait r"                                            \
	"   WHERE r.participation = t.id AND r.item = ?3))"                                        \
	" AND (?9 = '' OR substr(y.class_key, 1, length(?9)) = ?9)"                                \
	" AND (?10 = 0 OR y.kind = ?10) AND (?11 = 0 OR t.form = ?11)"                             \
	" AND (?12 = 0 OR coalesce(t.subbase, -1) = ?12)" ASKED("32", "t.entry_on <> 0") ASKED(    \
		"1", HAS_TOPICS) ASKED("2", HAS_CONSENT) ASKED("4", HAS_PAIR)                      \
		ASKED("8", "t.selected <> 0") ASKED(                                               \
			"16",                                                                      \
			"t.trained <> 0") " AND (?6 = 0 OR found(y.name_key, y.class_key,"         \
					  "   fold(t.topic_words || ' ' || t.interest_words),"     \
					  "   (SELECT group_concat(fold(b.name), ' ') FROM trait " \
					  "r JOIN book_item b"                                     \
					  "     ON b.id = r.item WHERE r.participation = t.id), "  \
					  "?5)) ORDER BY "

#define BY(key) .up = IDS key ", y.name_key, t.id", .down = IDS key " DESC, y.name_key, t.id"
/* The place of a book's item in its book; the name of the first topic or interest. */
#define ITEM_PLACE(column) "(SELECT b.position FROM book_item b WHERE b.id = t." column ")"
#define FIRST_TRAIT(which)                                                        \
	"(SELECT sort_key(b.name) FROM trait r JOIN book_item b ON b.id = r.item" \
	" WHERE r.participation = t.id AND " which " ORDER BY r.place LIMIT 1)"
#define BALLOTS(which) "(SELECT count(*) FROM ballot l WHERE l.chooser = t.id AND " which ")"

static const struct participant_sort {
	const char *field; /* of participant_fields() */
	const char *up, *down;
} participant_sorts[] = {
	{ .field = "family",
	  .up = IDS "begins(y.name_key, ?5) DESC, y.name_key, t.id",
	  .down = IDS "y.name_key DESC, t.id DESC" },
	{ .field = "given", BY("sort_key(p.given)") },
	{ .field = "patronymic", BY("sort_key(p.patronymic)") },
	{ .field = "birth", BY("p.birth") },
	{ .field = "phone", BY("p.phone") },
	{ .field = "email", BY("p.email") },
	{ .field = "note", BY("sort_key(p.note)") },
	{ .field = "kind", BY("y.kind") },
	{ .field = "class_name", BY("y.class_key") },
	{ .field = "position", BY("sort_key(y.position)") },
	{ .field = "place", BY("sort_key(y.place)") },
	{ .field = "form", BY(ITEM_PLACE("form")) },
	{ .field = "role_model", BY(ITEM_PLACE("role_model")) },
	{ .field = "topics", BY(FIRST_TRAIT("b.book <= 2")) },
	{ .field = "topic_words", BY("sort_key(t.topic_words)") },
	{ .field = "interests", BY(FIRST_TRAIT("b.book = 3")) },
	{ .field = "interest_words", BY("sort_key(t.interest_words)") },
	{ .field = "hours", BY("t.hours") },
	{ .field = "joined", BY("t.joined") },
	{ .field = "choices", BY(BALLOTS("l.place > 0")) },
	{ .field = "refusals", BY(BALLOTS("l.place = 0")) },
	{ .field = "consent_on",
	  BY("(SELECT max(c.signed_on) FROM consent c WHERE " CONSENT_OF_T_SQL ")") },
	{ .field = "data_consent_on",
	  BY("(SELECT max(c.signed_on) FROM consent c WHERE " CONSENT_DATA_OF_T_SQL ")") },
	{ .field = "publish_consent_on",
	  BY("(SELECT max(c.signed_on) FROM consent c WHERE " CONSENT_PUBLISH_OF_T_SQL ")") },
	{ .field = "participant_note", BY("sort_key(t.note)") },
	{ .field = "representative", BY("sort_key(t.representative)") },
	{ .field = "representative_contact", BY("t.representative_contact") },
	{ .field = "achievements", BY("sort_key(t.achievements)") },
	{ .field = "age_from", BY("t.age_from") },
	{ .field = "age_to", BY("t.age_to") },
	{ .field = "capacity", BY("t.capacity") },
	{ .field = "selected", BY("t.selected") },
	{ .field = "trained", BY("t.trained") },
	{ .field = "checked_on", BY("t.checked_on") },
	{ .field = "entry_on", BY("t.entry_on") },
	{ .field = "deficits", BY(FIRST_TRAIT("b.book = 8")) },
	{ .field = "subbase", BY(ITEM_PLACE("subbase")) },
	{ .field = "technology", BY(ITEM_PLACE("technology")) },
	{ .field = "mentor_type", BY("t.mentor_type") },
};

static const char *sort_sql(const struct participant_query *query)
{
	const struct participant_sort *sort = &participant_sorts[0];
	size_t n = sizeof(participant_sorts) / sizeof(participant_sorts[0]);

	for (size_t i = 0; query->sort && i < n; i++)
		if (strcmp(participant_sorts[i].field, query->sort) == 0)
			sort = &participant_sorts[i];
	return query->descending ? sort->down : sort->up;
}

enum rc participant_ids(const struct store *s, struct arena *a,
			const struct participant_query *query, struct ids *out)
{
	QUERY_OF(q, s, sort_sql(query));
	struct search *search = search_new(a, query->filter);
	char class_key[KEY_SIZE] = "";

	bind_int(q, query->year);
	bind_int(q, query->role);
	bind_int(q, query->topic);
	bind_int(q, query->lack);
	bind_pointer(q, search, SEARCH_POINTER);
	bind_int(q, search != NULL);
	bind_int(q, query->left);
	bind_int(q, query->has);
	if (query->class_name && *query->class_name)
		class_key_into(query->class_name, "", class_key);
	bind_text(q, class_key);
	bind_int(q, query->kind);
	bind_int(q, query->form);
	bind_int(q, query->subbase);
	return ids_read(q, a, out);
}
