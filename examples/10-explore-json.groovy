// Explores the engine's own JSON: asks any path, as curl would, and prints it as lines to search.
// Needs: an engine. Arguments: PATH (/info unless given); --match REGEX, --at POINTER (such as /Plugins/Volume), --save FILE.json.

def options = parseArgs(match: '.', at: '', save: '', args: [])
def path = options.args ? options.args[0] : '/info'

def answer = docker.get(path).at(options.at)

if (options.save) {
  println "saved as ${answer.save(options.save)}"
} else {
  answer.paths().grep(~/(?i).*${options.match}.*/).each { println it }
}
