#include "cli/summary.h"

#include "cli/terminal.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

enum { TABLE_BYTES = 1 << 14, LEAST_DIGITS = 8 };

static const double slow = 2.0; /* seconds */

bool ahd_summary_matters(const ahd_summary *summary)
{
    const ahd_counts *c = &summary->standing.counts;
    uint64_t things = c->pages + c->skipped + c->passed;
    uint64_t lost = things - c->articles;

    return things > summary->paths ||
           (things > 1 && (lost > 0 || summary->standing.seconds > slow));
}

/* ------------------------------------------------------------- the table */

typedef struct row {
    uint64_t count;
    const char *one, *many;
    ahd_ink ink;
    bool always; /* also when the count is 0 */
} row;

static void add_number(ahd_buf *out, uint64_t number)
{
    ahd_buf_printf(out, "%*" PRIu64 " ", LEAST_DIGITS, number);
}

static void add_rows(ahd_buf *out, const row *rows, size_t count,
                     ahd_style style)
{
    for (size_t i = 0; i < count; i++) {
        if (rows[i].count == 0 && !rows[i].always)
            continue;
        ahd_terminal_ink(out, style, rows[i].ink);
        add_number(out, rows[i].count);
        ahd_buf_printf(out, "%s",
                       rows[i].count == 1 ? rows[i].one : rows[i].many);
        ahd_terminal_ink(out, style, AHD_INK_PLAIN);
        ahd_buf_byte(out, '\n');
    }
}

static void add_pages(ahd_buf *out, const ahd_standing *s, ahd_style style)
{
    double rate = s->seconds > 0 ? (double)s->counts.pages / s->seconds : 0;

    ahd_terminal_ink(out, style, AHD_INK_BOLD);
    add_number(out, s->counts.pages);
    ahd_buf_printf(out, "%-12s", s->counts.pages == 1 ? "page" : "pages");
    ahd_terminal_ink(out, style, AHD_INK_PLAIN);
    ahd_buf_printf(out, "%.*f s, %.*f/s\n", s->seconds < 100, s->seconds,
                   rate < 10, rate);
}

static void add_reasons(ahd_buf *out, const ahd_standing *s, ahd_style style)
{
    if (s->reason_count == 0)
        return;
    ahd_buf_byte(out, '\n');
    ahd_terminal_ink(out, style, AHD_INK_SOFT);
    for (size_t i = 0; i < s->reason_count; i++) {
        add_number(out, s->reasons[i].count);
        ahd_terminal_add(out, s->reasons[i].reason,
                         style.width - LEAST_DIGITS - 1);
        ahd_buf_byte(out, '\n');
    }
    ahd_terminal_ink(out, style, AHD_INK_PLAIN);
}

void ahd_summary_lay(ahd_buf *out, const ahd_summary *summary, ahd_style style)
{
    const ahd_counts *c = &summary->standing.counts;
    const ahd_added none = {0};
    const ahd_added *a = summary->added ? summary->added : &none;
    static const char fresh[] = "new in the record", known[] = "known before",
                      refused[] = "refused: no article",
                      skipped[] = "skipped: could not be read",
                      passed[] = "passed over: no page";
    const row rows[] = {
        {a->new_pages, fresh, fresh, AHD_INK_PLAIN, false},
        {a->known_pages, known, known, AHD_INK_PLAIN, false},
        {c->articles, "article", "articles", AHD_INK_GREEN, true},
        {c->refused, refused, refused, AHD_INK_YELLOW, true},
        {c->skipped, skipped, skipped, AHD_INK_RED, false},
        {c->passed, passed, passed, AHD_INK_PLAIN, false},
        {c->acts, "act", "acts", AHD_INK_PLAIN, false},
    };

    add_pages(out, &summary->standing, style);
    add_rows(out, rows, sizeof rows / sizeof *rows, style);
    add_reasons(out, &summary->standing, style);
}

bool ahd_summary_print(const ahd_summary *summary, bool asked)
{
    ahd_buf out = AHD_BUF(TABLE_BYTES);

    if (!asked && !(isatty(STDERR_FILENO) && ahd_summary_matters(summary)))
        return false;
    ahd_summary_lay(&out, summary, ahd_terminal_style(STDERR_FILENO));
    fflush(stdout);
    fprintf(stderr, "%.*s", AHD_STR_ARG(ahd_buf_str(&out)));
    ahd_buf_finish(&out);
    return true;
}
