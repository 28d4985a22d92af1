"""SQL is written in the store, in constants: nothing formats or pastes a statement."""
import re

import csource

STATEMENT = re.compile(
    r'\b(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\b|REPLACE\s+INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|'
    r'(CREATE|DROP|ALTER)\s+(TABLE|INDEX|VIEW|TRIGGER|TEMP|UNIQUE)\b|ATTACH\s|PRAGMA\s|VACUUM\b|'
    r'WHERE\s+\w+\s*(=|<|>|IN\b|IS\b|LIKE\b)|ORDER\s+BY\b|GROUP\s+BY\b)')
CONVERSION = re.compile(r"(?<!%)%[-+ #0]*(\d+|\*)?(\.(\d+|\*))?(hh|h|ll|l|z|j|t)?[diouxXeEfgGcsp]")
BUILDERS = re.compile(r'.*printf$|^str_add|^str_put|^strn?cat$|^strn?cpy$|^stpcpy$|^memcpy$')


def check(tree, _arguments):
    for path in tree.files('.c', '.h', under=('src', 'include')):
        text = tree.text(path)
        for kind, token, line in csource.tokens(text):
            if kind == 'word' and re.match(r'sqlite3_(v?m|sn|vsn)printf$|sqlite3_str_', token):
                yield path, line, f'{token}() formats SQL; bind values instead'
        for value, line, calls in csource.strings(text):
            if not STATEMENT.search(value):
                continue
            if not path.startswith('src/store/'):
                yield path, line, 'SQL outside the store'
            elif CONVERSION.search(value):
                yield path, line, 'a statement with a printf conversion; bind values instead'
            elif any(BUILDERS.match(call) for call in calls):
                yield path, line, f'a statement pasted together by {calls[-1]}(); write it as one constant'


BAD = [
    {'src/store/a.c': 'f("SELECT id FROM person WHERE family = \'%s\'", x);\n'},
    {'src/store/a.c': 'f("SELECT id FROM person "\n  "LIMIT %lld", x);\n'},
    {'src/store/a.c': 'str_add(&s, "SELECT id");\n'},
    {'src/store/a.c': 'str_add(&s, " ORDER BY family");\n'},
    {'src/store/a.c': 'arena_printf(a, ("DELETE FROM person"));\n'},
    {'src/store/a.c': 'p = sqlite3_mprintf(x);\n'},
    {'src/app/a.c': 'static const char q[] = "UPDATE person SET family = ?";\n'},
    {'include/nastavnik/app/a.h': '#define X\nextern int x; const char *q = "PRAGMA user_version";\n'},
]
GOOD = {
    'src/store/a.c': 'q = query(s, "SELECT id FROM person WHERE family LIKE ? ORDER BY family");\n'
                     'err_set(RC_DB, _("%s: the file cannot be read."), path); /* SELECT %s */\n',
    'src/app/a.c': 'err_set(RC_INVALID, _("Select a file, %s."), name);\n',
}
