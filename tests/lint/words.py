"""data/po/ru.po says everything the program says: nothing untranslated, fuzzy, left over or malformed."""
import re
import shutil
import subprocess
import tempfile

from lint import Skip

# src/base/i18n.c counts by this rule.
PLURAL = ('nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20)'
          ' ? 1 : 2);')
PO = 'data/po/ru.po'


def run(*command, words=None):
    done = subprocess.run(command, input=words, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr.strip()


def msgids(po):
    """The msgids of a .po text, without its header; plural ones by their first form."""
    for entry in re.split(r'\n\s*\n', po):
        match = re.search(r'^msgid ((?:".*"\s*)+)', entry, re.M)
        text = ''.join(re.findall(r'"(.*)"', match.group(1))) if match else ''
        if text:
            yield text


def check(tree, _arguments):
    if not shutil.which('xgettext'):
        raise Skip('gettext is not here')
    code, template, words = run('sh', str(tree.root / 'data/po/extract'))
    if code:
        yield PO, 1, f'xgettext: {words}'
        return
    for macro in re.findall(r'^msgid.*(%<PRI\w+>)', template, re.M):
        yield PO, 1, f'{macro}: a .mo keeps such msgids apart, src/base/catalog.c does not read them; cast to long long'
    po = str(tree.root / PO)
    if PLURAL not in tree.text(PO):
        yield PO, 1, 'Plural-Forms is not the Russian rule of src/base/i18n.c'
    code, _, words = run('msgfmt', '--check', '--output-file=/dev/null', po)
    if code:
        yield PO, 1, words.replace(po, PO)
    with tempfile.NamedTemporaryFile('w', suffix='.pot') as pot:
        pot.write(template)
        pot.flush()
        _, merged, _ = run('msgmerge', '--quiet', '--no-fuzzy-matching', '--no-wrap', po, pot.name)
    for wanted, option in (('untranslated', '--untranslated'), ('fuzzy', '--only-fuzzy'),
                           ('not in the sources any more', '--only-obsolete')):
        _, found, _ = run('msgattrib', '--no-wrap', option, '-', words=merged)
        for msgid in msgids(re.sub(r'^#~ ', '', found, flags=re.M)):
            yield PO, 1, f'{wanted}: {msgid}'
    for entry in re.split(r'\n\s*\n', tree.text(PO))[1:]:
        said = ''.join(re.findall(r'^msgstr.*?"(.*)"', entry, re.M))
        typed = '\\"' in entry.split('msgstr')[0]  # quotes that are shown as somebody types them
        if re.search(r'[“”]|\.\.\.', said) or ('\\"' in said and not typed):
            yield PO, 1, f'«ёлочки» and … are the marks of Russian: {said}'


HEADER = ('msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"PO-Revision-Date: 2026-11-22 12:00+0300\\n"\n'
          '"Last-Translator: x\\n"\n"Language-Team: x\\n"\n"Language: ru\\n"\n"MIME-Version: 1.0\\n"\n'
          '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
          f'"Plural-Forms: {PLURAL}\\n"\n\n')
EXTRACT = '#!/bin/sh\ncat "$(dirname "$0")/pot"\n'
TEMPLATE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ONE = '#, c-format\nmsgid "%d of “%s”"\nmsgstr ""\n'
SYSTEM = ONE.replace('%d', '%<PRId64>')


def sample(po, template=ONE):
    return {'data/po/extract': EXTRACT, 'data/po/pot': TEMPLATE + template, PO: po}


BAD = [
    sample(HEADER),
    sample(HEADER + SYSTEM.replace('""', '"%<PRId64> из «%s»"'), SYSTEM),
    sample(HEADER + ONE),
    sample(HEADER + ONE.replace('""', '"%d из «%d»"')),
    sample(HEADER + '#, fuzzy, c-format\nmsgid "%d of “%s”"\nmsgstr "%d из «%s»"\n'),
    sample(HEADER + ONE.replace('""', '"%d из «%s»"') + '\nmsgid "gone"\nmsgstr "прошло"\n'),
    sample(HEADER + ONE.replace('""', '"%d из “%s”"')),
    sample(HEADER.replace('nplurals=3', 'nplurals=2') + ONE.replace('""', '"%d из «%s»"')),
    sample(HEADER + 'msgid "%d pair"\nmsgid_plural "%d pairs"\nmsgstr[0] "%d пара"\nmsgstr[1] "%d пары"\n',
           'msgid "%d pair"\nmsgid_plural "%d pairs"\nmsgstr[0] ""\nmsgstr[1] ""\n'),
]
GOOD = sample(HEADER + ONE.replace('""', '"%d из «%s»"'))
