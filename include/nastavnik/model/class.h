/* Classes: «7В», with a Cyrillic letter, however it was typed. */
#ifndef NASTAVNIK_MODEL_CLASS_H
#define NASTAVNIK_MODEL_CLASS_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of a class name, with the NUL. */
enum { CLASS_SIZE = 24 };

/* «7 "в" », «7-В», «7 в класс», «07В», Latin «7B» all give «7В»; «11» stays «11»; a profile word
 * behind the letter is kept («10А хим»). False when it does not begin with 1…11 (12 for evening
 * schools): then buf holds the squeezed text as it is, cut to size. */
bool class_normal(const char *text, char buf[CLASS_SIZE]);
/* 1…12, or 0. */
int class_grade(const char *class_name);
/* Are a and b one class of a year (a letter that one lacks does not count)? */
bool class_same(const char *a, const char *b);
/* Is b the class that a becomes a year later (7В → 8В; a letter that one lacks does not count)? */
bool class_next(const char *a, const char *b);
/* Number for sorting: grade * 4096 + letter; 0 without a grade. */
int class_order(const char *class_name);

#endif
