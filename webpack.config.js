const { join } = require('node:path');

/**
 * Added by pcf-scripts to its own configuration (feature `pcfAllowCustomWebpack` in featureconfig.json).
 *
 * axios carries an adapter for `XMLHttpRequest` and one for `fetch`, and takes the first that the place has. Every
 * browser has the first, so the second would only be downloaded: about 2 KB of each control, gzipped. Its list of names for
 * HTTP's status codes is only handed on to whoever asks axios for it, which nobody does here: about 1 KB more. Nobody sends forms,
 * watches progress or holds one of axios's old cancel tokens either: bodies are texts, and what ends a request is a signal.
 */
module.exports = {
  resolve: {
    alias: {
      [join(__dirname, 'node_modules/axios/lib/adapters/fetch.js')]: false,
      [join(__dirname, 'node_modules/axios/lib/helpers/HttpStatusCode.js')]: false,
      [join(__dirname, 'node_modules/axios/lib/helpers/formDataToJSON.js')]: false,
      [join(__dirname, 'node_modules/axios/lib/helpers/toFormData.js')]: false,
      [join(__dirname, 'node_modules/axios/lib/helpers/toURLEncodedForm.js')]: false,
      [join(__dirname, 'node_modules/axios/lib/cancel/CancelToken.js')]: false,
      [join(__dirname, 'node_modules/axios/lib/helpers/progressEventReducer.js')]: false,
    },
  },
};
