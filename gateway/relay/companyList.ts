import type { AllowedCompany } from '../configuration/companies';

/**
 * The companies that may be asked, in the form of Business Central's own service Company. Of a company that only its id
 * names the name is empty, for nobody has told it.
 * @returns JSON text
 */
export function companyListText(companies: readonly AllowedCompany[]): string {
  return JSON.stringify({
    '@odata.context': '/ODataV4/$metadata#Company',
    value: companies.map(({ name, id }) => ({ Name: name ?? '', ...(id === null ? {} : { Id: id }) })),
  });
}
