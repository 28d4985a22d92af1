"""Who may include whom: the table of docs/architecture.md."""
import csource

FLOORS = {
    'base': '',
    'model': 'base',
    'match': 'base model',
    'stats': 'base model',
    'port': 'base model',
    'print': 'base model',
    'store': 'base model',
    'app': 'base model match stats port print store',
    'ui': 'base',
    'screens': 'base model app ui store',
    'main': 'base model match stats port print store app ui screens',
}

# System headers that belong to one floor; "none" may have them where there is no such floor.
SYSTEM = {
    'utf8proc.h': 'base',
    'iconv.h': 'port', 'zip.h': 'port', 'expat.h': 'port', 'xlsxwriter.h': 'port', 'sodium.h': 'port',
    'pango/': 'print', 'cairo': 'print', 'glib': 'print', 'fontconfig/': 'print',
    'sqlite3': 'store',
    'curses.h': 'ui', 'ncurses': 'ui', 'panel.h': 'ui', 'form.h': 'ui', 'menu.h': 'ui', 'term.h': 'ui',
    'libintl.h': 'none',
}

GENERATED = {'version.h'}  # made in the build tree


def floor_of(path):
    parts = path.split('/')
    if parts[:2] == ['include', 'nastavnik']:
        return parts[2]
    if parts[:2] == ['tests', 'unit'] and len(parts) > 3:
        return parts[2]
    if parts[0] == 'src':
        return 'main' if parts[1] == 'main.c' else parts[1]
    return None


def judge_own(tree, path, floor, name):
    if name.split('/')[0] == 'nastavnik':
        other = name.split('/')[1]
        if other not in FLOORS:
            return f'no floor has "{name}"'
        if other != floor and other not in FLOORS[floor].split():
            return f'{floor} may not include {other}: "{name}"'
        if other == 'store' and floor == 'screens' and not name.startswith('nastavnik/store/read/'):
            return f'screens may include store/read only, not "{name}"'
        if path.startswith('include/nastavnik/store/read/') and '/store/write/' in name:
            return f'store/read may not lead to store/write: "{name}"'
        return None
    if path.startswith('tests/') or name in GENERATED:
        return None
    if '..' in name.split('/') or not tree.has(path.rsplit('/', 1)[0] + '/' + name):
        return f'a private header of another folder: "{name}"'
    return None


def check(tree, _arguments):
    for path in tree.files('.c', '.h', under=('src', 'include', 'tests/unit')):
        floor = floor_of(path)
        if floor in (None, 'gen'):
            continue
        if floor not in FLOORS:
            yield path, 1, f'no such floor: {floor}'
            continue
        for name, quoted, line in csource.includes(tree.text(path)):
            if quoted:
                fault = judge_own(tree, path, floor, name)
                if fault:
                    yield path, line, fault
                continue
            owner = next((o for head, o in SYSTEM.items() if name.startswith(head)), floor)
            if owner != floor:
                yield path, line, f'<{name}> belongs to {owner}, not to {floor}'


BAD = [
    {'src/model/a.c': '#include "nastavnik/store/read/store.h"\n'},
    {'src/ui/a.c': '#include "nastavnik/model/person.h"\n'},
    {'src/screens/a.c': '#include "nastavnik/store/write/person.h"\n'},
    {'include/nastavnik/store/read/a.h': '#include "nastavnik/store/write/person.h"\n'},
    {'src/app/a.c': '#include <sqlite3.h>\n'},
    {'src/screens/a.c': '#  include <ncursesw/curses.h>\n'},
    {'src/app/a.c': '#include <curses.h>\n'},
    {'src/store/a.c': '#include <iconv.h>\n'},
    {'src/app/a.c': '#include <cairo/cairo.h>\n'},
    {'src/app/a.c': '#include "../store/query.h"\n', 'src/store/query.h': ''},
    {'src/app/a.c': '#include "query.h"\n', 'src/store/query.h': ''},
    {'src/cellar/a.c': ''},
    {'tests/unit/match/a.c': '#include "nastavnik/app/app.h"\n'},
    {'src/base/a.c': '#include <libintl.h>\n'},
]
GOOD = {
    'src/screens/a.c': '#include <string.h>\n#include "nastavnik/store/read/person.h"\n#include "b.h"\n'
                       '/* #include <sqlite3.h> */\n',
    'src/screens/b.h': '#include "nastavnik/ui/view.h"\n',
    'src/store/a.c': '#include <sqlite3.h>\n#include "nastavnik/store/write/person.h"\n',
    'src/main.c': '#include "nastavnik/screens/screens.h"\n',
    'tests/unit/app/a.c': '#include "nastavnik/store/write/store.h"\n#include "unit.h"\n',
}
