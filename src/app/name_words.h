/* Names as tables have them, compared word by word: «Титов Лев», «Титов Л.О.», «Л.О. Титов (10А)».
 */
#ifndef NASTAVNIK_SRC_APP_NAME_WORDS_H
#define NASTAVNIK_SRC_APP_NAME_WORDS_H

#include "nastavnik/model/class.h"
#include "nastavnik/model/person.h"

enum { NAME_WORDS = 8 };

/* A name cut into folded words: the family name's first, of one or two, then the others. */
struct name_words {
	char *word[NAME_WORDS];
	size_t n;
	size_t family; /* words of the family name; of a table's text not known: 0 */
	char class_name[CLASS_SIZE];
};

/* Of somebody of the file; in the arena. */
struct name_words name_words_of(struct arena *a, const struct person *p);
/* Of a table's text; the class may stand behind the name. In the arena. */
void name_words_take(struct arena *a, const char *text, struct name_words *words);
/* May the text mean that person? One that says nothing may mean anybody. */
bool name_words_fit(const struct name_words *words, const struct name_words *name);

#endif
