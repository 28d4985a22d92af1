/* Field tables of the two bases, распоряжение Р-145 by domain.md §2: what they hold, how tables and
 * web forms of schools name it. */
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/participant.h"
#include "person_rows.h"

enum {
	HOURS_MIN = 1, /* tenths: six minutes */
	HOURS_MAX = 400,
	AGE_MIN = 5,
	AGE_MAX = 99,
	CAPACITY_MAX = 30,
	WORDS_MAX_CHARS = 1000,
	NOTE_MAX_CHARS = 4000,
	JOINED_MIN = 20100101,
	JOINED_MAX = 21991231,
};

static const char *const form_headings[] = { "форма",          "форма наставничества",
					     "форма работы",   "в какой форме",
					     "желаемая форма", NULL };
static const char *const role_headings[] = { "ролевая модель", "модель", "вариация", NULL };
static const char *const request_headings[] = { "запрос",
						"запросы",
						"основной запрос",
						"основной запрос наставляемого",
						"запрос наставляемого",
						"ваш запрос",
						"твой запрос",
						"с чем нужна помощь",
						"с чем тебе нужна помощь",
						"с чем вам нужна помощь",
						"в чем нужна помощь",
						"в чем тебе нужна помощь",
						"в чем вам нужна помощь",
						"какая помощь",
						"нужна помощь",
						"нужна поддержка",
						"чему хочешь научиться",
						"чему вы хотите научиться",
						"что хотите улучшить",
						"что хочешь улучшить",
						"проблема",
						"затруднения",
						"дефициты",
						"профессиональные дефициты",
						"трудности",
						"какие трудности",
						"цель участия",
						"тема запроса",
						"направление запроса",
						NULL };
static const char *const request_words_headings[] = { "запрос своими словами",
						      "опиши свой запрос",
						      "опишите запрос",
						      "опишите свой запрос",
						      "расскажи подробнее",
						      "подробнее о запросе",
						      NULL };
static const char *const competence_headings[] = { "компетенции",
						   "основные компетенции",
						   "основные компетенции наставника",
						   "компетенции наставника",
						   "в чем можете помочь",
						   "в чем вы можете помочь",
						   "в чем ты можешь помочь",
						   "в чем можешь помочь",
						   "чем можете помочь",
						   "чем вы можете помочь",
						   "чем ты можешь помочь",
						   "чем можешь помочь",
						   "чему можете научить",
						   "чему вы можете научить",
						   "чему ты можешь научить",
						   "можете поделиться",
						   "можешь поделиться",
						   "сильные стороны",
						   "ваши сильные стороны",
						   "твои сильные стороны",
						   "навыки",
						   "умения",
						   "по каким предметам",
						   "область знаний",
						   NULL };
static const char *const competence_words_headings[] = { "компетенции своими словами",
							 "опишите свой опыт", "опиши свой опыт",
							 "расскажите о своем опыте", NULL };
static const char *const interest_headings[] = { "интересы",
						 "увлечения",
						 "хобби",
						 "интересы и увлечения",
						 "ваши интересы",
						 "твои интересы",
						 "чем увлекаетесь",
						 "чем вы увлекаетесь",
						 "чем увлекаешься",
						 "чем ты увлекаешься",
						 "свободное время",
						 "что вам интересно",
						 "что тебе интересно",
						 "сфера интересов",
						 NULL };
static const char *const interest_words_headings[] = { "интересы своими словами", NULL };
static const char *const mentee_hours_headings[] = { "часов в неделю",
						     "сколько часов в неделю",
						     "сколько времени",
						     "сколько времени в неделю",
						     "время",
						     "желаемое время",
						     "время на занятия",
						     "время на встречи",
						     "частота встреч",
						     "как часто",
						     "как часто встречаться",
						     NULL };
static const char *const mentor_hours_headings[] = { "часов в неделю",
						     "сколько часов в неделю",
						     "ресурс времени",
						     "ресурс времени на программу",
						     "ресурс времени на программу наставничества",
						     "сколько времени",
						     "сколько времени вы готовы",
						     "сколько времени ты готов",
						     "сколько времени в неделю",
						     "время",
						     "готовы уделять",
						     "готов уделять",
						     "как часто вы готовы",
						     "как часто",
						     NULL };
static const char *const joined_headings[] = { "дата вхождения",
					       "дата вхождения в программу",
					       "дата включения",
					       "дата включения в базу",
					       "дата вступления",
					       "дата заявления",
					       "отметка времени",
					       "timestamp",
					       NULL };
