// Removes dangling images (those without a name) that are older than some days; only shows them without --yes.
// Needs: an engine. Options: --days N (30 unless given), --yes.

import java.time.Instant

def options = parseArgs(days: 30, yes: false)

def limit = Instant.now() - options.days.d
def old = docker.images.list(filters: [dangling: true]).findAll { it.created <= limit }

if (!old) {
  println "no dangling image is older than $options.days days"
  return
}
println old.table('IMAGE ID', 'CREATED', 'SIZE')
def sum = "${old.size()} images, ${old.sum { it.size }} bytes"

if (options.yes) {
  old*.remove()
  println "removed: $sum"
} else {
  println "--yes removes them: $sum"
}
