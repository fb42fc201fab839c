import { cronus } from '../../demoData/cronus';
import type { DemoCustomer } from '../../demoData/records';
import type { Row } from '../rows/row';
import { referTo, seedRows } from './seedRows';
import type { Seeding } from './seedRows';

/** account.paymenttermscode by Business Central's payment terms, where Sales has the same. */
const paymentTerms: Readonly<Record<string, number>> = { '30 DAYS': 1, '60 DAYS': 4 };

/** Sales' payment terms for those of Business Central; null where Sales has none like them. */
export function paymentTermsCode(code: string): number | null {
  return paymentTerms[code] ?? null;
}

/** Key of a contact: its customer and its name. */
function contactKey(customerNo: string, name: string): string {
  return `${customerNo}/${name}`;
}

/** CRONUS's customers as accounts under their numbers, and the people there. */
export function seedCustomers(seeding: Seeding): void {
  seedRows(
    seeding,
    'account',
    cronus.customers.map((customer) => [customer.No, accountRow(customer)]),
  );
  const people = cronus.contacts.filter(
    (contact) => contact.Type === 'Person' && contact.Linked_Table === 'Customer',
  );
  seedRows(
    seeding,
    'contact',
    people.map(({ Linked_No, Name, E_Mail }) => {
      const [first = '', ...last] = Name.split(' ');
      return [
        contactKey(Linked_No, Name),
        {
          fullname: Name,
          firstname: first,
          lastname: last.join(' '),
          emailaddress1: E_Mail || null,
          parentcustomerid: referTo('account', Linked_No),
          ownerid: referTo('systemuser', 'Jim Olive'),
        },
      ];
    }),
  );
}

function accountRow(customer: DemoCustomer): Row {
  const primary = cronus.contacts.find(
    (contact) =>
      contact.Type === 'Person' && contact.Linked_No === customer.No && contact.Name === customer.Contact,
  );
  return {
    name: customer.Name,
    accountnumber: customer.No,
    emailaddress1: customer.E_Mail || null,
    telephone1: customer.Phone_No || null,
    primarycontactid: primary ? referTo('contact', contactKey(customer.No, primary.Name)) : null,
    paymenttermscode: paymentTermsCode(customer.Payment_Terms_Code),
    // 0 in Business Central means no limit; an empty one says so here.
    creditlimit: customer.Credit_Limit_LCY || null,
    address1_name: customer.Name,
    address1_line1: customer.Address,
    address1_line2: customer.Address_2 || null,
    address1_city: customer.City,
    address1_postalcode: customer.Post_Code,
    address1_country: customer.Country_Region_Code,
    ownerid: referTo('systemuser', 'Jim Olive'),
  };
}
