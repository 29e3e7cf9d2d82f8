// mocha's spec reporter, then what was left out with its reason, then the closing line that CI reads.
const { reporters, Runner } = require('mocha')

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    const leftOut = []
    runner.on(Runner.constants.EVENT_TEST_PENDING, (test) => leftOut.push(test.fullTitle()))
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures } = runner.stats
      for (const title of leftOut) console.log(`left out: ${title}`)
      console.log(`\n${passes} passed, ${failures} failed, ${leftOut.length} skipped`)
    })
  }
}
