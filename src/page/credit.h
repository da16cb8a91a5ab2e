/* credit.h - the names that a reader of the page sees under its title.
 *
 *     <a rel=author href=/jane>Jane Doe</a>    ->  "Jane Doe", AHD_CREDIT_REL
 *     <span class=byline>By Jane Doe</span>    ->  AHD_CREDIT_NAMED
 *     <h1>…</h1><p>By Jane Doe                 ->  AHD_CREDIT_NEAR
 *
 * Slices of the page, undecoded, and only so many of them. */
#ifndef AHD_PAGE_CREDIT_H
#define AHD_PAGE_CREDIT_H

#include "html/markup.h"

enum { AHD_CREDITS = 64 };

typedef enum ahd_credit_kind {
    AHD_CREDIT_NEAR,     /* a short text after the first heading */
    AHD_CREDIT_NAMED,    /* a class has "byline" or "author" */
    AHD_CREDIT_LINK,     /* a link to "/author/jane-doe" */
    AHD_CREDIT_REL,      /* rel=author */
    AHD_CREDIT_PROPERTY, /* itemprop=author, or the name in it */
} ahd_credit_kind;

typedef struct ahd_credit {
    ahd_str text;
    ahd_credit_kind kind;
    uint32_t order; /* counted in texts */
} ahd_credit;

typedef struct ahd_credits {
    ahd_credit items[AHD_CREDITS];
    uint32_t count, order;
    uint32_t headed; /* order of the first heading; 0 before it */
    uint32_t due;    /* so many texts are what the last tag said */
    ahd_credit_kind kind;
} ahd_credits;

/* A text is given without outer white space, and never empty. */
void ahd_credit_take(ahd_credits *credits, const ahd_markup_token *token);

#endif
