/* The module's workbooks: libxlsxwriter in its mode of constant memory, row by row to the disk. */
#include "office_module.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "office_zip.h"

enum {
	DECIMALS_MAX = 3,
	PAPER_A4 = 9,
	PAGE_WIDTH_MOST = 220, /* characters that can still be read on one sheet's width */
};

struct office_book {
	lxw_workbook *workbook;
	lxw_worksheet *sheet;
	lxw_format *heading, *text, *date, *number[DECIMALS_MAX + 1];
	char *path;
	uint16_t headings;
	int fault; /* the first errno; sticks */
};

static int fault_now(void)
{
	return errno ? errno : EIO;
}

/* The library tells its faults to stderr, which may be the terminal that a screen is on. */
static int stderr_hush(void)
{
	int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	if (null >= 0) {
		dup2(null, STDERR_FILENO);
		close(null);
	}
	return kept;
}

static void stderr_back(int kept)
{
	if (kept < 0)
		return;
	dup2(kept, STDERR_FILENO);
	close(kept);
}

static lxw_format *format_new(lxw_workbook *workbook, const char *number)
{
	lxw_format *format = workbook_add_format(workbook);

	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	if (number)
		format_set_num_format(format, number);
	return format;
}

static void formats_make(struct office_book *book)
{
	static const char *const number[] = { "0", "0.0", "0.00", "0.000" };

	for (int i = 0; i <= DECIMALS_MAX; i++)
		book->number[i] = format_new(book->workbook, number[i]);
	book->date = format_new(book->workbook, "dd.mm.yyyy");
	/* «@»: what is typed into the cell later stays a text too. */
	book->text = format_new(book->workbook, "@");
	format_set_text_wrap(book->text);
	book->heading = format_new(book->workbook, "@");
	format_set_text_wrap(book->heading);
	format_set_bold(book->heading);
	format_set_bottom(book->heading, LXW_BORDER_THIN);
}

static void sheet_prepare(struct office_book *book, const struct office_sheet *sheet)
{
	lxw_doc_properties properties = { .created = (time_t)sheet->created };

	workbook_set_properties(book->workbook, &properties);
	worksheet_set_landscape(book->sheet);
	worksheet_set_paper(book->sheet, PAPER_A4);
	if (!book->headings)
		return;
	worksheet_freeze_panes(book->sheet, 1, 0);
	worksheet_repeat_rows(book->sheet, 0, 0);
	for (size_t i = 0; i < book->headings; i++)
		worksheet_write_string(book->sheet, 0, (lxw_col_t)i, sheet->heading[i],
				       book->heading);
}

static void book_free(struct office_book *book)
{
	free(book->path);
	free(book);
}

static int book_open(struct office_book *book, const struct office_sheet *sheet)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	int kept = stderr_hush(), fault = 0;

	errno = 0;
	book->workbook = workbook_new_opt(sheet->path, &options);
	if (book->workbook)
		book->sheet =
			workbook_add_worksheet(book->workbook, *sheet->name ? sheet->name : NULL);
	if (!book->sheet)
		fault = fault_now();
	if (book->workbook && !book->sheet)
		lxw_workbook_free(book->workbook);
	stderr_back(kept);
	return fault;
}

static struct office_book *book_begin(const struct office_sheet *sheet)
{
	struct office_book *book = calloc(1, sizeof(*book));
	int fault = ENOMEM;

	if (!book)
		return NULL;
	book->path = strdup(sheet->path);
	book->headings = sheet->heading ? (uint16_t)sheet->columns : 0;
	if (book->path)
		fault = book_open(book, sheet);
	if (fault) {
		book_free(book);
		errno = fault;
		return NULL;
	}
	formats_make(book);
	sheet_prepare(book, sheet);
	return book;
}

/* A wrong argument cannot be: the program keeps to the limits. What is left is the disk. */
static void note(struct office_book *book, lxw_error error)
{
	if (error != LXW_NO_ERROR && !book->fault)
		book->fault = fault_now();
}

static void book_text(struct office_book *book, uint32_t row, uint16_t column, const char *text)
{
	note(book, worksheet_write_string(book->sheet, row, column, text, book->text));
}

static void book_number(struct office_book *book, uint32_t row, uint16_t column, double value,
			int decimals)
{
	int at = decimals > DECIMALS_MAX ? DECIMALS_MAX : decimals;

	note(book, worksheet_write_number(book->sheet, row, column, value, book->number[at]));
}

static void book_date(struct office_book *book, uint32_t row, uint16_t column, int year, int month,
		      int day)
{
	lxw_datetime date = { .year = year, .month = month, .day = day };

	note(book, worksheet_write_datetime(book->sheet, row, column, &date, book->date));
}

static void columns_finish(struct office_book *book, const int *width, uint16_t columns,
			   uint32_t rows)
{
	char range[64];
	int whole = 0;

	for (uint16_t i = 0; i < columns; i++) {
		worksheet_set_column(book->sheet, i, i, width[i], NULL);
		whole += width[i];
	}
	if (whole <= PAGE_WIDTH_MOST)
		worksheet_fit_to_pages(book->sheet, 1, 0);
	if (!rows || !columns)
		return;
	if (book->headings)
		worksheet_autofilter(book->sheet, 0, 0, rows - 1, (lxw_col_t)(book->headings - 1));
	/* No green corners beside telephone numbers that consist of digits. */
	lxw_rowcol_to_range(range, 0, 0, rows - 1, (lxw_col_t)(columns - 1));
	worksheet_ignore_errors(book->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
}

/*
 * The library never looks whether its temporary files took what it wrote, so that a full /tmp would
 * make a workbook that ends in the middle: what came out is judged by its end.
 */
static int book_end(struct office_book *book, const int *width, uint16_t columns, uint32_t rows)
{
	int fault = book->fault, kept;

	columns_finish(book, width, columns, rows);
	kept = stderr_hush();
	errno = 0;
	if (workbook_close(book->workbook) != LXW_NO_ERROR && !fault)
		fault = fault_now();
	stderr_back(kept);
	if (!fault && !zip_ends_with(book->path, "xl/worksheets/sheet1.xml", "</worksheet>"))
		fault = ENOSPC;
	book_free(book);
	return fault;
}

static void book_drop(struct office_book *book)
{
	/* The library (1.1.4) leaves the rows' temporary file open. */
	if (book->sheet->optimize_tmpfile)
		fclose(book->sheet->optimize_tmpfile);
	book->sheet->optimize_tmpfile = NULL;
	lxw_workbook_free(book->workbook);
	book_free(book);
}

static const struct office office = {
	.version = OFFICE_VERSION,
	.begin = book_begin,
	.text = book_text,
	.number = book_number,
	.date = book_date,
	.end = book_end,
	.drop = book_drop,
	.pack = zip_pack,
};

__attribute__((visibility("default"))) const struct office *nastavnik_office(void)
{
	return &office;
}
