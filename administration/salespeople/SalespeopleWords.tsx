import * as React from 'react';
import { Notice } from '../../ui/Notice';
import { useAdministrationLanguage } from '../strings';
import type { AdministrationTexts } from '../strings';
import { rowsHeldUp, usersWithoutSalesperson } from './salespeoplePairs';
import type { KnownSalespeople } from './salespeoplePairs';

/** How many of how many are coupled. */
export function coupledWords({ salespeople }: KnownSalespeople, texts: AdministrationTexts): string {
  const coupled = salespeople.filter(({ coupledTo }) => coupledTo !== null).length;
  return texts.count('salespeople_coupledOf', salespeople.length, { coupled: String(coupled) });
}

/** How far the coupling of salespeople has come, and what does not synchronize therefore. */
export function SalespeopleWords({
  known,
  ownedRows,
}: {
  readonly known: KnownSalespeople;
  readonly ownedRows: ReadonlyMap<string, number> | null;
}): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const isAll = known.salespeople.every(({ coupledTo }) => coupledTo !== null);
  const held = rowsHeldUp(usersWithoutSalesperson(known, ownedRows));
  return (
    <>
      <Notice
        icon={isAll ? 'check' : 'half'}
        tone={isAll ? 'good' : 'warning'}
        word={coupledWords(known, texts)}
      />
      {held !== null && held > 0 && (
        <Notice
          icon="warning"
          tone="warning"
          word={texts.count('salespeople_heldUp', held)}
          next={texts.say('salespeople_heldUp_next')}
        />
      )}
    </>
  );
}
