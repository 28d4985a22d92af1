/*
 * What the screens share. A screen is one file: a view, its tables, a little glue; its line stands
 * in the list of all views below and in registry.c.
 */
#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

#include <stdbool.h>

#include "nastavnik/app/app.h"
#include "nastavnik/app/config.h"
#include "nastavnik/app/export.h"
#include "nastavnik/app/import.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/issue.h"
#include "nastavnik/model/participant.h"
#include "nastavnik/ui/ui.h"
#include "nastavnik/ui/view.h"

/* What ui_app() points to: the school that is open; NULL only on the start screen. */
struct desk {
	struct app *app;
	struct app *next;           /* what the board begins with when it is opened; NULL: app */
	const char *start_path;     /* where the start screen proposes to make the file */
	char folder[4096];          /* where a table was looked for last; "": nowhere yet */
	struct config config;       /* the person's settings */
	char alarm[80];             /* what the first line says of the year */
	struct packet_work *packet; /* that is typed here: its file is app; NULL: a school */
	struct packet_work *next_packet; /* likewise, as next */
};

struct app *desk_app(const struct frame *f);
/* Close what is open; a packet is written first. */
void desk_close(struct desk *desk);
const struct store *desk_store(const struct frame *f);
/* The school year worked on, 2026 for 2026/2027. */
int64_t desk_year(const struct frame *f);
/* For `enabled`: may the year worked on be changed? May the file, whatever the year: for what
 * belongs to no year? */
bool desk_writable(struct frame *f);
bool desk_file_writable(struct frame *f);
/* `choices` of a form over the year's field tables. */
struct choices desk_choices(struct frame *f, const char *set);

/* Work on this school from now on: all screens close, its board opens. Takes the app over. */
void desk_take(struct frame *f, struct app *app);
/* A school file was chosen: the same, unless it cannot be opened. *took as of a handler. */
enum rc schools_open(struct frame *f, const char *path, unsigned *took);

/* How the screen looks by these settings. */
struct ui_look settings_look(const struct config *config);

/* An id that lives as long as the frame, as an argument for another view. */
int64_t *desk_id_arg(struct frame *f, int64_t id);
/* form_spec.draft of forms that are opened with such an id, or with nothing; and of those over the
 * school year. */
int64_t desk_draft_id(const struct frame *f);
int64_t desk_draft_year(const struct frame *f);
/* The card of a record: every field that is not empty, by its label. */
void desk_card(struct frame *f, struct lines *lines, struct fields fields, const void *record);
/* «Is it that same person?» The buttons: 0 the same, 1 another one, 2 back to the form; data is the
 * twin's id. */
unsigned desk_ask_twin(struct frame *f, const struct person *twin,
		       unsigned (*answered)(struct frame *f, int button, void *data));
/* Ask for the day that stands on papers, not a day to come; it is written to *on, which lives as
 * long as the frame. hint: translated. */
unsigned desk_ask_day(struct frame *f, const char *hint, int64_t *on);
/* Something that is to become a file. */
struct save_task {
	const char *title;    /* of the dialog, translated */
	const char *path;     /* at first the name proposed, then the person's path */
	const char *encoding; /* code, "cp1251"; NULL: not asked for */
	int what;             /* the opener's own: which list, which paper */
	void *data;           /* the opener's own, which must live until it is written */
	int papers;           /* what, what + 1 …: on a printer they are one job; 0 is 1 */
	bool fresh;           /* never over a file that is there */
	/* Write it; letters that the encoding lacks into lost; *said: a sentence for the status
	 * line. */
	enum rc (*write)(struct frame *f, const struct save_task *task, struct issues *lost,
			 const char **said);
};
/* Ask for the name (and the encoding), warn of a file that is there, write, say so. */
unsigned save_ask(struct frame *f, const struct save_task *task, bool encoding);
/* The list that f shows as a table: all its fields, or what the screen shows, as `shown` writes it
 * (its path ends as the table is to be written). encoding: ask for one. */
unsigned export_ask(struct frame *f, enum export_kind kind, const struct save_task *shown,
		    bool encoding);
/* Choose a printer and the copies, and hand over what the task writes; its path is not used. */
unsigned printer_ask(struct frame *f, const struct save_task *task);
/* Where a paper is to go: to a printer, or to a file whose name is proposed without its ending in
 * task->path. */
unsigned paper_ask(struct frame *f, const struct save_task *task);
/* The same of what can be a table too. */
unsigned table_ask(struct frame *f, const struct save_task *task);
/* Show a paper of the catalogue by name, made for one (id of what it is made for; 0: the year);
 * whom: behind its title, "" for the year. */
