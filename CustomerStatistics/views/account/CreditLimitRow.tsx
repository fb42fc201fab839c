import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { creditUse } from '../../../businessCentral/statistics/creditUse';
import type { CustomerFigures } from '../../../businessCentral/statistics/types';
import { Icon } from '../../../ui/icons';
import { SkeletonLine } from '../../../ui/Skeleton';
import type { WriteAmount } from '../amounts';
import { figureStyles } from '../figures.styles';
import { useStatisticsLanguage } from '../texts';
import { UnknownValue } from '../UnknownValue';
import { reasonOf } from '../unknownFigure';
import { CreditBar, CreditKey } from './CreditBar';

export interface CreditLimitRowProps {
  /** Null until they are known. */
  readonly figures: CustomerFigures | null;
  readonly write: WriteAmount;
}

/** The credit limit, and how much of it is used. */
export function CreditLimitRow({ figures, write }: CreditLimitRowProps): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const classes = figureStyles(useTheme());
  const limit = figures?.creditLimit ?? null;
  return (
    <div className={classes.row}>
      <dt className={classes.name}>{texts.say('figure_creditLimit')}</dt>
      <dd className={limit === null ? `${classes.value} ${classes.awaited}` : classes.value}>
        {limit === null ? (
          <SkeletonLine width="72px" />
        ) : !limit.known ? (
          <UnknownValue reason={reasonOf(limit.missing, texts)} />
        ) : limit.value === 0 ? (
          texts.say('noLimit')
        ) : (
          format.price(limit.value)
        )}
      </dd>
      <dd className={classes.credit}>
        {figures === null ? (
          <SkeletonLine width="100%" />
        ) : (
          limit?.known === true && <CreditUse figures={figures} creditLimit={limit.value} write={write} />
        )}
      </dd>
    </div>
  );
}

interface CreditUseProps {
  readonly figures: CustomerFigures;
  readonly creditLimit: number;
  readonly write: WriteAmount;
}

function CreditUse({ figures: { balance, total }, creditLimit, write }: CreditUseProps): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const classes = figureStyles(useTheme());
  const withoutLimit = <>{texts.say('noLimit_meaning')}</>;
  if (creditLimit === 0) {
    return withoutLimit;
  }
  if (!balance.known || !total.known) {
    return <>{texts.say('creditUseUnknown')}</>;
  }
  const use = creditUse({ balance: balance.value, total: total.value, creditLimit });
  if (use.kind === 'noLimit') {
    return withoutLimit;
  }
  return (
    <>
      <CreditBar balance={balance.value} total={total.value} creditLimit={creditLimit} />
      <div className={classes.creditWords}>
        <span>
          <CreditKey of="balance" />
          {texts.say('creditUsed', { percent: format.quantity(Math.round(use.usedPercent)) })}
        </span>
        {total.value > Math.max(0, balance.value) && (
          <span>
            <CreditKey of="onOrder" />
            {texts.say('creditOnOrder')}
          </span>
        )}
        {use.isOver ? (
          <span className={classes.over}>
            <span className={classes.bad}>
              <Icon name="cross" size={16} />
            </span>
            {texts.say('overLimit', { amount: write(-use.available) })}
          </span>
        ) : (
          <span>{texts.say('creditAvailable', { amount: write(use.available) })}</span>
        )}
      </div>
    </>
  );
}
