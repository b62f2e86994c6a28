// What the author of a wrong convolver reads, in the output of Maven.
// The assertions have messages, because without them Groovy would print the whole log.
String log = new File(basedir, 'build.log').text

// The law: its identifier, its sentence, and in one line what is wrong.
int law = log.indexOf('[exact] Every element is within the bound of the claimed accuracy class of the exact result.')
assert law >= 0: 'the law is not told'
String message = log.substring(law)
assert message =~ /against the exact result: at index \[\d+\] error [\d.E+-]+, allowed [\d.E+-]+/: 'what is wrong is not told'

// The counterexample.
def array = { String label ->
  def line = (message =~ /(?m)^ +${label} +\[([^\]]*)\]   float64\(\d+,\)$/)
  assert line.find(): "no $label"
  line.group(1).trim().split(/\s+/).collect { it as double }
}
List in1 = array('in1')
List in2 = array('in2')
List expected = array('expected')
List got = array('got')
assert message =~ /(?m)^ +mode +FULL$/: 'no mode'

// It is one: what was expected is the convolution, and what came is the correlation.
def full = { List x, List h ->
  (0..<(x.size() + h.size() - 1)).collect { n ->
    (0..<h.size()).sum { k -> n - k in 0..<x.size() ? h[k] * x[n - k] : 0.0d } as double
  }
}
def same = { List a, List b -> a.size() == b.size() && (0..<a.size()).every { Math.abs(a[it] - b[it]) < 1e-9 } }
assert same(expected, full(in1, in2))
assert same(got, full(in1, in2.reverse()))
assert !same(expected, got)
assert in1.size() + in2.size() <= 4 // shrunk

// What makes the check again.
assert message =~ /(?m)^ +replay +exact\/float64\/\S+$/: 'no token'

// Maven says which tests failed, and fails.
assert log =~ /(?m)^.*\[ERROR\] Tests run: \d{4,}, Failures: [1-9]\d*, Errors: 0, Skipped: \d+$/: 'no count of failures'
assert log.contains('BUILD FAILURE'): 'Maven did not fail'
assert log.contains('There are test failures.'): 'Maven failed for another reason'
