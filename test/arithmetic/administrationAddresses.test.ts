import * as fc from 'fast-check';
import { readGatewayAddress } from '../../businessCentral/administration/gatewayAddress';
import { readOdataAddress } from '../../businessCentral/administration/odataAddress';
import { readWebClientAddress } from '../../businessCentral/administration/webClientAddress';
import type { AddressReading } from '../../businessCentral/administration/typedAddress';
import { isSecureAddress } from '../../businessCentral/webClient';

const tenant = '1e9b1b3a-7b8d-4b5e-9a56-0a3d1c2b4f60';
const onlineRoot = `https://api.businesscentral.dynamics.com/v2.0/${tenant}/Production/ODataV4`;

function said(reading: AddressReading): string {
  return reading.ok ? reading.url : `${reading.finding} ${reading.suggestion ?? ''}`.trim();
}

describe('the root of the OData services is found in what administrators paste', () => {
  it.each([
    [`https://businesscentral.dynamics.com/${tenant}/Production`, onlineRoot],
    [`https://businesscentral.dynamics.com/${tenant}/Production/?company=CRONUS%20SE&page=22`, onlineRoot],
    [`https://api.businesscentral.dynamics.com/v2.0/${tenant}/Production/api/v2.0/companies`, onlineRoot],
    [`https://api.businesscentral.dynamics.com/v2.0/${tenant}/Production/ODataV4/Company('X')/Y`, onlineRoot],
    [`https://api.businesscentral.dynamics.com/v2.0/${tenant}/Production`, onlineRoot],
    [
      'https://businesscentral.dynamics.com/contoso.com/Sandbox-1/',
      'https://api.businesscentral.dynamics.com/v2.0/contoso.com/Sandbox-1/ODataV4',
    ],
    [
      `https://api.businesscentral.dynamics.com/v2.0/${tenant}/Production/WS/CRONUS/Page/Y`,
      `soap ${onlineRoot}`,
    ],
    ['https://businesscentral.dynamics.com/Production', 'tenantMissing'],
    ['https://businesscentral.dynamics.com/', 'tenantMissing'],
    [`https://businesscentral.dynamics.com/${tenant}`, `environmentMissing ${onlineRoot}`],
    [`https://api.businesscentral.dynamics.com/v2.0/${tenant}/ODataV4`, `environmentMissing ${onlineRoot}`],
  ])('online: %s', (typed, expected) => {
    expect(said(readOdataAddress(typed))).toBe(expected);
  });

  it.each([
    ['https://erp.contoso.com:7048/BC/ODataV4', 'https://erp.contoso.com:7048/BC/ODataV4'],
    ['https://erp.contoso.com:7048/BC/ODataV4/', 'https://erp.contoso.com:7048/BC/ODataV4'],
    ['  https://erp.contoso.com:7048/BC/odatav4  ', 'https://erp.contoso.com:7048/BC/ODataV4'],
    [
      "https://erp.contoso.com:7048/BC/ODataV4/Company('CRONUS')/ItemCard",
      'https://erp.contoso.com:7048/BC/ODataV4',
    ],
    ['https://erp.contoso.com:7048/BC/ODataV4/$metadata', 'https://erp.contoso.com:7048/BC/ODataV4'],
    ['https://erp.contoso.com:7048/BC/OData/', 'https://erp.contoso.com:7048/BC/ODataV4'],
    ['https://erp.contoso.com:7048/BC/api/v2.0', 'https://erp.contoso.com:7048/BC/ODataV4'],
    ['https://erp.contoso.com:7048/BC', 'https://erp.contoso.com:7048/BC/ODataV4'],
    ['https://erp.contoso.com/proxy/BC/ODataV4', 'https://erp.contoso.com/proxy/BC/ODataV4'],
    ['http://localhost:7048/BC/ODataV4', 'http://localhost:7048/BC/ODataV4'],
    ['https://erp.contoso.com:7047/BC/WS/CRONUS/Page/Item', 'soap https://erp.contoso.com:7048/BC/ODataV4'],
    ['https://erp.contoso.com/BC/WS/CRONUS/Page/Item', 'soap https://erp.contoso.com/BC/ODataV4'],
    ['https://erp.contoso.com:7047/BC', 'soap https://erp.contoso.com:7048/BC/ODataV4'],
    ['https://erp.contoso.com:7049/BC/dev', 'otherPort https://erp.contoso.com:7048/BC/ODataV4'],
    ['https://erp.contoso.com:7046/BC', 'otherPort https://erp.contoso.com:7048/BC/ODataV4'],
    ['https://erp.contoso.com:8080/BC/?company=CRONUS', 'webClient https://erp.contoso.com:7048/BC/ODataV4'],
    ['https://erp.contoso.com/BC/WebClient/', 'webClient https://erp.contoso.com:7048/BC/ODataV4'],
    ['https://erp.contoso.com:7048/BC/ODataV4?tenant=t1', 'tenantInQuery'],
    ['https://erp.contoso.com:7048/', 'instanceMissing'],
    ['http://erp.contoso.com:7048/BC/ODataV4', 'insecure https://erp.contoso.com:7048/BC/ODataV4'],
    ['erp.contoso.com:7048/BC/ODataV4', 'missingScheme https://erp.contoso.com:7048/BC/ODataV4'],
    ['ERP01', 'missingScheme https://ERP01'],
    ['https://contoso.crm4.dynamics.com/main.aspx', 'sales'],
    ['ftp://erp.contoso.com/BC', 'notAnAddress'],
    ['Business Central', 'notAnAddress'],
    ['https://', 'notAnAddress'],
    ['   ', 'empty'],
  ])('on-premises: %s', (typed, expected) => {
    expect(said(readOdataAddress(typed))).toBe(expected);
  });

  it('a password in an address is refused and not repeated', () => {
    const reading = readOdataAddress('https://BCSALES:sEcret@erp.contoso.com:7048/BC/ODataV4');
    expect(reading).toMatchObject({ ok: false, finding: 'credentialsInAddress' });
    expect(JSON.stringify(reading)).not.toMatch(/sEcret|BCSALES/);
  });

  it.each([
    [
      "https://erp:7048/BC/ODataV4/Company('CRONUS%20International%20Ltd.')/ItemCard",
      'CRONUS International Ltd.',
    ],
    ["https://erp:7048/BC/ODataV4/Company('Director''s%20Cut')", "Director's Cut"],
    [`https://businesscentral.dynamics.com/${tenant}/P?Company=CRONUS%20SE&page=9`, 'CRONUS SE'],
    ['https://erp:7048/BC/ODataV4', null],
  ])('the company is taken from %s', (typed, company) => {
    expect(readOdataAddress(typed)).toMatchObject({ ok: true, company });
  });

  it('whatever is typed, what comes out is secure, ends with ODataV4, and stays as it is when read again', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (typed) => {
          const reading = readOdataAddress(typed);
          if (reading.ok) {
            expect(isSecureAddress(reading.url)).toBe(true);
            expect(reading.url).toMatch(/\/ODataV4$/);
            expect(readOdataAddress(reading.url)).toMatchObject({ ok: true, url: reading.url, changes: [] });
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the address of the web client', () => {
  it.each([
    [
      `https://businesscentral.dynamics.com/${tenant}/Production/?company=CRONUS%20SE&page=22&dc=0`,
      `https://businesscentral.dynamics.com/${tenant}/Production?company=CRONUS%20SE`,
    ],
    [onlineRoot, `https://businesscentral.dynamics.com/${tenant}/Production`],
    ['https://erp.contoso.com/BC/', 'https://erp.contoso.com/BC'],
    ['https://erp.contoso.com/BC/?page=9305&tenant=t1', 'https://erp.contoso.com/BC?tenant=t1'],
    ['https://erp.contoso.com:7048/BC/ODataV4', 'webService https://erp.contoso.com/BC'],
    ['http://erp.contoso.com/BC', 'insecure https://erp.contoso.com/BC'],
  ])('%s', (typed, expected) => {
    expect(said(readWebClientAddress(typed))).toBe(expected);
  });
});

describe('the address of the gateway', () => {
  it.each([
    ['https://gateway.contoso.com/', 'https://gateway.contoso.com'],
    ['https://gateway.contoso.com/ODataV4/', 'https://gateway.contoso.com'],
    ['https://contoso.com/gateway/healthz', 'https://contoso.com/gateway'],
    ['http://localhost:8090', 'http://localhost:8090'],
    ['gateway.contoso.com', 'missingScheme https://gateway.contoso.com'],
    ['https://erp.contoso.com:7048/BC/ODataV4', 'businessCentralItself'],
    [onlineRoot, 'businessCentralItself'],
  ])('%s', (typed, expected) => {
    expect(said(readGatewayAddress(typed))).toBe(expected);
  });
});
