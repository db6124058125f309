// Makes many calls of every kind, and tells how many files and connections are open before and after.
// Needs: an engine with the image busybox. Options: none; how many calls.

def options = parseArgs(args: 'CALLS')

def open = {
  def links = new File('/proc/self/fd').list().collect { new File("/proc/self/fd/$it") }
  def sockets = links.count { link ->
    try {
      java.nio.file.Files.readSymbolicLink(link.toPath()).toString().startsWith('socket:')
    } catch (IOException gone) {
      false
    }
  }
  "${links.size()} files, $sockets of them sockets"
}

def box = docker.run('busybox', 'sh', '-c', 'while :; do echo tick; sleep 1; done', name: 'bench-ticks', detach: true, init: true)
def kinds = [
  { docker.ping() },
  { docker.ps(all: true) },
  { box.inspect() },
  { try { docker.containers['bench-nobody'] } catch (dev.gantry.engine.NotFoundException missing) { } },
  { box.logs(follow: true).withCloseable { it.next() } },
  { docker.events(since: '1s').close() },
  { box['/etc/passwd'].text },
]
try {
  def turn = { count -> (0..<count).each { kinds[it % kinds.size()]() } }
  turn(100)
  println "after 100 calls: ${open()}"
  turn((options.args[0] as int) - 100)
  println "after ${options.args[0]} calls: ${open()}"
} finally {
  box.remove(force: true)
}
