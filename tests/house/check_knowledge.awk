# Check what no column can say by itself: facts that contradict each other.
#   awk -f tests/house/check_knowledge.awk data/{actors,names,posts,ties}/*.tsv
# Nothing ends before it began; nobody holds one post twice at a time; two actors
# of one country and time have no official name in common, unless it is typed
# `contested`.
FNR == 1 { delete at; table = FILENAME; sub(/\/[^\/]*$/, "", table); sub(/.*\//, "", table) }
/^#/ || !NF { next }
!("source" in at) { for (i = 1; i <= NF; i++) at[$i] = i; next }
"until" in at && cell("since") != "-" && cell("until") != "-" && cell("until") < cell("since") {
    fail("it ends before it begins")
}
table == "actors" {
    id = cell("id"); country[id] = cell("country")
    from[id] = edge(cell("since"), "0"); to[id] = edge(cell("until"), "9")
    if (cell("type") != "person") { called("en", id, cell("en")); called("ar", id, cell("ar")) }
    person[id] = cell("type") == "person"
}
table == "names" && cell("kind") == "contested" {
    contested[cell("actor"), cell("lang"), fold(cell("name"))] = 1
}
table == "names" && cell("kind") == "official" && !person[cell("actor")] {
    called(cell("lang"), cell("actor"), cell("name"))
}
table == "posts" {
    post = cell("person") " " cell("role") " " cell("of")
    since = edge(cell("since"), "0"); until = edge(cell("until"), "9")
    for (i = 1; i <= times[post]; i++)
        if (since < post_until[post, i] && post_since[post, i] < until)
            fail(post " is held twice at a time")
    post_since[post, ++times[post]] = since; post_until[post, times[post]] = until
}
END {
    for (i = 1; i <= n; i++) {
        key = key_of[i]; other = first[key]
        if (!other) { first[key] = i; continue }
        a = who[other]; b = who[i]
        if (a == b || country[a] != country[b] || to[a] < from[b] || to[b] < from[a])
            continue
        if ((a, lang[i], name[i]) in contested && (b, lang[i], name[i]) in contested)
            continue
        print where[i] ": " b " is called \"" name[i] "\", as " a " is"; bad = 1
    }
    exit bad
}
function cell(column) { return split($0, cells, "\t") ? cells[at[column]] : "" }
function edge(day, open) { return day == "-" ? open : day }
function fold(text) { text = tolower(text); gsub(/[^a-z0-9\200-\377]+/, " ", text); sub(/ $/, "", text); return text }
function called(language, actor, list,    names, k, i) {
    k = split(list, names, "|")
    for (i = 1; i <= k; i++)
        if (names[i] != "-") {
            n++; who[n] = actor; lang[n] = language; name[n] = fold(names[i])
            key_of[n] = language SUBSEP name[n]; where[n] = FILENAME ":" FNR
        }
}
function fail(why) { print FILENAME ":" FNR ": " why; bad = 1 }
