/* What this program is, and where the school's work lies on this computer. */
#include "nastavnik/base/paths.h"
#include "nastavnik/store/read/store.h"
#include "nastavnik/ui/text.h"
#include "screens.h"

static void about_file(struct frame *f, struct lines *lines)
{
	const struct app *app = desk_app(f);

	lines_add(lines, INK_HEADING, "%s", _("The school's file"));
	lines_pair(lines, _("Where it lies"), app_path(app));
	lines_pair(lines, _("State"),
		   app_readonly(app) ? app_readonly_why(app) : _("can be changed"));
	lines_pair(lines, _("Changes are noted for"), store_operator(app_store(app)));
	lines_pair(lines, _("Copies"),
		   _("Those beside it, with .bak at the end, are made by themselves before a new "
		     "version of the program changes its tables. Others are yours: F9, “Save a "
		     "copy of the file” on the board."));
	lines_add(lines, INK_TEXT, "%s", "");
}

static enum rc about_load(struct frame *f, struct lines *lines)
{
	const char *config = "";

	lines_add(lines, INK_TITLE, _("Mentoring %s"), NASTAVNIK_VERSION);
	lines_text(lines, INK_TEXT,
		   _("Runs a school's mentoring programme by the target model: from the lists to "
		     "the order, without a network, in one file."));
	lines_add(lines, INK_TEXT, "%s", "");
	if (desk_app(f))
		about_file(f, lines);
	lines_add(lines, INK_HEADING, "%s", _("At this computer"));
	if (paths_config(lines->arena, &config) == RC_OK)
		lines_pair(lines, _("Settings"), config);
	lines_add(lines, INK_TEXT, "%s", "");
	lines_text(
		lines, INK_DIM,
		_("Free software under the GNU General Public License, version 3 or later; there "
		  "is no warranty."));
	return RC_OK;
}

static const struct text_spec about_text = { .load = about_load };

const struct view about_view = {
	.name = "about",
	.title = N_("About the program"),
	.kind = &text_kind,
	.spec = &about_text,
};
