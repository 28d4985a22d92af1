/* nastavnik list behind: which pairs are late with meetings and diaries. */
#include <stdio.h>

#include "list.h"
#include "nastavnik/app/work.h"
#include "nastavnik/base/i18n.h"

/* «12 → Орлова Инна → Титов Лев → 34 → 1 → 0 → встречи не было 48 дней, …»: days behind in all,
 * then of meetings, diaries that are missing, days since the planned meeting. */
static void behind_line(struct arena *a, const struct behind_row *row)
{
	const struct behind *b = &row->behind;

	printf("%lld\t%s\t%s\t%lld\t%lld\t%lld\t%s\n", (long long)b->days,
	       person_name(a, &row->work->mentor), person_name(a, &row->work->mentee),
	       (long long)b->meeting, (long long)b->diaries, (long long)b->planned, row->text);
}

/* 1 while somebody is behind. */
enum exit_code list_behind(const struct args *args, struct app *app)
{
	struct arena a = { 0 };
	struct work_desk desk;
	struct behind_rows rows = { 0 };
	enum rc rc = work_desk_load(app, &a, &desk);

	(void)args;
	if (!rc)
		behind_list(app, &a, &desk, &rows);
	for (size_t i = 0; i < rows.n; i++)
		behind_line(&a, &rows.row[i]);
	arena_done(&a);
	return rc ? command_failed() : rows.n ? EXIT_PROBLEMS : EXIT_DONE;
}
