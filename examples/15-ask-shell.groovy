// Talks with one shell in a container, line by line: gantry examples/15-ask-shell.groovy web 'cd /etc' 'pwd' 'wc -l < passwd'
// Needs: a running container that has sh. Options: none.

def options = parseArgs(args: [])
if (options.args.size() < 2) {
  throw new IllegalArgumentException('name a container, and the lines to say to its shell')
}
def (name, lines) = [options.args[0], options.args.drop(1)]

def shell = docker.containers[name].exec('sh', stream: true, interactive: true)
shell.withCloseable {
  lines.each { line -> shell << "$line; echo .\n" }
  shell.endInput()
  shell.lines.findAll { it != '.' }.each { println it }
  exit(shell.exitCode)
}
