// Restarts containers that are unhealthy or have ended with an error, and waits until they run again.
// Needs: an engine. Options: --label NAME[=VALUE] (repeatable), --timeout SECONDS (30 unless given), --dry-run.

def options = parseArgs(label: [], timeout: 30, dryRun: false)

def list = { Map conditions ->
  docker.containers.list(all: true, filters: conditions + (options.label ? [label: options.label] : [:]))
}
def broken = list(health: 'unhealthy') + list(status: 'exited').findAll { it.exitCode != 0 }

broken.each { container ->
  def why = container.running ? 'unhealthy' : "exited with $container.exitCode"
  if (options.dryRun) {
    println "would restart $container.name ($why)"
    return
  }
  container.restart()
  container.waitFor(container.health == 'none' ? 'running' : 'healthy', timeout: options.timeout)
  println "restarted $container.name ($why)"
}
if (!broken) println 'nothing to restart'
