"""Just enough of C for the checks: comments, literals, calls, what stands at the outer level."""
import re

TOKEN = re.compile(r'''
    (?P<comment>/\*.*?\*/|//[^\n]*)
  | (?P<string>(?:u8|[uUL])?"(?:\\.|[^"\\\n])*")
  | (?P<char>[uUL]?'(?:\\.|[^'\\\n])+')
  | (?P<directive>^[ \t]*\#(?:\\\n|/\*.*?\*/|[^\n])*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<space>\s+)
  | (?P<mark>.)
''', re.S | re.M | re.X)


def tokens(text):
    """(kind, text, line) of all but white space."""
    line = 1
    for match in TOKEN.finditer(text):
        if match.lastgroup != 'space':
            yield match.lastgroup, match.group(), line
        line += match.group().count('\n')


def blanked(text, kinds):
    """The text with tokens of these kinds made blank; lines stay where they are."""
    return ''.join(re.sub(r'[^\n]', ' ', m.group()) if m.lastgroup in kinds else m.group()
                   for m in TOKEN.finditer(text))


def strings(text):
    """(value, line, enclosing function called): adjacent literals joined."""
    calls, joined, start, last = [], None, 0, ''
    for kind, token, line in tokens(text):
        if kind == 'comment':
            continue
        if kind == 'string':
            if joined is None:
                joined, start = '', line
            joined += token[token.index('"') + 1:-1]
            continue
        if joined is not None:
            yield joined, start, [call for call in calls if call]
            joined = None
        if token == '(':
            calls.append(last)
        elif token == ')' and calls:
            calls.pop()
        last = token if kind == 'word' else ''


def includes(text):
    """(name, quoted, line) of every #include."""
    for kind, token, line in tokens(text):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)', token) if kind == 'directive' else None
        if match:
            yield match.group(2), match.group(1) == '"', line


def functions(text):
    """(name, first line of the body, lines of the body) of every function defined."""
    lines = blanked(text, ('comment', 'string', 'char', 'directive')).split('\n')
    start = None
    for number, line in enumerate(lines, 1):
        if line.startswith('{'):
            start = number
        elif line.startswith('}') and start:
            before = ' '.join(lines[max(0, start - 6):start - 1])
            names = re.findall(r'([A-Za-z_]\w*)\s*\(', before.rsplit('}', 1)[-1].rsplit(';', 1)[-1])
            yield names[0] if names else '?', start, number - start
            start = None


def table_lines(text):
    """Lines that stand inside initialisers at the outer level."""
    count, inside = 0, False
    for line in blanked(text, ('comment', 'string', 'char')).split('\n'):
        if re.match(r'[A-Za-z_].*=\s*\{\s*$', line):
            inside = True
        elif line.startswith('}'):
            inside = False
        elif inside:
            count += 1
    return count
