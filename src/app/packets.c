/* Packets given out and taken back. */
#include "nastavnik/app/packets.h"

#include <string.h>

#include "inner.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/write/record.h"
#include "nastavnik/store/write/step.h"
#include "packet_merge.h"

enum rc passphrase_check(const char *passphrase)
{
	if (utf8_count(passphrase) < PASSPHRASE_MIN)
		return err_set(RC_INVALID,
			       ngettext("A passphrase has at least %d character: several words "
					"are best.",
					"A passphrase has at least %d characters: several words "
					"are best.",
					PASSPHRASE_MIN),
			       PASSPHRASE_MIN);
	if (strlen(passphrase) > PASSPHRASE_MAX)
		return err_set(RC_INVALID, _("This passphrase is too long."));
	return RC_OK;
}

/* ---- giving out ---- */

static void people_fill(struct arena *a, const struct respondents *people, bool named,
			struct packet *out)
{
	out->person = ARENA_NEW(a, struct packet_person, people->n);
	out->people = people->n;
	for (size_t i = 0; i < people->n; i++) {
		const struct respondent *r = &people->row[i];

		out->person[i] =
			(struct packet_person){ r->participation, (int64_t)r->role, r->number,
						named ? r->name : "", named ? r->place : "" };
	}
}

/* Whoever is asked; and whose form nobody has written down yet, for his sheet may lie in the pile.
 */
static enum rc people_find(const struct app *app, struct arena *a, const struct survey *survey,
			   struct respondents *out)
{
	struct survey wide = *survey;
	size_t n = 0;
	enum rc rc;

	wide.form = 0;
	rc = survey_respondents(app, a, &wide, out);
	for (size_t i = 0; !rc && i < out->n; i++)
		if (!survey->form || !out->row[i].form || out->row[i].form == survey->form)
			out->row[n++] = out->row[i];
	if (!rc)
		out->n = n;
	return rc;
}

static enum rc packet_make(const struct app *app, struct arena *a, const struct packet_order *order,
			   struct packet *out)
{
	struct packet packet = { 0 };
	struct respondents people;
	enum rc rc = survey_get(app, a, order->survey, &packet.survey, &packet.items);

	if (!rc && !packet.items.n)
		rc = err_set(RC_INVALID, _("This questionnaire has no questions yet."));
	if (!rc)
		rc = people_find(app, a, &packet.survey, &people);
	if (rc)
		return rc;
	people_fill(a, &people, order->named, &packet);
	packet.survey.form = 0;
	packet.head = (struct packet_head){
		.school_uuid = app->school.uuid,
		.school = *app->school.short_name ? app->school.short_name : app->school.name,
		.year = app->year.year,
		.made_on = date_today(),
		.whom = order->whom,
		.named = order->named,
	};
	*out = packet;
	return RC_OK;
}

static enum rc packet_out(struct app *app, const struct packet_order *order, struct packet *packet)
{
	struct packet_record record = {
		.head.owner = order->survey,
		.made_on = packet->head.made_on,
		.whom = order->whom,
		.forms = packet->people ? (int64_t)packet->people : FIELD_NOTHING,
		.named = order->named,
		.sealed = order->passphrase != NULL,
		.note = "",
	};
	enum rc rc = record_put(app->store, &packet_type, &record);

	packet->head.id = record.head.id;
	return rc ? rc : packet_save(order->path, order->passphrase, packet);
}

/* A packet that came back is never written over before its answers are here: a sealed one cannot be
 * looked into. */
static enum rc place_check(struct arena *a, const char *path)
{
	struct packet there;

	if (!packet_is(path))
		return RC_OK;
	if (!packet_is_sealed(path) && packet_load(a, path, NULL, NULL, &there) == RC_OK &&
	    !there.sheets)
		return RC_OK;
	return err_set(RC_CONFLICT,
		       _("“%s” is a packet that may have answers in it: give another name."), path);
}

enum rc packet_give(struct app *app, const struct packet_order *order, int64_t *forms)
{
	struct arena a = { 0 };
	struct packet packet;
	enum rc rc = order->passphrase ? passphrase_check(order->passphrase) : RC_OK;

