#include "screen.h"

#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A word of the first line by which each screen is known. */
static const struct {
	const char *view, *title;
} titles[] = {
	{ "home", "Наставник · " },
	{ "surveys", "Анкеты" },
	{ "survey_items", "Вопросы · " },
	{ "survey_item", "Вопрос" },
	{ "survey_form", "Анкета" },
	{ "unanswered", "Кто не ответил" },
	{ "growth", "Отметки и пропуски" },
	{ "growth-sums", "Что изменилось" },
	{ "measures", "Показатели журнала" },
	{ "measure", "Показатель журнала" },
	{ "survey-sheets", "Листы · " },
	{ "survey-results", "Итоги · " },
	{ "survey-result", "Итог вопроса" },
	{ "survey-rules", "Правила итогов" },
	{ "swot", "Доска SWOT" },
	{ "swot-line", "Строка доски SWOT" },
	{ "swot-words", "Своими словами" },
	{ "cards", "Карты куратора" },
	{ "inquiries", "Запросы сверху" },
	{ "inquiry", "Запрос · " },
	{ "inquiry-columns", "Столбцы" },
	{ "inquiry-result", "Ответ · " },
	{ "sheet", "Ввод · " },
	{ "batches", "Пачки · " },
	{ "batch", "Пачка" },
	{ "verification", "Сверка · " },
	{ "start", "новая школа" },
	{ "settings", "Настройки" },
	{ "about", "О программе" },
	{ "schools", "Файлы школ" },
	{ "school-files", "/" },
	{ "years", "Учебные годы" },
	{ "year-new", "Новый учебный год" },
	{ "year-close", "Закрытие учебного года" },
	{ "compare", "Сравнение учебных годов" },
	{ "stage", "шагов" },
	{ "task", "Шаг этапа" },
	{ "calendar", "Календарь · " },
	{ "calendar-year", "Календарь года" },
	{ "roadmap", "Дорожная карта · 2" },
	{ "roadmap-many", "Дорожная карта · отмеч" },
	{ "roadmap-move", "Дорожная карта · перенос" },
	{ "school", "Этап 1 · Шк" },
	{ "mentees", "Этап 2 · Ба" },
	{ "mentee", "Этап 2 · На" },
	{ "mentors", "Этап 3 · Ба" },
	{ "mentor", "Этап 3 · На" },
	{ "training", "Этап 4 · Готовность" },
	{ "interviews", "Этап 4 · Собеседования" },
	{ "interview-sheet", "Собеседование · " },
	{ "interview", "Лист собеседования" },
	{ "courses", "Этап 4 · Курсы" },
	{ "course", "Курс" },
	{ "lessons", "Занятия · " },
	{ "lesson", "Занятие" },
	{ "learners", "Курс · " },
	{ "learner", "Сертификат" },
	{ "attendance", "Посещение · " },
	{ "pairs", "Этап 5 · П" },
	{ "variants", "Этап 5 · Все" },
	{ "rules", "Этап 5 · Правила" },
	{ "bonds", "Этапы 6 и " },
	{ "bond-end", "Этап 7 · " },
	{ "pair", " – " },
	{ "pair-card", "Цель и задачи пары" },
	{ "pair-term", "Срок работы пары" },
	{ "pair-replace", "Замена в паре" },
	{ "pairs-handout", "Материал для отмеченных" },
	{ "meetings", "Встречи" },
	{ "meeting", "Встреча пары" },
	{ "plan", "План развития" },
	{ "plan-item", "Строка плана" },
	{ "programme", "Персонализированная программа" },
	{ "programme-item", "Строка программы" },
	{ "visits", "Посещения уроков" },
	{ "visit", "Посещение урока" },
	{ "handouts", "Выданные материалы" },
	{ "handout", "Материал выдан" },
	{ "consultations", "Консультации" },
	{ "consultation", "Консультация" },
	{ "pauses", "Перерывы" },
	{ "pause", "Перерыв" },
	{ "people", "Список школы" },
	{ "name-cases", "Падежи имени" },
	{ "person", "Человек из списка школы" },
	{ "person-pick", "Список школы · " },
	{ "import", "Загрузить таблицу" },
	{ "files", "/" }, /* the folder */
	{ "paste", "Вставка · " },
	{ "preview", " · " },
	{ "report", "новых " },
	{ "leavers", "Сверка · " },
	{ "ready", "Этап 5 · Готовность" },
	{ "category", "Категории · " },
	{ "headcount", "Численность" },
	{ "categories", "Категории в цифрах" },
	{ "people-filter", "Отбор: " },
	{ "mentees-filter", "Отбор: " },
	{ "mentors-filter", "Отбор: " },
	{ "consents", "Согласия" },
	{ "person-consents", "Согласия · " },
	{ "consent", "Согласие" },
	{ "class-sheets", "Листы классов" },
	{ "class-sheet", "Лист класса" },
	{ "books", "Справочники" },
	{ "book", "Справочники · " },
	{ "book-item", "справочника" },
	{ "papers", "Приказ и список пар" },
	{ "all-papers", "Бумаги школы" },
	{ "paper", "риказ" },
	{ "paper-facts", "Номер и дата приказа" },
	{ "history", "История" },
	{ "drafts", "Незаконченные" },
	{ "step", ": " },
	{ "behind", "Этап 6 · К" },
	{ "diaries", "Этап 6 · Дневники" },
	{ "work-rules", "Правила этапа 6" },
	{ "term-reports", "Отчёты пар по периодам" },
	{ "pair-reports", "Отчёты пар" },
	{ "pair-report", "Отчёт пары" },
	{ "reviews", "Аналитические справки" },
	{ "review", "Аналитическая справка" },
	{ "stage-more", " · Подробно" },
	{ "teams", "Рабочая группа и" },
	{ "team", "Участник рабочей группы" },
	{ "aims", "Цели и ожидаемые" },
	{ "aim", "Одна цель" },
	{ "grounds", "Правовые основания" },
	{ "ground", "Правовое основание" },
	{ "resources", "Ресурсы" },
	{ "resource", "Один ресурс" },
	{ "partners", "Партнёры" },
	{ "partner", "Один партнёр" },
	{ "events", "Мероприятия года" },
	{ "event", "Одно мероприятие" },
	{ "informing", "Этап 2 · Информирование" },
	{ "guests", "Участники мероприятия" },
	{ "guest", "Участник мероприятия" },
	{ "publications", "Публикации" },
	{ "publication", "Одна публикация" },
	{ "studies", "Обучение рабочей" },
	{ "study", "Пройденный курс" },
	{ "requests", "Этап 2 · Запросы" },
	{ "request", "Запрос " },
	{ "entry-sheets", "Входные анкеты" },
	{ "invitations", "Этап 3 · Приглашения" },
	{ "invitation", "Приглашение" },
	{ "subbases", "Этап 3 · Подбазы" },
	{ "documents", "Реестр документов" },
	{ "document", "Документ" },
	{ "monitoring", "Мониторинг" },
	{ "indicators", "Показатели года" },
	{ "indicator-facts", " · " },
	{ "indicator-values", " · " },
	{ "indicator-years", "Показатели по годам" },
	{ "indicator-days", "Даты показателей" },
	{ "indicator-list", "Список показателей" },
	{ "indicator", "Один показатель" },
	{ "targets", "Цели по годам" },
	{ "results", "Этап 7 · Результаты" },
	{ "result", "Этап 7 · Результат пары" },
	{ "feedbacks", "Этап 7 · Обратная" },
	{ "feedback", "Обратная связь участника" },
	{ "final-events", "Этап 7 · Итоговые" },
	{ "nominees", "Этап 7 · Кто отличился" },
	{ "awards", "Этап 7 · Награды" },
	{ "award", "Награда" },
	{ "incentives", "Представление на стимулирование" },
	{ "incentive", "Строка представления" },
	{ "incentive-points", "Баллы · " },
	{ "service", "По годам · " },
	{ "practices", "Банк практик" },
	{ "practice", "Практика" },
	{ "contests", "Этап 7 · Конкурсы" },
	{ "contest", "Конкурс" },
	{ "contest-desk", "Конкурс «" },
	{ "criteria", "Критерии" },
	{ "criterion", "Критерий конкурса" },
	{ "experts", "Эксперты" },
	{ "expert", "Эксперт" },
	{ "entries", "Работы" },
	{ "entry", "Работа на конкурс" },
	{ "expert-sheet", "Лист эксперта" },
	{ "ranking", "Места по оценкам" },
	{ "packets", "Выданные пакеты" },
	{ "packet", "Пакет" },
	{ "packet-give", "Выдать пакет" },
	{ "packet-files", "Какой пакет вернулся?" },
	{ "packet-desk", "Пакет · " },
	{ "packet-door", "Пакет запечатан" },
	{ "disputes", "Разошлись ответы" },
	{ "dispute", "2Н-" },
	{ "going-on", "Этап 7 · Кто продолжит" },
	{ "self-analyses", "Самоанализ педагогов" },
	{ "self-analysis", "Самоанализ педагога" },
};

