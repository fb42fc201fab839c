import { couplingAccounts } from './couplingAccounts';
import { couplingPeople } from './couplingScenarios';
import { cronus } from './cronus';
import { customerScenarios } from './customerScenarios';

/** A contact of Business Central. */
export interface NumberedContact {
  /** Business Central numbers contacts from CT000001 on. */
  readonly no: string;
  readonly type: 'Company' | 'Person';
  readonly name: string;
  readonly email: string;
  readonly linkedTable: 'Customer' | 'Vendor';
  readonly linkedNo: string;
  /** Coupled to the contact of this name at the customer's account. */
  readonly coupled: boolean;
}

type Unnumbered = Omit<NumberedContact, 'no'>;

const ofCronus: readonly Unnumbered[] = cronus.contacts.map((contact) => ({
  type: contact.Type,
  name: contact.Name,
  email: contact.E_Mail,
  linkedTable: contact.Linked_Table,
  linkedNo: contact.Linked_No,
  coupled: contact.Type === 'Person' && contact.Linked_Table === 'Customer',
}));

function company(
  linkedTable: 'Customer' | 'Vendor',
  linkedNo: string,
  name: string,
  email: string,
): Unnumbered {
  return { type: 'Company', name, email, linkedTable, linkedNo, coupled: false };
}

function person(customerNo: string, name: string, email: string, coupled: boolean): Unnumbered {
  return { type: 'Person', name, email, linkedTable: 'Customer', linkedNo: customerNo, coupled };
}

/** Business Central makes the company contact of each new customer and vendor by itself. */
const made: readonly Unnumbered[] = [
  ...customerScenarios.flatMap(({ customer, customerDeleted }) =>
    customerDeleted
      ? []
      : [
          company('Customer', customer.No, customer.Name, customer.E_Mail),
          ...(customer.Contact === '' ? [] : [person(customer.No, customer.Contact, customer.E_Mail, true)]),
        ],
  ),
  ...couplingAccounts
    .filter(({ side }) => side !== 'sales')
    .map(({ kind, key, name, email }) =>
      company(kind === 'customer' ? 'Customer' : 'Vendor', key, name, email),
    ),
  ...couplingPeople
    .filter(({ side }) => side !== 'sales')
    .map(({ customerNo, name, email }) => person(customerNo, name, email, false)),
];

/** All contacts of Business Central. */
export const numberedContacts: readonly NumberedContact[] = [...ofCronus, ...made].map((contact, index) => ({
  ...contact,
  no: `CT${String(index + 1).padStart(6, '0')}`,
}));
