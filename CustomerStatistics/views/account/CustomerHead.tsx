import * as React from 'react';
import { memoizeFunction, mergeStyleSets, useTheme } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';
import type { CustomerFigures } from '../../../businessCentral/statistics/types';
import { Notice } from '../../../ui/Notice';
import type { WriteAmount } from '../amounts';
import { blockedNotice, customerTitle, heard } from '../customerWords';
import { useStatisticsLanguage } from '../texts';
import type { StatisticsTexts } from '../texts';

const styles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
    head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0 16px' },
    customer: { margin: 0, fontSize: 16, lineHeight: 22, fontWeight: 600, overflowWrap: 'anywhere' },
    currency: { margin: 0, fontSize: 12, lineHeight: 16, color: theme.palette.neutralSecondary },
  }),
);

export interface CustomerHeadProps {
  readonly figures: CustomerFigures;
  /** Null: not known. */
  readonly localCurrency: string | null;
}

/** Who the customer is, how they are blocked, and in which currency the figures below are: said once, not in each row. */
export function CustomerHead({ figures, localCurrency }: CustomerHeadProps): React.ReactElement {
  const { texts } = useStatisticsLanguage();
  const classes = styles(useTheme());
  const { blocked, currencyCode } = figures;
  const currencies = [
    localCurrency === null
      ? texts.say('amountsInLocalCurrency')
      : texts.say('amountsIn', { currency: localCurrency }),
    currencyCode.known && currencyCode.value !== '' && currencyCode.value !== localCurrency
      ? texts.say('ownCurrency', { currency: currencyCode.value })
      : '',
  ];
  return (
    <>
      {blocked.known && blocked.value !== 'none' && <Notice {...blockedNotice(blocked.value, texts)} />}
      <div className={classes.head}>
        <h2 className={classes.customer}>{customerTitle(figures)}</h2>
        <p className={classes.currency}>{currencies.filter((sentence) => sentence !== '').join(' · ')}</p>
      </div>
    </>
  );
}

/** The head and the figure that says most, for those who hear it. */
export function headSentence(
  figures: CustomerFigures,
  { texts, write }: { readonly texts: StatisticsTexts; readonly write: WriteAmount },
): string {
  const { blocked, balance } = figures;
  return [
    blocked.known && blocked.value !== 'none' ? heard(blockedNotice(blocked.value, texts)) : '',
    `${customerTitle(figures)}.`,
    `${texts.say('figure_balance')}: ${balance.known ? write(balance.value) : texts.say('notKnown')}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
