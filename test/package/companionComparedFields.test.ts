import { join } from 'node:path';
import { mappedRecords } from '../../businessCentral/coupling/mappedFields';
import { filteredFields } from '../../businessCentral/coupling/mappingFilter';
import { pairs } from '../../businessCentral/coupling/pairs';
import { alObjects, propertiesOf } from './alSources';

const product = alObjects(join(__dirname, '../../companion/src'));

/** The companion's page behind a service, by the codeunit that publishes it. */
function pageOf(service: string): readonly string[] {
  const publishing = product.find(({ name }) => name === 'BCS Web Services')?.text ?? '';
  const name = new RegExp(`PublishPage\\('${service}', \\w+::"([^"]+)"\\)`).exec(publishing)?.[1];
  const page = product.find((object) => object.kind === 'page' && object.name === name);
  return page === undefined ? [] : propertiesOf(page);
}

describe('from Business Central 30 on, when only the companion’s pages are published', () => {
  test.each(Object.entries(mappedRecords))('every field of a %s can be compared', (_, mapped) => {
    const asked = mapped === null ? [] : [mapped.key, ...mapped.fields.map(({ property }) => property)];
    const has = pageOf(mapped?.service ?? '');
    expect(asked.filter((property) => !has.includes(property))).toEqual([]);
  });

  test.each(pairs.map(({ kind, candidates }) => [kind, candidates] as const))(
    'a %s is searched and judged by every field that it is elsewhere',
    (kind, candidates) => {
      const { number, identity, name, email } = candidates ?? {};
      const asked = [number, identity, name, email].filter((field) => typeof field === 'string');
      asked.push(...filteredFields(kind));
      const has = pageOf(candidates?.service ?? '');
      expect(asked.filter((property) => !has.includes(property))).toEqual([]);
    },
  );
});
