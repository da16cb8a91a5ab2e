# Understanding code must not do I/O, allocate, read the clock or the locale:
#   nm -uA build/debug/src/{text,names,...}/*.o | awk -f tests/house/check_purity.awk
# prints every libc symbol outside the short list below. __assert_fail is how
# assert() ends a debug build; sanitisers and coverage are no part of the code.
BEGIN {
    n = split("memcpy memmove memset memcmp memchr strlen __assert_fail " \
              "__stack_chk_fail _GLOBAL_OFFSET_TABLE_", a, " ")
    for (i in a) ok[a[i]] = 1
}
$NF ~ /^(ahd_|__(asan|ubsan|tsan|gcov|sanitizer)_)/ || ($NF in ok) { next }
{ print $1 " uses " $NF; bad = 1 }
END { exit bad }
