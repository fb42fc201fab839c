import * as React from 'react';
import { act, render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import type { Availability } from '../../businessCentral/availability/availability';
import { openSession } from '../../ProductAvailability/availabilitySession';
import type { FormState } from '../../ProductAvailability/views/ProductAvailabilityView';
import { ProductAvailabilityView } from '../../ProductAvailability/views/ProductAvailabilityView';
import type { Sales } from '../../sales/sales';
import { formatOf } from '../../ui/format';
import type { Format } from '../../ui/format';
import { textsOf } from '../../ui/texts';
import { themeOf } from '../../ui/theme';
import { patterns, strings } from './fakeContext';
import { now } from './fakeSources';

/** jsdom lays nothing out, so nothing ever changes its size. */
class UnchangingSize implements ResizeObserver {
  public observe(): void {}
  public unobserve(): void {}
  public disconnect(): void {}
}
Object.assign(globalThis, { ResizeObserver: UnchangingSize });

/** Gives every element of the page a width, as a form of that width does. */
export function layOut(width: number): void {
  jest.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ width } as DOMRect);
}

/** What the control said to the console; it should have nothing to say there. */
let complaints: unknown[][] = [];

beforeEach(() => {
  complaints = [];
  for (const kind of ['error', 'warn'] as const) {
    jest.spyOn(console, kind).mockImplementation((...said: unknown[]) => complaints.push(said));
  }
});

afterEach(() => {
  jest.restoreAllMocks();
  expect(complaints).toEqual([]);
});

/** For a test that breaks the drawing on purpose: React reports every caught fault. */
export function ignoreComplaints(): void {
  complaints = [];
}

export const format: Format = formatOf({
  patterns,
  decimal: (value, decimals) => value.toFixed(decimals),
  minutesAheadOfUtc: () => 0,
});

const language = { texts: textsOf((key) => strings[key] ?? key), format };
const theme = themeOf(undefined, false);

export interface Shown extends RenderResult {
  /** Draws again after a change on the form, as the platform does. */
  readonly change: (form: Partial<FormState>) => void;
  readonly written: (string | null)[];
  readonly opened: string[];
  /** What is to be read on the screen; not what is only announced. */
  readonly text: () => string;
  /** What screen readers are told at the moment. */
  readonly announced: () => string;
}

export const lineForm: FormState = {
  table: 'quotedetail',
  id: 'line-1',
  productId: 'id-1906-S',
  unit: { id: 'unit-pcs', name: 'PCS' },
  quantity: 10,
  requestedDate: null,
  total: null,
};

export const documentForm: FormState = {
  ...lineForm,
  table: 'quote',
  id: 'document-1',
  productId: undefined,
  unit: undefined,
  quantity: undefined,
  requestedDate: undefined,
  total: 100,
};

export interface Surroundings {
  readonly sales: Sales;
  readonly businessCentral: Availability;
  readonly form: FormState;
  /** The form refuses writing. */
  readonly readOnly?: boolean;
  /** Milliseconds since 1970, and on. */
  readonly clock?: { now: () => number };
}

/** Draws the control with sources of the test's own; writing a date changes the form, as the platform does. */
export function show({
  sales,
  businessCentral,
  form,
  readOnly = false,
  clock = { now: () => now },
}: Surroundings): Shown {
  const session = openSession({ sales, connect: () => businessCentral });
  const written: (string | null)[] = [];
  const opened: string[] = [];
  let current = form;
  const writeRequestedDate = (date: string | null) => {
    written.push(date);
    current = { ...current, requestedDate: date };
    result.rerender(view());
  };
  const view = () => (
    <ProductAvailabilityView
      session={session}
      language={language}
      clock={clock}
      theme={theme}
      form={current}
      writeRequestedDate={readOnly ? null : writeRequestedDate}
      openAddress={(address) => opened.push(address)}
    />
  );
  const result = render(view());
  return {
    ...result,
    change: (changes) => {
      current = { ...current, ...changes };
      result.rerender(view());
    },
    written,
    opened,
    text: () => {
      const copy = result.container.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('[role=status]').forEach((region) => region.remove());
      return copy.textContent;
    },
    announced: () => result.container.querySelector('[role=status]')?.textContent ?? '',
  };
}

/** Lets every promise that is settled by now reach the screen. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await Promise.resolve();
    }
  });
}
