/* Stage 7: what both sides of each pair say afterwards, typed in as a grid. */
#include <string.h>

#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/outcome.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/outcome.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/grid.h"
#include "records.h"
#include "screens.h"

enum { COLUMN_MARK, COLUMN_AGAIN, COLUMN_GAINED, COLUMN_MISSED, COLUMNS };
enum { WIDTH_NAME = 32, WIDTH_SHORT = 8, WIDTH_WORDS = 15, MARK_BEST = 10, WORDS_MAX = 500 };

/* Somebody of a pair, and what was said. */
struct voice {
	struct feedback said; /* head.id 0: nothing yet */
	const struct person *person;
};

struct feedback_screen {
	struct voice *row;
	size_t n;
};

static struct feedback_screen *screen_of(const struct frame *f)
{
	return f->data;
}

static struct voice *voice_of(const struct frame *f, size_t row)
{
	return &screen_of(f)->row[row];
}

static const struct person *person_of(const struct participants *side, int64_t id)
{
	for (size_t i = 0; i < side->n; i++)
		if (side->row[i].id == id)
			return &side->row[i].person;
	return NULL;
}

static void voice_add(struct feedback_screen *s, const struct records *said, struct voice voice)
{
	if (!voice.person)
		return;
	for (size_t i = 0; i < said->n; i++) {
		const struct feedback *feedback = record_at(&feedback_type, said, i);

		if (feedback->head.owner == voice.said.head.owner &&
		    feedback->participation == voice.said.participation) {
			voice.said = *feedback;
			s->row[s->n++] = voice;
			return;
		}
	}
	const struct feedback fresh = voice.said;
	record_init(&feedback_type, &voice.said, fresh.head.owner, date_today());
	voice.said.side = fresh.side;
	voice.said.participation = fresh.participation;
	s->row[s->n++] = voice;
}

static enum rc feedbacks_load(struct frame *f, size_t *rows, size_t *columns)
{
	struct feedback_screen *s = arena_alloc(&f->fresh, sizeof(*s));
	struct participants *sides = ARENA_NEW(&f->fresh, struct participants, 2);
	const struct store *store = desk_store(f);
	struct members members;
	struct records said;
	enum rc rc = members_load(store, &f->fresh, desk_year(f), &members);

	if (!rc)
		rc = participant_load_all(store, &f->fresh, desk_year(f), ROLE_MENTOR, &sides[0]);
	if (!rc)
		rc = participant_load_all(store, &f->fresh, desk_year(f), ROLE_MENTEE, &sides[1]);
	if (!rc)
		rc = record_list_year(store, &f->fresh, &feedback_type, desk_year(f), &said);
	if (rc)
		return rc;
	s->row = ARENA_NEW(&f->fresh, struct voice, members.n * 2);
	for (size_t i = 0; i < members.n; i++) {
		const struct bond_member *m = &members.row[i];
		const struct record head = { .owner = m->bond };

		if (!i || members.row[i - 1].bond != m->bond)
			voice_add(s, &said,
				  (struct voice){ { .head = head,
						    .side = SIDE_MENTOR,
						    .participation = m->mentor },
						  person_of(&sides[0], m->mentor) });
		voice_add(s, &said,
			  (struct voice){
				  { .head = head, .side = SIDE_MENTEE, .participation = m->mentee },
				  person_of(&sides[1], m->mentee) });
	}
	f->data = s;
	*rows = s->n;
	*columns = COLUMNS;
	return RC_OK;
}

/* The mentor first, then his mentees. */
static const char *feedbacks_row(struct frame *f, size_t row)
{
	const struct voice *voice = voice_of(f, row);
	const char *name = person_short_name(&f->fresh, voice->person);

	if (voice->said.side == SIDE_MENTOR)
		return arena_printf(&f->fresh, "%s · %s", name, _("mentor"));
	return arena_printf(&f->fresh, "  %s, %s", name, person_class_or_position(voice->person));
}

