/* Questionnaires given out as files to be typed elsewhere: what is out, what came back. */
#include "packets.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "nastavnik/app/packets.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/ui/dialog.h"
#include "records.h"
#include "screens.h"
#include "surveys.h"

unsigned packet_passphrase_ask(struct frame *f, const char *title,
			       enum rc (*entered)(struct frame *f, const char *text, void *data,
						  unsigned *took),
			       void *data)
{
	return dialog_prompt(f, &(struct prompt){ .title = title,
						  .label = _("Passphrase:"),
						  .hint = _("Capital and small letters differ, and "
							    "so do the layouts of the keyboard."),
						  .max = 100,
						  .secret = true,
						  .entered = entered,
						  .data = data });
}

/* ---- giving out ---- */

struct give_record {
	int64_t survey, named, sealed;
	const char *whom, *path;
};

#define AT(member) offsetof(struct give_record, member)
static const struct field give_rows[] = {
	{ .name = "survey",
	  .label = N_("Questionnaire"),
	  .hint = N_("Which one is to be typed elsewhere."),
	  .kind = FIELD_CHOICE,
	  .flags = FIELD_REQUIRED,
	  .offset = AT(survey),
	  .width = 50,
	  .choices = "questionnaires" },
	{ .name = "whom",
	  .label = N_("To whom"),
	  .hint = N_("Who will type the sheets; it stands in the list of packets."),
	  .kind = FIELD_TEXT,
	  .offset = AT(whom),
	  .max = 100,
	  .width = 40 },
	{ .name = "named",
	  .label = N_("With names"),
	  .hint = N_("No: only codes such as 2Н-017 go out, and nobody can be known by them."),
	  .kind = FIELD_YESNO,
	  .offset = AT(named) },
	{ .name = "sealed",
	  .label = N_("Seal with a passphrase"),
	  .hint = N_("Nobody opens it without the passphrase, which is asked for next."),
	  .kind = FIELD_YESNO,
	  .offset = AT(sealed) },
	{ .name = "path",
	  .label = N_("File"),
	  .hint = N_("A stick, or any folder; the name ends in .packet."),
	  .kind = FIELD_TEXT,
	  .flags = FIELD_REQUIRED,
	  .offset = AT(path),
	  .max = 1000,
	  .width = 50 },
};
#undef AT
static const struct fields give_fields = FIELD_TABLE(give_rows);

/* What is to be given out, until the passphrase is known. */
struct giving {
	struct packet_order order;
	bool sealed;
	char first[4 * 100 + 1]; /* the passphrase, to be typed a second time */
};

static struct choices give_choices(struct frame *f, const char *set)
{
	struct survey_states all;
	struct choice *row;
	size_t n = 0;

	(void)set;
	if (surveys_load(desk_app(f), &f->arena, &all) != RC_OK)
		return (struct choices){ 0 };
	row = ARENA_NEW(&f->arena, struct choice, all.n);
	for (size_t i = 0; i < all.n; i++)
		row[n++] = (struct choice){ .id = all.row[i].survey.head.id,
					    .code = all.row[i].survey.code,
					    .name = all.row[i].survey.name,
					    .hidden = all.row[i].survey.hidden != 0 };
	return (struct choices){ row, n };
}

static const char *path_free(struct arena *a)
{
	char day[DATE_SIZE];
	const char *path = NULL;

	date_format(date_today(), day);
	for (int i = 1; !path || access(paths_expand(a, path), F_OK) == 0; i++)
		path = i == 1 ? arena_printf(a, "~/%s %s.packet", _("questionnaire"), day)
			      : arena_printf(a, "~/%s %s (%d).packet", _("questionnaire"), day, i);
	return path;
}

static enum rc give_load(struct frame *f, void *record)
{
	struct give_record *give = record;

	give->survey = f->arg ? *(const int64_t *)f->arg : 0;
	give->whom = "";
	give->path = path_free(&f->arena);
	return RC_OK;
}

static const char *with_ending(struct arena *a, const char *path)
{
	size_t n = strlen(path), end = strlen(".packet");

	path = paths_expand(a, path);
	return n > end && !strcmp(path + strlen(path) - end, ".packet")
		       ? path
		       : arena_printf(a, "%s.packet", path);
}

static enum rc give_save(struct frame *f, void *record)
{
	struct give_record *give = record;

	give->path = with_ending(&f->arena, give->path);
	if (access(give->path, F_OK) == 0)
		return err_set(RC_CONFLICT, _("There is a file %s already. Choose another name."),
			       give->path);
	f->answer = 1;
	return RC_OK;
}

