import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import { ImportRefused } from '../../../sandbox/dataverse/importer/refusals';
import {
  controlName,
  onlyRefusal,
  refusalsFor,
  replacing,
  validSolution,
  without,
  zipped,
} from './solutionFixture';

describe('the archive of a solution', () => {
  it('is taken as the packer makes it', () => {
    expect(refusalsFor(validSolution)).toEqual([]);
  });

  it('is taken with a byte order mark on its root parts', () => {
    const marked = { ...validSolution, 'solution.xml': `\uFEFF${validSolution['solution.xml'] as string}` };
    expect(refusalsFor(marked)).toEqual([]);
  });

  it('is refused when it is no zip', () => {
    const dataverse = createDataverse();
    expect(() => dataverse.importSolution(new Uint8Array([1, 2, 3]))).toThrow(ImportRefused);
  });

  it.each(['solution.xml', 'customizations.xml', '[Content_Types].xml'])('is refused without %s', (part) => {
    expect(onlyRefusal(without(validSolution, part), 'missingPart').part).toBe(part);
  });

  it('is refused when a root part has capitals', () => {
    const { 'solution.xml': manifest, ...others } = validSolution;
    const refusal = onlyRefusal({ ...others, 'Solution.xml': manifest! }, 'missingPart');
    expect(refusal.part).toBe('solution.xml');
    expect(refusal.reason).toContain('It holds Solution.xml');
  });

  it('is refused with an entry for a directory', () => {
    const refusal = onlyRefusal({ ...validSolution, 'Controls/': '' }, 'invalidPartName');
    expect(refusal.part).toBe('Controls/');
  });

  it('is refused with backslashes in a name', () => {
    const refusal = onlyRefusal({ ...validSolution, 'Controls\\x.js': '' }, 'invalidPartName');
    expect(refusal.reason).toContain('forward slashes');
  });

  it('is refused with a part that lies outside', () => {
    expect(onlyRefusal({ ...validSolution, '../evil.js': '' }, 'invalidPartName').part).toBe('../evil.js');
  });

  it('is refused for an extension without a content type', () => {
    const part = `Controls/${controlName}/strings/Gauge.1033.resx`;
    const refusal = onlyRefusal({ ...validSolution, [part]: '<root />' }, 'undeclaredContentType');
    expect(refusal.part).toBe(part);
    expect(refusal.reason).toContain('"resx"');
  });

  it('is refused for a part without extension and without an Override', () => {
    const refusal = onlyRefusal({ ...validSolution, 'WebResources/thing': 'x' }, 'undeclaredContentType');
    expect(refusal.reason).toContain('Override');
  });

  it.each([
    ['a tag that is not closed', '<Roles>', '<Roles><Role'],
    ['an entity that XML does not have', '<Roles>', '<Roles>&nbsp;'],
    ['a document type', '<ImportExportXml', '<!DOCTYPE x [<!ENTITY y "z">]><ImportExportXml'],
  ])('is refused when customizations.xml has %s', (_what, from, to) => {
    const refusal = onlyRefusal(replacing(validSolution, 'customizations.xml', from, to), 'invalidXml');
    expect(refusal.part).toBe('customizations.xml');
  });

  it('is refused when a part is not UTF-8', () => {
    const broken = { ...validSolution, 'customizations.xml': new Uint8Array([0x3c, 0x61, 0xff, 0x3e]) };
    expect(onlyRefusal(broken, 'invalidXml').reason).toContain('UTF-8');
  });

  it('is refused when a file of a control is beyond 5,120 KB', () => {
    const part = `Controls/${controlName}/bundle.js`;
    const large = { ...validSolution, [part]: new Uint8Array(5120 * 1024 + 1) };
    const refusal = onlyRefusal(large, 'fileTooLarge');
    expect(refusal.part).toBe(part);
    expect(refusal.reason).toContain('Webresource content size is too big');
    expect(refusalsFor({ ...validSolution, [part]: new Uint8Array(5120 * 1024) })).toEqual([]);
  });

  it('is refused for everything at once, and then nothing has changed', () => {
    const dataverse = createDataverse();
    const before = dataverse.organization.customizations;
    const broken = replacing(
      replacing(validSolution, 'customizations.xml', 'prvReadOrder', 'prvReadSalesOrder'),
      'solution.xml',
      'SolutionPackageVersion="9.2"',
      'SolutionPackageVersion="9.3"',
    );
    expect(refusalsFor(broken, dataverse).map(({ code }) => code)).toEqual([
      'packageVersion',
      'unknownPrivilege',
    ]);
    expect(dataverse.organization.customizations).toBe(before);
    expect(() => dataverse.importSolution(zipped(broken))).toThrow(/prvReadSalesOrder/);
  });
});
