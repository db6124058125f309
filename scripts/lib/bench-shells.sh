# shellcheck shell=bash
# shellcheck disable=SC2154 # root and results are set by scripts/bench
# Sourced by scripts/bench: how long a person waits for the prompt and for the first answer, and the memory then, beside
# groovysh, jshell and IPython. All in one run, in turns.

need_shells() {
  need python3 python3
  python3 -c 'import IPython' 2>/dev/null || need ipython3 ipython3
  need mvn maven
}

measure_shells() {
  local java groovysh=target/bench/groovysh
  fetch_groovysh "$groovysh"
  java=$(newest_java)
  XDG_STATE_HOME=$PWD/$results/state time_shells "${SHELL_RUNS:-7}" \
    gantry 'gantry:1> ' scripts/gantry -- \
    'gantry --jshell' 'jshell> $' scripts/gantry --jshell -- \
    jshell 'jshell> $' "$java/bin/jshell" -- \
    'groovysh 5.0.7' 'groovy> $' "$java/bin/java" -cp "$groovysh/lib/*" org.apache.groovy.groovysh.Main -- \
    IPython 'In \[1\]: $' "$(python3 -c 'import sys; print(sys.executable)')" -m IPython >"$results/shells.csv"
}

# fetch_groovysh FOLDER: it is not shipped, and no part of the build.
fetch_groovysh() {
  [[ ! -d $1/lib ]] || return 0
  mkdir -p "$1"
  cat >"$1/pom.xml" <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>groovysh</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.groovy</groupId><artifactId>groovy-groovysh</artifactId><version>5.0.7</version>
    </dependency>
  </dependencies>
</project>
XML
  mvn -q -B -f "$1/pom.xml" dependency:copy-dependencies -DoutputDirectory=lib
}

# The JDK that scripts/gantry takes.
newest_java() {
  scripts/gantry -e 'System.getProperty("java.home")'
}

print_shells() {
  awk -F, '
    BEGIN { printf "%-24s %10s %10s %10s %10s\n", "shells, medians", "prompt ms", "answer ms", "MiB", "x gantry" }
    NR == 1 { ours = $2 }
    { printf "%-24s %10.0f %10.0f %10.0f %10.2f\n", $1, $2 * 1000, $3 * 1000, $4, $2 / ours }
  ' "$results/shells.csv"
}

# time_shells RUNS NAME PROMPT COMMAND... [-- NAME PROMPT COMMAND...]...
# Starts shells in turns on a terminal that answers what terminals are asked at a start. When the prompt (a regular
# expression) is seen, 1+1 is typed; its answer ends the run. Prints for each: name, median seconds to the prompt, median
# seconds to the answer, median MiB of resident memory of all its processes then.
time_shells() {
  python3 - "$@" <<'PYTHON'
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import termios
import time

PATIENCE = 60
ESCAPES = re.compile(rb"\x1b(\[[0-9;?>=<]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[()][A-Z0-9]|[=>78])")
QUESTIONS = [
    (re.compile(rb"\x1b\[6n"), lambda found: b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[c"), lambda found: b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[\?(\d+)\$p"), lambda found: b"\x1b[?" + found.group(1) + b";0$y"),
]


class Terminal:
    def __init__(self, command):
        self.began = time.monotonic()
        self.child, self.master = pty.fork()
        if self.child == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execvp(command[0], command)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.screen = b""
        self.answered = 0

    def seconds_to(self, wanted, since=0):
        """Reads until that is on the screen, and gives the time since the start."""
        while True:
            if wanted.search(ESCAPES.sub(b"", self.screen[since:])):
                return time.monotonic() - self.began
            if time.monotonic() - self.began > PATIENCE:
                raise SystemExit(f"bench: no {wanted.pattern!r} in {self.screen[-500:]!r}")
            if select.select([self.master], [], [], 0.5)[0]:
                self.screen += os.read(self.master, 65536)
                self.answer()

    def answer(self):
        asked = self.screen[self.answered:]
        for question, reply in QUESTIONS:
            for found in question.finditer(asked):
                os.write(self.master, reply(found))
        self.answered = len(self.screen)

    def type(self, text):
        os.write(self.master, text)
        return len(self.screen)

    def memory(self):
        """MiB of the child and all below it."""
        parents = {}
        for entry in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{entry}/status") as status:
                    facts = dict(line.split(":", 1) for line in status)
            except OSError:
                continue
            parents[int(entry)] = (int(facts["PPid"]), int(facts.get("VmRSS", "0 kB").split()[0]))
        family, grown = {self.child}, True
        while grown:
            more = {pid for pid, (parent, _) in parents.items() if parent in family} - family
            grown = bool(more)
            family |= more
        return sum(parents[pid][1] for pid in family if pid in parents) / 1024

    def end(self):
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        os.close(self.master)


def run(prompt, command):
    terminal = Terminal(command)
    try:
        ready = terminal.seconds_to(re.compile(prompt.encode()))
        typed = terminal.type(b"1+1\r")
        answered = terminal.seconds_to(re.compile(rb"(?m)^(\S.*)?\b2\s*$"), typed)
        return ready, answered, terminal.memory()
    finally:
        terminal.end()


def shells(words):
    shell = []
    for word in words + ["--"]:
        if word == "--":
            yield shell[0], shell[1], shell[2:]
            shell = []
        else:
            shell.append(word)


def main():
    runs, all_shells = int(sys.argv[1]), list(shells(sys.argv[2:]))
    figures = {name: [] for name, _, _ in all_shells}
    for turn in range(runs + 1):
        for name, prompt, command in all_shells:
            figure = run(prompt, command)
            if turn > 0:  # the first one fills the caches of the disk
                figures[name].append(figure)
    for name, found in figures.items():
        print(name, *(f"{statistics.median(column):.3f}" for column in zip(*found)), sep=",")


main()
PYTHON
}
