import type { OrganizationService } from '../../service/organizationService';
import type { Organization } from '../../organization';
import type { Caller } from '../../security/caller';

/** On whose behalf a query runs, and over what. */
export interface QueryScope {
  readonly organization: Organization;
  readonly service: OrganizationService;
  readonly caller: Caller;
}
