import { BusinessCentralError } from '../../businessCentral/errors';
import { account, couplingOf, fakeCoupling, fakeRecords, stateOf } from './fakeCoupling';
import { settle } from './rendering';
import { showCoupling } from './renderingCoupling';

describe('comparing', () => {
  const record = {
    ...account,
    fields: { name: 'Adatum Corp.', city: 'Atlanta', creditLimit: 1000, salesperson: 'Nancy Davolio' },
  };
  const fake = () =>
    fakeCoupling(stateOf({ couplings: [couplingOf('customer')] }), {
      fieldsOf: () =>
        Promise.resolve([
          {
            field: 'name',
            direction: 'bidirectional',
            decimals: null,
            isComparable: true,
            businessCentral: 'Adatum Corporation',
          },
          {
            field: 'city',
            direction: 'bidirectional',
            decimals: null,
            isComparable: true,
            businessCentral: 'Atlanta',
          },
          {
            field: 'creditLimit',
            direction: 'toSales',
            decimals: 2,
            isComparable: true,
            businessCentral: 2000,
          },
          {
            field: 'salesperson',
            direction: 'toSales',
            decimals: null,
            isComparable: false,
            businessCentral: 'ND',
          },
        ]),
    });
  const rows = (container: HTMLElement) =>
    [...container.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(
        (cell) => cell.querySelector('[role=img]')?.getAttribute('aria-label') ?? cell.textContent,
      ),
    );

  it('puts the mapped fields side by side, with their direction and whether they differ in words', async () => {
    const { press, container, text } = await showCoupling(fake(), record);
    await press('Compare');
    expect(text()).toContain('2 differences');
    expect(rows(container)).toEqual([
      ['Namedifferent', 'Adatum Corporation', 'goes both ways', 'Adatum Corp.'],
      ['City', 'Atlanta', 'goes both ways', 'Atlanta'],
      ['Credit limitdifferent', '2000.00', 'goes to Sales', '1000.00'],
      ['Salespersoncompare it yourself', 'ND', 'goes to Sales', 'Nancy Davolio'],
    ]);
  });

  it('names the local currency, for which Business Central has no code', async () => {
    const withCurrency = { ...record, fields: { currency: 'GBP' } };
    const blank = fakeCoupling(stateOf({ couplings: [couplingOf('customer')] }), {
      fieldsOf: () =>
        Promise.resolve([
          {
            field: 'currency',
            direction: 'bidirectional',
            decimals: null,
            isComparable: false,
            businessCentral: null,
          },
        ]),
    });
    const { press, container } = await showCoupling(blank, withCurrency);
    await press('Compare');
    expect(rows(container)[0]?.[1]).toBe('local currency');
  });

  it('names the mapped fields that it does not show', async () => {
    const { press, text } = await showCoupling(fake(), record);
    await press('Compare');
    expect(text()).toContain(
      'Synchronized as well, but not shown here: Shipment method, Shipping agent, Primary contact',
    );
  });

  it('shows only the differences on wish', async () => {
    const { press, container, getByLabelText } = await showCoupling(fake(), record);
    await press('Compare');
    getByLabelText('Only differences').click();
    await settle();
    expect(rows(container)).toHaveLength(2);
  });

  it('is there for those who may not change couplings', async () => {
    const sales = fakeRecords(record, { mayChange: false });
    const { buttons, text } = await showCoupling(fake(), record, { sales });
    expect(buttons()).toEqual(['', 'Open in Business Central', 'Compare']);
    expect(text()).toContain('Those with the role “Integration Administrator” couple and synchronize.');
  });

  it('says why the fields could not be read', async () => {
    const broken = fakeCoupling(stateOf({ couplings: [couplingOf('customer')] }), {
      fieldsOf: () => Promise.reject(new BusinessCentralError('timeout')),
    });
    const { press, text } = await showCoupling(broken, record);
    await press('Compare');
    expect(text()).toContain('Business Central took too long to answer.');
  });
});
