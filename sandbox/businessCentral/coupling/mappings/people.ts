import type { SynchDirection } from '../../company/synchronizationRecords';
import { boundLookup, crmIdOfNumber, numberOfCrmId } from '../coupledFields';
import { salespeople } from '../coupledTables';
import type { FieldMapping } from '../fieldMapping';
import { textField } from '../plainFields';
import { mustBeCoupled, SynchError } from '../synchError';
import type { IntegrationTableMapping } from './mapping';

/** Users who sell, as salespeople: Dataverse has them, Business Central gets them. */
export const salespeopleMapping: IntegrationTableMapping = {
  name: 'SALESPEOPLE',
  table: salespeople,
  integrationTableId: 5340,
  entity: 'systemuser',
  entitySet: 'systemusers',
  entityCaption: 'User',
  numberColumn: null,
  direction: 'FromIntegrationTable',
  dependencyFilter: '',
  tableFilter: [],
  integrationTableFilter: [
    { field: 'isdisabled', values: [false] },
    { field: 'islicensed', values: [true] },
    { field: 'isintegrationuser', values: [false] },
  ],
  fields: [
    textField('Name', 'fullname', 50, 'FromIntegrationTable'),
    textField('E_Mail', 'internalemailaddress', 80, 'FromIntegrationTable'),
    textField('Job_Title', 'title', 30, 'FromIntegrationTable'),
  ],
};

/**
 * The salesperson of a record as the owner of its row, in the ownership model *Person*. A row that a team owns has no
 * salesperson, and a user who is none has to be coupled first (codeunit 5342 "CRM Synch. Helper", UpdateSalesPersonCode).
 */
export function ownerField(field: string, direction: SynchDirection = 'Bidirectional'): FieldMapping {
  return {
    field,
    column: '_ownerid_value',
    direction,
    toSales: (value, transfer) =>
      value === ''
        ? null
        : boundLookup('ownerid', 'systemusers', crmIdOfNumber(transfer, salespeople, String(value), 'User')),
    fromSales: (value, transfer) => {
      if ((transfer.row['_owningteam_value'] ?? null) !== null) {
        throw new SynchError(
          'The row is owned by a team. Only a user can be a salesperson, so a user has to own it.',
        );
      }
      const code = numberOfCrmId(transfer, salespeople, String(value));
      if (code === null) {
        throw mustBeCoupled('The owner of the row', `${salespeople.caption} record`);
      }
      return code;
    },
  };
}
