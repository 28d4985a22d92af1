"""All C is as clang-format makes it. Other versions of it disagree in details: judged by one only."""
import re
import shutil
import subprocess

from lint import Skip

VERSION = '14'
STYLE = 'BasedOnStyle: LLVM\nIndentWidth: 8\nUseTab: Always\nBreakBeforeBraces: Linux\n' \
        'AllowShortFunctionsOnASingleLine: None\n'


def clang_format():
    for name in (f'clang-format-{VERSION}', 'clang-format'):
        path = shutil.which(name)
        if not path:
            continue
        version = subprocess.run([path, '--version'], capture_output=True, text=True, check=True).stdout
        if re.search(rf'version {VERSION}\.', version):
            return path
    raise Skip(f'clang-format {VERSION} is not here')


def check(tree, _arguments):
    paths = tree.files('.c', '.h', under=('src', 'include', 'tests'))
    run = subprocess.run([clang_format(), '--dry-run', '--style=file', *paths], cwd=tree.root,
                         capture_output=True, text=True, check=False)
    for path, line in sorted(set(re.findall(r'^([^:\n]+):(\d+):\d+: warning', run.stderr, re.M))):
        yield path, int(line), 'not as clang-format makes it'
    if run.returncode:
        yield '.clang-format', 1, run.stderr.strip()


BAD = [{'.clang-format': STYLE, 'src/a.c': 'int f(void) { return 1; }\n'},
       {'.clang-format': STYLE, 'include/a.h': 'int  f(void);\n'}]
GOOD = {'.clang-format': STYLE, 'src/a.c': 'int f(void)\n{\n\treturn 1;\n}\n'}
