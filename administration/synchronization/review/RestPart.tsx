import * as React from 'react';
import type { ReviewLine } from '../../../businessCentral/administration/types';
import { SmallButton } from '../../../ui/buttons';
import { Notice } from '../../../ui/Notice';
import { useAdministrationLanguage } from '../../strings';

export interface RestPartProps {
  /** In dependency order; at least one. */
  readonly rest: readonly ReviewLine[];
  readonly onGoOn: () => void;
}

/**
 * What was not started when the page was left, with the way to go on. The app destroys a page that is left for another
 * (each is a web resource in a frame of its own), and what waited there for its turn waits here.
 */
export function RestPart({ rest, onGoOn }: RestPartProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  return (
    <div>
      <Notice
        icon="half"
        tone="warning"
        word={texts.count('synch_rest', rest.length)}
        text={rest.map(({ mapping }) => mapping).join(' → ')}
        next={texts.say('synch_goesOn')}
      />
      <SmallButton text={texts.count('synch_goOn', rest.length)} icon="refresh" onClick={onGoOn} />
    </div>
  );
}
