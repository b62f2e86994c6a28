// What is resolved is this and nothing else, all for tests.
List resolved = []
new File(basedir, 'target/resolved.txt').eachLine { line ->
  def artifact = (line.replaceAll('\u001b\\[[0-9;]*m', '') =~ /^ +([^: ]+):([^: ]+):jar:([^: ]+):([^: ]+)/)
  if (artifact.find()) {
    assert artifact.group(4) == 'test': line
    resolved << artifact.group(2)
  }
}
assert resolved.toSorted() == [
  'conv-api', 'conv-direct', 'conv-fft', 'conv-verify',
  'JTransforms', 'JLargeArrays', 'commons-math3',
  'junit-jupiter-api', 'junit-platform-commons', 'junit-platform-engine', 'opentest4j', 'apiguardian-api',
  'jqwik-api', 'jqwik-engine',
  'jackson-databind', 'jackson-core', 'jackson-annotations',
].toSorted(): 'resolved: ' + resolved
