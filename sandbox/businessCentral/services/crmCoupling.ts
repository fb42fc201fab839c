import {
  couple,
  createFromSales,
  startAllFullSynch,
  startFullSynch,
  synchronize,
  systemIdOf,
  uncouple,
} from '../coupling/couplingProcedures';
import type { Codeunit, ParameterValues } from './codeunit';

const integer = (name: string) => ({ name, type: 'Edm.Int32' }) as const;
const guid = (name: string) => ({ name, type: 'Edm.Guid' }) as const;
const text = (name: string) => ({ name, type: 'Edm.String' }) as const;

function numberIn(values: ParameterValues, name: string): number {
  return Number(values[name]);
}

function textIn(values: ParameterValues, name: string): string {
  return String(values[name]);
}

/** Codeunit of the companion extension: what Sales may ask of couplings (docs/companion.md). */
export const crmCoupling: Codeunit = {
  name: 'CRMCoupling',
  object: 'CodeUnit 50100 BCS CRM Coupling',
  procedures: [
    {
      name: 'Couple',
      parameters: [integer('tableId'), guid('systemId'), guid('crmId'), integer('synchAction')],
      run: (context, values) =>
        couple(context, {
          tableId: numberIn(values, 'tableId'),
          systemId: textIn(values, 'systemId'),
          crmId: textIn(values, 'crmId'),
          synchAction: numberIn(values, 'synchAction'),
        }),
    },
    {
      name: 'Uncouple',
      parameters: [integer('tableId'), guid('crmId')],
      run: (context, values) =>
        uncouple(context, { tableId: numberIn(values, 'tableId'), crmId: textIn(values, 'crmId') }),
    },
    {
      name: 'CreateFromSales',
      parameters: [text('entityName'), guid('crmId')],
      run: (context, values) =>
        createFromSales(context, {
          entityName: textIn(values, 'entityName'),
          crmId: textIn(values, 'crmId'),
        }),
    },
    {
      name: 'Synchronize',
      parameters: [integer('tableId'), guid('crmId'), integer('direction')],
      run: (context, values) =>
        synchronize(context, {
          tableId: numberIn(values, 'tableId'),
          crmId: textIn(values, 'crmId'),
          direction: numberIn(values, 'direction'),
        }),
    },
    {
      name: 'StartFullSynch',
      parameters: [text('mappingName')],
      run: (context, values) => startFullSynch(context, { mappingName: textIn(values, 'mappingName') }),
    },
    {
      name: 'StartAllFullSynch',
      parameters: [text('withoutCoupling')],
      run: (context, values) =>
        startAllFullSynch(context, { withoutCoupling: textIn(values, 'withoutCoupling') }),
    },
    {
      name: 'SystemIdOf',
      parameters: [integer('tableId'), text('recordNo')],
      run: (context, values) =>
        systemIdOf(context, { tableId: numberIn(values, 'tableId'), recordNo: textIn(values, 'recordNo') }),
    },
  ],
};
