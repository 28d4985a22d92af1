#!/bin/sh
# bench_match.sh MAKE BENCH BEST FAMILY MENTEES MENTORS CANDIDATES CAPACITY: makes one input in a
# temporary folder, solves it and prints the figures beside those of the field's best solver.
set -eu
make=$1 bench=$2 best=$3
shift 3
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT INT TERM
"$make" "$@" 1 "$dir/candidates.csv" "$dir/capacity.csv"
echo "$*: $("$bench" "$dir/candidates.csv" "$dir/capacity.csv")  (best known: $best)"
