/*
 * SWOT: what the questionnaires of a year come to, in four parts. The program proposes from
 * figures, the curator decides and words it; a proposal that was taken or dismissed is kept by its
 * code and not proposed again. domain.md §5.
 */
#ifndef NASTAVNIK_MODEL_SWOT_H
#define NASTAVNIK_MODEL_SWOT_H

#include "nastavnik/model/record.h"

/* Stored: never renumber. */
enum swot_part {
	SWOT_STRENGTHS = 1,
	SWOT_WEAKNESSES,
	SWOT_OPPORTUNITIES,
	SWOT_THREATS,
	SWOT_PARTS = SWOT_THREATS
};
extern record_words swot_parts;

/* Proposed lines are not in the file. */
enum swot_state { SWOT_PROPOSED, SWOT_TAKEN, SWOT_DISMISSED };
/* Words of the states, but for proposed. */
extern record_words swot_states;

/* A line of the board. */
struct swot {
	struct record head; /* of a year */
	int64_t part;       /* enum swot_part */
	const char *name;   /* its words */
	int64_t form;       /* book item, BOOK_FORM; 0: the whole programme */
	const char *basis;  /* the figures that it rests on; "" */
	int64_t state;      /* enum swot_state */
	const char *code;   /* what proposed it: part, form, role, question; "": the curator */
};
extern const struct record_type swot_type;

/* Lines of the board, in an arena. */
struct swots {
	struct swot *row;
	size_t n;
};

/* What some people answered to one question. */
struct swot_figure {
	const char *code;  /* of the question */
	const char *name;  /* the question */
	const char *whose; /* «наставляемые, ученик – ученик» */
	int64_t role, form;
	int64_t low, high; /* of its scale */
	bool reverse;      /* less is better */
	int64_t n;         /* answers of the newest questionnaire, and their mean */
	double mean;
	int64_t pairs; /* who answered both, and their means */
	double before, after;
};

/* What is proposed: of each part at most `most`, from groups of at least `least` people only. */
struct swot_rules {
	int64_t least;
	size_t most;
};

/* In thousandths of the scale: from SWOT_HIGH on a question may be a strength, below it a weakness;
 * a change is one from SWOT_CHANGE on. */
enum { SWOT_HIGH = 600, SWOT_CHANGE = 50 };
/* The highest questions are strengths and the lowest weaknesses; what rose most is an opportunity,
 * what fell most a threat. By part, the clearest first; in the arena, state SWOT_PROPOSED. */
void swot_propose(struct arena *a, const struct swot_figure *figure, size_t n,
		  struct swot_rules rules, struct swots *out);

#endif
