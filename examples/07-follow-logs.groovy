// Follows the logs of several containers, each line behind its container's name, until all of them end.
// Needs: an engine. Arguments: NAME…, or --label NAME[=VALUE] (repeatable); --tail N (10 unless given).

import java.util.concurrent.Executors

def options = parseArgs(label: [], tail: 10, args: [])

def containers = options.args
    ? options.args.collect { docker.containers[it] }
    : docker.ps(filters: options.label ? [label: options.label] : [:])
if (!containers) {
  log.warn 'no running container fits'
  exit(1)
}

def width = containers*.name*.size().max()
def pool = Executors.newFixedThreadPool(containers.size())
def followers = containers.collect { container ->
  pool.submit {
    container.logs(follow: true, tail: options.tail) { line, stream ->
      println "${container.name.padRight(width)} ${stream == 'err' ? '!' : '|'} $line"
    }
  }
}
try {
  followers*.get() // an error of one is an error of the script
} finally {
  pool.shutdownNow()
}
