/* What the papers on pairs have in common. */
#ifndef NASTAVNIK_PRINT_SRC_PAPERS_H
#define NASTAVNIK_PRINT_SRC_PAPERS_H

#include "nastavnik/print/papers.h"
#include "template.h"

/* Places that any paper of a school knows; "acquainted" is yes when somebody signs for the order.
 */
struct places paper_places(struct arena *a, const struct paper_order *order, bool acquainted);
/* Add a text of the methodology, "order", with its table. */
enum rc paper_template(struct doc *doc, const struct paper_order *order, const char *name,
		       struct places places, const struct template_table *table);
/* Add the annex. */
enum rc pair_list_add(struct doc *doc, const struct paper_order *order);

#define PLACES_OF(table) ((struct places){ (table), sizeof(table) / sizeof((table)[0]) })

#endif
