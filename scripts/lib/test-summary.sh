# shellcheck shell=bash
# Sourced by scripts/test: the summary, from what the steps noted and from the reports of surefire.

NOTES=() FAILED=''

note() { NOTES+=("$(printf '%-12s %s' "$1" "$2")"); }

fail() {
  FAILED=yes
  note "$1" "$2"
}

reports() { cat target/surefire-reports/TEST-*.xml 2>/dev/null || true; }

# The numbers of all test classes: run, failed, skipped.
counts() {
  reports | awk '
    function number(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
    /<testsuite / { run += number("tests"); failed += number("errors") + number("failures"); skipped += number("skipped") }
    END { print run + 0, failed + 0, skipped + 0 }'
}

# How many of the tests that take an engine got one.
count_on_engines() {
  reports | awk '/<testcase /{ on_engine = /name="[^"]*TestEngine/; n += on_engine } /<skipped/{ n -= on_engine } END { print n + 0 }'
}

# How often, and why: a reason is in an attribute, or begins the text of an exception.
skip_reasons() {
  reports | sed -nE 's/.*<skipped .*message="([^"]*)".*/\1/p; t; s/.*<skipped .*CDATA\[(.*)/\1/p' \
    | sed -E 's/^[A-Za-z0-9_.]+: //; s/Assumption failed: //; s/&quot;/"/g; s/&apos;/'\''/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' \
    | sort | uniq -c
}

failed_tests() {
  reports | awk '
    /<testcase /{ match($0, "name=\"[^\"]*"); name = substr($0, RSTART + 6, RLENGTH - 6)
      match($0, "classname=\"[^\"]*"); class = substr($0, RSTART + 11, RLENGTH - 11) }
    /<(failure|error)[ >]/ { print class "." name }'
}

# Of all forks.
engines_used() {
  local used
  used=$(cat target/test-engines/*.txt 2>/dev/null | sort -u)
  printf "%s\n" "${used:-none was asked for}" | sed "s/\t/  /"
}

list_under() {
  local title=$1 line
  while IFS= read -r line; do
    note "$title" "$line"
    title=''
  done
}

note_tests() {
  local run failed skipped
  read -r run failed skipped < <(counts)
  note tests "$run run, $failed failed, $skipped skipped, $(count_on_engines) of them on real engines"
  ((run > 0)) || fail tests "none was run"
  list_under failed < <(failed_tests)
  list_under skipped < <(skip_reasons)
  list_under engines < <(engines_used)
}

# summarize JAVA_HOME: exits with 1 when something failed.
summarize() {
  local line
  note_tests
  note java "$(sed -nE 's/^JAVA_RUNTIME_VERSION="(.*)"/\1/p' "$1/release")"
  note time "$((SECONDS / 60)) min $((SECONDS % 60)) s"
  printf '\n%s\n' "== summary"
  printf '%s\n' "${NOTES[@]}"
  if [[ $FAILED ]]; then
    echo "FAILED"
    exit 1
  fi
  echo "all is well"
}
