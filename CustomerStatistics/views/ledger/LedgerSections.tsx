import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import type { Statistics } from '../../../businessCentral/statistics/statistics';
import type { CustomerLedger } from '../../../businessCentral/statistics/types';
import { useStatisticsLanguage } from '../texts';
import { Ageing } from './Ageing';
import { DaysToPay } from './DaysToPay';
import { ledgerStyles } from './Ledger.styles';
import { LedgerSection } from './LedgerSection';
import { OpenDocuments } from './OpenDocuments';
import { SalesByMonth } from './SalesByMonth';

export interface LedgerSectionsProps {
  readonly ledger: CustomerLedger;
  /** Code of the local currency; null: not known. */
  readonly localCurrency: string | null;
  /** The user's today. */
  readonly today: IsoDate;
  readonly entryAddress: Statistics['entryAddress'];
  readonly openAddress: (address: string) => void;
}

/** What the ledger tells of a customer: what is open and for how long, what was sold, how soon it is paid. */
export function LedgerSections({
  ledger,
  localCurrency,
  today,
  entryAddress,
  openAddress,
}: LedgerSectionsProps): React.ReactElement {
  const { texts } = useStatisticsLanguage();
  const classes = ledgerStyles(useTheme());
  const { open, sales, closingDates } = ledger;
  const unknown = texts.say('ledger_missing');
  return (
    <div className={classes.root}>
      <div className={classes.parts}>
        <div className={classes.column}>
          <LedgerSection
            title={texts.say('ledger_ageing')}
            figure={open}
            unknown={unknown}
            show={(value) => <Ageing open={value} localCurrency={localCurrency} today={today} />}
          />
          <LedgerSection
            title={texts.say('ledger_daysToPay')}
            figure={sales.known && !closingDates.known ? closingDates : sales}
            unknown={sales.known ? texts.say('ledger_daysToPay_unknown') : unknown}
            show={(value) => <DaysToPay sales={value} today={today} />}
          />
        </div>
        <LedgerSection
          title={texts.say('ledger_sales')}
          figure={sales}
          unknown={unknown}
          show={(value) => <SalesByMonth sales={value} localCurrency={localCurrency} today={today} />}
        />
        <div className={classes.whole}>
          <LedgerSection
            title={texts.say('ledger_documents')}
            figure={open}
            unknown={unknown}
            show={(value) => (
              <OpenDocuments
                open={value}
                localCurrency={localCurrency}
                today={today}
                entryAddress={entryAddress}
                openAddress={openAddress}
              />
            )}
          />
        </div>
      </div>
    </div>
  );
}
