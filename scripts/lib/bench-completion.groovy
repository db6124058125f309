// Measures how long Tab takes on an engine with many containers: half of what is asked for, and nearly all of it.
// Needs: an engine with the image busybox. Options: none; how many containers.

import dev.gantry.dsl.Docker
import dev.gantry.script.ScriptBinding
import dev.gantry.shell.commands.CommandCompletion
import dev.gantry.shell.completion.Completion
import java.util.function.Supplier

def options = parseArgs(args: 'CONTAINERS')

def entries = [
  'members': 'docker.containers.',
  'names of containers': "docker.containers['bench-tab-1",
  'names of images': "docker.run('",
  'names of options': "docker.run('busybox', na",
  'values of options': "docker.run('busybox', network: '",
  'keys of filters': 'docker.ps(filters: [st',
  'keys of JSON': "docker.containers['bench-tab-7'].State.",
  'elements of a list': 'docker.ps().findAll { it.running }.each { it.st',
  'in an entry of 100 lines': 'x = 1\n' * 100 + "docker.containers['bench-tab-2",
]
def names = [docker: { docker } as Supplier]
def completion = new Completion(new ScriptBinding(names), [docker: Docker], new CommandCompletion())

def millis = { String text ->
  def start = System.nanoTime()
  completion.after(text)
  (System.nanoTime() - start) / 1e6
}
def row = { String what, List times ->
  printf('%-28s %10.1f %10.1f %10.1f%n', what, times.sort()[times.size().intdiv(2)], times[(times.size() * 95).intdiv(100)], times[-1])
}

def count = options.args[0] as int
def made = (1..count).collect { docker.containers.create('busybox', 'true', name: "bench-tab-$it") }
try {
  entries.values().each { text -> 30.times { millis(text) } }
  printf('%-28s %10s %10s %10s%n', "Tab, $count containers", 'ms p50', 'p95', 'worst')
  def all = []
  entries.each { what, text ->
    def times = (1..100).collect { millis(text) }
    all.addAll(times)
    row(what, times)
  }
  row('all of these', all)
  row('engine asked anew', (1..20).collect { sleep(2100); millis(entries['names of containers']) })
} finally {
  made*.remove(force: true)
}
