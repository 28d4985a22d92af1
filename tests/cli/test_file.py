"""The one file in bad hands, two hands, and on a bad disk."""
import contextlib
import os
import pathlib
import resource
import shutil
import signal
import sqlite3
import subprocess
import unittest

from cli import COULD_NOT, PROBLEMS, PROGRAM, TABLES, Case


def short_of_disk():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000))


class File(Case):
    def refused(self, sentence, *args, **options):
        said = self.run_program(*args, code=COULD_NOT, **options)
        self.assertIn(sentence, said.err)
        self.assertEqual(said.out, "")

    def test_a_new_file_never_takes_the_place_of_another(self):
        self.table("school.nastavnik", "что-то нужное")
        self.refused("school.nastavnik", "new", self.file, "--school", "Школа", "--year", "2026")
        self.assertEqual(self.file.read_text(), "что-то нужное")

    def test_nothing_is_written_over_the_school(self):
        self.new()
        before = self.rows()
        survey = "pupil_pupil_mentee_before"
        for words in (("survey", "packet", self.file, survey, "-o"), ("survey", "results", self.file, survey, "-o"),
                      ("indicators", self.file, "-o"), ("export", "people", self.file, "--to"), ("ics", self.file, "-o")):
            self.run_program(*words, self.file, code=COULD_NOT)
            self.assertTrue(self.file.read_bytes().startswith(b"SQLite format 3"), words)
        self.assertEqual(self.rows(), before)

    def test_no_such_file(self):
        self.refused("school.nastavnik", "history", self.file)
        self.assertFalse(self.file.exists())

    def test_another_programs_file(self):
        with sqlite3.connect(self.file) as db:
            db.execute("CREATE TABLE t (x)")
        db.close()
        before = self.file.read_bytes()
        self.refused("school.nastavnik", "match", self.file)
        self.assertEqual(self.file.read_bytes(), before)

    def test_a_text_file(self):
        self.table("school.nastavnik", "просто текст\n" * 1000)
        self.refused("school.nastavnik", "check", self.file)

    def test_a_damaged_file_is_told(self):
        self.new()
        self.import_all()
        data = bytearray(self.file.read_bytes())
        for at in range(8192, len(data) - 4096, 4096):
            data[at:at + 64] = b"\xa5" * 64
        self.file.write_bytes(data)
        process = self.start("check", self.file)
        out, err = process.communicate(timeout=60)
        self.assertIn(process.returncode, (PROBLEMS, COULD_NOT))
        self.assertNotEqual(err, b"")

    def test_a_file_cut_short(self):
        self.new()
        self.import_all()
        data = self.file.read_bytes()
        self.file.write_bytes(data[:len(data) // 2])
        process = self.start("check", self.file)
        out, err = process.communicate(timeout=60)
        self.assertIn(process.returncode, (PROBLEMS, COULD_NOT))
        self.assertNotEqual(err, b"")

    @unittest.skipIf(os.geteuid() == 0, "root may write everything")
    def test_a_file_that_may_only_be_read(self):
        self.new()
        self.file.chmod(0o400)
        self.refused("school.nastavnik", "match", self.file)
        self.assertEqual(self.rows(), 0)

    def test_only_the_owner_may_read_a_new_file(self):
        self.new()
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)

    def held(self):
        """A long import caught in its middle, with the file open for writing."""
        path = self.folder / "long.csv"
        with open(path, "w", encoding="cp1251") as table:
            table.write("Фамилия;Имя;Класс;Телефон\n")
            for i in range(100000):
                table.write("Иванов-%d;Иван;5А;%d\n" % (i, i))
        process = self.start("import", "people", self.file, "--from", path)
        wal = pathlib.Path(str(self.file) + "-wal")
        while process.poll() is None and not (wal.exists() and wal.stat().st_size):
            os.sched_yield()
        process.send_signal(signal.SIGSTOP)
        self.assertIsNone(process.poll(), "it was done before it could be caught")
        self.addCleanup(lambda: process.poll() is None and (process.kill(), process.communicate()))
        return process

    def test_a_second_writer_is_refused_and_a_reader_is_not(self):
        self.new()
        process = self.held()
        self.refused("The file is open in another window", "match", self.file)
        self.assertEqual(self.rows(), 0)
        process.send_signal(signal.SIGCONT)
        out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, out.splitlines()[0]), (0, b"added 100000"), err)
        self.assertEqual(self.rows(), 100000)

    def test_a_command_asked_to_stop_rolls_back_and_says_so(self):
        self.new()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            process = self.held()
            process.send_signal(number)
            process.send_signal(signal.SIGCONT)
            out, err = process.communicate(timeout=60)
            self.assertEqual((process.returncode, out), (COULD_NOT, b""))
            self.assertIn(b"Stopped. The file is as it was before.", err)
            self.assertEqual(self.rows(), 0)

    def test_killed_in_the_middle_the_file_is_as_it_was(self):
        self.new()
        process = self.held()
        process.kill()
        process.communicate(timeout=60)
        self.assertEqual(self.rows(), 0)
        self.assertEqual(self.run_program("check", self.file).facts["errors"], "0")

    def test_a_full_disk_leaves_the_file_as_it_was(self):
        self.new()
        self.refused("school.nastavnik", "import", "people", self.file, "--from", TABLES / "people.cp1251.csv",
                     preexec_fn=short_of_disk)
        self.assertEqual(self.rows(), 0)
        self.assertEqual(self.run_program("check", self.file).facts["errors"], "0")

    def test_outputs_that_cannot_be_written(self):
        self.new()
        self.import_all()
        self.run_program("match", self.file, "--confirm")
        for name in ("full.txt", "full.pdf"):
            (self.folder / name).symlink_to("/dev/full")
            self.refused(name, "print", "pairs", self.file, "-o", name)
        self.refused("/dev/full", "export", "people", self.file, "--to", "/dev/full")
        self.refused("nowhere", "export", "people", self.file, "--to", "nowhere/people.csv")
        self.refused(".pdf, .odt or .txt", "print", "pairs", self.file, "-o", "pairs.doc")
        with open("/dev/full", "wb") as full:
            process = subprocess.run([PROGRAM, "history", str(self.file)], stdout=full, stderr=subprocess.PIPE,
                                     env=self.env)
        self.assertEqual(process.returncode, COULD_NOT)
        self.assertIn(b"could not be written out", process.stderr)

    def small_disk(self, size="2m"):
        """A disk of its own for the file, that can be filled and made read-only."""
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = os.geteuid() == 0 and shutil.which("mount") and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk], stderr=subprocess.DEVNULL).returncode == 0
        if not mounted:
            self.skipTest("a small disk cannot be mounted here")
        self.addCleanup(subprocess.run, ["umount", disk], check=True)
        self.file = disk / "school.nastavnik"
        return disk

    def fill(self, disk):
        with open(disk / "rest", "wb", buffering=0) as rest, contextlib.suppress(OSError):
            while rest.write(b"x" * 1024):
                pass

    def test_what_is_on_a_full_disk_can_be_read_and_copied_and_nothing_is_lost(self):
        disk = self.small_disk()
        self.new()
        self.import_all()
        self.fill(disk)
        full = "There is no room on the disk"
        self.refused(full, "match", self.file)
        self.refused(full, "undo", self.file)
        self.refused(full, "import", "people", self.file, "--from", self.table("more.csv", "Фамилия;Имя\nИванов;Ян\n"))
        self.refused("The disk is full", "export", "people", self.file, "--to", disk / "people.csv")
        self.refused("cannot be written", "backup", self.file, disk / "copy.nastavnik")
        self.refused("disk/other.nastavnik", "new", disk / "other.nastavnik", "--school", "Школа")
        self.assertEqual(sorted(p.name for p in disk.iterdir() if "shm" not in p.name), ["rest", "school.nastavnik"])
        self.assertEqual(self.run_program("check", self.file).facts["errors"], "0")
        self.run_program("backup", self.file, self.folder / "copy.nastavnik")
        self.assertEqual(self.rows("mentees", self.folder / "copy.nastavnik"), 45)
        (disk / "rest").unlink()
        self.assertEqual(self.run_program("match", self.file).facts["matched"], "45 of 45")
        self.assertEqual([p.name for p in disk.iterdir()], ["school.nastavnik"])

    def test_a_disk_that_may_only_be_read(self):
        disk = self.small_disk()
        self.new()
        self.import_all()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        self.refused("may only be read", "match", self.file)
        self.refused("may only be read", "undo", self.file)
        self.refused("only be read", "export", "people", self.file, "--to", disk / "people.csv")
        self.refused("only be read", "backup", self.file, disk / "copy.nastavnik")
        self.assertEqual(self.rows("mentees"), 45)
        self.run_program("backup", self.file, self.folder / "copy.nastavnik")

    def test_with_its_outputs_closed_nothing_is_printed_into_a_file(self):
        self.new()
        self.import_all()
        for kind, closed in (("people", ">&-"), ("mentees", ">&- 2>&-"), ("mentors", "<&- >&- 2>&-")):
            self.run_program("export", kind, self.file, "--to", "whole.csv")
            process = subprocess.run(["sh", "-c", "exec \"$@\" " + closed, "sh", PROGRAM, "export", kind, str(self.file),
                                      "--to", "closed.csv"], cwd=self.folder, env=self.env, stderr=subprocess.PIPE)
            self.assertEqual(process.returncode, COULD_NOT)
            if "2>" not in closed:
                self.assertIn(b"could not be written out: it is closed", process.stderr)
            self.assertEqual((self.folder / "closed.csv").read_bytes(), (self.folder / "whole.csv").read_bytes())
        self.assertEqual(self.run_program("check", self.file).facts["errors"], "0")

    def test_names_of_files_in_russian_and_with_signs(self):
        self.file = self.folder / "Мои файлы" / "Школа № 9 100% #1? (копия).nastavnik"
        self.new()
        self.import_all()
        copy = self.file.with_name("ещё копия.nastavnik")
        self.run_program("backup", self.file, copy)
        self.assertEqual(self.rows("mentees", copy), 45)
        self.assertEqual(self.file.parent.stat().st_mode & 0o777, 0o700)

    def test_the_lock_of_a_dead_program_is_no_lock(self):
        self.new()
        for left in ("999999\nhost\nroot\n1700000000\n", "\0шум"):
            self.table("school.nastavnik.lock", left)
            self.import_table("people", TABLES / "people.cp1251.csv")
        self.assertFalse((self.folder / "school.nastavnik.lock").exists())

    def test_a_clock_set_back_takes_no_step_away(self):
        self.new()
        self.import_table("mentors", TABLES / "mentors.cp1251.csv")
        self.env["NASTAVNIK_NOW"] = "2025-11-22T10:00:00"
        self.import_table("mentees", TABLES / "mentees.cp1251.csv")
        self.assertIn("Import of mentees", self.run_program("undo", self.file).out)
        self.run_program("redo", self.file)
        history = self.run_program("history", self.file).out.splitlines()
        self.assertEqual([line.split("\t")[1][:10] for line in history], ["22.11.2025", "22.11.2026"])

    @staticmethod
    def size(path):
        """Bytes of a file that another program may make or take away at any moment; -1: not there."""
        try:
            return path.stat().st_size
        except FileNotFoundError:
            return -1

    def test_killed_at_many_moments_the_file_is_sound_and_keeps_every_step(self):
        self.new()
        wal, rows = pathlib.Path(str(self.file) + "-wal"), 0
        for n in range(12):
            head = "Фамилия;Имя;Класс\n"
            path = self.table("part.csv", head + "".join("Часть%d;Имя%d;5А\n" % (n, i) for i in range(2000)))
            process = self.start("import", "people", self.file, "--from", path)
            while process.poll() is None and self.size(wal) <= n * 60000:
                os.sched_yield()
            process.kill()
            done = process.communicate(timeout=60)[0].startswith(b"added 2000")
            self.assertEqual(self.run_program("check", self.file).facts["errors"], "0")
            now = self.rows()
            self.assertIn(now - rows, (2000,) if done else (0, 2000))
            rows = now

    def test_a_failed_export_leaves_the_old_table(self):
        self.new()
        self.import_all()
        self.table("people.csv", "старая таблица")
        self.refused("people.csv", "export", "people", self.file, "--to", "people.csv", preexec_fn=lambda: (
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (34000, 34000))))
        self.assertEqual((self.folder / "people.csv").read_text(), "старая таблица")

    def test_a_backup_never_takes_the_place_of_another_file(self):
        self.new()
        self.table("copy.nastavnik", "нужное")
        self.refused("copy.nastavnik", "backup", self.file, "copy.nastavnik")
        self.assertEqual((self.folder / "copy.nastavnik").read_text(), "нужное")

    def test_nothing_but_the_file_remains(self):
        self.new()
        self.import_all()
        self.run_program("match", self.file)
        self.assertEqual([p.name for p in self.folder.iterdir() if p.name not in ("school.nastavnik",
                                                                                  "school.nastavnik.lock")], [])


if __name__ == "__main__":
    unittest.main(verbosity=0)
