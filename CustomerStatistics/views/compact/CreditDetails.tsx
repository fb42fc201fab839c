import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { creditUse } from '../../../businessCentral/statistics/creditUse';
import type { CustomerFigures, Figure, FoundCustomer } from '../../../businessCentral/statistics/types';
import { PlainButton } from '../../../ui/buttons';
import type { CountedDocument } from '../../statisticsSession';
import { FigureRow } from '../FigureRow';
import { customerTitle } from '../customerWords';
import { OverdueName } from '../OverdueName';
import { figureStyles } from '../figures.styles';
import { useStatisticsLanguage } from '../texts';
import { UnknownValue } from '../UnknownValue';
import type { CreditContext } from './creditNotice';
import { documentTotalOf, notCounted } from './creditNotice';

export interface CreditDetailsProps {
  readonly document: CountedDocument;
  readonly found: FoundCustomer;
  readonly context: CreditContext;
  /** Null where the connection has no web client address. */
  readonly openCustomer: (() => void) | null;
}

/** The few figures behind the sentence about a document. */
export function CreditDetails({
  document,
  found,
  context,
  openCustomer,
}: CreditDetailsProps): React.ReactElement {
  const { texts } = useStatisticsLanguage();
  const classes = figureStyles(useTheme());
  const { figures } = found;
  const { write, table } = context;
  const total = documentTotalOf(document, found);
  const limited = (value: number) => (value === 0 ? texts.say('noLimit') : write(value));
  return (
    <div className={classes.place}>
      <div className={classes.customer}>
        <span>{customerTitle(figures)}</span>
        {openCustomer !== null && (
          <PlainButton
            text={texts.say('openCustomer')}
            label={texts.say('openCustomer_label', { customer: customerTitle(figures) })}
            icon="openOutside"
            onClick={openCustomer}
          />
        )}
      </div>
      <dl className={`${classes.list} ${classes.pairs}`}>
        <FigureRow name={texts.say('figure_balance')} figure={figures.balance} show={write} />
        <FigureRow name={texts.say('figure_creditLimit')} figure={figures.creditLimit} show={limited} />
        <FigureRow
          name={texts.say('figure_available')}
          figure={availableCredit(figures)}
          show={(available) => (available === null ? texts.say('noLimit') : write(available))}
        />
        <FigureRow name={<OverdueName readAt={found.readAt} />} figure={figures.overdue} show={write} />
        <div className={classes.row}>
          <dt className={classes.name}>{texts.say(`figure_${table}`)}</dt>
          <dd className={classes.value}>
            {total.known ? (
              write(total.amount)
            ) : (
              <UnknownValue reason={notCounted(total.reason, document, found, context)} />
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** Null: there is no limit. */
function availableCredit({ total, creditLimit }: CustomerFigures): Figure<number | null> {
  if (!creditLimit.known || creditLimit.value === 0) {
    return creditLimit.known ? { known: true, value: null } : creditLimit;
  }
  if (!total.known) {
    return total;
  }
  const use = creditUse({ balance: 0, total: total.value, creditLimit: creditLimit.value });
  return { known: true, value: use.kind === 'noLimit' ? null : use.available };
}
