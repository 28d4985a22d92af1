#include "nastavnik/app/events.h"

#include "inner.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/store/read/record.h"

static bool is_there(const struct records *guests, int64_t participation)
{
	for (size_t i = 0; i < guests->n; i++)
		if (((const struct guest *)guests->row)[i].participation == participation)
			return true;
	return false;
}

enum rc events_invite(struct app *app, int64_t event, struct ids participations, size_t *added)
{
	struct arena a = { 0 };
	struct guest *row = ARENA_NEW(&a, struct guest, participations.n);
	struct records there, fresh = { row, 0 };
	enum rc rc = record_list(app->store, &a, &guest_type, event, &there);

	for (size_t i = 0; !rc && i < participations.n; i++) {
		if (is_there(&there, participations.row[i]))
			continue;
		record_init(&guest_type, &row[fresh.n], event, date_today());
		row[fresh.n++].participation = participations.row[i];
	}
	if (!rc)
		rc = records_save_all(app, &guest_type, &fresh, N_("Participants of an event"));
	if (!rc)
		*added = fresh.n;
	arena_done(&a);
	return rc;
}
