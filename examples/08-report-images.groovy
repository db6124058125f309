// Reports all images as CSV, the largest first: name, id, size in bytes, age in days, number of layers.
// Needs: an engine. Options: --output FILE.csv (to the screen unless given).

import java.time.Duration
import java.time.Instant

def options = parseArgs(output: '')

def report = docker.images.list().sort { -it.size }.collect { image ->
  [
    name  : image.tags.join(' ') ?: '<none>',
    id    : image.shortId,
    bytes : image.size,
    days  : image.created ? Duration.between(image.created, Instant.now()).toDays() : null,
    layers: (image.RootFS.Layers ?: []).size(),
  ]
}

if (options.output) {
  println "${report.size()} images in ${report.save(options.output)}"
} else {
  print report.csv()
}