/* Folders */

/* The folder of the test that runs, and the one with ready files that tests copy. */
static char place[128], ready[128];

static int entry_remove(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st, (void)type, (void)ftw;
	return remove(path);
}

static void folder_remove(char *folder)
{
	if (*folder)
		nftw(folder, entry_remove, 16, FTW_DEPTH | FTW_PHYS);
	*folder = '\0';
}

static void folder_make(char *folder, size_t size)
{
	static char base[64];

	if (!*base) /* later TMPDIR is a test's own */
		snprintf(base, sizeof(base), "%s", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
	snprintf(folder, size, "%s/nastavnik-screen-XXXXXX", base);
	assert_non_null(mkdtemp(folder));
}

static void ready_remove(void)
{
	folder_remove(ready);
}

static void folder_enter(const char *folder)
{
	assert_int_equal(chdir(folder), 0);
	setenv("HOME", folder, 1);
	setenv("TMPDIR", folder, 1);
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_STATE_HOME");
	unsetenv("XDG_CONFIG_HOME");
}

int place_setup(void **state)
{
	(void)state;
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	setenv("TZ", "UTC", 1);
	folder_make(place, sizeof(place));
	folder_enter(place);
	return 0;
}

int place_teardown(void **state)
{
	(void)state;
	assert_int_equal(chdir("/"), 0);
	folder_remove(place);
	return 0;
}

/* Files */

static char *bytes_read(const char *path, size_t *n)
{
	FILE *in = fopen(path, "rb");
	struct stat st;
	char *bytes;

	if (!in)
		fail_msg("%s cannot be read", path);
	assert_int_equal(fstat(fileno(in), &st), 0);
	bytes = calloc((size_t)st.st_size + 1, 1);
	*n = fread(bytes, 1, (size_t)st.st_size, in);
	fclose(in);
	return bytes;
}

static void bytes_write(const char *path, const char *bytes, size_t n)
{
	FILE *out = fopen(path, "wb");

	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, n, out), n);
	assert_int_equal(fclose(out), 0);
}

