/* A packet being typed. */
#include "nastavnik/app/packet_work.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "inner.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/read/store.h"
#include "nastavnik/store/write/packet.h"
#include "nastavnik/store/write/record.h"
#include "nastavnik/store/write/step.h"
#include "nastavnik/store/write/store.h"
#include "packet_merge.h"

/* The step's name is stored: it never changes. */
static const char step_opened[] = N_("Packet opened");

struct packet_work {
	struct arena arena;   /* of the packet as it was opened */
	struct packet packet; /* without its sheets: those of the file are written */
	struct app *app;
	const char *path, *name;
	char *passphrase; /* NULL: not sealed */
	int64_t written;  /* store_stamp() when the packet had everything */
};

/* ---- the file of its own ---- */

static enum rc file_path(struct arena *a, int64_t id, const char **path)
{
	const char *home, *folder;
	enum rc rc = paths_data_home(a, &home);

	if (rc)
		return rc;
	folder = arena_printf(a, "%s/packets", home);
	if (mkdir(folder, 0700) != 0 && errno != EEXIST)
		return err_set(RC_IO, _("The folder “%s” cannot be made: %s."), folder,
			       errno_text(errno));
	*path = arena_printf(a, "%s/%016llx.nastavnik", folder, (unsigned long long)id);
	return RC_OK;
}

static enum rc person_new(struct app *app, struct arena *a, const struct packet_person *from)
{
	struct person person = { .family = packet_person_label(a, from),
				 .given = "",
				 .patronymic = "",
				 .phone = "",
				 .email = "",
				 .note = "",
				 .class_name = "",
				 .position = from->place,
				 .place = "",
				 .left_why = "",
				 .year = app->year.year };

	if ((from->role != ROLE_MENTEE && from->role != ROLE_MENTOR) || from->participation <= 0)
		return err_set(RC_INVALID, _("The packet names people who can answer nothing."));
	return respondent_add(app->store, from->participation, (enum role)from->role,
			      from->number > 0 ? from->number : 0, &person);
}

/* The questionnaire as it came, by the rules that hold for one that is typed in. */
static enum rc survey_new(struct app *app, struct packet *packet)
{
	struct survey *survey = &packet->survey;
	enum rc rc;

	survey->head.owner = app->year.year;
	survey->form = 0;
	rc = records_check(app, &survey_type, survey);
	if (!rc)
		rc = record_insert(app->store, &survey_type, survey);
	for (size_t i = 0; i < packet->items.n && !rc; i++) {
		struct survey_item *item = &packet->items.row[i];

		item->head.owner = survey->head.id;
		rc = records_check(app, &survey_item_type, item);
		if (!rc)
			rc = record_insert(app->store, &survey_item_type, item);
	}
	return rc;
}

/* A new year brings questionnaires of the methodology: this file is for one only. */
static enum rc others_remove(struct app *app, struct arena *a)
{
	struct records all;
	enum rc rc = record_list(app->store, a, &survey_type, app->year.year, &all);

	for (size_t i = 0; !rc && i < all.n; i++)
		rc = record_delete(app->store, &survey_type,
				   ((const struct record *)record_at(&survey_type, &all, i))->id);
	return rc;
}

static enum rc content_new(struct app *app, struct arena *a, struct packet *packet)
{
	enum rc rc = others_remove(app, a);

	if (!rc)
		rc = survey_new(app, packet);

	for (size_t i = 0; i < packet->people && !rc; i++)
		rc = person_new(app, a, &packet->person[i]);
	return rc;
}

static enum rc content_fill(struct app *app, struct arena *a, struct packet *packet)
{
	enum rc rc = app_begin(app, step_opened, packet->survey.name);

	return rc ? rc : app_end(app, content_new(app, a, packet));
}

static enum rc file_new(const char *path, struct arena *a, struct packet *packet, struct app **app)
{
	const struct school school = { .uuid = packet->head.school_uuid,
				       .name = packet->head.school,
				       .short_name = packet->head.school,
				       .town = "",
				       .director = "",
				       .curator = "",
				       .curator_position = "" };
	struct app *made;
	enum rc rc = app_create(path, &school, packet->head.year, TERMS_QUARTERS, &made);

	if (rc)
		return rc;
	rc = content_fill(made, a, packet);
	if (rc) {
		app_close(made);
		unlink(path);
		return rc;
	}
	*app = made;
	return RC_OK;
}

static enum rc file_open(struct arena *a, struct packet *packet, struct app **app)
{
	const char *path;
	enum rc rc = file_path(a, packet->head.id, &path);

