import type { Scope } from '../admission/scope';
import { Refusal } from '../refusal';
import type { Reading, Resource } from './resource';

function requireOneOf(needed: readonly Scope[], held: readonly Scope[]): void {
  if (!needed.some((scope) => held.includes(scope))) {
    throw new Refusal('Gateway_InsufficientScope', `This takes the scope ${needed.join(' or ')}.`);
  }
}

/** Whether a smaller scope reaches just this question. */
function isNarrowEnough({ service: { narrow }, options }: Reading, held: readonly Scope[]): boolean {
  return narrow !== undefined && held.includes(narrow.scope) && narrow.allows(options);
}

/** What lets its holder see which companies there are: whoever sets up the connection. */
const companiesScope: Scope = 'coupling.write';

function methodNotAllowed(): Refusal {
  return new Refusal(
    'Gateway_NotAllowed',
    'Services are read with GET, actions and batches are sent with POST.',
  );
}

/**
 * Whether the caller may ask this with this method.
 * @throws Refusal
 */
export function requirePermission(resource: Resource, method: string, held: readonly Scope[]): void {
  const isRead = resource.kind === 'reading' || resource.kind === 'companies';
  if (method !== (isRead ? 'GET' : 'POST')) {
    throw methodNotAllowed();
  }
  if (resource.kind === 'reading') {
    if (!isNarrowEnough(resource, held)) {
      requireOneOf(resource.service.scopes, held);
    }
  } else if (resource.kind === 'action') {
    requireOneOf(resource.action.scopes, held);
  } else if (resource.kind === 'companies') {
    requireOneOf([companiesScope], held);
  }
}
