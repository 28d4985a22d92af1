/*
 * embed OUT.c OUT.d FOLDER [SKIP…]: writes the files below FOLDER as the table embed_files of
 * nastavnik/base/embed.h, and a depfile that names every file and every folder read: a file that is
 * added or removed changes its folder's time, and the table is made anew without a word in any
 * build file. Names equal to a SKIP, and hidden ones, are left out.
 *
 * Texts become string literals, one a line of the file: compilers read those far faster than lists
 * of numbers.
 */
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct names {
	char **row;
	size_t n;
};

static void fail(const char *what)
{
	fprintf(stderr, "embed: %s: %s\n", what, strerror(errno));
	exit(1);
}

static void names_add(struct names *names, const char *folder, const char *name)
{
	char *text = NULL;

	names->row = realloc(names->row, (names->n + 1) * sizeof(*names->row));
	if (!names->row || asprintf(&text, "%s%s%s", folder, *folder ? "/" : "", name) < 0)
		fail("memory");
	names->row[names->n++] = text;
}

static void names_done(struct names *names)
{
	for (size_t i = 0; i < names->n; i++)
		free(names->row[i]);
	free(names->row);
}

static bool skipped(const char *name, char *const *skip)
{
	if (name[0] == '.' || name[strlen(name) - 1] == '~')
		return true;
	for (; *skip; skip++)
		if (!strcmp(name, *skip))
			return true;
	return false;
}

/* Collects the files below root/folder into files, the folders themselves into folders. */
static void walk(const char *root, const char *folder, char *const *skip, struct names *files,
		 struct names *folders)
{
	struct names here = { 0 };
	char path[4096];
	struct dirent *entry;
	struct stat st;
	DIR *dir;

	snprintf(path, sizeof(path), "%s/%s", root, folder);
	dir = opendir(path);
	if (!dir)
		fail(path);
	names_add(folders, "", folder);
	while ((entry = readdir(dir)))
		if (!skipped(entry->d_name, skip))
			names_add(&here, folder, entry->d_name);
	closedir(dir);
	for (size_t i = 0; i < here.n; i++) {
		snprintf(path, sizeof(path), "%s/%s", root, here.row[i]);
		if (stat(path, &st))
			fail(path);
		if (S_ISDIR(st.st_mode))
			walk(root, here.row[i], skip, files, folders);
		else if (S_ISREG(st.st_mode))
			names_add(files, "", here.row[i]);
	}
	names_done(&here);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Octal with three digits ends by itself, whatever follows; "?" is written so for trigraphs. */
static void write_byte(FILE *out, int c)
{
	if (c == '\n')
		fputs("\\n", out);
	else if (c == '"' || c == '\\')
		fprintf(out, "\\%c", c);
	else if (c < ' ' || c == '?' || c == 127)
		fprintf(out, "\\%03o", (unsigned)c);
	else
		putc(c, out);
}

static void write_file(FILE *out, const char *root, const char *name, size_t index)
{
	char path[4096];
	FILE *in;
	int c, last = '\n';

	snprintf(path, sizeof(path), "%s/%s", root, name);
	in = fopen(path, "rb");
	if (!in)
		fail(path);
	fprintf(out, "/* %s */\nstatic const char file_%zu[] =\n\"\"", name, index);
	for (; (c = getc(in)) != EOF; last = c) {
		if (last == '\n')
			fputs("\n\"", out);
		write_byte(out, c);
		if (c == '\n')
			putc('"', out);
	}
	fputs(last == '\n' ? ";\n\n" : "\";\n\n", out);
	fclose(in);
}

static void write_table(FILE *out, const char *root, const struct names *files)
{
	fputs("/* Made by src/gen/embed.c; do not edit. */\n"
	      "#include \"nastavnik/base/embed.h\"\n\n",
	      out);
	for (size_t i = 0; i < files->n; i++)
		write_file(out, root, files->row[i], i);
	fputs("const struct embed embed_files[] = {\n", out);
	for (size_t i = 0; i < files->n; i++)
		fprintf(out, "\t{ \"%s\", file_%zu, sizeof(file_%zu) - 1 },\n", files->row[i], i,
			i);
	fprintf(out, "\t{ 0 }\n};\nconst size_t embed_count = %zu;\n", files->n);
}

static void write_depfile(FILE *out, const char *target, const char *root,
			  const struct names *files, const struct names *folders)
{
	fprintf(out, "%s:", target);
	for (size_t i = 0; i < folders->n; i++)
		fprintf(out, " \\\n  %s%s%s", root, *folders->row[i] ? "/" : "", folders->row[i]);
	for (size_t i = 0; i < files->n; i++)
		fprintf(out, " \\\n  %s/%s", root, files->row[i]);
	putc('\n', out);
}

static FILE *create(const char *path)
{
	FILE *out = fopen(path, "wb");

	if (!out)
		fail(path);
	return out;
}

static void finish(FILE *out, const char *path)
{
	if (ferror(out) | fclose(out))
		fail(path);
}

int main(int argc, char **argv)
{
	struct names files = { 0 }, folders = { 0 };
	FILE *out;

	if (argc < 4) {
		fputs("usage: embed OUT.c OUT.d FOLDER [SKIP…]\n", stderr);
		return 2;
	}
	walk(argv[3], "", argv + 4, &files, &folders);
	qsort(files.row, files.n, sizeof(*files.row), by_name);
	out = create(argv[1]);
	write_table(out, argv[3], &files);
	finish(out, argv[1]);
	out = create(argv[2]);
	write_depfile(out, argv[1], argv[3], &files, &folders);
	finish(out, argv[2]);
	names_done(&files);
	names_done(&folders);
	return 0;
}
