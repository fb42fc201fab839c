import * as React from 'react';
import { ThemeProvider } from '@fluentui/react';
import { render, screen, within } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import type {
  CustomerLedger,
  Entries,
  Figure,
  OpenEntry,
  SalesEntry,
} from '../../businessCentral/statistics/types';
import ownEnglish from '../../CustomerStatistics/strings/1033.json';
import { LedgerSections } from '../../CustomerStatistics/views/ledger/LedgerSections';
import type { LedgerSectionsProps } from '../../CustomerStatistics/views/ledger/LedgerSections';
import { LanguageContext } from '../../ui/language';
import english from '../../ui/strings/1033.json';
import { textsOf } from '../../ui/texts';
import { themeOf } from '../../ui/theme';
import { emptyLedger, known } from './fakeCustomers';
import { inDays, today } from './fakeSources';
import { format } from './rendering';

const strings: Readonly<Record<string, string>> = { ...english, ...ownEnglish };
const language = { texts: textsOf((key) => strings[key] ?? key, format.quantity), format };

export function all<Entry>(entries: readonly Entry[], total = entries.length): Figure<Entries<Entry>> {
  return known({ entries, total });
}

let entriesMade = 0;

/** An open invoice of 100, due in so many days (null: no due date). */
export function openEntry(dueInDays: number | null, overrides: Partial<OpenEntry> = {}): OpenEntry {
  entriesMade += 1;
  return {
    entryNo: entriesMade,
    documentType: 'invoice',
    documentNo: `10${entriesMade}`,
    dueDate: dueInDays === null ? null : inDays(dueInDays),
    remaining: 100,
    remainingInCurrency: null,
    ...overrides,
  };
}

/** An invoice without VAT, posted on that day and not paid. */
export function salesEntry(
  postingDate: string,
  sales: number,
  overrides: Partial<SalesEntry> = {},
): SalesEntry {
  return { postingDate, sales, documentType: 'invoice', closedAt: null, ...overrides };
}

export interface ShownLedger extends RenderResult {
  readonly opened: string[];
  /** Draws again with another ledger, as after a refresh. */
  readonly change: (ledger: Partial<CustomerLedger>) => void;
}

/** Draws the ledger; what a test does not give is empty. */
export function showLedger(
  ledger: Partial<CustomerLedger>,
  props: Partial<Pick<LedgerSectionsProps, 'localCurrency' | 'entryAddress' | 'today'>> = {},
): ShownLedger {
  const opened: string[] = [];
  const empty = emptyLedger;
  const view = (changes: Partial<CustomerLedger>) => (
    <ThemeProvider theme={themeOf(undefined, false)}>
      <LanguageContext.Provider value={language}>
        <LedgerSections
          ledger={{ ...empty, ...changes }}
          localCurrency="GBP"
          today={today}
          entryAddress={(entryNo) => `https://bc.example/BC/?page=25&entry=${entryNo}`}
          openAddress={(address) => opened.push(address)}
          {...props}
        />
      </LanguageContext.Provider>
    </ThemeProvider>
  );
  const result = render(view(ledger));
  return { ...result, opened, change: (changes) => result.rerender(view(changes)) };
}

/** Everything that a part of the ledger says. */
export function section(title: string): HTMLElement {
  return screen.getByRole('region', { name: title });
}

/** The texts of a table, row by row, without its head. */
export function rowsOf(table: string): string[][] {
  return within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));
}
