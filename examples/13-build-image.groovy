// Builds an image from a text and a script, runs it, and removes it again.
// Needs: an engine with the image busybox. Options: --greeting TEXT (Hello unless given), --keep leaves the image there.

def options = parseArgs(greeting: 'Hello', keep: false)

def dockerfile = '''
  FROM busybox
  ARG GREETING
  COPY greet.sh /
  RUN chmod +x /greet.sh && echo "$GREETING" > /greeting
  CMD ["/greet.sh"]
'''
def script = '''#!/bin/sh
echo "$(cat /greeting) from $(hostname)"
'''

def build = docker.images.build(dockerfile: dockerfile, files: ['greet.sh': script],
  tag: 'example-greeting:1', args: [GREETING: options.greeting], quiet: true)
try {
  print docker.run(build.image, rm: true, hostname: 'example')
} finally {
  if (!options.keep) {
    build.image.remove(force: true)
  }
}
