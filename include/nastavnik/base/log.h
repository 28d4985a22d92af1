/* A log for us, not for the curator: lines to the file named by NASTAVNIK_LOG, nothing without it.
 */
#ifndef NASTAVNIK_BASE_LOG_H
#define NASTAVNIK_BASE_LOG_H

/* One line, printf format, with milliseconds and the process in front; no line end. */
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