static const char *const mentor_choice_headings[] = { "выбор наставника",
						      "выбор наставников",
						      "кого хотел наставником",
						      "кого бы ты хотел видеть наставником",
						      "кого бы вы хотели видеть наставником",
						      "кого видеть наставником",
						      "желаемый наставник",
						      "предпочтительный наставник",
						      "выбранные наставники",
						      "с кем хотел работать",
						      "с кем хотели работать",
						      "с кем хочешь работать",
						      NULL };
static const char *const mentee_choice_headings[] = {
	"выбор наставляемого",      "выбор наставляемых",     "кого хотели наставляемым",
	"кого видеть наставляемым", "кому хотели помогать",   "кому хотел помогать",
	"желаемый наставляемый",    "выбранные наставляемые", "с кем хотели работать",
	"с кем хотел работать",     "с кем хотите работать",  NULL
};
static const char *const mentor_refusal_headings[] = {
	"с кем не работать",   "с кем не хотел",          "с кем не хотели",
	"с кем не готов",      "с кем не готовы",         "с кем не хочешь",
	"отказ от наставника", "нежелательный наставник", NULL
};
static const char *const mentee_refusal_headings[] = { "с кем не работать",      "с кем не хотел",
						       "с кем не хотели",        "с кем не готов",
						       "с кем не готовы",        "с кем не хотите",
						       "отказ от наставляемого", NULL };
static const char *const consent_headings[] = { "согласие",
						"дата согласия",
						"согласие на участие",
						"дата согласия на участие",
						"согласие от",
						"согласие подписано",
						NULL };
static const char *const data_consent_headings[] = { "согласие на обработку",
						     "согласие на обработку данных",
						     "согласие на обработку персональных данных",
						     "согласие на обработку пдн",
						     "согласие на обработку пд",
						     "согласие на пдн",
						     "согласие пдн",
						     "согласие на опд",
						     "опд",
						     "пдн",
						     NULL };
static const char *const publish_consent_headings[] = { "согласие на публикацию",
							"согласие на публикацию фото",
							"согласие на размещение",
							"согласие на размещение фото",
							"согласие на распространение",
							"согласие на распространение данных",
							"согласие на фото",
							"согласие на фото и видеосъемку",
							"согласие на фотосъемку",
							"согласие на съемку",
							"фотосъемка",
							NULL };
static const char *const representative_headings[] = { "представитель",
						       "законный представитель",
						       "фио представителя",
						       "фио законного представителя",
						       "фио родителя",
						       "фио родителей",
						       "родитель",
						       "родители",
						       "фио матери",
						       "фио отца",
						       "фио мамы",
						       "данные представителя",
						       NULL };
static const char *const representative_contact_headings[] = {
	"контактные данные представителя",
	"контактные данные для связи данные представителя",
	"контакты представителя",
	"контакты законного представителя",
	"контактные данные родителей",
	"контакты родителя",
	"контакты родителей",
	"телефон представителя",
	"телефон законного представителя",
	"телефон родителя",
	"телефон родителей",
	"телефон мамы",
	"телефон матери",
	"телефон отца",
	NULL
};
static const char *const checked_headings[] = { "справка о судимости",
						"справка об отсутствии судимости",
						"проверка документов", NULL };
static const char *const achievement_headings[] = { "достижения",
						    "важные достижения",
						    "важные для программы достижения",
						    "важные для программы достижения наставника",
						    "ваши достижения",
						    "твои достижения",
						    "награды",
						    "опыт и достижения",
						    NULL };
static const char *const age_from_headings[] = { "желаемый возраст",
						 "желаемый возраст наставляемых",
						 "желаемый возраст наставляемого",
						 "возраст наставляемых",
						 "возраст наставляемого",
						 "какого возраста",
						 "с каким возрастом",
						 "каких классов",
						 "ученикам каких классов",
						 "учениками каких классов",
						 "с кем готовы работать возраст",
						 "возраст подопечных",
						 "возраст от",
						 NULL };
static const char *const age_to_headings[] = { "возраст до", "возраст наставляемых до", NULL };
static const char *const capacity_headings[] = {
	"сколько наставляемых",     "количество наставляемых",
	"число наставляемых",       "скольким ученикам",
	"скольким можете помогать", "со сколькими наставляемыми",
	"сколько подопечных",       "мест",
	"количество мест",          NULL
};
static const char *const selected_headings[] = { "отбор",        "отбор пройден", "прошел отбор",
						 "прошла отбор", "отобран",       NULL };
static const char *const trained_headings[] = { "обучение",
						"обучение пройдено",
						"прошел обучение",
						"прошла обучение",
						"обучен",
						"сертификат",
						NULL };

