// The tests really ran, and none failed.
File[] files = new File(basedir, 'target/surefire-reports').listFiles({ dir, name ->
  name ==~ /TEST-.*\.xml/
} as FilenameFilter)
assert files.length == 1
def suite = new groovy.xml.XmlSlurper().parse(files[0])
int tests = suite.@tests.toInteger()
int failures = suite.@failures.toInteger()
int errors = suite.@errors.toInteger()
int skipped = suite.@skipped.toInteger()
// With messages, because without them Groovy would print every test.
assert suite.@name.text() == 'com.example.DirectSumTest': 'not the test of the convolver'
assert tests > 4000: "$tests tests"
assert failures == 0: "$failures failures"
assert errors == 0: "$errors errors"

// Skipped is what is not claimed, other types and higher ranks; the rest passed.
int passed = suite.testcase.findAll { it.skipped.isEmpty() }.size()
assert passed > 400: "$passed passed"
assert passed + skipped == tests: "$passed passed and $skipped skipped of $tests"