static const char *feedbacks_column(struct frame *f, size_t column)
{
	static const char *const title[COLUMNS] = { N_("Rating"), N_("Again"), N_("Gained"),
						    N_("Missed") };

	(void)f;
	return text_of(title[column]);
}

static int feedbacks_width(struct frame *f, size_t column)
{
	(void)f;
	return column < COLUMN_GAINED ? WIDTH_SHORT : WIDTH_WORDS;
}

static const char **words_of(struct feedback *said, size_t column)
{
	return column == COLUMN_GAINED ? &said->gained : &said->missed;
}

static const char *feedbacks_text(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	struct feedback *said = &voice_of(f, row)->said;

	*ink = INK_TEXT;
	if (column >= COLUMN_GAINED)
		return *words_of(said, column);
	if (column == COLUMN_AGAIN) {
		*ink = said->again == AGAIN_YES ? INK_GOOD : INK_TEXT;
		return said->again == AGAIN_YES  ? _("yes")
		       : said->again == AGAIN_NO ? _("no")
						 : GLYPH_NOTE;
	}
	return said->mark == FIELD_NOTHING ? GLYPH_NOTE
					   : arena_printf(&f->fresh, "%lld", (long long)said->mark);
}

static int64_t feedbacks_get(struct frame *f, size_t row, size_t column)
{
	const struct feedback *said = &voice_of(f, row)->said;

	if (column == COLUMN_AGAIN)
		return said->again;
	return column == COLUMN_MARK && said->mark != FIELD_NOTHING ? said->mark : 0;
}

static enum rc feedbacks_set(struct frame *f, size_t row, size_t column, int64_t value)
{
	struct feedback changed = voice_of(f, row)->said;
	enum rc rc;

	if (!changed.head.id && !value)
		return RC_OK; /* nothing is emptied */
	if (column == COLUMN_MARK)
		changed.mark = value ? value : FIELD_NOTHING;
	else if (column == COLUMN_AGAIN)
		changed.again = value;
	else
		*words_of(&changed, column) = "";
	rc = records_save(desk_app(f), &feedback_type, &changed);
	if (rc == RC_OK)
		voice_of(f, row)->said = changed;
	return rc;
}

static unsigned feedback_put(struct frame *f, size_t row, size_t column, int64_t value)
{
	if (feedbacks_set(f, row, column, value) != RC_OK)
		return ui_fault(f->ui);
	return grid_advance(f);
}

static enum rc words_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	const size_t *column = data;
	struct feedback changed = voice_of(f, grid_row(f))->said;
	enum rc rc;

	*words_of(&changed, *column) = text;
	rc = records_save(desk_app(f), &feedback_type, &changed);
	if (rc == RC_OK)
		*took = grid_advance(f) | UI_RELOAD;
	return rc;
}

static unsigned words_ask(struct frame *f, size_t row, size_t column, const char *begun)
{
	size_t *which = arena_alloc(&f->arena, sizeof(*which));

	*which = column;
	return dialog_prompt(
		f, &(struct prompt){ .title = column == COLUMN_GAINED ? _("What was gained")
								      : _("What was missing"),
				     .text = begun ? begun
						   : *words_of(&voice_of(f, row)->said, column),
				     .max = WORDS_MAX,
				     .mend = true,
				     .entered = words_entered,
				     .data = which });
}

static unsigned words_key(struct frame *f, size_t row, size_t column, uint32_t key)
{
	char typed[5] = "";

	if (key == K_ENTER)
		return words_ask(f, row, column, NULL);
	if (!key_is_char(key) || key <= ' ')
		return UI_IGNORED;
	typed[utf8_encode(key, typed)] = '\0';
	return words_ask(f, row, column, arena_strdup(&f->arena, typed));
}

