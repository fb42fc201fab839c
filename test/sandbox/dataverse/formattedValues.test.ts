import { recordId } from '../../../sandbox/identity';
import { allAnnotations, testOrganization } from './testOrganization';
import type { Json, TestOrganization } from './testOrganization';

let organization: TestOrganization;

beforeAll(async () => {
  organization = await testOrganization();
});

const officeRefit = recordId('quote', 'QUO-01002');
const formatted = 'OData.Community.Display.V1.FormattedValue';

async function quoteAs(userName: string, prefer = allAnnotations): Promise<Json> {
  const select = 'name,totalamount,requestdeliveryby,statecode,_customerid_value,description,createdon';
  return (await organization.as(userName).get(`quotes(${officeRefit})?$select=${select}`, prefer)).body;
}

/** With the spaces that Intl puts into numbers made plain. */
const plain = (value: unknown): string => String(value).replace(/[\u00a0\u202f]/g, ' ');

describe('formatted values', () => {
  it.each([
    ['Jim Olive', '£11,587.90', '11/30/2026'],
    ['Sara Andersson', '11 587,90 £', '2026-11-30'],
    ['Aino Virtanen', '11 587,90 £', '30.11.2026'],
    ['Paolo Rossi', '11.587,90 £', '30/11/2026'],
  ])('follow the formats of %s', async (userName, amount, date) => {
    const quote = await quoteAs(userName);
    expect(plain(quote[`totalamount@${formatted}`])).toBe(amount);
    expect(quote[`requestdeliveryby@${formatted}`]).toBe(date);
    expect(quote).toMatchObject({ totalamount: 11587.9, requestdeliveryby: '2026-11-30' });
  });

  it('stand before their property, and only where there is something to format', async () => {
    const quote = await quoteAs('Jim Olive');
    const names = Object.keys(quote);
    expect(names.indexOf(`totalamount@${formatted}`)).toBe(names.indexOf('totalamount') - 1);
    expect(names).not.toContain(`name@${formatted}`);
    expect(names).not.toContain(`description@${formatted}`);
    expect(quote[`statecode@${formatted}`]).toBe('Draft');
  });

  it('of lookups are names, with table and navigation property', async () => {
    const quote = await quoteAs('Jim Olive');
    expect(quote).toMatchObject({
      [`_customerid_value@${formatted}`]: 'Trey Research',
      '_customerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty': 'customerid_account',
      '_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
      _customerid_value: recordId('account', '20000'),
    });
  });

  it('have the labels of the user interface language where the solution brings them', async () => {
    const ada = organization.as('Ada Admin');
    const { body } = await ada.post(
      'tst_gadgets',
      { tst_kind: 582400000 },
      { Prefer: 'return=representation,odata.include-annotations="*"' },
    );
    expect(body[`tst_kind@${formatted}`]).toBe('Small');
    const paolo = recordId('systemuser', 'Paolo Rossi');
    organization.dataverse.users.assignRole(paolo, 'Gadget Reader');
    const seen = await organization
      .as('Paolo Rossi')
      .get(`tst_gadgets(${String(body.tst_gadgetid)})`, allAnnotations);
    expect(seen.body[`tst_kind@${formatted}`]).toBe('Small (it)');
  });

  it('come only when they are asked for, and only those that are', async () => {
    expect(Object.keys(await quoteAs('Jim Olive', { Prefer: '' })).join()).not.toContain('@OData');
    const names = Object.keys(
      await quoteAs('Jim Olive', { Prefer: `odata.include-annotations="${formatted}"` }),
    );
    expect(names.join()).toContain(formatted);
    expect(names.join()).not.toContain('Microsoft.Dynamics.CRM');
    const crm = Object.keys(
      await quoteAs('Jim Olive', { Prefer: 'odata.include-annotations="Microsoft.Dynamics.CRM.*"' }),
    );
    expect(crm.join()).not.toContain(formatted);
    expect(crm.join()).toContain('lookuplogicalname');
  });
});
