import pino, { type DestinationStream, type Logger } from 'pino';

/** What stands where a secret stood. */
const struckOut = '[secret]';

/** Every place where a library may put credentials into what it logs. */
const redactedPaths = [
  'authorization',
  'headers.authorization',
  'req.headers.authorization',
  'request.headers.authorization',
  'access_token',
  'client_secret',
  'subject_token',
];

function escapedForJson(secret: string): string {
  return JSON.stringify(secret).slice(1, -1);
}

/**
 * The gateway's log: one JSON object a line. Whatever is logged, and wherever it comes from, the secrets are struck
 * out of the finished line.
 * @param secrets the values that must never be seen
 * @param destination default: standard output
 */
export function gatewayLog(
  level: string,
  secrets: readonly string[],
  destination?: DestinationStream,
): Logger {
  const written = [...new Set(secrets.flatMap((secret) => [secret, escapedForJson(secret)]))].filter(
    (secret) => secret !== '',
  );
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: redactedPaths, censor: struckOut },
    hooks: {
      streamWrite: (line) => written.reduce((text, secret) => text.replaceAll(secret, struckOut), line),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
