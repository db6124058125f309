// Copies a file or folder out of all containers with a label: gantry examples/11-copy-files.groovy /etc/passwd
// Needs: an engine. Options: --label NAME (backup unless given), --to FOLDER, which gets a folder for each container.

def options = parseArgs(label: 'backup', to: 'copies', args: 'PATH')
def path = options.args[0]

for (c in docker.ps(all: true, filters: [label: options.label])) {
  if (!c[path].exists) {
    println "$c.name: no $path"
    continue
  }
  def folder = new File("$options.to/$c.name")
  folder.mkdirs()
  println "$c.name: ${c.copyFrom(path, folder)}"
}
