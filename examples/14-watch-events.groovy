// Prints what happens to a container, from ten minutes ago on, until it is removed: gantry examples/14-watch-events.groovy web
// Needs: an engine. Options: --until ACTION (destroy unless given), --since MOMENT (10m unless given).

def options = parseArgs(until: 'destroy', since: '10m', args: 'NAME')

docker.events(since: options.since, filters: [type: 'container', container: options.args[0]]).withCloseable { events ->
  for (event in events) {
    println "$event.time $event.action ${event.attributes.exitCode ?: ''}".trim()
    if (event.action == options.until) {
      break
    }
  }
}