static void give_remarks(struct frame *f, struct lines *lines, const void *record)
{
	const struct give_record *give = record;

	(void)f;
	if (give->named && !give->sealed)
		lines_text(lines, INK_WARN,
			   _("! Names and answers will stand in a file that anybody can open: seal "
			     "it, or give it out with codes only."));
	else if (give->named)
		lines_text(lines, INK_DIM,
			   _("Names of people go out: tell the passphrase by another way than the "
			     "file."));
}

static const struct form_part give_parts[] = { { .fields = &give_fields }, { 0 } };

static const struct form_spec give_form = {
	.size = sizeof(struct give_record),
	.parts = give_parts,
	.load = give_load,
	.save = give_save,
	.choices = give_choices,
	.remarks = give_remarks,
};

const struct view packet_give_view = {
	.name = "packet-give",
	.title = N_("Give out a packet"),
	.kind = &form_kind,
	.spec = &give_form,
	.help = N_("The questionnaire and whom it asks become one file. This same program opens it "
		   "on any computer, without the school's file, and shows only typing. The file "
		   "with the answers is then taken back in “Packets given out”, F2."),
};

static enum rc give_write(struct frame *f, struct giving *giving, const char *passphrase)
{
	int64_t forms;
	enum rc rc;

	giving->order.passphrase = passphrase;
	rc = packet_give(desk_app(f), &giving->order, &forms);
	giving->order.passphrase = NULL;
	explicit_bzero(giving->first, sizeof(giving->first));
	if (!rc)
		ui_say(f->ui,
		       giving->order.named ? _("Given out with names: %s. Respondents: %lld.")
					   : _("Given out with codes only: %s. Respondents: %lld."),
		       paths_short(&f->fresh, giving->order.path), (long long)forms);
	return rc;
}

static enum rc again_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct giving *giving = data;

	if (strcmp(text, giving->first) != 0)
		return err_set(RC_INVALID, _("These were two different passphrases."));
	*took = UI_TAKEN | UI_RELOAD;
	return give_write(f, giving, text);
}

static enum rc first_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct giving *giving = data;
	enum rc rc = passphrase_check(text);

	if (rc)
		return rc;
	snprintf(giving->first, sizeof(giving->first), "%s", text);
	*took = packet_passphrase_ask(f, _("The same passphrase once more"), again_entered, giving);
	return RC_OK;
}

static unsigned give_closed(struct frame *f, struct frame *closing)
{
	const struct give_record *give = form_record(closing);
	struct giving *giving;

	if (!closing->answer)
		return UI_REDRAW;
	giving = arena_alloc(&f->arena, sizeof(*giving));
	giving->sealed = give->sealed != 0;
	giving->order = (struct packet_order){ .survey = give->survey,
					       .whom = arena_strdup(&f->arena, give->whom),
					       .named = give->named != 0,
					       .path = arena_strdup(&f->arena, give->path) };
	if (giving->sealed)
		return packet_passphrase_ask(f, _("A passphrase for the packet"), first_entered,
					     giving);
	return give_write(f, giving, NULL) == RC_OK ? UI_TAKEN | UI_RELOAD : ui_fault(f->ui);
}

unsigned packet_give_open(struct frame *f, int64_t survey)
{
	view_open(f->ui, f, &packet_give_view, survey ? desk_id_arg(f, survey) : NULL, give_closed);
	return UI_TAKEN | UI_REDRAW;
}

static unsigned packets_give(struct frame *f)
{
	return packet_give_open(f, 0);
}

/* ---- taking back ---- */

struct taking {
	struct packet_pick pick;
	bool sealed;
	char passphrase[4 * 100 + 1]; /* while it is asked whether to take a part */
};

static void taken_say(struct frame *f, const struct packet_report *r)
{
	ui_say(f->ui,
	       _("%s: added %zu, the same already %zu, answers differ %zu, left out %zu. "
		 "Ctrl+Z takes it back."),
	       r->survey, r->added, r->same, r->disputed, r->left_out);
}

static unsigned disputed_answered(struct frame *f, int button, void *data)
{
	(void)data;
	return button == 0 ? view_push(f, &disputes_view, NULL) | UI_RELOAD : UI_TAKEN | UI_RELOAD;
}

static unsigned disputed_ask(struct frame *f, const struct packet_report *r)
{
	return dialog_ask(
		       f,
		       &(struct question){
			       .title = _("Answers differ"),
			       .text = arena_printf(
				       &f->fresh,
				       ngettext("The packet is taken. %zu sheet was typed twice, "
						"with different answers. Both are kept; the paper "
						"decides.",
						"The packet is taken. %zu sheets were typed twice, "
						"with different answers. Both are kept; the paper "
						"decides.",
						r->disputed),
				       r->disputed),
			       .button = { _("Decide now"), _("Later") },
			       .answered = disputed_answered }) |
	       UI_RELOAD;
}

