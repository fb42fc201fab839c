import type { Company } from '../company/company';
import type { FieldDefinition } from '../services/field';
import { jsonAnswer, type Answer } from './answer';

/** Fields of the default web service Company. */
export const companyFields: readonly FieldDefinition[] = [
  { name: 'Name', type: 'Edm.String', kind: 'field', maxLength: 30 },
  { name: 'Evaluation_Company', type: 'Edm.Boolean', kind: 'field' },
  { name: 'Display_Name', type: 'Edm.String', kind: 'field', maxLength: 250 },
  { name: 'Id', type: 'Edm.Guid', kind: 'field' },
  { name: 'Business_Profile_Id', type: 'Edm.String', kind: 'field', maxLength: 250 },
];

/** `Company('…')` in an address: apostrophes doubled, percent-encoded once. */
export function companyPath(company: Company): string {
  return `Company('${encodeURIComponent(company.name.replaceAll("'", "''"))}')`;
}

function companyRow(company: Company): Readonly<Record<string, string | boolean>> {
  return {
    Name: company.name,
    Evaluation_Company: false,
    Display_Name: company.name,
    Id: company.id,
    Business_Profile_Id: '',
  };
}

/** Answers the service Company, which every server has. */
export function companiesAnswer(companies: readonly Company[], odataUrl: string): Answer {
  return jsonAnswer(200, {
    '@odata.context': `${odataUrl}/$metadata#Company`,
    value: companies.map(companyRow),
  });
}

export function companyAnswer(company: Company, odataUrl: string): Answer {
  return jsonAnswer(200, {
    '@odata.context': `${odataUrl}/$metadata#Company/$entity`,
    ...companyRow(company),
  });
}
