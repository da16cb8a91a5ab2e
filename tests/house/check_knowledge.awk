# Check what no column can say by itself: facts that contradict each other.
#   awk -f tests/house/check_knowledge.awk data/{actors,names,posts,ties,agreements,
#       effective,commitments,exceptions,relations,values,texts,parties}/*.tsv
# An agreement comes into force on its day or later; what counts from that day
# has one; exceptions are of a commitment; relations, fields and states are known
# words; a text tells where it stands or who knows of it. Nothing ends before it
# began; nobody holds one post twice at a time; two actors
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
table == "agreements" { made[cell("id")] = cell("precision") == "day" ? cell("date") : "0" }
table == "effective" {
    if (cell("date") < before(made[cell("agreement")])) fail("it is in force before it was made")
    if (cell("agreement") in force) fail("it has two days of coming into force; the second goes into values")
    force[cell("agreement")] = 1
}
table == "commitments" {
    clause[cell("agreement"), cell("n")] = 1
    if (cell("deadline") ~ /^effective/) { counts[cell("agreement")] = FILENAME ":" FNR }
}
table == "exceptions" && !((cell("agreement"), cell("n")) in clause) { fail("there is no such commitment") }
table == "relations" && !known(cell("type"), relation_types) { fail("unknown relation \"" cell("type") "\"") }
table == "relations" && cell("agreement") == cell("other") { fail("it is related to itself") }
table == "values" {
    split(cell("field"), part, " ")
    if (!known(part[1], fields)) fail("unknown field \"" part[1] "\"")
}
table == "parties" && !known(cell("state"), states) { fail("unknown state \"" cell("state") "\"") }
table == "texts" && cell("at") == "-" && cell("source") == "-" { fail("neither a place nor a source") }
END {
    for (a in counts)
        if (!(a in force)) { print counts[a] ": it counts from a day that effective does not have"; bad = 1 }
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
BEGIN {
    relation_types = " aligned_with amends annex_of based_on conflicts endorsed_by endorses extends follows implemented_by" \
        " implements monitored_under opposes part_of precedes reaffirms refers_to replaces supersedes supplements supports "
    fields = " clauses date deadline effective end kind name parties place ratified signatories "
    states = " - signed initialled verbal absent withdrew "
}
function known(word, words) { return index(words, " " word " ") > 0 }
# The day before, so that what begins at midnight may: only its last digits.
function before(day) { return day ~ /-(0[2-9]|[1-3][0-9])$/ ? substr(day, 1, 8) sprintf("%02d", substr(day, 9) - 1) : day }
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
