# Sizes a reader can hold in mind:
#   awk -f tests/house/check_budgets.awk $(find include src app -name '*.[ch]')
# The public header may be longer than others: it is the manual for programs.
# A function is what stands between "{" and "}" in the first column.
FNR == 1 {
    end_file()
    file = FILENAME; start = 0
}
{ lines = FNR }
/^\{/ { start = FNR }
/^\}/ && start {
    if (FNR - start + 1 > 60)
        fail(FILENAME, start, "function of " FNR - start + 1 " lines (60 at most)")
    start = 0
}
function end_file() {
    most = file ~ /^(\.\/)?include\// ? 800 : 600
    if (file != "" && lines > most)
        fail(file, lines, "file of " lines " lines (" most " at most)")
}
function fail(name, line, why) { print name ":" line ": " why; bad = 1 }
END { end_file(); exit bad }