	if (rc)
		return rc;
	if (access(path, F_OK) != 0)
		return file_new(path, a, packet, app);
	rc = app_open(path, app);
	if (!rc && app_readonly(*app)) {
		rc = err_set(RC_READONLY, "%s", app_readonly_why(*app));
		app_close(*app);
	}
	return rc;
}

/* What was typed into the packet elsewhere since, comes into its file. */
static enum rc sheets_bring(struct app *app, struct arena *a, const struct packet *packet)
{
	const struct packet_merge how = { .own = true, .source = "" };
	struct packet_report report = { 0 };
	enum rc rc;

	if (!packet->sheets)
		return RC_OK;
	rc = app_begin_bulk(app, step_opened, packet->survey.name);
	return rc ? rc : app_end(app, packet_merge(app, a, packet, &how, &report));
}

/* ---- opening and writing back ---- */

static bool packet_sane(const struct packet *packet)
{
	return packet->head.id > 0 && packet->head.year >= 2000 && packet->head.year <= 2199;
}

static enum rc work_load(struct packet_work *w, const char *path)
{
	char real[PATH_MAX];
	enum rc rc = packet_load(&w->arena, path, w->passphrase, NULL, &w->packet);

	if (!rc && !packet_sane(&w->packet))
		rc = err_set(RC_INVALID, _("This is no packet of a questionnaire, or its "
					   "beginning is damaged."));
	if (!rc)
		rc = file_open(&w->arena, &w->packet, &w->app);
	if (!rc)
		rc = sheets_bring(w->app, &w->arena, &w->packet);
	w->path = arena_strdup(&w->arena, realpath(path, real) ? real : path);
	w->name = arena_printf(&w->arena, "%s · %s", w->packet.survey.name, w->packet.head.school);
	return rc;
}

/* As many sheets in the packet as in its file say nothing; that they are the same does. */
static enum rc owes_find(struct packet_work *w)
{
	struct arena a = { 0 };
	struct packet ours = { 0 };
	bool same;
	enum rc rc = packet_sheets(w->app, &a, w->packet.survey.head.id, &ours);

	same = !rc && ours.sheets == w->packet.sheets;
	for (size_t i = 0; same && i < ours.sheets; i++) {
		bool found = false;

		for (size_t k = 0; k < w->packet.sheets && !found; k++)
			found = w->packet.sheet[k].head.id == ours.sheet[i].head.id &&
				w->packet.sheet[k].head.checked_at ==
					ours.sheet[i].head.checked_at &&
				packet_digest(&w->packet.items, &w->packet.sheet[k]) ==
					packet_digest(&w->packet.items, &ours.sheet[i]);
		same = found;
	}
	w->written = same ? app_version(w->app) : -1;
	arena_done(&a);
	return rc;
}

enum rc packet_work_open(const char *path, const char *passphrase, struct packet_work **work)
{
	struct packet_work *w = mem_alloc(sizeof(*w));
	enum rc rc;

	w->passphrase = passphrase ? mem_strdup(passphrase) : NULL;
	rc = work_load(w, path);
	if (!rc)
		rc = owes_find(w);
	if (rc)
		packet_work_close(w);
	else
		*work = w;
	return rc;
}

struct app *packet_work_app(const struct packet_work *work)
{
	return work->app;
}

int64_t packet_work_survey(const struct packet_work *work)
{
	return work->packet.survey.head.id;
}

const char *packet_work_name(const struct packet_work *work)
{
	return work->name;
}

bool packet_work_owes(const struct packet_work *work)
{
	return work->written != app_version(work->app);
}

enum rc packet_work_save(struct packet_work *work)
{
	struct arena a = { 0 };
	struct packet packet = work->packet;
	int64_t stamp = app_version(work->app);
	enum rc rc = RC_OK;

	if (!packet_work_owes(work))
		return RC_OK;
	if (access(work->path, F_OK) != 0)
		rc = err_set(RC_IO,
			     _("The packet “%s” is not in its place: put the stick in again. What "
			       "was typed is kept on this computer and is written as soon as the "
			       "packet is there."),
			     work->path);
	if (!rc)
		rc = packet_sheets(work->app, &a, packet.survey.head.id, &packet);
	if (!rc)
		rc = packet_save(work->path, work->passphrase, &packet);
	arena_done(&a);
	if (!rc)
		work->written = stamp;
	return rc;
}

bool packet_work_began(const struct step *step)
{
	return !strcmp(step->name, step_opened);
}

void packet_work_close(struct packet_work *work)
{
	if (!work)
		return;
	app_close(work->app);
	if (work->passphrase) {
		explicit_bzero(work->passphrase, strlen(work->passphrase));
		free(work->passphrase);
	}
	arena_done(&work->arena);
	free(work);
}