static const char *const entry_headings[] = { "входная анкета", "дата входной анкеты",
					      "входная анкета сдана", "анкета сдана", NULL };
static const char *const deficit_headings[] = { "дефициты педагога", "что дается трудно", NULL };
static const char *const subbase_headings[] = { "подбаза", "под база", "категория наставника",
						"база наставников", NULL };
static const char *const mentor_type_headings[] = { "тип наставника", NULL };
static const char *const technology_headings[] = { "вид наставничества",
						   "технология наставничества", "вид и технология",
						   NULL };

/* A wished age that ends before it begins. */
static enum rc ages_check(const struct field *field, const void *record)
{
	const struct participant *p = record;

	(void)field;
	if (p->age_from == FIELD_NOTHING || p->age_to == FIELD_NOTHING || p->age_from <= p->age_to)
		return RC_OK;
	return err_set(RC_INVALID,
		       _("The wished age ends at %d before it begins at %d. Swap the two numbers."),
		       (int)p->age_to, (int)p->age_from);
}

#define AT(member) offsetof(struct participant, member)
#define LISTS (FIELD_IN_LIST | FIELD_IN_WIDE_LIST)

/* What both roles have behind what is their own. */
/* clang-format off */
#define SHARED_ROWS(choices_label, choices_hint, choices_set, choices_headings, refusals_headings) \
	{ .name = "choices", .label = choices_label, .hint = choices_hint, \
	  .help = N_("The ballot is filled in after the group meeting: everybody names those with " \
		     "whom he or she would like to work, the best first. A choice of both sides " \
		     "counts most."), \
	  .kind = FIELD_CHOICES, .flags = FIELD_MORE, .offset = AT(choices), .width = 24, \
	  .choices = choices_set, .headings = choices_headings }, \
	{ .name = "refusals", .label = N_("Not to work with"), \
	  .hint = N_("These two will never be proposed as a pair."), \
	  .kind = FIELD_CHOICES, .flags = FIELD_MORE, .offset = AT(refusals), .width = 24, \
	  .choices = choices_set, .headings = refusals_headings }, \
	{ .name = "role_model", .label = N_("Role model"), \
	  .hint = N_("Leave it empty when any will do."), \
	  .help = N_("A role model refines the form: “fast learner – struggling learner”. It is " \
		     "for the curator's work only and stands on no paper."), \
	  .kind = FIELD_CHOICE, .flags = FIELD_MORE, .offset = AT(role_model), .width = 24, \
	  .choices = "role_model", .headings = role_headings }, \
	{ .name = "joined", .label = N_("Joined on"), \
	  .hint = N_("The day of entering the base."), \
	  .kind = FIELD_DATE, .flags = FIELD_MORE, .offset = AT(joined), \
	  .min = JOINED_MIN, .max = JOINED_MAX, .width = 10, .headings = joined_headings }, \
	{ .name = "participant_note", .label = N_("Note"), \
	  .hint = N_("About the part in the programme; it is printed on no paper."), \
	  .kind = FIELD_LONGTEXT, .flags = FIELD_MORE, .offset = AT(note), \
	  .max = NOTE_MAX_CHARS, .width = 24 }

#define CONSENT_ROW(list_flags) \
	{ .name = "consent_on", .label = N_("Consent to take part"), \
	  .hint = N_("The date on the signed consent; empty until it is signed."), \
	  .help = N_("The consent to take part in the programme, signed for a minor by the legal " \
		     "representative. The consent to the processing of personal data is another " \
		     "paper."), \
	  .kind = FIELD_DATE, .flags = (list_flags), .offset = AT(consent_on), \
	  .min = JOINED_MIN, .max = JOINED_MAX, .width = 10, .headings = consent_headings }

#define DATA_CONSENT_ROW \
	{ .name = "data_consent_on", .label = N_("Consent to data processing"), \
	  .hint = N_("The date on the signed consent; empty until it is signed."), \
	  .help = N_("The consent to the processing of personal data is a paper of its own, never a " \
		     "part of a questionnaire or of the consent to take part."), \
	  .kind = FIELD_DATE, .flags = FIELD_MORE, .offset = AT(data_consent_on), \
	  .min = JOINED_MIN, .max = JOINED_MAX, .width = 10, .headings = data_consent_headings }

#define PUBLISH_CONSENT_ROW \
	{ .name = "publish_consent_on", .label = N_("Consent to publication"), \
	  .hint = N_("The date on the signed consent; empty until it is signed."), \
	  .help = N_("Asked for only where photos or cases are to be shown; nobody owes it."), \
	  .kind = FIELD_DATE, .flags = FIELD_MORE, .offset = AT(publish_consent_on), \
	  .min = JOINED_MIN, .max = JOINED_MAX, .width = 10, .headings = publish_consent_headings }

