import { openCouplingSession } from '../../CoupleRecord/couplingSession';
import { keepAnswer } from '../../sales/keptAnswer';
import { account, fakeCoupling, fakeRecords, stateOf } from './fakeCoupling';

describe('whether the user may change couplings', () => {
  function page() {
    let asked = 0;
    const records = fakeRecords(account);
    const mayChange = keepAnswer<boolean>(() => 0);
    const form = () =>
      openCouplingSession({
        sales: {
          ...records,
          mayChangeCouplings: () => {
            asked += 1;
            return Promise.resolve(true);
          },
        },
        connect: () => fakeCoupling(stateOf()).coupling,
        mayChange,
      });
    return { form, asked: () => asked };
  }

  it('is looked up once for all forms of a page', async () => {
    const { form, asked } = page();
    expect((await form().read(account, {})).mayChange).toBe(true);
    expect((await form().read(account, {})).mayChange).toBe(true);
    expect(asked()).toBe(1);
  });

  it('is looked up anew by who asks for a fresh answer', async () => {
    const { form, asked } = page();
    await form().read(account, {});
    await form().read(account, { fresh: true });
    expect(asked()).toBe(2);
  });
});