unsigned paper_show(struct frame *f, const char *name, int64_t id, const char *whom);
/* Choose one of the papers that can be made for a record – a person, a participation, a pair: any
 * of the ids – and show it; whom: behind its title. */
unsigned papers_of_ask(struct frame *f, struct ids ids, const char *whom);
/* A list as it is filtered and sorted: to a printer, to a file of paper, or as a table; kind says
 * which fields it has beyond the screen's columns (EXPORT_COUNT: none). */
unsigned print_ask(struct frame *f, enum export_kind kind);
/* The same for the whole file: a copy beside it, or on another disk. */
unsigned backup_ask(struct frame *f);

/* Show or hide the categories of pupils in this sitting; are they shown (for `enabled`)? */
unsigned categories_switch(struct frame *f);
bool categories_open_to(struct frame *f);
/* Ask, and write the chosen mentors of a list as cards for a regional bank. */
unsigned bank_ask(struct frame *f);
/* Open ready_view; when there is much to compare, behind a progress bar. */
unsigned ready_go(struct frame *f);

/* Ask onto which course of that role these participations come, and put them there. */
unsigned course_enrol_ask(struct frame *f, enum role role, struct ids people);

/* «Mentees with their requests»: title of a kind of import. */
const char *import_title(enum import_kind kind);
/* Choose the table of answers to a questionnaire, any version of it; 0: which one is asked first.
 */
unsigned answers_import(struct frame *f, int64_t survey);
/* Choose the table of the e-journal; of the start or of the end is asked first. */
unsigned growth_import(struct frame *f);
/* Choose the table to compare the school's list with. */
unsigned compare_begin(struct frame *f);
/* Open a table and show what was understood of it, above f. */
enum rc preview_open(struct frame *f, const struct import_what *what, const char *path);
/* The same of a block that was pasted. */
enum rc preview_paste(struct frame *f, const struct import_what *what, const char *text,
		      frame_closed *closed);
/* For a view's paste: the block is brought in as people of that kind. */
unsigned people_paste(struct frame *f, const char *text);
unsigned mentees_paste(struct frame *f, const char *text);
unsigned mentors_paste(struct frame *f, const char *text);

/* Restricts the list of a base: what a line of the board opens. */
struct base_arg {
	unsigned lack;   /* enum participant_lack */
	int64_t subbase; /* book item; 0: all */
};

/* What the form of a base opens: a participation, or a new one of a person (0: of somebody new). */
struct base_new {
	int64_t participant;
	enum role role;
	int64_t person;
};

/* Whom the screen of consents shows: what a line of the board opens. */
enum consents_show {
	CONSENTS_ALL,
	CONSENTS_OWING,
	CONSENTS_WITHOUT, /* + enum consent_kind - 1 */
	CONSENTS_PAST = CONSENTS_WITHOUT + 3,
};
struct consents_arg {
	enum consents_show show;
	enum role role;         /* 0: both */
	const char *class_name; /* "": who has none; NULL: all */
};

/* Ask until when and where to, and print the sheet of a class ("": the teachers'), which must live
 * as long as the frame. */
unsigned class_sheet_print(struct frame *f, const char *class_name);

/* A record of the person's consents; id 0: a new one. */
struct consent_arg {
	int64_t id, person;
};

/* The argument of the form of a book's item, by what its form_spec.draft says. */
void *book_item_arg(struct frame *f, int64_t draft);

/* A stage (const int *: its number) and one of its steps; the steps of all stages. */
extern const struct view stage_view, stage_more_view, task_view;
extern const struct view stage_view, task_view;
/* What has its day in the year; the overview is opened by the calendar. */
extern const struct view calendar_view, calendar_year_view;
extern const struct view roadmap_view, roadmap_many_view, roadmap_move_view;
/* The argument of the form of a book's item, by what its form_spec.draft says. */
void *book_item_arg(struct frame *f, int64_t draft);

/* The figures of all years beside each other. */
extern const struct view compare_view;
/* The school years, the form of the next one, and of closing one (const int64_t *: the year). */
extern const struct view years_view, year_new_view, year_close_view;
/* The files of schools: those opened lately, and any other one. */
extern const struct view schools_view, school_files_view;
extern const struct view settings_view, about_view;
extern const struct view home_view, start_view, school_view, rules_view, history_view;
extern const struct view drafts_view, step_view;
extern const struct view drafts_view;
extern const struct view people_view, person_view, person_pick_view, name_cases_view;
extern const struct view mentees_view, mentors_view, training_view;
extern const struct view mentee_view, mentor_view;
extern const struct view people_filter_view, mentees_filter_view, mentors_filter_view;
extern const struct view import_view, files_view, paste_view;
extern const struct view preview_view, report_view, leavers_view;
extern const struct view books_view, book_view, book_item_view;
extern const struct view ready_view, category_view, categories_view, headcount_view;
extern const struct view pairs_view, variants_view, bonds_view, bond_end_view;
extern const struct view consents_view, person_consents_view, consent_view;
extern const struct view class_sheets_view, class_sheet_view;
extern const struct view papers_view, all_papers_view, paper_view, paper_facts_view;

