import { SalesError } from './sales';

/** A privilege or the access to one row is missing (Microsoft Learn, "Troubleshoot Dataverse client errors"). */
const accessDenied = [0x80040220, 0x80048306];
const recordGone = 0x80040217;

function errorCodeOf(error: unknown): number | null {
  const code =
    typeof error === 'object' && error !== null
      ? ((error as { code?: unknown; errorCode?: unknown }).errorCode ?? (error as { code?: unknown }).code)
      : null;
  if (typeof code === 'number') {
    // The client API gives the code signed or unsigned, depending on the host.
    return code >>> 0;
  }
  return typeof code === 'string' && /^0x[0-9a-f]{8}$/i.test(code) ? Number.parseInt(code, 16) : null;
}

function messageOf(error: unknown): string {
  const message =
    typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : undefined;
  return typeof message === 'string' ? message.slice(0, 500) : '';
}

/**
 * Turns what `context.webAPI` rejects with into a coded error.
 * @param whenDenied what it means that the user may not read the table
 */
export function salesFailure(
  error: unknown,
  whenDenied: 'notPermitted' | 'recordUnreadable' = 'recordUnreadable',
): SalesError {
  if (error instanceof SalesError) {
    return error;
  }
  const code = errorCodeOf(error);
  const message = messageOf(error);
  if (code !== null && accessDenied.includes(code)) {
    return new SalesError(whenDenied, message);
  }
  if (code === recordGone) {
    return new SalesError('recordUnreadable', message);
  }
  return new SalesError(code === null ? 'salesUnreachable' : 'salesFailed', message);
}