	if (!rc)
		rc = place_check(&a, order->path);
	if (!rc)
		rc = respondents_number(app, NULL);
	if (!rc)
		rc = packet_make(app, &a, order, &packet);
	if (!rc)
		rc = app_begin(app, N_("Packet given out"),
			       *order->whom
				       ? arena_printf(&a, "%s: %s", packet.survey.name, order->whom)
				       : packet.survey.name);
	if (!rc)
		rc = app_end(app, packet_out(app, order, &packet));
	if (!rc && forms)
		*forms = (int64_t)packet.people;
	arena_done(&a);
	return rc;
}

/* ---- taking back ---- */

bool packet_is(const char *path)
{
	return packet_recognise(path) != PACKET_NONE;
}

bool packet_is_sealed(const char *path)
{
	return packet_recognise(path) == PACKET_SEALED;
}

static enum rc head_check(const struct app *app, const struct packet *packet)
{
	char theirs[12], ours[12];

	if (strcmp(packet->head.school_uuid, app->school.uuid) != 0)
		return err_set(RC_INVALID,
			       _("The packet is of another school: “%s”. Nothing was taken."),
			       packet->head.school);
	if (packet->head.year == app->year.year)
		return RC_OK;
	year_name(app->year.year, ours);
	if (packet->head.year < 2000 || packet->head.year > 2199)
		return err_set(RC_INVALID, _("The packet names no school year."));
	year_name(packet->head.year, theirs);
	return err_set(RC_INVALID,
		       _("The packet is of the year %s, and the year worked on is %s. Go to that "
			 "year first. Nothing was taken."),
		       theirs, ours);
}

static enum rc survey_known(const struct app *app, struct arena *a, const struct packet *packet)
{
	struct survey_items items;
	struct survey survey;
	enum rc rc = survey_get(app, a, packet->survey.head.id, &survey, &items);

	if (rc == RC_NOT_FOUND || (!rc && survey.head.owner != packet->head.year))
		return err_set(RC_INVALID,
			       _("The packet has version %lld of the questionnaire “%s”, which is "
				 "not in the file. Nothing was taken."),
			       (long long)packet->survey.version, packet->survey.name);
	return rc;
}

/* That it came back; a packet whose line in the list was deleted comes into it again. */
static enum rc record_mark(struct app *app, struct arena *a, const struct packet *packet,
			   bool sealed)
{
	struct packet_record record = { .head = { packet->head.id, packet->survey.head.id },
					.made_on = packet->head.made_on,
					.whom = packet->head.whom,
					.forms = packet->people ? (int64_t)packet->people
								: FIELD_NOTHING,
					.named = packet->head.named != 0,
					.sealed = sealed,
					.taken_on = date_today(),
					.note = "" };
	struct packet_record known;
	enum rc rc = record_get(app->store, a, &packet_type, packet->head.id, &known);

	if (rc == RC_NOT_FOUND)
		return record_insert(app->store, &packet_type, &record);
	if (rc || known.taken_on == record.taken_on)
		return rc;
	known.taken_on = record.taken_on;
	return record_put(app->store, &packet_type, &known);
}

static const char *source_name(struct arena *a, const struct packet *packet)
{
	char day[DATE_SIZE];

	return arena_printf(a, _("packet of %s%s%s"),
			    date_valid((int)packet->head.made_on)
				    ? date_format((int)packet->head.made_on, day)
				    : "?",
			    *packet->head.whom ? ", " : "", packet->head.whom);
}

static enum rc packet_bring(struct app *app, struct arena *a, const struct packet *packet,
			    bool sealed, struct issues *partial, struct packet_report *out)
{
	const struct packet_merge how = { .source = source_name(a, packet), .partial = partial };
	enum rc rc = app_begin_bulk(app, N_("Packet taken"), packet->survey.name);

	if (rc)
		return rc;
	rc = record_mark(app, a, packet, sealed);
	if (!rc)
		rc = packet_merge(app, a, packet, &how, out);
	return app_end(app, rc);
}

enum rc packet_take(struct app *app, struct arena *a, const char *path, const char *passphrase,
		    struct issues *partial, struct packet_report *out)
{
	struct packet_report report = { 0 };
	struct packet packet;
	enum rc rc = packet_load(a, path, passphrase, partial, &packet);

	if (!rc)
		rc = head_check(app, &packet);
	if (!rc)
		rc = survey_known(app, a, &packet);
	if (rc)
		return rc;
	report.survey = packet.survey.name;
	report.whom = packet.head.whom;
	report.sheets = packet.sheets;
	rc = packet_bring(app, a, &packet, packet_is_sealed(path), partial, &report);
	if (!rc)
		*out = report;
	return rc;
}
