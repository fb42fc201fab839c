import { testOrganization } from './testOrganization';
import type { Answer, Client, TestOrganization } from './testOrganization';

let organization: TestOrganization;
let sara: Client;

beforeAll(async () => {
  organization = await testOrganization();
  sara = organization.as('Sara Andersson');
});

afterEach(() => organization.reset());

const bulk =
  "products?$select=productnumber&$filter=startswith(productnumber,'BULK-000')&$orderby=productnumber";

const numbers = (answer: Answer): readonly unknown[] => answer.rows.map((row) => row.productnumber);
const nextLink = (answer: Answer): string => String(answer.body['@odata.nextLink']);
const pageOf = (size: number) => ({ Prefer: `odata.maxpagesize=${size}` });

describe('pages', () => {
  it('hold as many rows as are preferred, and a cookie as recorded', async () => {
    const first = await sara.get(bulk, pageOf(4));
    expect(numbers(first)).toEqual(['BULK-0001', 'BULK-0002', 'BULK-0003', 'BULK-0004']);
    expect(first.headers['preference-applied']).toBe('odata.maxpagesize=4');
    expect(nextLink(first)).toMatch(
      /&\$skiptoken=%3Ccookie%20pagenumber=%222%22%20pagingcookie=%22%253ccookie%2520page%253d%25221%2522%253e%253cproductid%2520last%253d%2522%257b[0-9A-F-]{36}%257d%2522%2520first%253d%2522%257b[0-9A-F-]{36}%257d%2522%2520%252f%253e%253c%252fcookie%253e%22%20istracking=%22False%22%20\/%3E$/,
    );
  });

  it('lead through all rows once, and the last has no link', async () => {
    const seen: unknown[] = [];
    let page = await sara.get(bulk, pageOf(4));
    seen.push(...numbers(page));
    while (page.body['@odata.nextLink'] !== undefined) {
      page = await sara.get(nextLink(page), pageOf(4));
      seen.push(...numbers(page));
    }
    expect(seen).toEqual(Array.from({ length: 9 }, (_, index) => `BULK-000${index + 1}`));
  });

  it('do not shift when a row is made or deleted meanwhile', async () => {
    const quotes = "quotes?$select=quotenumber&$filter=startswith(quotenumber,'QUO-0')&$orderby=quotenumber";
    const first = await sara.get(quotes, pageOf(3));
    expect(first.rows.map(({ quotenumber }) => quotenumber)).toEqual(['QUO-00000', 'QUO-00001', 'QUO-00010']);
    await sara.delete(`quotes(${String(first.rows[0]!.quoteid)})`);
    const second = await sara.get(nextLink(first), pageOf(3));
    expect(second.rows.map(({ quotenumber }) => quotenumber)).toEqual([
      'QUO-00200',
      'QUO-01001',
      'QUO-01002',
    ]);
  });

  it('pass over $top', async () => {
    const page = await sara.get(`${bulk}&$top=2`, pageOf(4));
    expect(page.rows).toHaveLength(4);
  });

  it('refuse a cookie that is not theirs', async () => {
    const { status, error } = await sara.get('products?$skiptoken=<cookie/>');
    expect(`${status} ${error.code ?? ''}`).toBe('400 0x80060888');
  });

  it('tell the number of rows when all annotations are asked for', async () => {
    const all = { Prefer: 'odata.include-annotations="*",odata.maxpagesize=4' };
    const counted = await sara.get(`${bulk}&$count=true`, all);
    expect(counted.body).toMatchObject({
      '@odata.count': 9,
      '@Microsoft.Dynamics.CRM.totalrecordcount': 9,
      '@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded': false,
    });
    const uncounted = await sara.get(bulk, all);
    expect(uncounted.body['@Microsoft.Dynamics.CRM.totalrecordcount']).toBe(-1);
  });
});