/* A digit is the mark, 0 is 10; + and – say whether he would go on. */
static unsigned feedbacks_key(struct frame *f, size_t row, size_t column, const struct event *event)
{
	uint32_t key = event->key;
	bool writes = key == ' ' || key == K_DEL || key == K_BACKSPACE || key_is_char(key);

	if (writes && !desk_writable(f)) {
		ui_say(f->ui, "%s", app_change_why(desk_app(f)));
		return UI_TAKEN | UI_REDRAW;
	}
	if (column >= COLUMN_GAINED)
		return words_key(f, row, column, key);
	if (column == COLUMN_MARK && key >= '0' && key <= '9')
		return feedback_put(f, row, column, key == '0' ? MARK_BEST : key - '0');
	if (column == COLUMN_AGAIN && (key == '+' || key == '=' || key == '1'))
		return feedback_put(f, row, column, AGAIN_YES);
	if (column == COLUMN_AGAIN && (key == '-' || key == '2'))
		return feedback_put(f, row, column, AGAIN_NO);
	return key == ' ' ? UI_TAKEN : UI_IGNORED;
}

static const char *mean_text(struct arena *a, int64_t mean)
{
	if (mean == FIELD_NOTHING)
		return "–";
	return arena_printf(a, _("%lld.%lld"), (long long)mean / 100, (long long)mean / 10 % 10);
}

static const char *feedbacks_count(struct frame *f, struct arena *a)
{
	int64_t mentees, mentors, n[2];

	if (feedback_mean(desk_store(f), desk_year(f), SIDE_MENTEE, &mentees, &n[0]) != RC_OK ||
	    feedback_mean(desk_store(f), desk_year(f), SIDE_MENTOR, &mentors, &n[1]) != RC_OK)
		return "";
	return arena_printf(a, _("mean: mentees %s (%lld) · mentors %s (%lld)"),
			    mean_text(a, mentees), (long long)n[0], mean_text(a, mentors),
			    (long long)n[1]);
}

static const char *feedbacks_status(struct frame *f, struct arena *a)
{
	(void)f, (void)a;
	return _("Mark: a digit, 0 is 10 · Again: + yes, - no · Words: letters · F4 – all of it");
}

static unsigned feedback_edit(struct frame *f)
{
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));
	struct feedback *said = arena_alloc(&f->arena, sizeof(*said));

	*said = voice_of(f, grid_row(f))->said;
	*arg = (struct record_arg){ .id = said->head.id, .owner = said->head.owner, .fresh = said };
	return view_push(f, &feedback_view, arg);
}

static bool has_rows(struct frame *f)
{
	return screen_of(f)->n > 0;
}

static const struct action feedbacks_actions[] = {
	{ .key = K_F(4),
	  .label = N_("All of it"),
	  .title = N_("All that this one said"),
	  .enabled = has_rows,
	  .run = feedback_edit },
	{ .title = N_("Results of pairs"), .open = &results_view },
	{ 0 },
};

/* Space goes through these. */
static const struct grid_mark feedbacks_marks[] = { { 0 } };

static const struct grid_spec feedbacks_grid = {
	.marks = feedbacks_marks,
	.title_width = WIDTH_NAME,
	.width = feedbacks_width,
	.text = feedbacks_text,
	.key = feedbacks_key,
	.load = feedbacks_load,
	.row_title = feedbacks_row,
	.column_title = feedbacks_column,
	.get = feedbacks_get,
	.set = feedbacks_set,
	.count = feedbacks_count,
	.status = feedbacks_status,
	.empty = N_("No pair is confirmed yet: form and confirm them in stage 5."),
};

const struct view feedbacks_view = {
	.name = "feedbacks",
	.title = N_("Stage 7 · Feedback"),
	.kind = &grid_kind,
	.spec = &feedbacks_grid,
	.actions = feedbacks_actions,
	.help = N_("What mentor and mentees say of the programme afterwards. In the first column a "
		   "digit is the mark from 1 to 10, 0 is 10; in the second + says they would go "
		   "on. In the columns of words typing begins a line. Each cell is saved at once."),
	.place = true,
	.seldom = true,
};

static const struct record_desk feedbacks_desk = { .type = &feedback_type, .form = &feedback_view };

const struct view feedback_view = {
	.name = "feedback",
	.title = N_("What one of a pair said"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &feedbacks_desk,
	.help = N_("In their own words; the mark is from 1 to 10."),
};
