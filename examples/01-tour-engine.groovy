// A first tour: looks at an engine, runs and inspects containers, makes images, and cleans up after itself.
// Needs: an engine. Options: --rootfs TAR (a base image to import; without it busybox, which is pulled if missing).

def options = parseArgs(rootfs: '')

/** Each line is shown as it would be typed in the shell, then done; a line with # is a heading. */
def tour = { String steps ->
  steps.readLines()*.trim().findAll().each { line ->
    if (line.startsWith('#')) {
      println "\n$line"
    } else {
      println "\ngantry> $line"
      def value = evaluate(line)
      if (value != null) println value
    }
  }
}

def busyboxWasHere = docker.images.list(filters: [reference: 'busybox:latest'])
try {
  if (options.rootfs) {
    base = docker.images.importImage(options.rootfs, name: 'gantry-tour:base')
  } else {
    base = busyboxWasHere ? docker.images['busybox'] : docker.images.pull('busybox')
  }
  base.tag('gantry-tour:1')

  tour '''
    # What is this engine?
    docker.version.subMap('Version', 'ApiVersion', 'Os', 'Arch').tree()
    docker.info.subMap('Name', 'NCPU', 'Containers', 'Images').tree()
    # Images
    docker.images.list(filters: [reference: 'gantry-tour']).table('REPOSITORY', 'TAG', 'IMAGE ID', 'SIZE')
    base.Architecture
    # Run a command and take its output: text, both streams and the exit status
    hello = docker.run('gantry-tour:1', 'echo', 'Hello from a container', rm: true)
    docker.run('gantry-tour:1', 'sh', '-c', 'echo out; echo err >&2; exit 3', rm: true).json()
    # Keep one running, and look at it from all sides
    web = docker.run('gantry-tour:1', 'sh', '-c', 'echo ready; exec sleep 600', name: 'gantry-tour', detach: true, init: true, labels: ['gantry-tour': 'web'], memory: '64m')
    docker.ps(filters: [label: 'gantry-tour=web']).table('NAME', 'IMAGE', 'STATUS', 'COMMAND')
    web.State.Status
    web.inspect().paths().findAll { it =~ /Memory = |Labels|StartedAt/ }.join('\\n')
    web.logs(tail: 1)
    web.exec('sh', '-c', 'date > /tmp/now; ls /tmp').lines
    web.diff()*.Path
    # Stop it, start it again, wait for it
    web.stop(timeout: 2.s).status
    web.start().waitFor('running', timeout: 10.s).status
    # Clean up: the container, then the names given to the image
    web.remove(force: true)
    docker.images['gantry-tour:1'].untag('gantry-tour:1')*.Untagged.findAll()
    docker.ps(all: true, filters: [label: 'gantry-tour']).size()
  '''

  println '\nThat was it; nothing is left behind. This tour is a script of its own: read it, change it.'
} finally {
  docker.ps(all: true, filters: [label: 'gantry-tour'])*.remove(force: true)
  docker.images.list(filters: [reference: 'gantry-tour']).each { image ->
    image.tags.findAll { it.startsWith('gantry-tour:') }.each { image.untag(it) }
  }
  if (!busyboxWasHere && !options.rootfs) docker.images.list(filters: [reference: 'busybox:latest'])*.remove()
}
