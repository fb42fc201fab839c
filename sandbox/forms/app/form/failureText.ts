import { DataverseError } from '../dataverse/request';
import type { Dialogs } from '../shell/dialogs';
import type { Texts } from '../texts/texts';

/** Dataverse's codes that the platform gives a title of their own. */
const objectDoesNotExist = '0x80040217';

/** The title that Dynamics 365 gives a refusal. */
export function failureTitle(failure: unknown, texts: Texts): string {
  if (!(failure instanceof DataverseError)) {
    return texts.errorTitle;
  }
  if (failure.status === 403) {
    return texts.insufficientPermissions;
  }
  if (failure.status === 404 || failure.code.toLowerCase() === objectDoesNotExist) {
    return texts.recordUnavailable;
  }
  return texts.errorTitle;
}

export function failureMessage(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

/** Shows a refusal as Dynamics 365 does: title, Dataverse's own sentence, the answer as a log to download. */
export function showFailure(dialogs: Dialogs, texts: Texts, failure: unknown): Promise<undefined> {
  return dialogs.open('error', {
    title: failureTitle(failure, texts),
    message: failureMessage(failure),
    ...(failure instanceof DataverseError && failure.raw !== '' ? { details: failure.raw } : {}),
  });
}
