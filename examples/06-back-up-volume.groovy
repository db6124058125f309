// Backs up a volume to a tar: gantry examples/06-back-up-volume.groovy data data.tar
// Needs: an engine. Options: --image NAME (busybox unless given) of a container that lends the volume and never starts.

def options = parseArgs(image: 'busybox', args: 'VOLUME FILE.tar')
def (name, file) = options.args

def volume = docker.volumes[name] // fails here if there is none; a mount would create it
def tar = new File(file)
def part = new File("${file}.part")

def lender = docker.containers.create(options.image, volumes: ["$volume.name:/volume:ro"])
try {
  docker.api.ContainerArchive(id: lender.id, path: '/volume/.').withCloseable { archive ->
    part.withOutputStream { archive.body().transferTo(it) }
  }
  assert part.renameTo(tar) // a file that has its name is whole
} finally {
  part.delete()
  lender.remove()
}
println "$name: ${tar.length()} bytes in $tar"