static void file_copy(const char *from, const char *to)
{
	size_t n;
	char *bytes = bytes_read(from, &n);

	bytes_write(to, bytes, n);
	free(bytes);
}

void table_copy(const char *name)
{
	char path[1024];

	snprintf(path, sizeof(path), "%s/%s", TABLES, name);
	file_copy(path, name);
}

void table_write(const char *name, const char *text)
{
	bytes_write(name, text, strlen(text));
}

bool file_is_there(const char *name)
{
	return access(name, F_OK) == 0;
}

char *file_text(const char *name)
{
	size_t n;

	return bytes_read(name, &n);
}

/* Ids are the same in each run, and other ones in each program that is started: what two of them
 * make in one file must not have one id. */
static void seed_next(void)
{
	static unsigned seed;
	char text[16];

	snprintf(text, sizeof(text), "%u", ++seed);
	setenv("NASTAVNIK_SEED", text, 1);
}

/* Programs without a screen */

enum { WORDS = 16 };

static void words_take(char *argv[], size_t n, const char *first, va_list words)
{
	for (const char *word = first; word; word = va_arg(words, const char *)) {
		assert_true(n < WORDS - 1);
		argv[n++] = strdup(word);
	}
	argv[n] = NULL;
}

static void words_free(char *argv[])
{
	for (; *argv; argv++)
		free(*argv);
}

