import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import { totalParts } from '../../../businessCentral/statistics/totalParts';
import type { CustomerFigures } from '../../../businessCentral/statistics/types';
import { DetailsButton } from '../../../ui/buttons';
import { useUniqueId } from '../../../ui/useUniqueId';
import { FigureRow } from '../FigureRow';
import { figureStyles } from '../figures.styles';
import { useStatisticsLanguage } from '../texts';

/** How Business Central makes the total: opened by whoever wants to know. */
export function TotalParts({ figures }: { readonly figures: CustomerFigures | null }): React.ReactElement {
  const { texts } = useStatisticsLanguage();
  const [isOpen, setOpen] = useState(false);
  const id = useUniqueId();
  return (
    <div>
      <DetailsButton
        text={texts.say('total_how')}
        isOpen={isOpen}
        controls={id}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <div id={id}>
          <Sum figures={figures} />
        </div>
      )}
    </div>
  );
}

function Sum({ figures }: { readonly figures: CustomerFigures | null }): React.ReactElement | null {
  const { texts, format } = useStatisticsLanguage();
  const classes = figureStyles(useTheme());
  if (figures === null) {
    return null;
  }
  const { balance, outstandingOrders, shippedNotInvoiced, outstandingInvoices } = figures;
  const { invoicedPrepayment, total } = figures;
  if (
    !balance.known ||
    !outstandingOrders.known ||
    !shippedNotInvoiced.known ||
    !outstandingInvoices.known ||
    !invoicedPrepayment.known ||
    !total.known
  ) {
    return <p className={classes.note}>{texts.say('total_unknown')}</p>;
  }
  const { other } = totalParts({
    balance: balance.value,
    outstandingOrders: outstandingOrders.value,
    shippedNotInvoiced: shippedNotInvoiced.value,
    outstandingInvoices: outstandingInvoices.value,
    invoicedPrepayment: invoicedPrepayment.value,
    total: total.value,
  });
  const parts: readonly (readonly [string, number])[] = [
    [texts.say('figure_balance'), balance.value],
    [texts.say('figure_outstandingOrders'), outstandingOrders.value],
    [texts.say('figure_shippedNotInvoiced'), shippedNotInvoiced.value],
    [texts.say('figure_outstandingInvoices'), outstandingInvoices.value],
    [texts.say('total_prepayment'), -invoicedPrepayment.value],
    ...(other === 0 ? [] : [[texts.say('total_other'), other] as const]),
  ];
  return (
    <dl className={classes.list}>
      {parts.map(([name, value]) => (
        <FigureRow key={name} name={name} figure={{ known: true, value }} show={format.price} />
      ))}
      <FigureRow name={texts.say('figure_total')} figure={total} show={format.price} isSum />
    </dl>
  );
}
