import { isSecureAddress, recordAddress } from '../../businessCentral/webClient';

describe('addresses that may be spoken to', () => {
  it.each([
    ['https://bc.contoso.com:7048/BC/ODataV4', true],
    ['http://localhost:7048/BC/ODataV4', true],
    ['http://127.0.0.1:7048', true],
    ['http://[::1]:7048', true],
    ['http://bc.contoso.com/BC', false],
    ['http://localhost.evil.example', false],
    ['https://user:secret@bc.contoso.com', false],
    ['javascript:alert(1)', false],
    ['ftp://localhost', false],
    ['bc.contoso.com', false],
    ['', false],
  ])('%s: %s', (address, secure) => {
    expect(isSecureAddress(address)).toBe(secure);
  });
});

describe('a record in the web client', () => {
  const open = (url: string, value: string) =>
    recordAddress(url, "Director's Cut", 30, { field: 'No.', value });

  it('keeps the company that the address names', () => {
    expect(open('https://bc.contoso.com/BC/?company=CRONUS%20Ltd.', '1896-S')).toBe(
      "https://bc.contoso.com/BC/?company=CRONUS%20Ltd.&page=30&filter='No.'%20IS%20'1896-S'",
    );
  });

  it('adds the connection’s company where it names none', () => {
    expect(open('https://businesscentral.dynamics.com/tenant/Production', '1896-S')).toBe(
      "https://businesscentral.dynamics.com/tenant/Production?company=Director's%20Cut&page=30&filter='No.'%20IS%20'1896-S'",
    );
  });

  it('carries any item number', () => {
    expect(open('https://bc.contoso.com/?company=C', "O'NEIL & 50% #1")).toBe(
      "https://bc.contoso.com/?company=C&page=30&filter='No.'%20IS%20'O''NEIL%20%26%2050%25%20%231'",
    );
  });

  it('is not opened at an address that may not be spoken to', () => {
    expect(open('javascript:alert(1)//', '1896-S')).toBeNull();
  });
});
