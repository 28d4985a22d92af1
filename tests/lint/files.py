"""What files hold: texts in UTF-8 without blanks at line ends, no path of one machine, nothing bulky."""
import re

TEXT = ('.c', '.h', '.py', '.sh', '.md', '.po', '.sql', '.conf', '.build', '.yml', '.supp', '.1', '.txt')
SIZE_MAX = 200_000
# Written so that this file does not find itself.
MACHINE = re.compile(r'(?<![\w.])/(?:' + 'home|root|work|Users' + r')/\w|\b[A-Z]:\\\\\w|/' + r'tmp/b-')


def is_text(path):
    # Sample tables come in the encodings of the field.
    return (path.endswith(TEXT) or '.' not in path.rsplit('/', 1)[-1]) and not path.startswith('tests/data/')


def check(tree, _arguments):
    for path in tree.files():
        data = tree.bytes(path)
        binary = b'\0' in data[:8000]
        if binary and len(data) > SIZE_MAX and not path.startswith('docs/screens/'):
            yield path, 1, f'{len(data)} bytes of a picture or program; {SIZE_MAX} at most'
        if not is_text(path) or path == 'LICENSE':
            continue
        try:
            text = data.decode('utf-8')
        except UnicodeDecodeError as error:
            yield path, data.count(b'\n', 0, error.start) + 1, 'not UTF-8'
            continue
        if text and not text.endswith('\n'):
            yield path, text.count('\n') + 1, 'no line end at the end'
        for number, line in enumerate(text.split('\n'), 1):
            if line.endswith((' ', '\t', '\r')):
                yield path, number, 'blanks at the end of the line'
            if MACHINE.search(line):
                yield path, number, 'a path of one machine'
            if '\ufeff' in line:
                yield path, number, 'a byte order mark'


BAD = [
    {'src/a.c': b'// \xcf\xf0\xe8\n'},
    {'src/a.c': 'int a; \n'},
    {'src/a.c': 'int a;\r\n'},
    {'src/a.c': 'int a;'},
    {'docs/a.md': 'see ' + '/home' + '/zoya/main\n'},
    {'tests/a.py': "'" + '/work' + "/main'\n"},
    {'docs/a.png': b'\0' * 200_001},
    {'src/a.h': '\ufeffint a;\n'},
]
GOOD = {'src/a.c': '/* Ёлкина, homework/x, a/root/b */\n', 'tests/data/a.csv': b'\xcf\xf0\xe8;\r\n',
        'tests/data/a.txt': b'\xcf\xf0\xe8 \n', 'docs/screens/a.png': b'\0' * 300_000,
        'docs/a.png': b'\0' * 1000}
