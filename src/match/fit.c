/* Whether two may become a pair, in which form, and what to say about it. */
#include "rules.h"

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

static bool kind_fits(int64_t wanted, int64_t kind)
{
	return wanted == KIND_UNKNOWN || kind == KIND_UNKNOWN || wanted == kind;
}

static bool form_fits(const struct book_item *form, const struct participant *mentee,
		      const struct participant *mentor)
{
	return form && form->book == BOOK_FORM &&
	       kind_fits(form->mentee_kind, mentee->person.kind) &&
	       kind_fits(form->mentor_kind, mentor->person.kind);
}

/* The form a participant asks for, directly or by a role model; 0: any. */
static int64_t form_wanted(const struct books *books, const struct participant *p)
{
	const struct book_item *role_model = book_item_by_id(books, p->role_model);

	if (p->form != 0)
		return p->form;
	return p->role_model != 0 && role_model ? role_model->form : 0;
}

int64_t match_form(const struct books *books, const struct participant *mentee,
		   const struct participant *mentor)
{
	int64_t form = form_wanted(books, mentee);

	if (form == 0)
		form = form_wanted(books, mentor);
	if (form != 0)
		return form;
	for (size_t k = 0; k < books->n; k++)
		if (!books->row[k].hidden && form_fits(&books->row[k], mentee, mentor))
			return books->row[k].id;
	return 0;
}

static bool forms_agree(const struct books *books, const struct participant *mentee,
			const struct participant *mentor)
{
	const int64_t a = form_wanted(books, mentee), b = form_wanted(books, mentor);

	if (a != 0 && b != 0 && a != b)
		return false;
	return form_fits(book_item_by_id(books, match_form(books, mentee, mentor)), mentee, mentor);
}

/* A role model that one of them asks for must belong to the form the two would have. */
static bool role_model_agrees(const struct books *books, int64_t role_model, int64_t form)
{
	const struct book_item *item = book_item_by_id(books, role_model);

	return role_model == 0 || !item || item->form == 0 || item->form == form;
}

static bool role_models_agree(const struct books *books, const struct participant *mentee,
			      const struct participant *mentor)
{
	const int64_t form = match_form(books, mentee, mentor);

	if (mentee->role_model != 0 && mentor->role_model != 0 &&
	    mentee->role_model != mentor->role_model)
		return false;
	return role_model_agrees(books, mentee->role_model, form) &&
	       role_model_agrees(books, mentor->role_model, form);
}

static bool is_trained(const struct participant *mentor)
{
	return mentor->selected && mentor->trained;
}

static bool has_consent(const struct participant *p)
{
	return p->consent_on != DATE_NONE;
}

enum refusal match_fit(const struct year *year, const struct books *books,
		       const struct participant *mentee, const struct participant *mentor)
{
	if (mentee->person.id == mentor->person.id)
		return FIT_SAME_PERSON;
	if (ids_have(&mentee->refusals, mentor->id))
		return FIT_MENTEE_REFUSED;
	if (ids_have(&mentor->refusals, mentee->id))
		return FIT_MENTOR_REFUSED;
	if (!forms_agree(books, mentee, mentor))
		return FIT_FORM;
	if (!role_models_agree(books, mentee, mentor))
		return FIT_ROLE_MODEL;
	if (year->need_trained && !is_trained(mentor))
		return FIT_NOT_TRAINED;
	if (year->need_consent && !(has_consent(mentee) && has_consent(mentor)))
		return FIT_NO_CONSENT;
	return FIT_OK;
}

char *refusal_reason(struct arena *a, enum refusal refusal, const struct participant *mentee,
		     const struct participant *mentor)
{
	char *mentee_name = person_short_name(a, &mentee->person);
	char *mentor_name = person_short_name(a, &mentor->person);

	switch (refusal) {
	case FIT_SAME_PERSON:
		return arena_printf(a, _("%s would be mentor and mentee in one person."),
				    mentor_name);
	case FIT_FORM:
		return arena_printf(a, _("%s and %s: no form of mentoring fits both."), mentee_name,
				    mentor_name);
	case FIT_ROLE_MODEL:
		return arena_printf(a, _("%s and %s: the role models do not agree."), mentee_name,
				    mentor_name);
	case FIT_MENTEE_REFUSED:
		return arena_printf(a, _("%s: a refusal to work with this mentor is recorded."),
				    mentee_name);
	case FIT_MENTOR_REFUSED:
		return arena_printf(a, _("%s: a refusal to work with this mentee is recorded."),
				    mentor_name);
	case FIT_NOT_TRAINED:
		return arena_printf(a,
				    _("%s: selection and training are not passed yet, and the "
				      "settings of the year ask for them."),
				    mentor_name);
	case FIT_NO_CONSENT:
		return arena_printf(a,
				    _("%s: there is no signed consent, and the settings of the "
				      "year ask for it."),
				    has_consent(mentee) ? mentor_name : mentee_name);
	case FIT_NO_PLACE:
		return arena_printf(a, _("%s: there is no free place."), mentor_name);
	case FIT_OK:
	case FIT_COUNT:
		break;
	}
	return arena_strdup(a, "");
}

static void warn(struct issues *out, const struct participant *about, const char *sentence)
{
	issue_add(out, ISSUE_WARNING, 0, about->id, person_short_name(out->arena, &about->person),
		  "%s", sentence);
}

void match_warn(const struct year *year, const struct participant *mentee,
		const struct participant *mentor, struct issues *out)
{
	const int mentee_age = person_age(&mentee->person, year->year);
	const int mentor_age = person_age(&mentor->person, year->year);

	if (mentee_age >= 0 && mentor_age >= 0 && mentor_age < mentee_age)
		warn(out, mentor, _("The mentor is younger than the mentee."));
	if (!mentor->selected)
		warn(out, mentor, _("The selection is not passed yet."));
	if (!mentor->trained)
		warn(out, mentor, _("The training is not passed yet."));
	if (!has_consent(mentee))
		warn(out, mentee, _("There is no signed consent to take part."));
	if (!has_consent(mentor))
		warn(out, mentor, _("There is no signed consent to take part."));
}
