"""Every header compiles alone, twice over, without a warning. Arguments: the compiler."""
import concurrent.futures
import re
import subprocess

FLAGS = ['-std=gnu17', '-D_GNU_SOURCE', '-Wall', '-Wextra', '-Wpedantic', '-Wstrict-prototypes', '-Wundef',
         '-Werror', '-fsyntax-only', '-x', 'c', '-']


def compile_alone(tree, path, compiler):
    name = path.removeprefix('include/')
    source = f'#include "{name}"\n#include "{name}"\nint x;\n'
    run = subprocess.run([*compiler, '-I', str(tree.root / 'include'), *FLAGS], input=source, text=True,
                         capture_output=True, check=False)
    return path, run.returncode, run.stderr


def check(tree, arguments):
    compiler = arguments or ['cc']
    paths = tree.files('.h', under=('include',))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path, code, words in pool.map(lambda p: compile_alone(tree, p, compiler), paths):
            if code:
                first = next((l for l in words.split('\n') if 'error' in l), words.split('\n')[0])
                yield path, 1, f'does not compile alone: {first}'
    for path in paths:
        guard = re.sub(r'\W', '_', path.removeprefix('include/')).upper()
        if f'#ifndef {guard}\n#define {guard}\n' not in tree.text(path):
            yield path, 1, f'the guard should be {guard}'


BAD = [
    {'include/n/a.h': '#ifndef N_A_H\n#define N_A_H\nbool f(void);\n#endif\n'},
    {'include/n/a.h': '#ifndef N_A_H\n#define N_A_H\nint f();\n#endif\n'},
    {'include/n/a.h': 'struct x { int a; };\n'},
    {'include/n/a.h': '#ifndef A_H\n#define A_H\nint f(void);\n#endif\n'},
]
GOOD = {'include/n/a.h': '#ifndef N_A_H\n#define N_A_H\n#include <stddef.h>\nsize_t f(void);\n#endif\n'}
