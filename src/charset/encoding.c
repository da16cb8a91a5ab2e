#include "encoding.h"

#include <string.h>

enum { LONGEST = 24 }; /* longer than any label */

/* Where the standard reads one charset as another that has it all, ICU's
 * converter is the larger one. HZ and the ISO-2022s of China and Korea are no
 * charsets to it, for what they hide; ISO-8859-16 ICU does not know. */
static const ahd_encoding encodings[] = {
    /* clang-format off */
    {"utf-8", NULL, AHD_ENCODING_UTF8,
     "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 "
     "x-unicode20utf8 "},
    {"ibm866", "IBM866", AHD_ENCODING_BYTES,
     "866 cp866 csibm866 "},
    {"iso-8859-2", "ISO-8859-2", AHD_ENCODING_BYTES,
     "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 "
     "iso_8859-2:1987 l2 latin2 "},
    {"iso-8859-3", "ISO-8859-3", AHD_ENCODING_BYTES,
     "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 "
     "iso_8859-3:1988 l3 latin3 "},
    {"iso-8859-4", "ISO-8859-4", AHD_ENCODING_BYTES,
     "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 "
     "iso_8859-4:1988 l4 latin4 "},
    {"iso-8859-5", "ISO-8859-5", AHD_ENCODING_BYTES,
     "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 "
     "iso_8859-5 iso_8859-5:1988 "},
    {"iso-8859-6", "ISO-8859-6", AHD_ENCODING_BYTES,
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic "
     "ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 "
     "iso88596 iso_8859-6 iso_8859-6:1987 "},
    {"iso-8859-7", "ISO-8859-7", AHD_ENCODING_BYTES,
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 "
     "iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek "},
    {"iso-8859-8", "ISO-8859-8", AHD_ENCODING_BYTES,
     "csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 "
     "iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual "},
    {"iso-8859-8-i", "ISO-8859-8", AHD_ENCODING_BYTES,
     "csiso88598i logical "},
    {"iso-8859-10", "ISO-8859-10", AHD_ENCODING_BYTES,
     "csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6 "},
    {"iso-8859-13", "ISO-8859-13", AHD_ENCODING_BYTES,
     "iso8859-13 iso885913 "},
    {"iso-8859-14", "ISO-8859-14", AHD_ENCODING_BYTES,
     "iso8859-14 iso885914 "},
    {"iso-8859-15", "ISO-8859-15", AHD_ENCODING_BYTES,
     "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 "},
    {"koi8-r", "KOI8-R", AHD_ENCODING_BYTES,
     "cskoi8r koi koi8 koi8_r "},
    {"koi8-u", "KOI8-U", AHD_ENCODING_BYTES,
     "koi8-ru "},
    {"macintosh", "macintosh", AHD_ENCODING_BYTES,
     "csmacintosh mac x-mac-roman "},
    {"windows-874", "windows-874", AHD_ENCODING_BYTES,
     "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 "},
    {"windows-1250", "windows-1250", AHD_ENCODING_BYTES,
     "cp1250 x-cp1250 "},
    {"windows-1251", "windows-1251", AHD_ENCODING_BYTES,
     "cp1251 x-cp1251 "},
    {"windows-1252", "windows-1252", AHD_ENCODING_BYTES,
     "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 "
     "iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
     "iso_8859-1:1987 l1 latin1 us-ascii x-cp1252 x-user-defined "},
    {"windows-1253", "windows-1253", AHD_ENCODING_BYTES,
     "cp1253 x-cp1253 "},
    {"windows-1254", "windows-1254", AHD_ENCODING_BYTES,
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 "
     "iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254 "},
    {"windows-1255", "windows-1255", AHD_ENCODING_BYTES,
     "cp1255 x-cp1255 "},
    {"windows-1256", "windows-1256", AHD_ENCODING_BYTES,
     "cp1256 x-cp1256 "},
    {"windows-1257", "windows-1257", AHD_ENCODING_BYTES,
     "cp1257 x-cp1257 "},
    {"windows-1258", "windows-1258", AHD_ENCODING_BYTES,
     "cp1258 x-cp1258 "},
    {"x-mac-cyrillic", "x-mac-cyrillic", AHD_ENCODING_BYTES,
     "x-mac-ukrainian "},
    {"gbk", "gb18030", AHD_ENCODING_MANY,
     "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 "
     "iso-ir-58 x-gbk "},
    {"gb18030", "gb18030", AHD_ENCODING_MANY,
     ""},
    {"big5", "Big5-HKSCS", AHD_ENCODING_MANY,
     "big5-hkscs cn-big5 csbig5 x-x-big5 "},
    {"euc-jp", "EUC-JP", AHD_ENCODING_MANY,
     "cseucpkdfmtjapanese x-euc-jp "},
    {"iso-2022-jp", "ISO-2022-JP", AHD_ENCODING_STATES,
     "csiso2022jp "},
    {"shift_jis", "windows-31j", AHD_ENCODING_MANY,
     "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis "},
    {"euc-kr", "windows-949", AHD_ENCODING_MANY,
     "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 "
     "ks_c_5601-1989 ksc5601 ksc_5601 windows-949 "},
    {"utf-16be", NULL, AHD_ENCODING_UTF16BE,
     "unicodefffe "},
    {"utf-16le", NULL, AHD_ENCODING_UTF16LE,
     "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 "},
    /* clang-format on */
};

enum { COUNT = sizeof encodings / sizeof *encodings };

/* Is `label` one of the words of `labels`? */
static bool has_word(const char *labels, ahd_str label)
{
    while (*labels) {
        size_t len = strcspn(labels, " ");
        if (len == label.len && memcmp(labels, label.ptr, len) == 0)
            return true;
        labels += len + 1;
    }
    return false;
}

const ahd_encoding *ahd_encoding_find(ahd_str label)
{
    char small[LONGEST];

    label = ahd_str_trim(label);
    if (label.len == 0 || label.len > LONGEST)
        return NULL;
    for (size_t i = 0; i < label.len; i++) {
        char c = label.ptr[i];
        small[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    label.ptr = small;
    for (size_t i = 0; i < COUNT; i++)
        if (ahd_str_eq(label, ahd_str_from(encodings[i].name)) ||
            has_word(encodings[i].labels, label))
            return &encodings[i];
    return NULL;
}

const ahd_encoding *ahd_encoding_get(const char *name)
{
    size_t i = 0;

    while (strcmp(encodings[i].name, name) != 0)
        i++;
    return &encodings[i];
}
