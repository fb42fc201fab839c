import { openCompany, type Company, type CompanyParts } from '../company';
import type { BusinessCentralConnection, ServiceName, ServiceSetting, ServiceSettings } from '../connection';
import { BusinessCentralError } from '../errors';
import { httpOver, type SendHttp } from '../http';
import { callAction } from '../odata/callAction';
import type { Deadline } from '../odata/deadline';
import type { ReadOutcome } from '../odata/reader';
import { basicCredentials } from '../odata/transport';
import { contractServices, type ContractService } from './contractServices';
import { certainNames, otherNamesOf, publishedNames, type PublishedNames } from './publishedNames';
import type { CheckedService, ServiceCheck, ServiceState } from './types';

/** Milliseconds for all services together; `$metadata` alone takes several seconds on a live system. */
const checkDeadline = 60_000;

export interface ServiceCheckOptions {
  readonly signal?: AbortSignal;
}

/** What tests put in the place of the real world. */
export type ServiceCheckParts = CompanyParts & { readonly http?: SendHttp };

/** A service's state with the fields that its page lacks, needed ones and others. */
interface Probed {
  readonly state: ServiceState;
  readonly missingFields: readonly string[];
}

/**
 * Looks which services of the contract are there, with which fields, past what the connection believes to know: all in
 * one batch, and the codeunit beside it. In direct mode services that are missing are looked for under other names.
 * @throws BusinessCentralError where Business Central could not be asked at all
 */
export async function checkServices(
  connection: BusinessCentralConnection,
  { signal }: ServiceCheckOptions = {},
  parts: ServiceCheckParts = {},
): Promise<ServiceCheck> {
  const settings = connection.services ?? {};
  const company = openCompany({ ...connection, services: namesOnly(settings) }, parts);
  return company.withinDeadline(
    signal,
    async (deadline) => {
      const probed = await probe(company, deadline);
      const names = (service: ServiceName) => company.wire.catalog.publishedName(service);
      const missing = contractServices.filter(
        ({ service }) => probed.get(service)?.state.state === 'missing',
      );
      const published =
        missing.length === 0
          ? null
          : await readPublishedNames(connection, parts.http ?? httpOver(), deadline);
      const taken = new Set(
        contractServices.filter((each) => !missing.includes(each)).map((each) => names(each.service)),
      );
      const otherNames = new Map(
        missing.map((each) => [each.service, published === null ? [] : otherNamesOf(each, published, taken)]),
      );
      const services = contractServices.map(({ service, object, features }): CheckedService => ({
        ...stateOf(probed, service),
        service,
        object,
        features,
        name: names(service),
        otherNames: otherNames.get(service) ?? [],
      }));
      return {
        services,
        proposal: proposalOf(services, probed, certainNames(otherNames), settings),
        hasCompanion: services.some(
          ({ object, state }) => object.id === null && state !== 'missing' && state !== 'unknown',
        ),
      };
    },
    checkDeadline,
  );
}

/** What is believed to be missing is asked for all the same: it may have been published since. */
function namesOnly(settings: ServiceSettings): ServiceSettings {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([service, { name }]) =>
      name === undefined ? [] : [[service, { name }]],
    ),
  );
}

async function probe(company: Company, deadline: Deadline): Promise<ReadonlyMap<ServiceName, Probed>> {
  const read = contractServices.filter(({ object }) => object.type !== 'codeunit');
  const [outcomes, ...actions] = await Promise.all([
    company.read(
      read.map(({ service, fields, otherFields }) => ({
        service,
        select: [...fields, ...otherFields],
        top: 1,
      })),
      deadline,
      true,
    ),
    ...contractServices
      .filter(({ object }) => object.type === 'codeunit')
      .map(async ({ service }) => [service, await probeCodeunit(company, service, deadline)] as const),
  ]);
  const probed = read.map((each, index) => [each.service, probedService(each, outcomes[index])] as const);
  const [, first] = probed[0] ?? [];
  if (first?.state.state === 'unknown' && probed.every(([, { state }]) => state.state === 'unknown')) {
    throw first.state.error;
  }
  return new Map<ServiceName, Probed>([
    ...probed,
    ...actions.map(([service, state]) => [service, { state, missingFields: [] }] as const),
  ]);
}

