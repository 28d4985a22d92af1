/* What the screens of packets share. */
#ifndef SCREENS_PACKETS_H
#define SCREENS_PACKETS_H

#include "nastavnik/ui/view.h"

struct desk;

/* Where the person chose a packet: the argument of "packet-files", filled in when it answers. */
struct packet_pick {
	char path[4096];
};

/* Open the packet at path as the one that is typed here, in place of what is open; asks for its
 * passphrase when it is sealed. */
enum rc packet_desk_open(struct frame *f, const char *path, unsigned *took);
/* Open the form that gives out a packet of the questionnaire (0: it is chosen there), and do so. */
unsigned packet_give_open(struct frame *f, int64_t survey);
/* Choose a packet's file and take it back. */
unsigned packet_take_open(struct frame *f);
/* Ask for a passphrase, which is not shown; entered and data as in struct prompt. */
unsigned packet_passphrase_ask(struct frame *f, const char *title,
			       enum rc (*entered)(struct frame *f, const char *text, void *data,
						  unsigned *took),
			       void *data);

#endif
