import { render } from '@testing-library/react';
import { CustomerStatistics } from '../../CustomerStatistics';
import type { IInputs } from '../../CustomerStatistics/generated/ManifestTypes';
import type { CustomerStatisticsViewProps } from '../../CustomerStatistics/views/CustomerStatisticsView';
import { fakeContext } from './fakeContext';
import type { Deeds } from './fakeContext';
import { settle } from './rendering';
import { statisticsStrings } from './renderingStatistics';

type Context = ComponentFramework.Context<IInputs>;

interface FakeForm {
  readonly table: string;
  readonly id: string;
  readonly number?: string | null;
  readonly total?: number | null;
  readonly modifiedOn?: Date;
}

/** The context of the other control, with this one's properties and words. */
function contextOf(
  { table, id, number, total, modifiedOn }: FakeForm,
  deeds: Deeds,
  webAPI: Partial<ComponentFramework.WebApi> = {},
): Context {
  const context = fakeContext({ table, id, ...(total === undefined ? {} : { total }) }, deeds, webAPI);
  const { anchor } = context.parameters;
  /** Without a value, the form has no column for it. */
  const propertyOf = (raw: unknown) => ({
    ...anchor,
    raw: raw ?? null,
    ...(raw === undefined ? { attributes: undefined } : {}),
  });
  return {
    ...context,
    parameters: {
      anchor,
      number: propertyOf(number),
      total: context.parameters.total,
      modifiedOn: propertyOf(modifiedOn),
    },
    userSettings: { ...context.userSettings, securityRoles: ['role-1'] },
    resources: { getString: (key: string) => statisticsStrings[key] ?? key },
  } as unknown as Context;
}

function start(form: FakeForm) {
  const control = new CustomerStatistics();
  const deeds: Deeds = { opened: [] };
  control.init(contextOf(form, deeds));
  const props = () => control.updateView(contextOf(form, deeds)).props as CustomerStatisticsViewProps;
  return { control, deeds, props };
}

const id = '{AB00000C-0000-5000-8000-00000000000D}';
const bareId = 'ab00000c-0000-5000-8000-00000000000d';

describe('what the form says', () => {
  it.each<[string, FakeForm, CustomerStatisticsViewProps['form']]>([
    [
      'an account with its number',
      { table: 'account', id, number: ' 10000 ' },
      { table: 'account', id: bareId, number: '10000', total: null, modifiedAt: null },
    ],
    [
      'an account whose number is empty',
      { table: 'account', id, number: null },
      { table: 'account', id: bareId, number: '', total: null, modifiedAt: null },
    ],
    [
      'a quote with its total',
      { table: 'quote', id, total: 99.5, modifiedOn: new Date(1_700_000_000_000) },
      { table: 'quote', id: bareId, number: undefined, total: 99.5, modifiedAt: 1_700_000_000_000 },
    ],
    [
      'a new order',
      { table: 'salesorder', id: '', total: null },
      { table: 'salesorder', id: null, number: undefined, total: null, modifiedAt: null },
    ],
  ])('reaches the view as plain values: %s', (_case, form, expected) => {
    expect(start(form).props().form).toEqual(expected);
  });
});

it('opens addresses through the platform', () => {
  const { deeds, props } = start({ table: 'account', id });
  props().openAddress('https://bc.example/');
  expect(deeds.opened).toEqual(['https://bc.example/']);
});

it('writes nothing to the form', () => {
  expect(start({ table: 'account', id }).control.getOutputs()).toEqual({});
});

it('keeps words, look and session from one drawing to the next, so that nothing is drawn in vain', () => {
  const { props } = start({ table: 'account', id });
  expect(props().language).toBe(props().language);
  expect(props().theme).toBe(props().theme);
  expect(props().session).toBe(props().session);
});

it('ends every question when the platform destroys it', () => {
  const { control, props } = start({ table: 'account', id });
  const close = jest.spyOn(props().session, 'close');
  control.destroy();
  expect(close).toHaveBeenCalledTimes(1);
});

it('tells a user without a role which one to ask for, from what Dataverse answers', async () => {
  const refusal = Object.assign(new Error('Principal user is missing prvReadbcs_connection privilege'), {
    errorCode: 2147746336,
  });
  const webAPI: Partial<ComponentFramework.WebApi> = {
    retrieveMultipleRecords: () => Promise.reject(refusal),
    retrieveRecord: () => Promise.resolve({ accountnumber: '10000', name: 'The Cannon Group PLC' }),
  };
  const control = new CustomerStatistics();
  const context = contextOf({ table: 'account', id }, { opened: [] }, webAPI);
  control.init(context);
  const { container } = render(control.updateView(context));
  await settle();
  expect(container.textContent).toContain('Customer statistics need the role Integration User.');
});

describe('the connection', () => {
  function asked(form: FakeForm): string[] {
    const tables: string[] = [];
    const webAPI: Partial<ComponentFramework.WebApi> = {
      retrieveMultipleRecords: (table) => {
        tables.push(table);
        return Promise.reject(new Error('Not now.'));
      },
    };
    new CustomerStatistics().init(contextOf(form, { opened: [] }, webAPI));
    return tables;
  }

  it('is looked up when the platform starts the control, before it is drawn', () => {
    expect(asked({ table: 'account', id })).toContain('bcs_connection');
  });

  it('is not looked up for a record that is new', () => {
    expect(asked({ table: 'account', id: '' })).toEqual([]);
  });
});
