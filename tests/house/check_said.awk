# Every sentence of the first file is one that the others say:
#   awk -f tests/house/check_said.awk app/web/words_said.c $(find src app -name '*.c')
# Pieces of a literal are joined, as the compiler does it.
FNR == 1 { finish() ; file = FILENAME; text = "" }
{ text = text $0 "\n" }
END { finish(); exit report() }
function finish() {
    gsub(/"[ \t\n]+"/, "", text)
    if (file == ARGV[1] && !count) collect()
    else if (file != "" && file != ARGV[1])
        for (i = 1; i <= count; i++)
            if (!(i in found) && index(text, form[i])) found[i] = 1
}
function collect() {
    while (match(text, /SAID\("([^"\\]|\\.)*"/)) {
        form[++count] = substr(text, RSTART + 5, RLENGTH - 5)
        text = substr(text, RSTART + RLENGTH)
    }
}
function report(    bad) {
    if (!count) { print ARGV[1] ": no sentence is in it"; return 1 }
    for (i = 1; i <= count; i++)
        if (!(i in found)) {
            print ARGV[1] ": nothing says " form[i]
            bad = 1
        }
    return bad
}
