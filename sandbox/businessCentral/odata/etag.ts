import { createHash } from 'node:crypto';

/**
 * The etag of a record, in the form that Business Central gives it: base64 of `'19;<19 digits>1;00;'`, where the
 * digits stand for the record's version.
 * @param identity what sets the record apart from all others
 */
export function etagOf(identity: string, rowVersion: number): string {
  const digest = createHash('sha1').update(`${identity}\u0000${rowVersion}`).digest();
  const digits = String(10n ** 18n + (digest.readBigUInt64BE(0) % (9n * 10n ** 18n)));
  const content = Buffer.from(`'${digits.length};${digits}1;00;'`).toString('base64');
  return `W/"${content}"`;
}

/** Whether the value of an If-Match header is an etag at all, or `*`. */
export function isEtag(header: string): boolean {
  return header === '*' || /^W\/"[A-Za-z0-9+/=]+"$/.test(header);
}
