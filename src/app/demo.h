/* The demonstration school's own folder. */
#ifndef NASTAVNIK_SRC_APP_DEMO_H
#define NASTAVNIK_SRC_APP_DEMO_H

/* Remove the folder with what is in it and free its name; NULL is fine. */
void demo_remove(char *folder);

#endif
