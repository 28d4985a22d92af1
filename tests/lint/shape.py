"""Lengths: no function over 150 lines, no file over 1,000 but for its tables. Figures are printed."""
import csource

FUNCTION_MAX, FILE_MAX = 150, 1000


def at(sorted_values, share):
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * share))]


def check(tree, _arguments):
    lengths, sizes = [], []
    for path in tree.files('.c', '.h', under=('src', 'include', 'tests')):
        text = tree.text(path)
        size = text.count('\n') - csource.table_lines(text)
        if size > FILE_MAX:
            yield path, 1, f'{size} lines without tables; {FILE_MAX} at most'
        for name, line, length in csource.functions(text):
            if length > FUNCTION_MAX:
                yield path, line, f'{name}() has {length} lines; {FUNCTION_MAX} at most'
            if path.startswith('src/'):
                lengths.append(length)
        if path.startswith('src/'):
            sizes.append(size)
    if lengths:
        lengths.sort()
        sizes.sort()
        print(f'src: {len(sizes)} files, median {at(sizes, .5)} lines, longest {sizes[-1]}; '
              f'{len(lengths)} functions, median {at(lengths, .5)}, 90 % within {at(lengths, .9)}, '
              f'longest {lengths[-1]}')


BAD = [
    {'src/a.c': 'int f(void)\n{\n' + '\tg();\n' * 151 + '}\n'},
    {'src/a.c': 'static struct x *f(int a,\n\t\t   int b)\n{\n' + '\n' * 160 + '}\n'},
    {'src/a.c': 'int f(void);\n' * 1001},
    {'tests/unit/a.c': 'int f(void)\n{\n' + '/* } */\n' * 151 + '}\n'},
]
GOOD = {'src/a.c': 'int f(void)\n{\n' + '\tg();\n' * 149 + '}\n\nstatic const int x[] = {\n' + '\t1,\n' * 2000 + '};\n'}