/* Run it; what it wrote into *said. The exit code. */
static int run(char *argv[], char **said)
{
	int out[2], status;
	size_t n = 0, got;
	char *text = calloc(1 << 20, 1);

	seed_next();
	assert_int_equal(pipe(out), 0);
	pid_t pid = fork();

	if (pid == 0) {
		dup2(out[1], STDOUT_FILENO);
		dup2(out[1], STDERR_FILENO);
		close(out[0]);
		close(out[1]);
		execvp(argv[0], argv);
		_exit(127);
	}
	close(out[1]);
	while ((got = (size_t)read(out[0], text + n, (1 << 20) - 1 - n)) > 0 && got != SIZE_MAX)
		n += got;
	close(out[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	*said = text;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int command(const char *first, ...)
{
	char *argv[WORDS] = { strdup(NASTAVNIK) }, *said;
	va_list words;
	int code;

	va_start(words, first);
	words_take(argv, 1, first, words);
	va_end(words);
	code = run(argv, &said);
	words_free(argv);
	free(said);
	return code;
}

char *program_says(const char *first, ...)
{
	char *argv[WORDS], *said;
	va_list words;

	va_start(words, first);
	words_take(argv, 0, first, words);
	va_end(words);
	assert_int_equal(run(argv, &said), 0);
	words_free(argv);
	return said;
}

/* Ready files: each is made once for all tests of a program. */

static void empty_make(void)
{
	assert_int_equal(command("new", FILE_NAME, "--school", SCHOOL_NAME, "--year", "2026", NULL),
			 0);
}

static void table_import(const char *kind, const char *name)
{
	table_copy(name);
	assert_int_equal(command("import", kind, FILE_NAME, "--from", name, NULL), 0);
	unlink(name);
}

static void school_make(void)
{
	empty_make();
	table_import("people", "people.cp1251.csv");
	table_import("mentees", "mentees.cp1251.csv");
	table_import("mentors", "mentors.cp1251.csv");
}

static void pairs_make(void)
{
	school_make();
	assert_int_equal(command("match", FILE_NAME, NULL), 0);
}

static void bonds_make(void)
{
	school_make();
	assert_int_equal(command("match", FILE_NAME, "--confirm", NULL), 0);
}

static int ready_setup(void **state, const char *name, void (*make)(void))
{
	char path[160];

	place_setup(state);
	if (!*ready) {
		folder_make(ready, sizeof(ready));
		atexit(ready_remove);
	}
	snprintf(path, sizeof(path), "%s/%s", ready, name);
	if (!file_is_there(path)) {
		make();
		file_copy(FILE_NAME, path);
	} else {
		file_copy(path, FILE_NAME);
	}
	return 0;
}

int empty_setup(void **state)
{
	return ready_setup(state, "empty", empty_make);
}

int school_setup(void **state)
{
	return ready_setup(state, "school", school_make);
}

int pairs_setup(void **state)
{
	return ready_setup(state, "pairs", pairs_make);
}

int bonds_setup(void **state)
{
	return ready_setup(state, "bonds", bonds_make);
}

/* The program with its screens */

struct term *screen_open_as(const char *file, struct term_options options)
{
	const char *argv[] = { NASTAVNIK, file, NULL };

	options.argv = argv;
	seed_next();
	return term_start(&options);
}

struct term *screen_open(const char *file)
{
	return screen_open_as(file, (struct term_options){ 0 });
}

struct term *screen_go(const char *keys)
{
	struct term *t = screen_open(FILE_NAME);

	term_keys(t, keys);
	return t;
}

/* fail_msg() keeps a thousand bytes only. */
static void screen_fail(struct term *t, const char *what, const char *wanted)
{
	fprintf(stderr, "\n%s: %s\n%s", what, wanted, term_screen(t));
	fail();
}

void screen_is(struct term *t, const char *view)
{
	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
		if (strcmp(titles[i].view, view) != 0)
			continue;
		if (!strstr(term_row(t, 0), titles[i].title))
			screen_fail(t, "another screen was expected", view);
		return;
	}
	fail_msg("there is no screen “%s”", view);
}

void screen_keys(struct term *t, const char *keys, const char *view)
{
	term_keys(t, keys);
	screen_is(t, view);
}

void screen_says(struct term *t, const char *text)
{
	/* long sentences are wrapped */
	for (int row = term_rows(t) - 4; row < term_rows(t) - 1; row++) {
		if (strstr(term_row(t, row), text))
			return;
	}
	screen_fail(t, "this is not said", text);
}

bool body_has(struct term *t, const char *text)
{
	for (int row = 1; row < term_rows(t) - 4; row++) {
		if (strstr(term_row(t, row), text))
			return true;
	}
	return false;
}

static void screen_end(struct term *t)
{
	/* enough for the deepest screen: what is left over is not read any more */
	term_send(t, "<F10><F10><F10><F10><F10><F10>");
	assert_int_equal(term_exit(t), 0);
	term_free(t);
}

static void one_file_is_left(void)
{
	assert_false(file_is_there(FILE_NAME "-wal"));
	assert_false(file_is_there(FILE_NAME "-shm"));
}

void screen_leave(struct term *t)
{
	screen_end(t);
	one_file_is_left();
}

void screen_leave_both(struct term *first, struct term *second)
{
	screen_end(second);
	screen_end(first);
	one_file_is_left();
}

void screen_kill(struct term *t)
{
	term_signal(t, SIGKILL);
	assert_int_equal(term_exit(t), 128 + SIGKILL);
	term_free(t);
}

struct term *screen_at(const char *title, const char *view, const char *keys)
{
	struct term *t = screen_open(FILE_NAME);

	menu_take(t, title);
	screen_is(t, view);
	term_keys(t, keys);
	return t;
}

void menu_take(struct term *t, const char *word)
{
	term_keys(t, "<C-p>");
	term_keys(t, word);
	term_keys(t, "<Enter>");
}

bool menu_has(struct term *t, const char *word)
{
	char off[64];
	bool has;

	snprintf(off, sizeof(off), "– %s", word); /* stands there, and cannot be taken */
	term_keys(t, "<F9>");
	has = term_has(t, word) && !term_has(t, off);
	term_keys(t, "<Esc>");
	return has;
}

struct term *screen_second(struct term **first)
{
	struct term *second;

	*first = screen_open(FILE_NAME);
	second = screen_open(FILE_NAME);
	assert_non_null(strstr(term_row(second, 0), SAID_READONLY));
	return second;
}

/* The screen without its last lines: status and keys. */
static char *screen_above(struct term *t)
{
	const char *screen = term_screen(t), *end = screen;

	for (int row = 0; row < term_rows(t) - 4; row++)
		end = strchr(end, '\n') + 1;
	return strndup(screen, (size_t)(end - screen));
}

void screen_refuses(struct term *t, const char *keys)
{
	char *before = screen_above(t), *after;

	term_keys(t, keys);
	after = screen_above(t);
	if (strcmp(before, after) != 0)
		screen_fail(t, "this was not refused", keys);
	free(before);
	free(after);
}
