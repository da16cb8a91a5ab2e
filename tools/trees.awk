# models/article/trees.tsv as C: two arrays of ahd_tree and their biases.
#     look  splits (column:row:above, by spaces)  leaves (by spaces)
#     look  bias  number
BEGIN { FS = "\t" }
/^#/ || NF < 3 || $1 == "look" { next }
$2 == "bias" { bias[$1] = $3; next }
{
    n = split($2, splits, " ")
    row = "    {{"
    for (i = 1; i <= n; i++) {
        split(splits[i], part, ":")
        row = row "{" part[1] ", " part[2] ", " part[3] ", 0}, "
    }
    n = split($3, leaves, " ")
    row = row "}, {"
    for (i = 1; i <= n; i++)
        row = row leaves[i] ", "
    trees[$1] = trees[$1] row "}},\n"
}
END {
    for (look in trees) {
        printf "static const ahd_tree %s_trees[] = {\n%s};\n", look, trees[look]
        printf "enum { %s_BIAS = %d };\n", toupper(look), bias[look]
    }
}
