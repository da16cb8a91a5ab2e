# Check that every #include in src/ and app/ follows LAYERS.
#   awk -f tests/house/check_layers.awk LAYERS $(find src app include -name '*.[ch]')
# A module may include itself, the modules LAYERS gives it, and nothing else;
# LAYERS may only name modules listed above, so the graph cannot have a cycle.
# The public header is for app/, and for the modules of src/ that LAYERS gives
# "ahd.h" because they write its functions. It includes only its parts, which
# nobody else includes, and what is installed with it. A test in src/ may set up its document with any module. app/ sees base/, "ahd.h" and app/, whatever LAYERS says.
FILENAME ~ /LAYERS$/ {
    sub(/#.*/, ""); if (!NF) next
    module = $1; sub(/:$/, "", module)
    for (i = 2; i <= NF; i++) {
        if (!($i in known) && $i != "ahd.h")
            fail(FILENAME, FNR, $i " is not a lower module")
        allowed[module, $i] = 1
    }
    known[module] = allowed[module, module] = 1
    next
}
FNR == 1 {
    name = FILENAME; sub(/^\.\//, "", name)
    split(name, path, "/"); area = path[1]; from = path[2]
    in_area[from] = area
    if (area != "include" && !(from in known))
        fail(FILENAME, FNR, from " is not in LAYERS")
}
/^[ \t]*#[ \t]*include[ \t]+"/ {
    split($0, quoted, "\""); target = quoted[2]
    if (target == "test.h" && name ~ /_test\.c$/) next
    if (target ~ /\.\./) fail(FILENAME, FNR, "must not climb with ..")
    if (area == "include") {
        if (target !~ /^(base\/(api|str|buf|error)|ahd_[a-z]+)\.h$/)
            fail(FILENAME, FNR, "the public header must not include " target)
        next
    }
    if (target ~ /^ahd_/) fail(FILENAME, FNR, target " is a part of ahd.h")
    if (target == "ahd.h") {
        if (area != "app" && !((from, "ahd.h") in allowed))
            fail(FILENAME, FNR, from " must not include ahd.h")
        next
    }
    if (target !~ /\//) next                    # own folder
    if (area == "src" && name ~ /_test\.c$/) next
    sub(/\/.*/, "", target)
    uses[FILENAME ":" FNR] = area " " from " " target
    if ((from in known) && !((from, target) in allowed))
        fail(FILENAME, FNR, from " must not include " target)
}
function fail(file, line, why) { print file ":" line ": " why; bad = 1 }
END {
    for (at in uses) {
        split(uses[at], use, " ")
        if (use[1] == "app" && use[3] != "base" && in_area[use[3]] != "app") {
            print at ": app must not include " use[3]; bad = 1
        }
    }
    exit bad
}