static enum rc take_run(struct frame *f, struct taking *taking, struct issues *partial,
			unsigned *took)
{
	struct packet_report report;
	enum rc rc = packet_take(desk_app(f), &f->arena, taking->pick.path,
				 taking->sealed ? taking->passphrase : NULL, partial, &report);

	if (rc)
		return rc;
	explicit_bzero(taking->passphrase, sizeof(taking->passphrase));
	taken_say(f, &report);
	*took = report.disputed ? disputed_ask(f, &report) : UI_TAKEN | UI_RELOAD;
	return RC_OK;
}

static unsigned partial_answered(struct frame *f, int button, void *data)
{
	struct taking *taking = data;
	struct issues issues = { .arena = &f->arena };
	unsigned took = UI_TAKEN;

	if (button == 0 && take_run(f, taking, &issues, &took) != RC_OK)
		took = ui_fault(f->ui);
	explicit_bzero(taking->passphrase, sizeof(taking->passphrase));
	return took;
}

/* RC_CONFLICT is what can be got over by leaving something out. */
static unsigned take_failed(struct frame *f, struct taking *taking, enum rc rc)
{
	if (rc != RC_CONFLICT)
		return ui_fault(f->ui);
	return dialog_ask(
		f, &(struct question){ .title = _("Nothing was taken yet"),
				       .text = arena_strdup(&f->arena, err_last()->text),
				       .button = { _("Take what is whole"), _("Take nothing") },
				       .chosen = 1,
				       .answered = partial_answered,
				       .data = taking });
}

static enum rc take_passphrase(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct taking *taking = data;
	enum rc rc;

	snprintf(taking->passphrase, sizeof(taking->passphrase), "%s", text);
	rc = take_run(f, taking, NULL, took);
	if (rc != RC_CONFLICT)
		return rc;
	*took = take_failed(f, taking, rc);
	return RC_OK;
}

static unsigned file_closed(struct frame *f, struct frame *closing)
{
	struct taking *taking = closing->arg;
	unsigned took = UI_TAKEN;
	enum rc rc;

	if (!closing->answer)
		return UI_REDRAW;
	taking->sealed = packet_is_sealed(taking->pick.path);
	if (taking->sealed)
		return packet_passphrase_ask(f, _("The packet is sealed"), take_passphrase, taking);
	rc = take_run(f, taking, NULL, &took);
	return rc ? take_failed(f, taking, rc) : took;
}

unsigned packet_take_open(struct frame *f)
{
	struct taking *taking = arena_alloc(&f->arena, sizeof(*taking));

	view_open(f->ui, f, &packet_files_view, taking, file_closed);
	return UI_TAKEN | UI_REDRAW;
}

/* ---- what is out ---- */

static unsigned packets_disputes(struct frame *f)
{
	return view_push(f, &disputes_view, NULL);
}

static const struct action packets_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Take in"),
	  .title = N_("Take a packet back"),
	  .help = N_("Nothing is doubled when it was taken before; what differs is kept to be "
		     "decided."),
	  .enabled = desk_writable,
	  .run = packet_take_open },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Edit"),
	  .title = N_("To whom it was given, and a note"),
	  .enabled = list_has_row,
	  .run = record_edit },
	{ .title = N_("Differing answers"),
	  .help = N_("Sheets that were typed twice with different answers."),
	  .run = packets_disputes },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = record_print },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Take the packet off the list"),
	  .enabled = record_may_change,
	  .run = record_delete_ask },
	{ .key = K_INS,
	  .label = N_("Give out"),
	  .title = N_("Give out a packet"),
	  .enabled = desk_writable,
	  .run = packets_give },
	{ 0 },
};

static enum ink packet_ink(const struct field *field, const void *record)
{
	const struct packet_record *packet = record;

	if (strcmp(field->name, "taken_on") == 0 && packet->taken_on)
		return INK_GOOD;
	return INK_TEXT;
}

static const struct record_desk packets_desk = {
	.type = &packet_type,
	.form = &packet_view,
	.sort = "made_on",
	.empty = N_("Nothing was given out yet. Ins makes a packet: a questionnaire as a file, to "
		    "be typed on another computer."),
	.ink = packet_ink,
	.owners = "survey",
	.owners_title = N_("Questionnaire"),
};

const struct view packets_view = {
	.name = "packets",
	.title = N_("Packets given out"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &packets_desk,
	.actions = packets_actions,
	.help = N_("A packet is a questionnaire as one file: with codes of respondents only, or "
		   "with names if you say so, sealed with a passphrase if you say so. It is opened "
		   "by this same program on another computer, which shows only typing. F2 takes it "
		   "back as often as you like: nothing is doubled, and what was typed twice with "
		   "different answers waits for your decision."),
	.place = true,
};

const struct view packet_view = {
	.name = "packet",
	.title = N_("A packet"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &packets_desk,
};
