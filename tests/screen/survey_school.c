#include "survey_school.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME "Проверочная"

static void plant(void)
{
	static const char script[] =
		"import sqlite3; s = sqlite3.connect('" FILE_NAME "')\n"
		"s.execute(\"INSERT INTO survey VALUES (900,2026,'" NAME "',1,1,NULL,1,'',NULL,0,0,"
		"'trial',1)\")\n"
		"N = None\n"
		"def item(p, section, code, kind, low=N, high=N, ll='', hl='', sl=N, sh=N, "
		"opts='',\n"
		"         only='', req=1, second=1):\n"
		"  s.execute('INSERT INTO survey_item VALUES (?,900,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0,"
		"NULL,\"\",?)'.replace('\"\"', \"''\"),\n"
		"            (900+p,p,section,code,'Вопрос '+code,kind,low,high,ll,hl,sl,sh,opts,"
		"only,req,second))\n"
		"item(1,'Опыт','met',2)\n"
		"item(2,'Опыт','times',5,0,31,sh=12,only='met = 1')\n"
		"item(3,'Ожидания','use',1,1,10,'никакой','очень большая')\n"
		"item(4,'Ожидания','comfort',1,1,10,sl=2)\n"
		"item(5,'Ожидания','quality',1,1,10)\n"
		"item(6,'Ожидания','personal',1,0,10)\n"
		"item(7,'Встречи','where',3,opts='в школе\\nв библиотеке\\nпо видеосвязи')\n"
		"item(8,'Встречи','help',4,opts='учёба\\nобщение\\nпрофессия\\nспорт')\n"
		"item(9,'О себе','since',6,req=0)\n"
		"item(10,'О себе','words',7,req=0,second=0)\n"
		"ids = s.execute('SELECT id FROM participation WHERE year=2026 AND role=1"
		" ORDER BY id').fetchall()\n"
		"for n, (t,) in enumerate(ids):\n"
		"  s.execute('UPDATE participation SET number=? WHERE id=?', (n + 1, t))\n"
		"s.execute('UPDATE participation SET number=1 WHERE id=(SELECT min(id) FROM"
		" participation WHERE year=2026 AND role=2)')\n"
		"s.commit()";

	free(program_says("python3", "-c", script, NULL));
}

void survey_find(struct term *t)
{
	screen_is(t, "surveys");
	term_keys(t, NAME);
}

struct term *survey_typing(void)
{
	struct term *t;

	plant();
	t = screen_open(FILE_NAME);
	menu_take(t, "Анкеты");
	survey_find(t);
	screen_keys(t, "<F2>", "sheet");
	return t;
}

void sheet_keys(struct term *t, int number, const char *answers)
{
	char keys[256];

	snprintf(keys, sizeof(keys), "%d<Enter>%s<Enter>", number, answers);
	term_keys(t, keys);
	screen_says(t, "сдан");
}

void says_of_file(const char *sql, const char *expected)
{
	static const char script[] =
		"import sqlite3, sys\n"
		"for r in sqlite3.connect('" FILE_NAME "').execute(sys.argv[1]):\n"
		"  print('|'.join(str(c) for c in r))";
	char *said = program_says("python3", "-c", script, sql, NULL);

	said[strcspn(said, "\n")] = '\0';
	assert_string_equal(said, expected);
	free(said);
}
