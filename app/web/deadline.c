#include "web/deadline.h"

#include <stdio.h>

/* Arabic counts one, two, few (3-10) and many, by the last two digits. */
static const char *plural(ahd_tongue tongue, uint32_t n)
{
    if (n == 1)
        return "1";
    if (tongue == AHD_AR && n == 2)
        return "2";
    return n % 100 >= 3 && n % 100 <= 10 ? "few" : "many";
}

/* The Arabic words for one and two hold the number themselves. */
static void write_amount(ahd_buf *out, ahd_tongue tongue, uint32_t n, char unit)
{
    char key[32];
    const char *form = plural(tongue, n);

    snprintf(key, sizeof key, "unit.%c.%s", unit, form);
    if (tongue == AHD_EN || n > 2)
        ahd_buf_printf(out, "%u ", (unsigned)n);
    ahd_buf_add(out, ahd_wording_get(tongue, key));
}

void ahd_deadline_write(ahd_buf *out, ahd_tongue tongue, ahd_str rule)
{
    ahd_str amount = rule, from = ahd_str_cut(&amount, '+');
    uint32_t n = 0;

    if (ahd_str_starts(rule, AHD_STR("date:")))
        return;
    bool known = ahd_str_eq(from, AHD_STR("signature")) ||
                 ahd_str_eq(from, AHD_STR("effective"));
    char unit = '?';
    if (amount.len > 1)
        unit = amount.ptr[amount.len - 1];
    if (!known || (unit != 'd' && unit != 'w' && unit != 'm' && unit != 'y') ||
        !ahd_str_number((ahd_str){amount.ptr, amount.len - 1}, &n)) {
        ahd_buf_add(out, rule);
        return;
    }
    if (n == 0) {
        ahd_buf_add(out, ahd_wording_of(tongue, "rule.at", from));
        return;
    }
    write_amount(out, tongue, n, unit);
    ahd_buf_byte(out, ' ');
    ahd_buf_add(out, ahd_wording_of(tongue, "rule.after", from));
}
