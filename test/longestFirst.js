const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Browser tests first: they are the longest, and wait for a browser and for time to pass while the others compute. Jest itself
 * goes by the size of a file where it does not know how long it took, as on a fresh machine.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ context }) => context.config.displayName?.name === 'browser';
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
