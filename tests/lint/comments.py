"""Every public declaration says what it is: a comment above it (or above the group it stands in without
an empty line between), behind it, or, for a struct or enum, inside."""
import re

import csource


def declarations(text):
    """(first line, last line, text with comments) of what stands at the outer level."""
    depth, start, words = 0, 0, ''
    for kind, token, line in csource.tokens(text):
        if kind == 'comment' and not (start and depth):
            continue
        if kind == 'directive':
            if re.match(r'\s*#\s*define\b', token):
                yield line, line + token.count('\n'), token
            continue
        if not start:
            start, words = line, ''
        words += token + ' '
        depth += {'{': 1, '(': 1, '}': -1, ')': -1}.get(token, 0)
        if token == ';' and not depth:
            yield start, line, words
            start = 0


def comment_lines(text):
    """Lines on which a comment begins, and those on which one ends."""
    begins, ends = set(), set()
    for kind, token, line in csource.tokens(text):
        if kind == 'comment':
            begins.add(line)
            ends.add(line + token.count('\n'))
        elif kind == 'directive' and '/*' in token:
            begins.add(line + token.count('\n'))
    return begins, ends


def check(tree, _arguments):
    for path in tree.files('.h', under=('include',)):
        text = tree.text(path)
        begins, ends = comment_lines(text)
        documented = -1  # the last line of the newest declaration that has its comment
        for first, last, words in declarations(text):
            if first - 1 in ends or last in begins or '/*' in words or documented == first - 1:
                documented = last
            elif not re.match(r'(struct|enum|union) \w+ ; $|#define \w+_H$', words):
                yield path, first, f'no comment: {" ".join(words.split())[:70]}'


BAD = [
    {'include/a.h': '/* File. */\n\nint f(void);\n'},
    {'include/a.h': '/* f does. */\nint f(void);\n\nint g(void);\n'},
    {'include/a.h': 'struct x {\n\tint a;\n};\n'},
    {'include/a.h': '#define LIMIT 7\n'},
    {'include/a.h': '/* Of f. */\nint f(void);\n\nextern const int rows[];\n'},
]
GOOD = {'include/a.h': '/* File. */\n#ifndef A_H\n#define A_H\n#include <b.h>\n\nstruct x;\n\n'
                       '/* Both. */\nint f(void);\nint g(int a,\n      int b);\n\n'
                       'struct y {\n\tint a; /* what */\n};\n\n/* Opaque. */\nstruct z;\nstruct z *z_new(void);\n\nenum { N = 3 }; /* how many */\n'
                       '#define LIMIT 7 /* of them */\n\n#endif\n'}