function probedService({ service, fields }: ContractService, outcome: ReadOutcome | undefined): Probed {
  if (outcome === undefined || !outcome.ok) {
    const error = outcome?.error ?? new BusinessCentralError('unreadableAnswer', { service });
    return { state: failedState(error), missingFields: [] };
  }
  const lacking = outcome.missingFields.filter((field) => fields.includes(field));
  return {
    state: lacking.length === 0 ? { state: 'found' } : { state: 'lacksFields', fields: lacking },
    missingFields: outcome.missingFields,
  };
}

function failedState(error: BusinessCentralError): ServiceState {
  switch (error.code) {
    case 'serviceNotPublished':
      return { state: 'missing' };
    case 'forbidden':
      return { state: 'notPermitted' };
    case 'notPermitted':
      return { state: 'notForRole' };
    default:
      return { state: 'unknown', error };
  }
}

/**
 * Whether the codeunit is there: it is asked for the record of no table, which it refuses with an error of its own.
 */
async function probeCodeunit(
  { wire, now }: Company,
  service: ServiceName,
  deadline: Deadline,
): Promise<ServiceState> {
  try {
    await callAction(wire, service, 'SystemIdOf', { tableId: 0, recordNo: '' }, now, deadline);
    return { state: 'found' };
  } catch (error) {
    if (!(error instanceof BusinessCentralError) || error.code === 'aborted') {
      throw error;
    }
    return error.details.status === 400 && error.code === 'businessCentralFailed'
      ? { state: 'found' }
      : failedState(error);
  }
}

function stateOf(probed: ReadonlyMap<ServiceName, Probed>, service: ServiceName): ServiceState {
  return (
    probed.get(service)?.state ?? {
      state: 'unknown',
      error: new BusinessCentralError('unreadableAnswer', { service }),
    }
  );
}

/** Only Business Central itself tells its names; a gateway keeps them to itself (docs/gateway.md). */
async function readPublishedNames(
  { odataUrl, authorization }: BusinessCentralConnection,
  http: SendHttp,
  deadline: Deadline,
): Promise<PublishedNames | null> {
  if (authorization.kind !== 'accessKey') {
    return null;
  }
  const credentials = basicCredentials(authorization.userName, authorization.webServiceAccessKey);
  try {
    const answer = await http(
      {
        method: 'GET',
        url: `${odataUrl.replace(/\/+$/, '')}/$metadata`,
        headers: { Accept: 'application/xml', Authorization: `Basic ${credentials}` },
      },
      deadline.signal,
    );
    return answer.status === 200 ? publishedNames(answer.text) : null;
  } catch (error) {
    // Names are a courtesy: without them the check is as good as before.
    if (error instanceof BusinessCentralError && deadline.reason() !== 'aborted') {
      return null;
    }
    throw error;
  }
}

/** A service of which nothing was found out keeps what the connection has. */
function proposalOf(
  services: readonly CheckedService[],
  probed: ReadonlyMap<ServiceName, Probed>,
  names: ReadonlyMap<ServiceName, string>,
  settings: ServiceSettings,
): ServiceSettings {
  return Object.fromEntries(
    services.flatMap(({ service, state, name: askedName }): [ServiceName, ServiceSetting][] => {
      const before = settings[service];
      if (state === 'unknown' || state === 'notForRole') {
        return before === undefined ? [] : [[service, before]];
      }
      const name = names.get(service) ?? askedName;
      const missingFields = probed.get(service)?.missingFields ?? [];
      const setting: ServiceSetting = {
        ...(name === service ? {} : { name }),
        ...(state === 'missing' && !names.has(service) ? { missing: true } : {}),
        ...(missingFields.length === 0 ? {} : { missingFields }),
      };
      return Object.keys(setting).length === 0 ? [] : [[service, setting]];
    }),
  );
}
