import { cronus } from '../../demoData/cronus';
import { customerScenarios } from '../../demoData/customerScenarios';
import { demoCustomers } from '../../demoData/demoCustomers';
import type { DemoCustomer } from '../../demoData/records';
import { contactKey } from '../../demoData/salesKeys';
import type { Row } from '../rows/row';
import { referTo, seedRows } from './seedRows';
import type { Seeding } from './seedRows';

/** account.paymenttermscode by Business Central's payment terms, where Sales has the same. */
const paymentTerms: Readonly<Record<string, number>> = { '30 DAYS': 1, '60 DAYS': 4 };

/** account.customertypecode of customers. */
const customerType = 3;

/** Sales' payment terms for those of Business Central; null where Sales has none like them. */
export function paymentTermsCode(code: string): number | null {
  return paymentTerms[code] ?? null;
}

/** Somebody at a customer. */
interface Person {
  readonly customerNo: string;
  readonly name: string;
  readonly mail: string;
}

const people: readonly Person[] = [
  ...cronus.contacts
    .filter((contact) => contact.Type === 'Person' && contact.Linked_Table === 'Customer')
    .map(({ Linked_No, Name, E_Mail }) => ({ customerNo: Linked_No, name: Name, mail: E_Mail })),
  ...customerScenarios
    .filter(({ customer }) => customer.Contact !== '')
    .map(({ customer }) => ({ customerNo: customer.No, name: customer.Contact, mail: customer.E_Mail })),
];

/** Numbers of accounts that are not those of their customers. */
const accountNumbers = new Map(
  customerScenarios.map(({ customer, accountNumber }) => [customer.No, accountNumber]),
);

/** CRONUS's customers as accounts under their numbers, and the people there. */
export function seedCustomers(seeding: Seeding): void {
  seedRows(
    seeding,
    'account',
    demoCustomers.map((customer) => [customer.No, accountRow(customer)]),
  );
  seedRows(
    seeding,
    'contact',
    people.map(({ customerNo, name, mail }) => {
      const [first = '', ...last] = name.split(' ');
      return [
        contactKey(customerNo, name),
        {
          fullname: name,
          firstname: first,
          lastname: last.join(' '),
          emailaddress1: mail || null,
          parentcustomerid: referTo('account', customerNo),
          ownerid: referTo('systemuser', 'Jim Olive'),
        },
      ];
    }),
  );
}

function accountRow(customer: DemoCustomer): Row {
  const primary = people.find(
    (person) => person.customerNo === customer.No && person.name === customer.Contact,
  );
  const isLocal = customer.Currency_Code === '';
  const accountNumber = accountNumbers.get(customer.No);
  return {
    name: customer.Name,
    accountnumber: accountNumber === undefined ? customer.No : accountNumber,
    customertypecode: customerType,
    address1_primarycontactname: customer.Contact || null,
    emailaddress1: customer.E_Mail || null,
    telephone1: customer.Phone_No || null,
    primarycontactid: primary ? referTo('contact', contactKey(customer.No, primary.name)) : null,
    paymenttermscode: paymentTermsCode(customer.Payment_Terms_Code),
    transactioncurrencyid: referTo('transactioncurrency', isLocal ? 'GBP' : customer.Currency_Code),
    // 0 in Business Central means no limit; an empty one says so here. A limit is in LCY, an account's in its currency.
    creditlimit: isLocal ? customer.Credit_Limit_LCY || null : null,
    address1_name: customer.Name,
    address1_line1: customer.Address,
    address1_line2: customer.Address_2 || null,
    address1_city: customer.City,
    address1_postalcode: customer.Post_Code,
    address1_country: customer.Country_Region_Code,
    ownerid: referTo('systemuser', 'Jim Olive'),
  };
}
