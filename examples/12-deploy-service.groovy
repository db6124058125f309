// Deploys a service, updates it task by task, shows its logs and removes it; starts a swarm for that if there is none.
// Needs: an engine. Options: --name NAME, --replicas N, --timeout SECONDS; --advertise and --listen ADDRESS for the swarm.

def options = parseArgs(name: 'colours', replicas: 2, timeout: 120, advertise: '', listen: '')

def swarm = docker.swarm
def ours = !swarm.active
if (ours) swarm.init(advertiseAddr: options.advertise ?: null, listenAddr: options.listen ?: null)
try {
  def service = docker.services.create('busybox', 'sh', '-c', 'echo $COLOUR; exec sleep 600') {
    name = options.name; replicas = options.replicas; init = true
    env = [COLOUR: 'blue']
    noResolveImage = true // the image is here: no registry is asked for its digest
  }
  try {
    service.waitFor('converged', timeout: options.timeout)
    println docker.services.list(filters: [name: options.name])

    service.update(env: [COLOUR: 'green'], updateOrder: 'start-first', updateMonitor: '1s')
    service.waitFor('converged', timeout: options.timeout)
    println service.ps()
    service.logs(taskNames: true) { line -> println line }
  } finally {
    service.remove()
  }
} finally {
  if (ours) swarm.leave(force: true, yes: true)
}
