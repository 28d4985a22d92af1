/* The demonstration school in November: practices, a contest being judged, October's payment, the
 * first words of feedback. Who is awarded is for the end of the year. */
#include "demo.h"
#include "inner.h"
#include "nastavnik/app/outcome.h"
#include "nastavnik/app/records.h"
#include "nastavnik/model/outcome.h"
#include "nastavnik/model/termwork.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/record.h"

enum { OCTOBER = 20261001, TODAY = 20261120 };

static const struct {
	int64_t kind, reviewed_on;
	const char *name, *author, *request, *done, *result, *repeat;
} practices[] = {
	{ PRACTICE_CASE, 0, "Новый класс без слёз", "Орлова Инна Викторовна",
	  "Пятиклассник перешёл из другой школы: молчит на уроках, на переменах один.",
	  "Старшеклассник встречал его у гардероба, показал школу, дважды в неделю обедали "
	  "вместе; через месяц позвали в секцию настольного тенниса.",
	  "Через шесть недель отвечает на уроках, дружит с двумя одноклассниками.",
	  "Да: нужен наставник из той же смены и одна большая перемена в день." },
	{ PRACTICE_PRACTICE, 20261112, "Перемена с книгой", "Савельева Ирина Леонидовна",
	  "В пятых классах мало читают, просят помочь с техникой чтения.",
	  "Книгу выбирают младшие, старшие читают вслух по ролям; раз в две недели – встреча "
	  "читателей в библиотеке.",
	  "За первую четверть в библиотеку записались 18 человек из 25.",
	  "Да: нужны две перемены в неделю и библиотекарь." },
	{ PRACTICE_PROGRAMME, 0, "Первый год в школе: программа для молодых педагогов",
	  "Белоус Елена Ивановна",
	  "Молодые педагоги просят помочь с журналом, дисциплиной и разговором с родителями.",
	  "Шесть встреч и четыре взаимных посещения уроков за полугодие.", "", "" },
};

static enum rc practices_write(struct app *app)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof(practices) / sizeof(practices[0]) && !rc; i++) {
		struct practice p;

		record_init(&practice_type, &p, app->year.year, TODAY);
		p.kind = practices[i].kind;
		p.name = practices[i].name;
		p.author = practices[i].author;
		p.request = practices[i].request;
		p.done = practices[i].done;
		p.result = practices[i].result;
		p.repeat = practices[i].repeat;
		p.reviewed_on = practices[i].reviewed_on;
		rc = records_save(app, &practice_type, &p);
	}
	return rc;
}

/* October is typed for the first three. */
static enum rc incentives_write(struct app *app)
{
	static const int64_t points[] = { 30, 25, 40 };
	struct arena a = { 0 };
	struct records list;
	size_t n = 0;
	enum rc rc = incentives_make(app, OCTOBER, &n);

	if (rc == RC_NOT_FOUND)
		return RC_OK; /* no pair is confirmed yet */
	if (!rc)
		rc = record_list(app->store, &a, &incentive_type, app->year.year, &list);
	if (!rc) {
		list.n = list.n < 3 ? list.n : 3;
		for (size_t i = 0; i < list.n; i++)
			((struct incentive *)record_at(&incentive_type, &list, i))->points =
				points[i];
		rc = records_save_all(app, &incentive_type, &list, "Points typed");
	}
	arena_done(&a);
	return rc;
}

static const char *const experts[][2] = {
	{ "Орлова Инна Викторовна", "методист" },
	{ "Крылов Андрей Сергеевич", "председатель управляющего совета" },
};
static const char *const works[][2] = {
	{ "Перемена с книгой", "Савельева Ирина Леонидовна" },
	{ "Школа старших друзей", "Белоус Елена Ивановна" },
	{ "Математика на ты", "Громов Артём Денисович" },
	{ "Первые шаги в профессии", "Фёдорова Алёна Игоревна" },
};
enum { EXPERTS = sizeof(experts) / sizeof(experts[0]), WORKS = sizeof(works) / sizeof(works[0]) };

static enum rc contest_people(struct app *app, int64_t contest)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < EXPERTS && !rc; i++) {
		struct expert expert;

