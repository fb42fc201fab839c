import { couplingOfRecord } from '../coupling/couplings';
import type { RecordField } from './service';

/** FlowField "Coupled to Dataverse": whether table 5331 has a coupling of the record. @param tableId of the record */
export function coupledToDataverse<Row extends { readonly systemId: string }>(
  tableId: number,
): RecordField<Row> {
  return {
    name: 'Coupled_to_Dataverse',
    type: 'Edm.Boolean',
    kind: 'field',
    value: ({ systemId }, company) => couplingOfRecord(company, tableId, systemId) !== null,
  };
}
