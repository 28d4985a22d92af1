#!/usr/bin/env python3
"""lint.py CHECK ROOT [ARGUMENT…]   judge the tree at ROOT
lint.py --self-test CHECK         judge small bad trees, which must be found, and a good one

A check is a module beside this file. check(tree, arguments) yields findings (path, line, text); BAD is a
list of trees (path -> text) that each have one fault, GOOD one tree without any. Exit code 0: nothing
found, 1: something, 77: it cannot be judged here (with the reason).
"""
import importlib
import os
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True


class Skip(Exception):
    """Raised by a check that needs what this machine does not have."""


class Tree:
    """The files of the project, without what builds and hidden folders hold."""

    def __init__(self, root):
        self.root = pathlib.Path(root).resolve()

    def files(self, *suffixes, under=('',)):
        found = []
        for part in under:
            for folder, folders, names in os.walk(self.root / part):
                folders[:] = sorted(f for f in folders if not f.startswith(('.', 'build', '__')))
                path = pathlib.Path(folder).relative_to(self.root)
                found += [(path / name).as_posix() for name in names
                          if not suffixes or name.endswith(suffixes)]
        return sorted(set(found))

    def bytes(self, path):
        return (self.root / path).read_bytes()

    def text(self, path):
        return self.bytes(path).decode('utf-8', 'replace')

    def has(self, path):
        return (self.root / path).exists()


def written(files, folder):
    """A small tree made of path -> text (or bytes)."""
    for path, text in files.items():
        target = pathlib.Path(folder) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
        if path.endswith('.sh') or '/extract' in path:
            target.chmod(0o755)
    return Tree(folder)


def self_test(module, arguments):
    failed = 0
    for number, (files, wanted) in enumerate([(bad, True) for bad in module.BAD] + [(module.GOOD, False)]):
        with tempfile.TemporaryDirectory() as folder:
            found = list(module.check(written(files, folder), arguments))
        if bool(found) != wanted:
            failed += 1
            print(f'sample {number} ({", ".join(files)}):', found or 'the fault was not found')
    print(f'{len(module.BAD)} bad samples and a good one: {failed} judged wrongly')
    return failed


def main():
    try:
        if sys.argv[1] == '--self-test':
            return 1 if self_test(importlib.import_module(sys.argv[2]), sys.argv[3:]) else 0
        module = importlib.import_module(sys.argv[1])
        found = sorted(module.check(Tree(sys.argv[2]), sys.argv[3:]))
    except Skip as reason:
        print('skipped:', reason)
        return 77
    for path, line, text in found:
        print(f'{path}:{line}: {text}')
    return 1 if found else 0


if __name__ == '__main__':
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    sys.modules['lint'] = sys.modules['__main__']
    sys.exit(main())