		record_init(&expert_type, &expert, contest, TODAY);
		expert.name = experts[i][0];
		expert.position = experts[i][1];
		rc = records_save(app, &expert_type, &expert);
	}
	for (size_t i = 0; i < WORKS && !rc; i++) {
		struct entry entry;

		record_init(&entry_type, &entry, contest, TODAY);
		entry.name = works[i][0];
		entry.author = works[i][1];
		rc = records_save(app, &entry_type, &entry);
	}
	return rc;
}

/* The first expert has judged all, the second half of it. */
static enum rc contest_judge(struct app *app, const struct contest_state *state)
{
	static const int64_t given[] = { 5, 4, 4, 3, 5, 5, 4, 4, 5, 3, 4, 3, 5, 5, 4, 4, 4, 5 };
	enum rc rc = RC_OK;
	size_t at = 0;

	for (size_t x = 0; x < state->experts.n; x++) {
		for (size_t e = 0; e < state->entries.n / (x + 1); e++) {
			for (size_t c = 0; c < state->criteria.n && !rc; c++) {
				const struct record *expert =
					record_at(&expert_type, &state->experts, x);
				const struct record *entry =
					record_at(&entry_type, &state->entries, e);
				const struct record *criterion =
					record_at(&criterion_type, &state->criteria, c);

				rc = contest_mark(
					app,
					&(const struct entry_mark){
						entry->id, expert->id, criterion->id,
						given[at++ % (sizeof(given) / sizeof(given[0]))] });
			}
		}
	}
	return rc;
}

static enum rc contest_write(struct app *app)
{
	struct arena a = { 0 };
	struct contest_state state;
	int64_t id;
	enum rc rc = contest_add(app, "Лучшая практика наставничества", &id);

	if (!rc)
		rc = contest_people(app, id);
	if (!rc)
		rc = contest_load(app->store, &a, id, &state);
	if (!rc) {
		state.contest.taken_to = 20261116;
		state.contest.judged_to = 20261130;
		state.contest.awards_on = 20261211;
		state.contest.chair = "Орлова Инна Викторовна";
		state.contest.secretary = "Савельева Ирина Леонидовна";
		rc = records_save(app, &contest_type, &state.contest);
	}
	if (!rc)
		rc = contest_judge(app, &state);
	arena_done(&a);
	return rc;
}

static const struct {
	int64_t side, mark, again;
	const char *gained, *missed;
} voices[] = {
	{ SIDE_MENTOR, 9, AGAIN_YES, "Привычка объяснять просто, интерес к чужой теме.", "" },
	{ SIDE_MENTEE, 9, AGAIN_YES, "Спокойствие: есть с кем обсудить трудное.", "Времени." },
	{ SIDE_MENTEE, 8, AGAIN_YES, "Понятные темы и порядок в тетрадях.", "Встреч чаще." },
	{ SIDE_MENTEE, 10, AGAIN_YES, "Новые друзья и уверенность.", "" },
};

/* What was said by the middle of November: both of the first pair, mentees of the next two. */
static enum rc feedbacks_write(struct app *app)
{
	struct arena a = { 0 };
	struct members members;
	enum rc rc = members_load(app->store, &a, app->year.year, &members);
	size_t pair = 0;

	for (size_t i = 0; i < sizeof(voices) / sizeof(voices[0]) && !rc; i++) {
		struct feedback said;

		pair += i > 1;
		if (pair >= members.n)
			break;
		record_init(&feedback_type, &said, members.row[pair].bond, TODAY);
		said.side = voices[i].side;
		said.participation = said.side == SIDE_MENTOR ? members.row[pair].mentor
							      : members.row[pair].mentee;
		said.mark = voices[i].mark;
		said.again = voices[i].again;
		said.gained = voices[i].gained;
		said.missed = voices[i].missed;
		rc = records_save(app, &feedback_type, &said);
	}
	arena_done(&a);
	return rc;
}

enum rc demo_outcome(struct app *app)
{
	enum rc rc = practices_write(app);

	if (!rc)
		rc = incentives_write(app);
	if (!rc)
		rc = feedbacks_write(app);
	return rc ? rc : contest_write(app);
}
