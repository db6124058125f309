// Makes the two tables of the catalogue from a folder of Engine API facts: see CONTRIBUTING.md.
// Usage: gantry catalogue.groovy FACTS-FOLDER WORDS.tsv OUTPUT-FOLDER

def (facts, words, output) = args.collect { new File(it) }

/** The rows of a table of tab-separated values, each a map by the names in its first line. */
def rows = { File file ->
  def lines = file.readLines('UTF-8').findAll { it && !it.startsWith('#') }
  def names = lines.head().split('\t', -1)
  lines.tail().collect { line -> [names, line.split('\t', -1) as List].transpose().collectEntries() }
}

/** How the answer travels, from the words of the facts' column "stream". */
def answerOf = { String stream ->
  switch (stream) {
    case ~/HIJACK.*/: return 'hijack'
    case ~/UPGRADE.*/: return 'websocket'
    case ~/.*STREAM out: (JSON|concatenated).*/: return 'objects'
    case ~/.*STREAM out: raw.*/: return 'frames'
    case ~/.*STREAM out: tar.*/: return 'tar'
    case ~/LONG-POLL.*/: return 'wait'
    case ~/headers only.*/: return 'headers'
    case ~/text.*/: return 'text'
    case ~/plain JSON \(.*/: return 'slow-json'
    case ~/plain JSON/: return 'json'
    default: return 'empty'
  }
}

/** Reading methods mutate nothing; of the others, those named here only read, or depend on what is sent. */
def mutates = { row ->
  if (row.method in ['GET', 'HEAD']) return row.operation == 'ContainerAttachWebsocket' ? 'stdin' : 'no'
  switch (row.operation) {
    case 'ContainerAttach': return 'stdin'
    case ['ContainerWait', 'SystemAuth', 'ContainerResize', 'ExecResize']: return 'no'
    default: return 'yes'
  }
}

/**
 * Points in time may have a fraction, whatever the definition calls them. A body has one name, "body", and is "binary"
 * where it is a tar. Query parameters whose text is JSON have the type "json".
 */
def structured = ~/query:(filters|buildargs|labels|cachefrom|outputs|ulimits):string/
def parametersOf = { String published, String more ->
  "$published $more".trim().split(/\s+/).findAll().collect { parameter ->
    parameter.replaceFirst(structured, 'query:$1:json')
        .replaceFirst(/^query:(since|until):(integer|string)/, 'query:$1:timestamp')
        .replaceFirst(/^body:\w+:body:string/, 'body:body:binary')
        .replaceFirst(/^body:\w+:body:/, 'body:body:')
  }.join(' ')
}

def ours = rows(words).collectEntries { [it.operation, it] }
def amended = rows(new File(words.parentFile, 'catalogue-schemas.tsv'))
def published = rows(new File(facts, 'schemas.tsv'))
def schemas = (published.collectEntries { [[it.schema, it.field], it] } + amended.collectEntries { [[it.schema, it.field], it] })
    .values().sort { a, b -> a.schema <=> b.schema ?: a.field <=> b.field }
def known = schemas*.schema as Set

/** The schemas of a JSON body: over the versions one and the same object had several names. */
def bodyOf = { row ->
  def type = (row.parameters =~ /body:\w+:body:(\w+)/).with { it ? it[0][1] : 'string' }
  def names = type == 'string' ? [] : [type, row.operation + 'Body'] + ours[row.operation].bodies.split(' ').toList()
  names.findAll { it in known }.join('+')
}

/** A schema without a name of its own has the operation's. */
def responsesOf = { row ->
  row.responses.split(' ').collect { response ->
    def (status, schema) = response.split(':', 2).with { [it.head(), it.size() > 1 ? it[1] : ''] }
    def name = schema.replaceAll(/[\[\]{}]/, '')
    !schema ? status : name == 'string' || name in known ? response : "$status:${row.operation}Response"
  }.join(' ')
}

def columns = ['operation', 'tag', 'method', 'path', 'since', 'until', 'answer', 'mutates', 'credentials', 'does', 'parameters',
    'body', 'responses']
def operations = rows(new File(facts, 'operations.tsv')).sort { it.operation }.collect { row ->
  row + [
    answer: answerOf(row.stream), mutates: mutates(row), does: ours[row.operation].does,
    credentials: (row.registry_auth =~ /^X-Registry-\w+/).with { it ? it.group() : '' },
    parameters: parametersOf(row.parameters, ours[row.operation].parameters), body: bodyOf(row), responses: responsesOf(row),
  ]
}
def write = { String name, List names, List table ->
  new File(output, name).setText(
      ([names] + table.collect { row -> names.collect { row[it] ?: '' } })*.join('\t').join('\n') + '\n', 'UTF-8')
}
def unpublished = rows(new File(words.parentFile, 'catalogue-unpublished.tsv'))
write('operations.tsv', columns, operations)
write('unpublished.tsv', columns, unpublished)
write('schemas.tsv', ['schema', 'field', 'type', 'since', 'until'], schemas)
println "${operations.size()} operations, ${unpublished.size()} unpublished"
