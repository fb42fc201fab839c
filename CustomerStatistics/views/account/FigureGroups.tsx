import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import type { CustomerFigures, Figure } from '../../../businessCentral/statistics/types';
import { Icon } from '../../../ui/icons';
import type { WriteAmount } from '../amounts';
import { FigureRow } from '../FigureRow';
import { OverdueName } from '../OverdueName';
import { figureStyles } from '../figures.styles';
import { useStatisticsLanguage } from '../texts';
import { CreditLimitRow } from './CreditLimitRow';
import { TotalParts } from './TotalParts';

export interface FigureGroupsProps {
  /** Null until they are known; the names stand there already, so that nothing moves. */
  readonly figures: CustomerFigures | null;
  /** Null until it is known. */
  readonly lastPaymentDate: Figure<IsoDate | null> | null;
  /** When the figures were read; now, until they are there. */
  readonly readAt: number;
  readonly write: WriteAmount;
}

/** The figures of a customer, in the order of Business Central's Customer Statistics FactBox (page 9082). */
export function FigureGroups({
  figures,
  lastPaymentDate,
  readAt,
  write,
}: FigureGroupsProps): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const classes = figureStyles(useTheme());
  const amount = (figure: AmountFigure) => (
    <FigureRow
      name={texts.say(`figure_${figure}`)}
      figure={figures?.[figure] ?? null}
      show={format.price}
      isSum={figure === 'total'}
    />
  );
  const day = (figure: 'lastPaymentDate' | 'customerSince', date: Figure<IsoDate | null> | null) => (
    <FigureRow
      name={texts.say(`figure_${figure}`)}
      figure={date}
      show={(known) => (known === null ? texts.say(`none_${figure}`) : format.day(known))}
    />
  );
  return (
    <div className={classes.place}>
      <div className={classes.groups}>
        <div>
          <dl className={classes.list}>
            {amount('balance')}
            {amount('outstandingOrders')}
            {amount('shippedNotInvoiced')}
            {amount('outstandingInvoices')}
            {amount('total')}
          </dl>
          <TotalParts figures={figures} />
        </div>
        <dl className={classes.list}>
          <CreditLimitRow figures={figures} write={write} />
          <FigureRow
            name={<OverdueName readAt={readAt} />}
            figure={figures?.overdue ?? null}
            show={(overdue) => <Overdue amount={overdue} />}
          />
          {amount('invoicedPrepayment')}
        </dl>
        <dl className={classes.list}>
          {amount('salesThisFiscalYear')}
          {amount('paymentsThisFiscalYear')}
          {day('lastPaymentDate', lastPaymentDate)}
          {day('customerSince', figures?.customerSince ?? null)}
        </dl>
      </div>
    </div>
  );
}

type AmountFigure =
  | 'balance'
  | 'outstandingOrders'
  | 'shippedNotInvoiced'
  | 'outstandingInvoices'
  | 'total'
  | 'invoicedPrepayment'
  | 'salesThisFiscalYear'
  | 'paymentsThisFiscalYear';

function Overdue({ amount }: { readonly amount: number }): React.ReactElement {
  const { format } = useStatisticsLanguage();
  const classes = figureStyles(useTheme());
  return (
    <>
      {amount > 0 && (
        <span className={classes.warning}>
          <Icon name="clock" size={16} />
        </span>
      )}
      {format.price(amount)}
    </>
  );
}
