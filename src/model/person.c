#include "nastavnik/model/person.h"

#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"
#include "person_rows.h"

enum { AGE_OF_FIRST_CLASS = 7, WORDS_SIZE = 256 };

const char *const family_headings[] = { "фамилия",
					"фамилия ученика",
					"фамилия обучающегося",
					"фамилия учащегося",
					"фамилия наставника",
					"фамилия наставляемого",
					"ваша фамилия",
					"твоя фамилия",
					"укажите фамилию",
					"last name",
					"surname",
					NULL };
const char *const given_headings[] = { "имя",
				       "имя ученика",
				       "имя обучающегося",
				       "имя учащегося",
				       "имя наставника",
				       "имя наставляемого",
				       "ваше имя",
				       "твое имя",
				       "как вас зовут",
				       "как тебя зовут",
				       "first name",
				       NULL };
const char *const patronymic_headings[] = { "отчество",         "отчество при наличии",
					    "отчество ученика", "отчество обучающегося",
					    "ваше отчество",    "твое отчество",
					    "middle name",      NULL };
const char *const birth_headings[] = { "дата рождения",
				       "дата рожд",
				       "день рождения",
				       "год рождения",
				       "год рожд",
				       "дата и год рождения",
				       "число месяц год рождения",
				       "когда вы родились",
				       "когда ты родился",
				       "birth date",
				       "date of birth",
				       "birthday",
				       NULL };
const char *const kind_headings[] = { "статус",
				      "кто вы",
				      "кто ты",
				      "вы ученик или педагог",
				      "категория участника",
				      "статус участника",
				      "ваш статус",
				      "тип участника",
				      "вы являетесь",
				      NULL };
const char *const class_headings[] = { "класс",
				       "класс группа",
				       "класс литера",
				       "параллель и литера",
				       "в каком классе",
				       "в каком классе ты учишься",
				       "в каком вы классе",
				       "ваш класс",
				       "твой класс",
				       "класс ребенка",
				       "класс должность",
				       "класс обучения",
				       "класс наставляемого",
				       "класс наставника",
				       "учебный класс",
				       "наименование класса",
				       "название класса",
				       "class",
				       "grade",
				       NULL };
const char *const position_headings[] = { "должность",
					  "занимаемая должность",
					  "ваша должность",
					  "кем вы работаете",
					  "кем работаете",
					  "предмет преподавания",
					  "какой предмет вы преподаете",
					  "профессия",
					  "специальность",
					  "position",
					  NULL };
const char *const place_headings[] = { "место работы",
				       "место учебы",
				       "место работы учебы",
				       "место работы или учебы",
				       "место работы учебы наставника",
				       "организация",
				       "предприятие",
				       "учебное заведение",
				       "вуз",
				       "колледж",
				       "где вы работаете",
				       "где вы учитесь",
				       "где работаете или учитесь",
				       "место обучения",
				       NULL };
const char *const phone_headings[] = { "телефон",
				       "номер телефона",
				       "контактный телефон",
				       "мобильный телефон",
				       "мобильный",
				       "сотовый",
				       "сотовый телефон",
				       "тел",
				       "ваш телефон",
				       "твой телефон",
				       "контакты",
				       "контактные данные",
				       "контактные данные для связи",
				       "как с вами связаться",
				       "как с тобой связаться",
				       "phone",
				       NULL };
const char *const email_headings[] = { "электронная почта",
				       "адрес электронной почты",
				       "эл почта",
				       "почта",
				       "e-mail",
				       "email",
				       "e mail",
				       "mail",
				       "имейл",
				       "электронный адрес",
				       NULL };
const char *const note_headings[] = { "примечание",  "примечания",     "заметки",
				      "комментарий", "особые отметки", "дополнительная информация",
				      NULL };

static const struct field person_rows[] = {
	PERSON_ROWS(0, FIELD_IN_LIST | FIELD_IN_WIDE_LIST, FIELD_IN_WIDE_LIST),
};
const struct fields person_fields = { person_rows, sizeof(person_rows) / sizeof(person_rows[0]) };

enum rc birth_check(const struct field *field, const void *record)
{
	int64_t birth = field_int(field, record);
	char text[DATE_SIZE];

	if (birth <= date_today())
		return RC_OK;
	return err_set(RC_INVALID, _("%s: %s lies in the future. Check the year."),
		       text_of(field->label), date_format((int)birth, text));
}

/* «-», «?», «123»: something that was typed only because a name was asked for. */
enum rc name_check(const struct field *field, const void *record)
{
	const char *name = field_text(field, record), *at = name;
	uint32_t cp;

	for (size_t n; (n = utf8_decode(at, &cp)) != 0; at += n) {
		if (utf8_lower(cp) != cp || utf8_upper(cp) != cp)
			return RC_OK;
	}
	if (!*name)
		return RC_OK;
	return err_set(RC_INVALID, _("%s: there is no letter in “%s”. Type the name."),
		       text_of(field->label), name);
}

/* One name behind the other, with a space between what is not empty. */
static char *join(struct arena *a, const char *first, const char *second)
{
	if (*second == '\0')
		return arena_strdup(a, first);
	if (*first == '\0')
		return arena_strdup(a, second);
	return arena_printf(a, "%s %s", first, second);
}

char *person_name(struct arena *a, const struct person *p)
{
	return join(a, person_short_name(a, p), p->patronymic);
}

char *person_short_name(struct arena *a, const struct person *p)
{
	return join(a, p->family, p->given);
}

