import { CoupleRecord } from '../../CoupleRecord';
import { openCouplingSession } from '../../CoupleRecord/couplingSession';
import type { IInputs } from '../../CoupleRecord/generated/ManifestTypes';
import type { CoupleRecordViewProps } from '../../CoupleRecord/views/CoupleRecordView';
import { account, fakeCoupling, fakeRecords, pairFor, stateOf } from './fakeCoupling';
import { fakeContext } from './fakeContext';
import type { Deeds } from './fakeContext';
import { couplingStrings } from './renderingCoupling';
import { settle } from './rendering';

type Context = ComponentFramework.Context<IInputs>;

interface FakeForm {
  readonly table: string;
  readonly id: string;
  readonly number?: string | null;
  readonly modifiedOn?: Date;
}

const opened: unknown[] = [];

/** The context of another control, with this one's properties and words. */
function contextOf({ table, id, number, modifiedOn }: FakeForm, deeds: Deeds): Context {
  const context = fakeContext({ table, id }, deeds);
  const { anchor } = context.parameters;
  /** Without a value, the form has no column for it. */
  const propertyOf = (raw: unknown) => ({
    ...anchor,
    raw: raw ?? null,
    ...(raw === undefined ? { attributes: undefined } : {}),
  });
  return {
    ...context,
    parameters: { anchor, number: propertyOf(number), modifiedOn: propertyOf(modifiedOn) },
    userSettings: { ...context.userSettings, securityRoles: ['role-1'] },
    resources: { getString: (key: string) => couplingStrings[key] ?? key },
    navigation: {
      ...context.navigation,
      openForm: (options: unknown) => {
        opened.push(options);
        return Promise.reject(new Error('The user stays.'));
      },
    },
  } as unknown as Context;
}

function start(form: FakeForm) {
  const control = new CoupleRecord();
  const deeds: Deeds = { opened: [] };
  control.init(contextOf(form, deeds));
  const props = () => control.updateView(contextOf(form, deeds)).props as CoupleRecordViewProps;
  return { control, deeds, props };
}

const form: FakeForm = { table: 'account', id: '{AB00000C-0000-5000-8000-00000000000D}' };

it.each<[string, Partial<FakeForm>, Partial<CoupleRecordViewProps['form']>]>([
  ['its number, without spaces', { number: ' 10000 ' }, { number: '10000' }],
  ['that its number is empty', { number: null }, { number: '' }],
  ['nothing of a number that the form does not have', {}, { number: undefined }],
  ['when it was saved', { modifiedOn: new Date(1_000) }, { modifiedAt: 1_000 }],
])('learns of the record %s', (_what, given, expected) => {
  const { props } = start({ ...form, ...given });
  expect(props().form).toMatchObject({
    table: 'account',
    id: 'ab00000c-0000-5000-8000-00000000000d',
    ...expected,
  });
});

it('opens addresses and records through the platform, and takes it well when the user stays', async () => {
  const { deeds, props } = start(form);
  props().openAddress('https://bc.example/');
  props().openRecord({ table: 'systemuser', id: 'user-1' });
  await settle();
  expect(deeds.opened).toEqual(['https://bc.example/']);
  expect(opened).toEqual([{ entityName: 'systemuser', entityId: 'user-1' }]);
});

it('keeps words, theme and session from one drawing to the next, and writes nothing', () => {
  const { control, props } = start(form);
  expect(props().language).toBe(props().language);
  expect(props().theme).toBe(props().theme);
  expect(props().session).toBe(props().session);
  expect(control.getOutputs()).toEqual({});
});

it('ends its questions when the platform destroys it', () => {
  const { control, props } = start(form);
  const close = jest.spyOn(props().session, 'close');
  control.destroy();
  expect(close).toHaveBeenCalledTimes(1);
});

it('lets a deed under way come to its end when it is destroyed, since nobody would know what came of it', async () => {
  const fake = fakeCoupling(stateOf());
  const session = openCouplingSession({ sales: fakeRecords(account), connect: () => fake.coupling });
  const deed = session.carryOut(account, { kind: 'uncouple', pair: pairFor('customer') });
  await settle();
  session.close();
  fake.deeds[0]!.answer({ kind: 'done', jobId: null });
  await expect(deed).resolves.toEqual({ kind: 'done', jobId: null });
  expect(fake.deeds[0]!.signal).toBeUndefined();
});

it('knows no address before it knows the connection', async () => {
  const fake = fakeCoupling(stateOf());
  const session = openCouplingSession({ sales: fakeRecords(account), connect: () => fake.coupling });
  expect(session.redirectAddress(account)).toBeNull();
  await session.read(account, {});
  expect(session.redirectAddress(account)).toBe('https://bc.example/BC/?page=5329');
});
