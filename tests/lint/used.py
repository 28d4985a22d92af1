"""Every public function and object is used by the program: some file of src/ other than its own names it."""
import re

import csource

FUNCTION = re.compile(r'([A-Za-z_]\w*) \(')
OBJECT = re.compile(r'extern [^=]*?([A-Za-z_]\w*) (?:\[[^=]*)?[,;]')


def declared(text):
    """(name, line) of every function and object that a header declares."""
    depth, start, words = 0, 0, ''
    for kind, token, line in csource.tokens(text):
        if kind in ('comment', 'directive'):
            continue
        if not start:
            start, words = line, ''
        words += token + ' '
        depth += {'{': 1, '}': -1}.get(token, 0)
        if depth or token not in ';}':
            continue
        if token == ';' and '{' not in words and not words.startswith(('typedef ', '_Static_assert ')):
            name = (OBJECT if words.startswith('extern ') else FUNCTION).search(words)
            if name:
                yield name.group(1), start
        if token == ';' or re.search(r'\) \{', words):
            start = 0


def names(text, kinds=('word',)):
    """What a text names, but for members and tags; within directives too when they are asked for."""
    found, before = set(), ''
    for kind, token, _line in csource.tokens(text):
        if kind == 'comment':
            continue
        if kind == 'word' and kind in kinds and before not in ('.', '>', 'struct', 'enum'):
            found.add(token)
        if kind == 'directive' and kind in kinds:
            found |= set(re.findall(r'\w+', token))
        before = token
    return found


def inline_bodies(text):
    return '\n'.join(re.findall(r'^static inline .*?^\}', text, re.S | re.M))


def check(tree, _arguments):
    users, own = {}, {}
    for path in tree.files('.c', '.h', under=('src',)):
        text = tree.text(path)
        for name in names(text):
            users.setdefault(name, set()).add(path)
        for name, _first, _lines in csource.functions(text):
            own.setdefault(name, set()).add(path)
        for name in re.findall(r'^(?:const )?struct [^;=(]*?(\w+)(?:\[\w*\])? = ', text, re.M):
            own.setdefault(name, set()).add(path)
    headers = {path: tree.text(path) for path in tree.files('.h', under=('include',))}
    for path, text in headers.items():
        for name in names(text, ('directive',)) | names(inline_bodies(text)):
            users.setdefault(name, set()).add(path)
    for path, text in headers.items():
        for name, line in declared(text):
            if not users.get(name, set()) - own.get(name, set()):
                yield path, line, f'{name} is used by no other file of the program: make it private, or use it'


HEADER = '/* Does. */\nenum rc pair_add(struct pairs *p);\n\nextern const struct fields pair_fields;\n'
OTHER = 'int main(void)\n{\n\treturn pair_add(pair_fields);\n}\n'
BAD = [
    {'include/a.h': HEADER, 'src/a.c': 'enum rc pair_add(struct pairs *p)\n{\n\treturn 0;\n}\n', 'src/c.c': 'pair_fields'},
    {'include/a.h': HEADER, 'src/a.c': 'enum rc pair_add(struct pairs *p)\n{\n}\n\nint g(void)\n{\n\treturn pair_add(0);\n}\n',
     'src/c.c': 'pair_fields'},
    {'include/a.h': HEADER, 'src/c.c': '/* pair_add() */ pair_fields', 'tests/a.c': 'pair_add()'},
    {'include/a.h': HEADER, 'src/c.c': 'p.pair_add = x->pair_add + (struct pair_add *)pair_fields'},
    {'include/a.h': HEADER, 'src/a.c': 'const struct fields pair_fields = FIELDS;\n', 'src/c.c': 'pair_add()'},
]
GOOD = {'include/a.h': HEADER + '#define pair_new(x) pair_make(x)\nint pair_make(int x);\nint pair_error(void);\n'
        'static inline int pair_fail(void)\n{\n\treturn pair_error();\n}\n',
        'src/a.c': 'const struct fields pair_fields = FIELDS;\n', 'src/b.c': OTHER}
