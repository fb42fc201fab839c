import type { Metadata } from '../../metadata/metadata';
import type { ColumnSecurityProfile } from '../../security/role';
import { guidIn } from '../guid';
import type { Refusals } from '../refusals';
import type { Payload } from '../rootComponents';
import { attribute, childElements, childText, descendant } from '../xml';
import type { XmlElement } from '../xml';

export interface ProfileSource {
  readonly payload: Payload;
  readonly profile: ColumnSecurityProfile;
}

/** Value of `CanRead` and its like: 4 allowed, 0 not. */
const allowed = '4';

/** Reads `<FieldSecurityProfiles>`. */
export function readProfiles(section: XmlElement | null, refusals: Refusals): readonly ProfileSource[] {
  return (section ? childElements(section, 'FieldSecurityProfile') : []).flatMap((element) => {
    const name = attribute(element, 'name');
    const part = `customizations.xml, column security profile "${name}"`;
    const id = guidIn(attribute(element, 'fieldsecurityprofileid'));
    if (id === null) {
      refusals.add(
        'invalidGuid',
        part,
        `"${attribute(element, 'fieldsecurityprofileid')}" is no id of a column security profile.`,
      );
      return [];
    }
    const list = descendant(element, 'FieldPermissions');
    const permissions = (list ? childElements(list, 'FieldPermission') : []).map((permission) => ({
      table: childText(permission, 'EntityName').toLowerCase(),
      column: childText(permission, 'AttributeName').toLowerCase(),
      read: childText(permission, 'CanRead') === allowed,
      create: childText(permission, 'CanCreate') === allowed,
      update: childText(permission, 'CanUpdate') === allowed,
    }));
    const profile = { id, name, description: attribute(element, 'description'), permissions };
    return [{ payload: { type: 70, key: id, part }, profile }];
  });
}

/** Refuses permissions on columns that do not exist or are not secured. @param metadata with the solution's tables */
export function checkProfiles(
  profiles: readonly ProfileSource[],
  metadata: Metadata,
  refusals: Refusals,
): void {
  for (const { payload, profile } of profiles) {
    for (const { table, column } of profile.permissions) {
      const found = metadata.find(table)?.columns.get(column);
      if (!found) {
        refusals.add('unknownColumn', payload.part, `There is no column ${table}.${column}.`);
      } else if (!found.secured) {
        refusals.add(
          'columnNotSecured',
          payload.part,
          `Column security is not enabled for ${table}.${column}.`,
        );
      }
    }
  }
}
