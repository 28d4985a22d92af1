/* A packet that was given out, on the computer where it is typed: only typing, nothing else. */
#include <string.h>

#include "nastavnik/app/packet_work.h"
#include "nastavnik/app/packets.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/store/read/draft.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/menu.h"
#include "packets.h"
#include "screens.h"
#include "surveys.h"

enum { WAY_TYPE = 1, WAY_SHEETS, WAY_WRITE };

static struct desk *desk_of(const struct frame *f)
{
	return ui_app(f->ui);
}

static struct packet_work *work_of(const struct frame *f)
{
	return desk_of(f)->packet;
}

/* ---- opening ---- */

/* What was open before is let go of; the packet's own file takes its place. */
static void packet_begin(struct frame *f, struct packet_work *work)
{
	struct desk *desk = desk_of(f);

	desk->next_packet = work;
	view_restart(f->ui, &packet_desk_view);
}

static enum rc passphrase_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct packet_work *work;
	enum rc rc = packet_work_open(data, text, &work);

	if (rc)
		return rc;
	packet_begin(f, work);
	*took = UI_TAKEN;
	return RC_OK;
}

enum rc packet_desk_open(struct frame *f, const char *path, unsigned *took)
{
	struct packet_work *work;
	enum rc rc = RC_OK;

	if (packet_is_sealed(path)) {
		*took = packet_passphrase_ask(f, _("The packet is sealed"), passphrase_entered,
					      arena_strdup(&f->arena, path));
		return RC_OK;
	}
	rc = packet_work_open(path, NULL, &work);
	if (!rc)
		packet_begin(f, work);
	*took = UI_TAKEN;
	return rc;
}

/* ---- the desk ---- */

static enum rc desk_init(struct frame *f)
{
	struct desk *desk = desk_of(f);

	if (desk->next_packet) { /* nothing shows what was before any more */
		desk_close(desk);
		desk->packet = desk->next_packet;
		desk->app = packet_work_app(desk->packet);
		desk->next_packet = NULL;
	}
	frame_title(f, _("Packet · %s"), packet_work_name(work_of(f)));
	return RC_OK;
}

static enum rc counts_load(struct frame *f, int64_t *sheets, size_t *asked, size_t *begun)
{
	struct arena *a = &f->fresh;
	int64_t id = packet_work_survey(work_of(f));
	struct respondents people;
	struct survey_items items;
	struct survey survey;
	struct sheets list;
	struct drafts drafts;
	enum rc rc = survey_get(desk_app(f), a, id, &survey, &items);

	if (!rc)
		rc = survey_respondents(desk_app(f), a, &survey, &people);
	if (!rc)
		rc = sheet_list(desk_store(f), a, id, &list);
	if (!rc)
		rc = draft_list(desk_store(f), a, &drafts);
	if (rc)
		return rc;
	*asked = people.n;
	*sheets = 0;
	for (size_t i = 0; i < list.n; i++)
		*sheets += !list.row[i].rival;
	*begun = 0;
	for (size_t i = 0; i < drafts.n; i++)
		*begun += !strcmp(drafts.row[i].form, "sheet");
	return RC_OK;
}

static const char *written_text(const struct frame *f)
{
	return packet_work_owes(work_of(f)) ? _("not written yet") : _("all is written");
}

static enum rc desk_load(struct frame *f, struct menu_items *items)
{
	struct arena *a = &f->fresh;
	size_t asked, begun;
	int64_t sheets;
	enum rc rc = counts_load(f, &sheets, &asked, &begun);

