import { organizationId, rootBusinessUnitId } from '../organization';
import type { Organization } from '../organization';
import type { RowStore } from '../rows/rowStore';
import type { Associating } from '../service/associating';
import type { OrganizationService } from '../service/organizationService';
import { requestToRow, requestToSet } from './dataRequests';
import { requestToMetadata } from './metadataRequests';
import { preferencesOf } from './preferences';
import { isReferenceRequest, requestToReference } from './referenceRequests';
import { idInKey, resourceNotFound, segmentsOf } from './resourcePath';
import { deleteSolution, importSolutionAction } from './solutionRequests';
import type { SolutionService } from './solutionRequests';
import { formatsOf } from './userFormats';
import { requestToRibbon } from './ribbonRequests';
import type { WebApiReply, WebApiRequest } from './webApiRequest';

/** Dataverse's Web API, apart from HTTP. */
export class WebApi {
  public constructor(
    private readonly organization: Organization,
    private readonly rows: RowStore,
    private readonly service: OrganizationService,
    private readonly solutions: SolutionService,
    private readonly associating: Associating,
  ) {}

  /** Answers a request on behalf of its caller. @throws DataverseError */
  public answer(request: WebApiRequest): WebApiReply {
    const segments = segmentsOf(request.path);
    const [first, ...rest] = segments;
    if (!first) {
      return this.serviceDocument(request);
    }
    if (first.name === 'WhoAmI' && request.method === 'GET' && (first.key ?? '') === '') {
      return whoAmI(request);
    }
    if (first.name === 'ImportSolution' && request.method === 'POST') {
      return importSolutionAction(this.solutions, this.service.access, request);
    }
    const formats = formatsOf(this.rows, request.caller.userId);
    if (first.name === 'EntityDefinitions') {
      this.service.access.requirePlatformPrivilege(request.caller, 'prvReadEntity');
      return requestToMetadata(this.organization, formats.language, request, segments);
    }
    if (first.name === 'RetrieveEntityRibbon' && request.method === 'GET') {
      this.service.access.requirePlatformPrivilege(request.caller, 'prvReadEntity');
      return requestToRibbon(this.organization, formats.language, request, first);
    }
    const table = this.organization.metadata.ofEntitySet(first.name);
    if (!table) {
      throw resourceNotFound(first.name);
    }
    if (table.logicalName === 'solution' && request.method === 'DELETE' && first.key !== null) {
      const id = idInKey(first.key, table.primaryId);
      return deleteSolution(this.solutions, this.service.access, request.caller, table, id);
    }
    if (first.key !== null && isReferenceRequest(rest)) {
      const id = idInKey(first.key, table.primaryId);
      return requestToReference(
        { organization: this.organization, associating: this.associating },
        request,
        table,
        id,
        rest,
      );
    }
    const preferences = preferencesOf(request.header('prefer'));
    const scope = { organization: this.organization, service: this.service, caller: request.caller };
    const writer = { scope, rows: this.rows, formats, preferences };
    const reply =
      first.key === null
        ? requestToSet(writer, request, table, rest)
        : requestToRow(writer, request, table, first.key, rest);
    return preferences.applied === ''
      ? reply
      : { ...reply, headers: { ...reply.headers, 'Preference-Applied': preferences.applied } };
  }

  private serviceDocument(request: WebApiRequest): WebApiReply {
    const value = this.organization.metadata.tables.map(({ entitySet }) => ({
      name: entitySet,
      kind: 'EntitySet',
      url: entitySet,
    }));
    return { status: 200, headers: {}, body: { '@odata.context': `${request.root}/$metadata`, value } };
  }
}

function whoAmI(request: WebApiRequest): WebApiReply {
  return {
    status: 200,
    headers: {},
    body: {
      '@odata.context': `${request.root}/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
      BusinessUnitId: rootBusinessUnitId,
      UserId: request.caller.userId,
      OrganizationId: organizationId,
    },
  };
}
