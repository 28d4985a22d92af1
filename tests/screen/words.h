/*
 * The Russian words that the tests look for, in one place: whoever rewords the program rewords
 * here. Titles of the screens stand in screen.c.
 */
#ifndef WORDS_H
#define WORDS_H

#define SAID_SAVED "сохранено" /* the state in the first line */
#define SAID_READONLY "только чтение"
#define SAID_TAKEN_BACK "Возвращено"
#define SAID_DONE_AGAIN "Повторено"
#define SAID_NOTHING_BACK "Возвращать нечего"

#define SAID_GONE "больше нет на месте"
#define SAID_NO_ROOM "нет места"
#define SAID_COPIED "В копии есть всё"
#define MENU_COPY "копию файла"
#define SAID_BROUGHT_IN "Загружено"
#define SAID_LOCKED "Замок поставлен"
/* Counts in the head of the report. */
#define COUNT_NEW(n) "новых " n
#define COUNT_NOTHING "новых 0 · изменено 0"
/* And in the head of the pairs. */
#define COUNT_PAIRS(pairs, left) "пар " pairs " · без пары " left
#define WORD_PROPOSAL "вариант"
#define STATE_LOCKED "замок"
#define STATE_AT_WORK "работает"
#define STATE_ENDED "завершена"
#define STATE_ON_SCREEN "на экране"
#define STATE_NO_PAIR "нет пары"
#define STATE_NO_DATA "нет данных"
#define STATE_HIDDEN "скрыто"
#define STATE_TAKEN_BACK "возвращено"
#define MARK_PASSED "да"
#define BUTTON_CONFIRM "[ Закрепить ]"

#endif
