import { guidIn } from './guid';
import type { Refusals } from './refusals';
import type { RootComponent } from './solutionManifest';

/** Component types that the sandbox takes; their names as an administrator knows them. */
export const componentTypes = {
  1: 'table',
  10: 'relationship',
  20: 'security role',
  26: 'view',
  60: 'form',
  61: 'web resource',
  62: 'site map',
  66: 'custom control',
  70: 'column security profile',
  80: 'app',
} as const;

export type ComponentType = keyof typeof componentTypes;

/** A component that customizations.xml holds. */
export interface Payload {
  readonly type: ComponentType;
  /** What root components name it by: role, profile, form and view by id, everything else by name. */
  readonly key: string;
  /** Where it is, for people. */
  readonly part: string;
  /** True for what may be listed and need not be: forms and views go with their table, relationships with their tables. */
  readonly optional?: boolean;
}

/** Refuses components that are not declared, and declarations without their component. */
export function checkRootComponents(
  declared: readonly RootComponent[],
  payloads: readonly Payload[],
  refusals: Refusals,
): void {
  const normalized = declared.map(({ type, key }) => ({ type, key: guidIn(key) ?? key }));
  for (const payload of payloads.filter(({ optional }) => optional !== true)) {
    if (!normalized.some(({ type, key }) => type === payload.type && key === payload.key)) {
      refusals.add('undeclaredComponent', payload.part, undeclaredReason(payload, declared.length === 0));
    }
  }
  for (const { type, key } of normalized) {
    if (!(type in componentTypes)) {
      refusals.add(
        'unsupportedComponent',
        'solution.xml',
        `This sandbox takes no components of type ${type} (${key}).`,
      );
    } else if (!payloads.some((payload) => payload.type === type && payload.key === key)) {
      refusals.add(
        'missingComponent',
        'solution.xml',
        `Cannot add a Root Component ${key} of type ${type} because it is not in the target system.`,
      );
    }
  }
}

function undeclaredReason({ type, key }: Payload, noneDeclared: boolean): string {
  return type === 66 && noneDeclared
    ? `Root component missing for custom control ${key}.`
    : `The component ${key} of type ${type} is not declared in the solution file as a root component.`;
}

/** Refuses two components of one kind under the same key. */
export function checkDuplicates(payloads: readonly Payload[], refusals: Refusals): void {
  const seen = new Set<string>();
  for (const { type, key, part } of payloads) {
    if (seen.has(`${type} ${key}`)) {
      refusals.add(
        'duplicateComponent',
        part,
        `There is another ${componentTypes[type]} ${key} in the solution.`,
      );
    }
    seen.add(`${type} ${key}`);
  }
}
