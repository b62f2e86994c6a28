// The properties really ran, as often as asked for, and none failed.
def suite = { String name ->
  File file = new File(basedir, "target/surefire-reports/TEST-com.example.${name}.xml")
  assert file.exists(): "$name did not run"
  return new groovy.xml.XmlSlurper().parse(file)
}
def laws = suite('FullSumTest')
int tests = laws.@tests.toInteger()
int failures = laws.@failures.toInteger()
int errors = laws.@errors.toInteger()
int skipped = laws.@skipped.toInteger()
// With messages, because without them Groovy would print every test.
assert tests > 50: "$tests properties"
assert failures == 0: "$failures failures"
assert errors == 0: "$errors errors"

// Skipped is what is not claimed, other types and higher ranks; the rest passed.
def reasons = laws.testcase.skipped.collect { it.@message.text() }
assert skipped == reasons.size(): "$skipped skipped, and ${reasons.size()} reasons"
assert skipped > 5 && tests - skipped > 30: "$skipped skipped of $tests"
assert reasons.every { it.startsWith('not claimed: ') }: "reasons $reasons"

def own = suite('DifferencesTest')
assert own.@tests.toInteger() == 1: 'not the property of the user'
assert own.@failures.toInteger() + own.@errors.toInteger() == 0: 'it failed'

File log = new File(basedir, 'build.log')
assert log.text.contains('tries = 50 '): 'jqwik did not take its setting'
