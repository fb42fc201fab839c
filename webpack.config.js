const { join } = require('node:path');

/**
 * Added by pcf-scripts to its own configuration (feature `pcfAllowCustomWebpack` in featureconfig.json).
 *
 * axios carries an adapter for `XMLHttpRequest` and one for `fetch`, and takes the first that the place has. Every
 * browser has the first, so the second would only be downloaded: about 2 KB of each control, gzipped.
 */
module.exports = {
  resolve: {
    alias: { [join(__dirname, 'node_modules/axios/lib/adapters/fetch.js')]: false },
  },
};
