import { scopes, type Scope } from './scope';

/**
 * The three roles of the solution (docs/roles.md) and what each lets its holder ask. They are recognized by the ids
 * that they have in the solution and not by their names: Microsoft's own integration brings roles of the same names,
 * and whoever may create roles may name one at will.
 */
export const rolesOfTheSolution = {
  'Integration Administrator': {
    id: '790688fe-7be5-42e2-b5e8-0b611393de33',
    scopes: ['availability', 'statistics', 'coupling.read', 'coupling.write'],
  },
  'Integration User': {
    id: '8e5c7a22-534b-426c-b2d2-9c6e180128e8',
    scopes: ['availability', 'statistics', 'coupling.read'],
  },
  'Product Availability User': {
    id: '464e94ff-deca-48be-9624-8eed295313b4',
    scopes: ['availability'],
  },
} as const satisfies Readonly<Record<string, { readonly id: string; readonly scopes: readonly Scope[] }>>;

/**
 * What a user may ask.
 * @param roleIds ids of the user's roles, own and through teams. A role has an id of its own in every business unit,
 * so the ids of the roles that they were copied from belong here too (`parentrootroleid`).
 */
export function scopesOfRoles(roleIds: readonly string[]): readonly Scope[] {
  const held = new Set(roleIds.map((id) => id.toLowerCase()));
  const granted = Object.values(rolesOfTheSolution)
    .filter(({ id }) => held.has(id))
    .flatMap((role): readonly Scope[] => role.scopes);
  return scopes.filter((scope) => granted.includes(scope));
}
