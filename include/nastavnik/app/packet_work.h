/*
 * A packet on the PC where it is typed. Its sheets are typed in a private file of their own, an
 * ordinary school file with the packet's questionnaire and respondents
 * ($XDG_DATA_HOME/nastavnik/packets), and from there written back into the packet; so nothing is
 * lost when the stick is pulled out, and typing goes on where it stopped.
 */
#ifndef NASTAVNIK_APP_PACKET_WORK_H
#define NASTAVNIK_APP_PACKET_WORK_H

#include "nastavnik/app/app.h"

struct packet_work;

/* Open the packet at path with its file, which is made when there is none; sheets of both are
 * there. passphrase: of a sealed one, else NULL; it is kept until the end, to seal again.
 * RC_INVALID with a sentence as packet_load(). Heap. */
enum rc packet_work_open(const char *path, const char *passphrase, struct packet_work **work);
/* The file; it belongs to the work. */
struct app *packet_work_app(const struct packet_work *work);
/* The questionnaire's id; its name and whose it is, for titles. */
int64_t packet_work_survey(const struct packet_work *work);
const char *packet_work_name(const struct packet_work *work);
/* Is something typed that the packet does not have yet? */
bool packet_work_owes(const struct packet_work *work);
/* Write all sheets into the packet, when it owes some. On failure the packet is as it was, the file
 * keeps everything: RC_IO with a sentence. */
enum rc packet_work_save(struct packet_work *work);
/* Is it the step that brought the packet into its file? Whoever takes back stops before it. */
struct step;
bool packet_work_began(const struct step *step);
/* Close the file and forget the passphrase; write before. NULL is fine. */
void packet_work_close(struct packet_work *work);

#endif
