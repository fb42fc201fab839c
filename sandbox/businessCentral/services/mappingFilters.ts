import type { Company } from '../company/company';
import { filterText, type IntegrationTableMapping } from '../coupling/mappings/mapping';

/** Conditions of a default filter by the numbers of the fields, on both sides. */
interface FilterConditions {
  readonly record: string;
  readonly row: string;
}

/** Rows of this company, and of none: `{id}` is the company's. */
const company = (field: number) => `Field${field}=1({id}|{00000000-0000-0000-0000-000000000000})`;

/** What Business Central's default mappings filter by (Microsoft's tests of them, "DefaultTableMapping…"). */
const conditions: Readonly<Record<string, FilterConditions>> = {
  CUSTOMER: { record: 'Field39=1(0)', row: `Field6=1(3),Field54=1(0),${company(202)}` },
  VENDOR: { record: 'Field39=1(0)', row: `Field6=1(11),Field54=1(0),${company(202)}` },
  CONTACT: {
    record: "Field5050=1(1),Field5051=1(<>'')",
    row: `Field71=1(0),Field134=1(<>{00000000-0000-0000-0000-000000000000}),Field140=1(1),${company(192)}`,
  },
  'ITEM-PRODUCT': { record: 'Field54=1(0)', row: `Field8=1(0),Field27=1(0),${company(62)}` },
  'RESOURCE-PRODUCT': { record: 'Field38=1(0)', row: `Field8=1(2),Field27=1(0),${company(62)}` },
  SALESPEOPLE: { record: '', row: 'Field31=1(0),Field96=1(0),Field107=1(1)' },
  OPPORTUNITY: { record: 'Field10=1(0|1)', row: company(111) },
  'CUSTPRCGRP-PRICE': { record: '', row: company(31) },
  'POSTEDSALESINV-INV': { record: '', row: company(95) },
};

/** A mapping's filter as the page shows it; where Business Central's own is not known, by the names of the fields. */
export function shownFilter(
  { name, tableFilter, integrationTableFilter }: IntegrationTableMapping,
  side: keyof FilterConditions,
  { id }: Company,
): string {
  const text = conditions[name]?.[side];
  if (text === undefined) {
    return filterText(side === 'record' ? tableFilter : integrationTableFilter);
  }
  return text === ''
    ? ''
    : `VERSION(1) SORTING(Field1) WHERE(${text.replace('{id}', `{${id.toUpperCase()}}`)})`;
}
