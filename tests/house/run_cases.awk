# Run the cases in FILE through CMD and compare:
#   awk -v cmd=... -v tmp=... [-v update=1] -f tests/house/run_cases.awk FILE
# A case is "=== name", the input, "---", the expected output. What stands
# before the first case ("$ command", "# why") is kept.
function run(   out, line, status, c) {
    if (name == "") return
    printf "%s", input > tmp; close(tmp)
    out = ""; c = "{ " cmd " <'" tmp "'; echo \"status $?\"; }"
    while ((c | getline line) > 0) {
        if (line ~ /^status [0-9]+$/) status = substr(line, 8)
        else out = out line "\n"
    }
    close(c)
    if (status != 0) out = out "(exit " status ")\n"
    text = text "=== " name "\n" input "---\n" out
    if (out == want) { print "ok " FILENAME ": " name; return }
    if (update) { print "ok " FILENAME ": " name " (updated)"; return }
    bad = 1
    printf "FAIL %s: %s\n--- want\n%s--- got\n%s", FILENAME, name, want, out
}
/^=== / { run(); name = substr($0, 5); input = want = ""; part = 1; next }
/^---$/ && part == 1 { part = 2; next }
part == 1 { input = input $0 "\n" }
part == 2 { want = want $0 "\n" }
!part { text = text $0 "\n" }
END {
    run()
    if (name == "") { print "FAIL " FILENAME ": holds no case"; bad = 1 }
    if (update) { printf "%s", text > FILENAME; close(FILENAME) }
    exit bad
}
