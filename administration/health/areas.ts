import type { HealthArea, HealthFacts, HealthFinding } from '../../businessCentral/administration/health';
import { checkParts } from '../../businessCentral/administration/types';
import type { PageName } from '../pageNames';
import { dataOfStep } from '../setup/stepNames';
import type { Health } from './checks';

/** The areas in the order in which one needs the other, with what is known of each. */
const factsOf: Readonly<Record<HealthArea, readonly (keyof HealthFacts)[]>> = {
  connection: ['connections', 'way'],
  services: ['services'],
  matching: ['products', 'accounts'],
  access: ['access'],
  salespeople: ['ownersNotCoupled'],
  synchronization: ['review', 'skipped'],
};

export interface AreaHealth {
  readonly area: HealthArea;
  /**
   * `notReached`: it could not be checked, since something before it does not work; `notAllowed`: nor by this user, whose role
   * does not let them.
   */
  readonly state: 'ok' | 'notReached' | 'notAllowed' | 'found';
  readonly findings: readonly HealthFinding[];
}

export function areasOf({ facts, findings }: Pick<Health, 'facts' | 'findings'>): readonly AreaHealth[] {
  return (Object.keys(factsOf) as HealthArea[]).map((area) => {
    const found = findings.filter((finding) => finding.area === area);
    return { area, state: found.length > 0 ? 'found' : stateWithoutFindings(area, facts), findings: found };
  });
}

function stateWithoutFindings(area: HealthArea, facts: HealthFacts): 'ok' | 'notReached' | 'notAllowed' {
  const known = factsOf[area].map((fact) => facts[fact]);
  const { services } = facts;
  const isWithheld =
    area === 'services' &&
    services !== null &&
    'answer' in services &&
    services.answer.services.some(({ state }) => state === 'notForRole');
  return known.includes(null)
    ? 'notReached'
    : isWithheld || known.some((fact) => fact !== null && 'failed' in fact)
      ? 'notAllowed'
      : 'ok';
}

/** The page, and what it is to show, where a finding is mended. */
export function placeOf({ area, code, subjects }: HealthFinding): {
  readonly page: PageName;
  readonly data?: string;
} {
  switch (area) {
    case 'connection': {
      const [part] = subjects;
      const isBeforeDoor = checkParts.slice(0, checkParts.indexOf('address')).some((each) => each === part);
      return {
        page: 'setup',
        data: dataOfStep(code === 'noConnection' || isBeforeDoor ? 'way' : 'businessCentral'),
      };
    }
    case 'services':
      return { page: 'setup', data: dataOfStep('services') };
    case 'matching':
      return { page: 'setup', data: dataOfStep('matching') };
    case 'access':
      return { page: 'setup', data: dataOfStep('roles') };
    case 'salespeople':
      return { page: 'salespeople' };
    case 'synchronization':
      return { page: 'synchronization', data: code === 'recordsSkipped' ? 'errors' : 'review' };
  }
}
