// Lists containers by label as a table: gantry examples/02-list-containers.groovy --label tier=web
// Needs: an engine. Options: --label NAME[=VALUE] (repeatable, all must match), --all (stopped ones too).

def options = parseArgs(label: [], all: false)

def containers = docker.containers.list(all: options.all, filters: options.label ? [label: options.label] : [:])

def rows = containers.collect { container ->
  [
    name  : container.name,
    image : container.image,
    status: container.Status,
    labels: container.labels.collect { name, value -> "$name=$value" }.sort().join(' '),
  ]
}
println rows.table('name', 'status', 'image', 'labels')
