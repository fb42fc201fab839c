import { render } from '@testing-library/react';
import { ProductAvailability } from '../../ProductAvailability';
import type { ProductAvailabilityViewProps } from '../../ProductAvailability/views/ProductAvailabilityView';
import { languageFor } from '../../ui/platform';
import type { Texts } from '../../ui/texts';
import { fakeContext } from './fakeContext';
import type { Deeds, FakeForm } from './fakeContext';
import { settle } from './rendering';

const product = { id: '{8F1B0D3C-0000-5000-8000-000000000001}', name: 'ATHENS Desk' };
const lineForm: FakeForm = { table: 'quotedetail', id: '{AB00000C-0000-5000-8000-00000000000D}', product };

function start(form: FakeForm, webAPI: Partial<ComponentFramework.WebApi> = {}) {
  const control = new ProductAvailability();
  const deeds: Deeds = { opened: [] };
  let notified = 0;
  control.init(fakeContext(form, deeds, webAPI), () => (notified += 1));
  const props = (changed: FakeForm = form) =>
    control.updateView(fakeContext(changed, deeds)).props as ProductAvailabilityViewProps;
  return { control, deeds, props, notified: () => notified };
}

describe('what the form says', () => {
  it('reaches the view as plain values: bare ids in lower case, days without a time', () => {
    const { props } = start({
      ...lineForm,
      unit: { id: 'UNIT', name: 'PCS' },
      quantity: 2.5,
      requestedDelivery: new Date(2026, 11, 3),
      total: 99.5,
    });
    expect(props().form).toEqual({
      table: 'quotedetail',
      id: 'ab00000c-0000-5000-8000-00000000000d',
      productId: '8f1b0d3c-0000-5000-8000-000000000001',
      unit: { id: 'unit', name: 'PCS' },
      quantity: 2.5,
      requestedDate: '2026-12-03',
      total: 99.5,
    });
  });

  it('is told apart from what the form does not have', () => {
    const { props } = start({ table: 'quotedetail', id: '', product: null, quantity: null });
    expect(props().form).toEqual({
      table: 'quotedetail',
      id: null,
      productId: null,
      unit: undefined,
      quantity: null,
      requestedDate: undefined,
      total: null,
    });
  });

  it.each<[string, Date]>([
    ['midnight in the browser', new Date(2026, 11, 3)],
    ['midnight in UTC', new Date(Date.UTC(2026, 11, 3))],
  ])('is the same day whether the platform gives %s', (_case, requestedDelivery) => {
    const { props } = start({ ...lineForm, requestedDelivery });
    expect(props().form.requestedDate).toBe('2026-12-03');
  });
});

describe('writing the requested delivery date', () => {
  it('gives the form midnight of that day in the browser, once', () => {
    const { control, props, notified } = start({ ...lineForm, requestedDelivery: null });
    props().writeRequestedDate?.('2026-12-03');
    expect(notified()).toBe(1);
    expect(control.getOutputs()).toEqual({ requestedDelivery: new Date(2026, 11, 3) });
    expect(control.getOutputs()).toEqual({});
  });

  it('empties the date by naming it as undefined', () => {
    const { control, props } = start({ ...lineForm, requestedDelivery: new Date(2026, 11, 3) });
    props().writeRequestedDate?.(null);
    const outputs = control.getOutputs();
    expect(Object.keys(outputs)).toEqual(['requestedDelivery']);
    expect(outputs.requestedDelivery).toBeUndefined();
  });

  it.each<[string, Partial<FakeForm>]>([
    ['the control is disabled', { disabled: true }],
    ['the column may not be edited', { mayEditDate: false }],
    ['the form has no such column', { requestedDelivery: undefined }],
  ])('is refused where %s', (_case, form) => {
    const { props } = start({ ...lineForm, requestedDelivery: null, ...form });
    expect(props().writeRequestedDate).toBeNull();
  });
});

it('opens addresses through the platform', () => {
  const { deeds, props } = start(lineForm);
  props().openAddress('https://bc.example/');
  expect(deeds.opened).toEqual(['https://bc.example/']);
});

it('keeps words, formats and theme from one drawing to the next, so that nothing is drawn in vain', () => {
  const { props } = start(lineForm);
  expect(props().language).toBe(props().language);
  expect(props().theme).toBe(props().theme);
  expect(props().session).toBe(props().session);
});

it('writes the counts in sentences as the user writes numbers', () => {
  const context = fakeContext({ table: 'quote', id: '' }, { opened: [] });
  const inItaly = { ...context, formatting: { ...context.formatting, formatDecimal: () => '1.000' } };
  const texts: Texts<'summary_blocked_other'> = languageFor(inItaly).texts;
  expect(texts.count('summary_blocked', 1000)).toBe('1.000 lines are blocked.');
});

it('tells a user without a role what to ask for, from what Dataverse answers', async () => {
  const refusal = Object.assign(new Error('Principal user is missing prvReadbcs_connection privilege'), {
    errorCode: 2147746336,
  });
  const control = new ProductAvailability();
  const deeds: Deeds = { opened: [] };
  const webAPI: Partial<ComponentFramework.WebApi> = {
    retrieveMultipleRecords: () => Promise.reject(refusal),
    retrieveRecord: () => Promise.resolve({ name: 'ATHENS Desk', productnumber: '1896-S' }),
  };
  const form: FakeForm = { ...lineForm, id: '' };
  control.init(fakeContext(form, deeds, webAPI), () => undefined);
  const { container } = render(control.updateView(fakeContext(form, deeds, webAPI)));
  await settle();
  expect(container.textContent).toContain(
    'You are not allowed to see figures from Business Central.Ask your administrator for the security role',
  );
});

it('ends every question when the platform destroys it', () => {
  const { control, props } = start(lineForm);
  const { session } = props();
  const close = jest.spyOn(session, 'close');
  control.destroy();
  expect(close).toHaveBeenCalledTimes(1);
});
