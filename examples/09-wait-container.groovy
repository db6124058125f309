// Waits for a container to end: exits as it did, and shows the end of its log if that was an error.
// Needs: an engine. Arguments: NAME; --timeout SECONDS (for ever unless given), --lines N (20 unless given), --rm.

def options = parseArgs(timeout: 0, lines: 20, rm: false, args: 'NAME')

def container = docker.containers[options.args[0]]
def status = options.timeout ? container.waitFor(timeout: options.timeout) : container.waitFor()

if (status != 0) {
  println "$container.name ended with $status; the last it said:"
  container.logs(tail: options.lines).lines.each { println "  $it" }
}
if (options.rm) container.remove()
exit(status)