	if (rc)
		return rc;
	menu_add(items,
		 (struct menu_item){
			 .key = '1',
			 .title = _("Type sheets of paper"),
			 .right = asked ? arena_printf(a, _("entered %lld of %zu"),
						       (long long)sheets, asked)
					: arena_printf(a, _("entered %lld"), (long long)sheets),
			 .total = -1,
			 .id = WAY_TYPE,
			 .status = _("One key an answer; each is kept at once.") });
	menu_add(items, (struct menu_item){
				.key = '2',
				.title = _("Sheets that are typed: look, mend, verify"),
				.right = begun ? arena_printf(a, _("begun %zu"), begun) : NULL,
				.total = -1,
				.id = WAY_SHEETS,
				.status = _("A sheet that was begun goes on where it stopped.") });
	menu_add(items, (struct menu_item){ .key = '3',
					    .title = _("Write the packet now"),
					    .right = written_text(f),
					    .total = -1,
					    .id = WAY_WRITE,
					    .status = _("It is also written in each pause and on "
							"leaving. Then take the file back to the "
							"school.") });
	return RC_OK;
}

static unsigned packet_write(struct frame *f)
{
	if (packet_work_save(work_of(f)) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("Everything is in the packet. Leave by F10 and take the file to the "
			"school."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned packet_type_sheets(struct frame *f)
{
	return sheet_type(f, (struct sheet_arg){ .survey = packet_work_survey(work_of(f)) });
}

static unsigned desk_run_way(struct frame *f, const struct menu_item *item)
{
	if (item->id == WAY_TYPE)
		return packet_type_sheets(f);
	if (item->id == WAY_SHEETS)
		return view_push(f, &survey_sheets_view,
				 desk_id_arg(f, packet_work_survey(work_of(f))));
	return packet_write(f);
}

static unsigned leave_answered(struct frame *f, int button, void *data)
{
	(void)data;
	if (button == 1)
		return UI_TAKEN | UI_QUIT;
	if (button != 0)
		return UI_TAKEN;
	return packet_work_save(work_of(f)) == RC_OK ? UI_TAKEN | UI_QUIT : ui_fault(f->ui);
}

static unsigned packet_leave(struct frame *f)
{
	if (packet_work_save(work_of(f)) == RC_OK)
		return UI_TAKEN | UI_QUIT;
	return dialog_ask(f, &(struct question){ .title = _("The packet is not written"),
						 .text = arena_strdup(&f->fresh, err_last()->text),
						 .button = { _("Try again"), _("Leave anyway") },
						 .answered = leave_answered });
}

static const struct menu_spec desk_menu = { .load = desk_load, .run = desk_run_way };

static const struct action desk_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Typing"),
	  .title = N_("Type sheets of paper"),
	  .run = packet_type_sheets },
	{ .key = K_F(4),
	  .label = N_("Write"),
	  .title = N_("Write the packet now"),
	  .run = packet_write },
	{ .key = K_F(10),
	  .label = N_("Exit"),
	  .title = N_("Write the packet and leave"),
	  .run = packet_leave },
	{ 0 },
};

const struct view packet_desk_view = {
	.name = "packet-desk",
	.title = N_("Packet"),
	.kind = &menu_kind,
	.spec = &desk_menu,
	.actions = desk_actions,
	.help = N_("A questionnaire that a school gave out to be typed here. Whatever is typed is "
		   "kept on this computer at once and written into the packet in each pause; when "
		   "the stick is not in its place, it is written later. The file with the packet "
		   "goes back to the school, which takes it in."),
	.init = desk_init,
};

/* ---- a sealed packet that the program was started on ---- */

static enum rc door_load(struct frame *f, struct menu_items *items)
{
	const struct desk *desk = desk_of(f);

	menu_add(items, (struct menu_item){ .key = '1',
					    .title = _("Give the passphrase"),
					    .right = paths_short(&f->fresh, desk->start_path),
					    .total = -1,
					    .id = 1 });
	return RC_OK;
}

static unsigned door_run(struct frame *f, const struct menu_item *item)
{
	unsigned took = UI_TAKEN;

	(void)item;
	return packet_desk_open(f, desk_of(f)->start_path, &took) == RC_OK ? took : ui_fault(f->ui);
}

static const struct menu_spec door_menu = { .load = door_load, .run = door_run };

const struct view packet_door_view = {
	.name = "packet-door",
	.title = N_("The packet is sealed"),
	.kind = &menu_kind,
	.spec = &door_menu,
	.help = N_("Who gave the packet out has told you its passphrase by another way: Enter, "
		   "then type it. It is not shown."),
};