#define FORM_ROW \
	{ .name = "form", .label = N_("Form of mentoring"), \
	  .hint = N_("Leave it empty when any form that fits the two people will do."), \
	  .kind = FIELD_CHOICE, .offset = AT(form), .width = 20, .choices = "form", \
	  .headings = form_headings }

#define WORDS_ROW(field, words_label, words_headings) \
	{ .name = #field, .label = words_label, \
	  .hint = N_("As the person wrote it; the program looks for known words in it."), \
	  .kind = FIELD_LONGTEXT, .flags = FIELD_MORE, .offset = AT(field), \
	  .max = WORDS_MAX_CHARS, .width = 24, .headings = words_headings }

#define INTEREST_ROW(list_flags) \
	{ .name = "interests", .label = N_("Interests"), \
	  .hint = N_("What the person likes to do; common interests bring a pair together."), \
	  .kind = FIELD_CHOICES, .flags = (list_flags), .offset = AT(interests), .width = 20, \
	  .choices = "interest", .headings = interest_headings }

#define ENTRY_ROW \
	{ .name = "entry_on", .label = N_("Entry questionnaire"), \
	  .hint = N_("The day it was handed in; empty until then."), \
	  .kind = FIELD_DATE, .flags = FIELD_MORE, .offset = AT(entry_on), .min = JOINED_MIN, \
	  .max = JOINED_MAX, .width = 10, .headings = entry_headings }

static const struct field mentee_rows[] = {
	PERSON_ROWS(AT(person), 0, 0),
	{ .name = "topics", .label = N_("Requests"),
	  .hint = N_("What help is needed, the main request first."),
	  .help = N_("A request is answered by competences of mentors; which ones, the reference "
		     "book of requests says. The first request counts double when pairs are formed."),
	  .kind = FIELD_CHOICES, .flags = LISTS, .offset = AT(topics), .width = 24,
	  .choices = "request", .headings = request_headings },
	WORDS_ROW(topic_words, N_("Request in own words"), request_words_headings),
	{ .name = "deficits", .label = N_("What is hard at work"),
	  .hint = N_("A teacher's professional deficits, as they were seen or named."),
	  .kind = FIELD_CHOICES, .offset = AT(deficits), .width = 24, .choices = "deficit",
	  .headings = deficit_headings },
	INTEREST_ROW(0),
	WORDS_ROW(interest_words, N_("Interests in own words"), interest_words_headings),
	{ .name = "hours", .label = N_("Hours a week"),
	  .hint = N_("How much time with a mentor is wished: 1,5."),
	  .kind = FIELD_NUMBER, .offset = AT(hours), .min = HOURS_MIN, .max = HOURS_MAX,
	  .decimals = 1, .width = -5, .headings = mentee_hours_headings },
	FORM_ROW,
	CONSENT_ROW(LISTS),
	DATA_CONSENT_ROW,
	PUBLISH_CONSENT_ROW,
	ENTRY_ROW,
	{ .name = "representative", .label = N_("Legal representative"),
	  .hint = N_("Parent or guardian of a minor: family name, given name, patronymic."),
	  .kind = FIELD_TEXT, .flags = FIELD_MORE, .offset = AT(representative), .width = 24,
	  .headings = representative_headings },
	{ .name = "representative_contact", .label = N_("Contacts of the representative"),
	  .hint = N_("Telephone or e-mail of the parent or guardian."),
	  .kind = FIELD_TEXT, .flags = FIELD_MORE, .offset = AT(representative_contact), .width = 20,
	  .headings = representative_contact_headings },
	SHARED_ROWS(N_("Chosen mentors"), N_("Mentors named in the ballot, the best first."), "mentor",
		    mentor_choice_headings, mentor_refusal_headings),
};

