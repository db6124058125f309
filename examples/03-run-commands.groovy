// Runs one command in several images at the same time, and collects output and exit status in a table.
// Needs: an engine. Arguments: COMMAND…; --image NAME (repeatable; busybox unless given). Exits with 1 if a command failed.

import java.util.concurrent.Executors

def options = parseArgs(image: [], args: [])
def command = options.args ?: ['uname', '-s']
def images = options.image ?: ['busybox']

def pool = Executors.newFixedThreadPool(images.size())
def runs = images.collect { image -> pool.submit { docker.run(image, command, rm: true, network: 'none') } }
pool.shutdown()

def rows = [images, runs].transpose().collect { image, run ->
  def result = run.get()
  [image: image, exit: result.exitCode, out: result.out.trim(), err: result.err.trim()]
}
println rows.table()
exit(rows.every { it.exit == 0 } ? 0 : 1)