/* «З.» of «Зоя»; "" of "". */
static void initial(const char *name, char buf[8])
{
	uint32_t cp;
	size_t n = 0;

	if (utf8_decode(name, &cp) != 0) {
		n = utf8_encode(utf8_upper(cp), buf);
		buf[n++] = '.';
	}
	buf[n] = '\0';
}

char *person_initials(struct arena *a, const struct person *p)
{
	char given[8], patronymic[8];

	if (*p->given == '\0')
		return arena_strdup(a, p->family);
	initial(p->given, given);
	initial(p->patronymic, patronymic);
	return arena_printf(a, "%s%s %s", given, patronymic, p->family);
}

const char *person_class_or_position(const struct person *p)
{
	if (*p->class_name != '\0')
		return p->class_name;
	if (*p->position != '\0')
		return p->position;
	return person_kind_name((enum person_kind)p->kind);
}

int person_age(const struct person *p, int64_t year)
{
	int grade;

	if (p->birth != DATE_NONE)
		return date_age((int)p->birth, date_make((int)year, 9, 1));
	grade = class_grade(p->class_name);
	return grade > 0 ? grade + AGE_OF_FIRST_CLASS - 1 : -1;
}

static const struct {
	const char *code, *name;
} kinds[KIND_COUNT] = {
	[KIND_UNKNOWN] = { "", "" },
	[KIND_PUPIL] = { "pupil", N_("pupil") },
	[KIND_TEACHER] = { "teacher", N_("teacher") },
	[KIND_STUDENT] = { "student", N_("student") },
	[KIND_EMPLOYER] = { "employer", N_("employer") },
	[KIND_PARENT] = { "parent", N_("parent") },
	[KIND_GRADUATE] = { "graduate", N_("graduate") },
	[KIND_OTHER] = { "other", N_("other") },
};

const char *person_kind_name(enum person_kind kind)
{
	return kind > KIND_UNKNOWN && kind < KIND_COUNT ? text_of(kinds[kind].name) : "";
}

/* Beginnings of words that say what somebody is; the first word of the text that has one decides.
 */
static const struct {
	const char *stem;
	enum person_kind kind;
} kind_words[] = {
	{ "ученик", KIND_PUPIL },
	{ "учениц", KIND_PUPIL },
	{ "обучающ", KIND_PUPIL },
	{ "учащ", KIND_PUPIL },
	{ "школьник", KIND_PUPIL },
	{ "школьниц", KIND_PUPIL },
	{ "учител", KIND_TEACHER },
	{ "педагог", KIND_TEACHER },
	{ "преподавател", KIND_TEACHER },
	{ "воспитател", KIND_TEACHER },
	{ "психолог", KIND_TEACHER },
	{ "логопед", KIND_TEACHER },
	{ "дефектолог", KIND_TEACHER },
	{ "методист", KIND_TEACHER },
	{ "руководител", KIND_TEACHER },
	{ "завуч", KIND_TEACHER },
	{ "директор", KIND_TEACHER },
	{ "заместител", KIND_TEACHER },
	{ "библиотекар", KIND_TEACHER },
	{ "вожат", KIND_TEACHER },
	{ "тьютор", KIND_TEACHER },
	{ "студент", KIND_STUDENT },
	{ "аспирант", KIND_STUDENT },
	{ "работодател", KIND_EMPLOYER },
	{ "предпринимател", KIND_EMPLOYER },
	{ "сотрудни", KIND_EMPLOYER },
	{ "работник", KIND_EMPLOYER },
	{ "бизнесмен", KIND_EMPLOYER },
	{ "инженер", KIND_EMPLOYER },
	{ "родител", KIND_PARENT },
	{ "мама", KIND_PARENT },
	{ "мать", KIND_PARENT },
	{ "папа", KIND_PARENT },
	{ "отец", KIND_PARENT },
	{ "бабушка", KIND_PARENT },
	{ "дедушка", KIND_PARENT },
	{ "опекун", KIND_PARENT },
	{ "выпускни", KIND_GRADUATE },
	{ "общественн", KIND_OTHER },
	{ "волонтер", KIND_OTHER },
	{ "участник", KIND_OTHER },
	{ "друг", KIND_OTHER },
	{ "ино", KIND_OTHER },
};

static enum person_kind kind_of_word(const char *word)
{
	for (size_t i = 0; i < sizeof(kind_words) / sizeof(kind_words[0]); i++)
		if (strncmp(word, kind_words[i].stem, strlen(kind_words[i].stem)) == 0)
			return kind_words[i].kind;
	return KIND_UNKNOWN;
}

enum person_kind person_kind_of(const char *text)
{
	char fold[WORDS_SIZE], name[WORDS_SIZE], *rest = fold;

	utf8_fold_into(text, fold, sizeof(fold));
	for (int kind = KIND_UNKNOWN + 1; kind < KIND_COUNT; kind++) {
		utf8_fold_into(text_of(kinds[kind].name), name, sizeof(name));
		if (strcmp(fold, kinds[kind].code) == 0 || strcmp(fold, name) == 0)
			return (enum person_kind)kind;
	}
	for (char *word; (word = strsep(&rest, " ,;/.-()")) != NULL;) {
		enum person_kind kind = kind_of_word(word);

		if (kind != KIND_UNKNOWN)
			return kind;
	}
	return KIND_UNKNOWN;
}

struct choices person_kind_choices(struct arena *a)
{
	struct choice *row = ARENA_NEW(a, struct choice, KIND_COUNT - 1);

	for (int kind = KIND_UNKNOWN + 1; kind < KIND_COUNT; kind++)
		row[kind - 1] = (struct choice){ .id = kind,
						 .code = kinds[kind].code,
						 .name = text_of(kinds[kind].name) };
	return (struct choices){ row, KIND_COUNT - 1 };
}
