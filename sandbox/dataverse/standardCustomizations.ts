import { standardForms } from './metadata/standardForms';
import { standardViews } from './metadata/standardViews';
import { standardMetadata } from './metadata/tables';
import type { Customizations } from './customizations';
import { standardRoles } from './security/standardRoles';

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

/** An organization with Dynamics 365 Sales in which nothing has been imported yet. */
export const standardCustomizations: Customizations = {
  metadata: standardMetadata,
  solutions: new Map(),
  controls: new Map(),
  webResources: new Map(),
  siteMaps: new Map(),
  apps: new Map(),
  tableIcons: new Map(),
  forms: byId(standardForms(standardMetadata)),
  views: byId(standardViews),
  ribbons: new Map(),
  roles: byId(standardRoles),
  profiles: new Map(),
};