static const struct field mentor_rows[] = {
	PERSON_ROWS(AT(person), 0, FIELD_IN_WIDE_LIST),
	{ .name = "topics", .label = N_("Competences"),
	  .hint = N_("What the mentor can help with."),
	  .help = N_("Competences answer requests of mentees; which ones, the reference book of "
		     "requests says."),
	  .kind = FIELD_CHOICES, .flags = LISTS, .offset = AT(topics), .width = 22,
	  .choices = "competence", .headings = competence_headings },
	WORDS_ROW(topic_words, N_("Competences in own words"), competence_words_headings),
	INTEREST_ROW(0),
	WORDS_ROW(interest_words, N_("Interests in own words"), interest_words_headings),
	{ .name = "age_from", .label = N_("Age of mentees: from"),
	  .hint = N_("Full years; leave it empty when there is no lower limit."),
	  .help = N_("The wished age of the mentees. In a table to import one column may hold both "
		     "limits or classes: “10–14”, “classes 8–11”, “any”. A pupil outside is not "
		     "excluded but fits less well."),
	  .kind = FIELD_NUMBER, .offset = AT(age_from), .min = AGE_MIN, .max = AGE_MAX, .width = -4,
	  .headings = age_from_headings, .check = ages_check },
	{ .name = "age_to", .label = N_("Age of mentees: to"),
	  .hint = N_("Full years; leave it empty when there is no upper limit."),
	  .kind = FIELD_NUMBER, .offset = AT(age_to), .min = AGE_MIN, .max = AGE_MAX, .width = -4,
	  .headings = age_to_headings, .check = ages_check },
	{ .name = "hours", .label = N_("Hours a week"),
	  .hint = N_("How much time there is for each mentee: 1,5."),
	  .kind = FIELD_NUMBER, .flags = LISTS, .offset = AT(hours), .min = HOURS_MIN,
	  .max = HOURS_MAX, .decimals = 1, .width = -5, .headings = mentor_hours_headings },
	{ .name = "capacity", .label = N_("Mentees at once"),
	  .hint = N_("How many mentees the mentor takes, 1…30; more than one make a group."),
	  .kind = FIELD_NUMBER, .flags = FIELD_REQUIRED | LISTS, .offset = AT(capacity), .min = 1,
	  .max = CAPACITY_MAX, .width = -5, .headings = capacity_headings },
	FORM_ROW,
	CONSENT_ROW(0),
	DATA_CONSENT_ROW,
	PUBLISH_CONSENT_ROW,
	{ .name = "selected", .label = N_("Selected"),
	  .hint = N_("Has the mentor passed the selection of stage 4?"),
	  .kind = FIELD_YESNO, .offset = AT(selected), .width = 5, .headings = selected_headings },
	{ .name = "trained", .label = N_("Trained"),
	  .hint = N_("Has the mentor passed the training of stage 4?"),
	  .kind = FIELD_YESNO, .offset = AT(trained), .width = 5, .headings = trained_headings },
	{ .name = "checked_on", .label = N_("Document check"),
	  .hint = N_("The date the certificate of criminal record was shown; optional."),
	  .help = N_("Only for mentors from outside the school, who will work with children. "
		     "Nothing asks for it and nothing waits for it."),
	  .kind = FIELD_DATE, .flags = FIELD_MORE, .offset = AT(checked_on), .min = JOINED_MIN,
	  .max = JOINED_MAX, .width = 10, .headings = checked_headings },
	{ .name = "subbase", .label = N_("Sub-base"),
	  .hint = N_("From which group of people the mentor comes."),
	  .help = N_("Pupils, teachers, parents, graduates, staff, entrepreneurs… A new record "
		     "gets it by who the person is; the reference book may be changed."),
	  .kind = FIELD_CHOICE, .offset = AT(subbase), .width = 18,
	  .choices = "subbase", .headings = subbase_headings },
	{ .name = "mentor_type", .label = N_("Type of mentor"),
	  .hint = N_("Of a teacher: counsels, or helps with a school subject."),
	  .kind = FIELD_CHOICE, .flags = FIELD_MORE, .offset = AT(mentor_type), .width = 14,
	  .choices = "mentor_type", .headings = mentor_type_headings },
	{ .name = "technology", .label = N_("Kind of mentoring"),
	  .hint = N_("Traditional, situational, reverse, at a distance…"),
	  .kind = FIELD_CHOICE, .flags = FIELD_MORE, .offset = AT(technology), .width = 18,
	  .choices = "technology", .headings = technology_headings },
	ENTRY_ROW,
	{ .name = "achievements", .label = N_("Achievements"),
	  .hint = N_("What matters for the programme: contests, projects, experience."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_MORE, .offset = AT(achievements),
	  .max = NOTE_MAX_CHARS, .width = 24, .headings = achievement_headings },
	SHARED_ROWS(N_("Chosen mentees"), N_("Mentees named in the ballot, the best first."), "mentee",
		    mentee_choice_headings, mentee_refusal_headings),
};
/* clang-format on */

const struct fields mentee_fields = { mentee_rows, sizeof(mentee_rows) / sizeof(mentee_rows[0]) };
const struct fields mentor_fields = { mentor_rows, sizeof(mentor_rows) / sizeof(mentor_rows[0]) };

struct fields participant_fields(enum role role)
{
	return role == ROLE_MENTEE ? mentee_fields : mentor_fields;
}