/* Registers of stage 1. */
extern const struct view documents_view, document_view;
extern const struct view teams_view, team_view;
extern const struct view aims_view, aim_view;
extern const struct view grounds_view, ground_view;
extern const struct view resources_view, resource_view;
extern const struct view partners_view, partner_view;
extern const struct view events_view, informing_view, event_view;
extern const struct view guests_view, guest_view;
extern const struct view publications_view, publication_view;
extern const struct view studies_view, study_view;
/* Stage 6: a pair, and the registers of its work. */
extern const struct view pair_view, pair_card_view, pair_term_view, pair_replace_view;
extern const struct view pairs_handout_view;
extern const struct view meetings_view, meeting_view, plan_view, plan_item_view;
extern const struct view programme_view, programme_item_view, visits_view, visit_view;
extern const struct view handouts_view, handout_view, consultations_view, consultation_view;
extern const struct view pauses_view, pause_view;
/* Stages 2 and 3 beside the bases. */
extern const struct view requests_view, request_view, entry_sheets_view;
extern const struct view invitations_view, invitation_view, subbases_view;

/* Stage 6 in bulk. behind_view: arg NULL shows who is behind, &works_all every pair. */
extern const struct view behind_view, diaries_view, work_rules_view;
extern const struct view term_reports_view, pair_reports_view, pair_report_view;
extern const struct view reviews_view, review_view;
extern const bool works_all;
/* Stage 4. Learners and attendance: arg const int64_t *, the course; lessons: struct records_arg.
 */
extern const struct view interviews_view, interview_sheet_view, interview_view;
extern const struct view courses_view, course_view, lessons_view, lesson_view;
extern const struct view learners_view, learner_view, attendance_view;

/* The SWOT board (words: const int64_t *, the form or 0), the curator's cards. */
extern const struct view swot_view, swot_line_view, swot_words_view;
extern const struct view cards_view;
/* Requests from above; all but the list are opened with a struct inquiry_arg. */
extern const struct view inquiries_view, inquiry_view, inquiry_columns_view, inquiry_result_view;

/* Stage 7; service_view is opened with a person's id. */
extern const struct view results_view, result_view, feedbacks_view, feedback_view;
extern const struct view final_events_view, nominees_view, awards_view, award_view;
extern const struct view incentives_view, incentive_view, incentive_points_view;
extern const struct view service_view, practices_view, practice_view, going_on_view;
extern const struct view self_analyses_view, self_analysis_view;
extern const struct view contests_view, contest_view, contest_desk_view;
extern const struct view criteria_view, criterion_view, experts_view, expert_view;
extern const struct view entries_view, entry_view, expert_sheet_view, ranking_view;

/* Questionnaires; the sheets of one: arg const int64_t *, its newest version. */
extern const struct view surveys_view, survey_sheets_view;
extern const struct view survey_form_view, survey_items_view, survey_item_view;
/* Who has not answered: arg NULL those being collected, else const int64_t *, a version of one. */
extern const struct view unanswered_view;
/* arg const int64_t *: a questionnaire; struct result_arg *: one of its items. */
extern const struct view survey_results_view, survey_result_view, survey_rules_view;
/* The table of the e-journal, its sums, its measures. */
extern const struct view growth_view, growth_sums_view, measures_view, measure_view;
/* Monitoring. */
extern const struct view monitoring_view;
/* Typing sheets: arg struct sheet_arg (surveys.h). */
extern const struct view sheet_view;
/* Arg const int64_t *, the questionnaire: its piles, what second entries have shown. */
extern const struct view batches_view, batch_view, verification_view;
/* A figure and its values: arg struct figure_arg of indicators.h. */
extern const struct view indicators_view, indicator_facts_view, indicator_values_view;
extern const struct view indicator_years_view, indicator_days_view, targets_view;
extern const struct view indicator_list_view, indicator_view;

/* Packets given out; sheets of one respondent that say different things. packet_files_view:
 * struct packet_pick (packets.h); dispute_view: the rival's id. */
extern const struct view packets_view, packet_view, packet_give_view, packet_files_view;
extern const struct view packet_desk_view, packet_door_view, disputes_view, dispute_view;

/* All views, NULL ended: the lint wants each of them here and driven by a test. */
extern const struct view *const desk_views[];

#endif
