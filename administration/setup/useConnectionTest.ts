import type { CheckStep } from '../../businessCentral/administration/types';
import { useWork } from '../parts/useWork';
import type { StartedWork } from '../parts/useWork';
import { askedOf } from './draft';
import type { AskedConnection } from './setupQuestions';
import type { Setup } from './useSetup';

export interface ConnectionTest extends Omit<StartedWork<readonly CheckStep[]>, 'start'> {
  /** What is entered, as it would be asked; null: not enough is entered. */
  readonly asked: AskedConnection | null;
  /** Tries what is entered, saved or not. */
  readonly begin: () => void;
}

/** The test of the connection as it is entered. */
export function useConnectionTest({
  draft,
  connection,
  hasKey,
  workedBefore,
  questions,
}: Setup): ConnectionTest {
  const { work, start, cancel, forget } = useWork<readonly CheckStep[]>();
  const storedOn = connection !== null && hasKey.value === true ? connection.id : null;
  const isStoredKey = draft.key === '' && draft.userName.trim() === connection?.userName;
  const asked = askedOf(draft, storedOn, workedBefore && isStoredKey);
  return {
    work,
    cancel,
    forget,
    asked,
    begin: () => {
      if (asked !== null) {
        start(({ signal }) => questions.check(asked, signal === undefined ? {} : { signal }));
      }
    },
  };
}
