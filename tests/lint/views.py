"""Every screen is in the registry, and a test drives it: it names the screen in tests/screen/."""
import re

DEFINED = re.compile(r'^(?:static )?const struct view (\w+_view) = \{(.*?)^\};', re.S | re.M)
NAME = re.compile(r'\.name\s*=\s*"([^"]+)"')


def check(tree, _arguments):
    registry = tree.text('src/screens/registry.c') if tree.has('src/screens/registry.c') else ''
    tests = ''.join(tree.text(path) for path in tree.files('.c', '.py', under=('tests/screen',)))
    for path in tree.files('.c', under=('src/screens',)):
        text = tree.text(path)
        for match in DEFINED.finditer(text):
            view, line = match.group(1), text.count('\n', 0, match.start()) + 1
            name = NAME.search(match.group(2))
            if not re.search(rf'&{view}\b', registry):
                yield path, line, f'{view} is not in registry.c'
            if not name:
                yield path, line, f'{view} has no .name'
            elif f'"{name.group(1)}"' not in tests:
                yield path, line, f'no test in tests/screen/ drives "{name.group(1)}" ({view})'


VIEW = 'const struct view pairs_view = {\n\t.name = "pairs",\n\t.kind = &list_kind,\n};\n'
BAD = [
    {'src/screens/pairs.c': VIEW, 'tests/screen/a.c': 'screen("pairs");\n'},
    {'src/screens/pairs.c': VIEW, 'src/screens/registry.c': '&pairs_view,\n'},
    {'src/screens/pairs.c': VIEW, 'src/screens/registry.c': '&pairs_view_2,\n', 'tests/screen/a.c': '"pairs"'},
    {'src/screens/pairs.c': VIEW.replace('\t.name = "pairs",\n', ''),
     'src/screens/registry.c': '&pairs_view,\n', 'tests/screen/a.c': '"pairs"'},
]
GOOD = {'src/screens/pairs.c': VIEW, 'src/screens/registry.c': '\t&home_view, &pairs_view,\n',
        'tests/screen/test_pairs.c': 'expect_screen(t, "pairs");\n'}
