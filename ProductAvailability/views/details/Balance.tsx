import * as React from 'react';
import { useMemo } from 'react';
import { useTheme } from '@fluentui/react';
import { balanceOf } from '../../../businessCentral/availability/projectedBalance';
import type { IsoDate } from '../../../businessCentral/isoDate';
import type { ItemSupply } from '../../../businessCentral/availability/types';
import { useUniqueId } from '../../../ui/useUniqueId';
import { useAvailabilityLanguage } from '../texts';
import { BalanceChart } from './BalanceChart';
import { balanceRows } from './balanceRows';
import type { BalanceRow } from './balanceRows';
import { detailsStyles } from './LineDetails.styles';

/** More rows than this are scrolled. */
const rowsInView = 9;

export interface BalanceProps {
  readonly supply: ItemSupply;
  readonly today: IsoDate;
  /** Earlier lines of the same document take from the same item. */
  readonly hasOtherLines: boolean;
}

/** The projected available balance of an item: as a line, and as a table of everything that changes it. */
export function Balance({ supply, today, hasOtherLines }: BalanceProps): React.ReactElement {
  const { texts } = useAvailabilityLanguage();
  const classes = detailsStyles(useTheme());
  const titleId = useUniqueId();
  const steps = useMemo(() => balanceOf(supply, today), [supply, today]);
  const rows = useMemo(() => balanceRows(supply, steps), [supply, steps]);
  const isLong = rows.length > rowsInView;
  const notes = [
    supply.receipts === null ? texts.say('receiptsMissing') : '',
    supply.requirements === null ? texts.say('requirementsMissing') : '',
    hasOtherLines ? texts.say('balance_otherLines') : '',
  ].filter((note) => note !== '');
  return (
    <div>
      <h3 id={titleId} className={classes.title}>
        {texts.say('balance_title')}
      </h3>
      <p className={classes.explanation}>
        {[texts.say('balance_explanation', { unit: supply.baseUnit }), ...notes].join(' ')}
      </p>
      {supply.inventory === null ? (
        texts.say('balance_unknown')
      ) : (
        <>
          <BalanceChart steps={steps} unit={supply.baseUnit} />
          <div
            {...(isLong
              ? {
                  className: `${classes.long} ${classes.focusable}`,
                  role: 'region',
                  'aria-labelledby': titleId,
                  tabIndex: 0,
                }
              : {})}
          >
            <BalanceTable rows={rows} today={today} titleId={titleId} />
          </div>
        </>
      )}
    </div>
  );
}

function BalanceTable({
  rows,
  today,
  titleId,
}: {
  readonly rows: readonly BalanceRow[];
  readonly today: IsoDate;
  readonly titleId: string;
}): React.ReactElement {
  const { texts, format } = useAvailabilityLanguage();
  const classes = detailsStyles(useTheme());
  const day = (date: IsoDate | null) =>
    date === null ? texts.say('noDate') : date === today ? texts.say('today') : format.day(date);
  return (
    <table className={classes.table} aria-labelledby={titleId}>
      <thead>
        <tr>
          <th scope="col">{texts.say('column_date')}</th>
          <th scope="col">{texts.say('column_reason')}</th>
          <th scope="col" className={classes.number}>
            {texts.say('column_change')}
          </th>
          <th scope="col" className={classes.number}>
            {texts.say('column_balance')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <td className={classes.day}>{day(row.date)}</td>
            <td>
              <Reason row={row} today={today} />
            </td>
            <td className={classes.number}>{signed(row.change, format.quantity)}</td>
            <td className={classes.number}>{row.balance === null ? '' : format.quantity(row.balance)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reason({ row, today }: { readonly row: BalanceRow; readonly today: IsoDate }): React.ReactElement {
  const { texts, format } = useAvailabilityLanguage();
  const classes = detailsStyles(useTheme());
  if (row.order === null) {
    return <>{texts.say('inventory')}</>;
  }
  const { date, documentNo, reserved } = row.order;
  const remarks = [
    row.date === null ? texts.say('notCounted') : '',
    row.date !== null && date === null ? texts.say('noDate') : '',
    date !== null && date < today ? texts.say('overdueSince', { date: format.day(date) }) : '',
    reserved > 0 ? texts.say('reserved', { quantity: format.quantity(reserved) }) : '',
  ].filter((remark) => remark !== '');
  const order = texts.say(row.kind === 'receipt' ? 'purchaseOrder' : 'salesOrder', { number: documentNo });
  return (
    <>
      {order}
      {remarks.length > 0 && <span className={classes.quiet}>{` (${remarks.join(', ')})`}</span>}
    </>
  );
}

/** A change always shows its sign; the minus comes with the user's own number format. */
function signed(change: number | null, quantity: (value: number) => string): string {
  return change === null ? '' : change > 0 ? `+${quantity(change)}` : quantity(change);
}
