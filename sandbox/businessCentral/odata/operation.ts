import { setTimeout as wait } from 'node:timers/promises';
import type { Company } from '../company/company';
import type { JobQueue } from '../coupling/jobQueue';
import type { DataverseClient } from '../dataverse/dataverseClient';
import type { Faults } from '../faults/faults';
import { spoiltAnswer } from '../faults/spoiltAnswer';
import type { BusinessCentralOptions, BusinessCentralUser } from '../options';
import type { PublishedServices } from '../services/publishedServices';
import { actionAnswer } from './actionAnswer';
import { jsonAnswer, type Answer } from './answer';
import { insertAnswer, modifyAnswer, removeAnswer } from './changeAnswer';
import { companiesAnswer, companyAnswer } from './companyList';
import { resourceAt, type Resource } from './companyRoute';
import { answerToFailure } from './errorAnswer';
import { metadataDocument } from './metadataDocument';
import { methodNotAllowed, ODataError, resourceNotFound } from './odataError';
import { queryOptions, type QueryOptions } from './queryOptions';
import { countAnswer, rowAnswer, rowsAnswer, rowWithKey } from './readAnswer';
import { pathSegments } from './resourcePath';

/** What the operations work on. */
export interface BusinessCentralServer {
  readonly companies: readonly Company[];
  readonly services: PublishedServices;
  readonly faults: Faults;
  readonly jobQueue: JobQueue;
  /** Null: not connected to Dataverse. */
  dataverse(): DataverseClient | null;
  /** The time at which jobs begin and end, on the work date. */
  readonly now: () => Date;
  readonly options: BusinessCentralOptions;
  /** Address up to and including `/ODataV4`. */
  readonly odataUrl: string;
}

/** One operation: an HTTP request of its own, or a part of a $batch. */
export interface Operation {
  readonly method: string;
  /** What follows `/ODataV4/` up to the question mark, percent-encoded. */
  readonly path: string;
  /** What follows the question mark, encoded. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  readonly user: BusinessCentralUser;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

type ActionResource = Extract<Resource, { readonly kind: 'action' }>;
type ServiceResource = Extract<Resource, { readonly kind: 'rows' | 'count' | 'row' }>;

const defaultServiceTimeMs = 5;
const defaultMaxPageSize = 20_000;

/** What Business Central takes for one operation, in milliseconds. */
export function serviceTimeOf({ options }: BusinessCentralServer): number {
  return options.serviceTimeMs ?? defaultServiceTimeMs;
}

function checkPermission({ published }: ServiceResource, user: BusinessCentralUser): void {
  const { name, object } = published.service;
  if (user.mayRead !== undefined && !user.mayRead.includes(name)) {
    throw new ODataError(
      403,
      'Unknown',
      `Sorry, the current permissions prevented the action. (${object} Read: Base Application)`,
    );
  }
}

function serviceAnswer(
  resource: ServiceResource,
  operation: Operation,
  options: QueryOptions,
  server: BusinessCentralServer,
): Answer {
  const { company, published } = resource;
  const question = { company, published, options, odataUrl: server.odataUrl };
  const { method, query, headers, body } = operation;
  if (resource.kind === 'row') {
    const row = rowWithKey(company, published, resource.key);
    switch (method) {
      case 'GET':
        return rowAnswer(question, row);
      case 'PATCH':
        return modifyAnswer(question, row, body, headers['if-match']);
      case 'DELETE':
        return removeAnswer(question, row, headers['if-match']);
      default:
        throw methodNotAllowed(method, published.publishedName);
    }
  }
  if (method === 'POST' && resource.kind === 'rows') {
    return insertAnswer(question, body);
  }
  if (method !== 'GET') {
    throw methodNotAllowed(method, published.publishedName);
  }
  return resource.kind === 'count'
    ? countAnswer(question)
    : rowsAnswer(question, query, headers['prefer'], server.options.maxPageSize ?? defaultMaxPageSize);
}

function serviceDocument({ odataUrl, services }: BusinessCentralServer): Answer {
  const names = ['Company', ...services.all().map(({ publishedName }) => publishedName)];
  return jsonAnswer(200, {
    '@odata.context': `${odataUrl}/$metadata`,
    value: names.map((name) => ({ name, kind: 'EntitySet', url: name })),
  });
}

function documentAnswer(
  resource: Exclude<Resource, ServiceResource | ActionResource>,
  method: string,
  server: BusinessCentralServer,
): Answer {
  if (method !== 'GET') {
    throw methodNotAllowed(method, resource.kind);
  }
  switch (resource.kind) {
    case 'serviceDocument':
      return serviceDocument(server);
    case 'metadata':
      return {
        status: 200,
        headers: { 'content-type': 'application/xml', 'odata-version': '4.0' },
        body: metadataDocument(server.services),
      };
    case 'companies':
      return companiesAnswer(server.companies, server.odataUrl);
    case 'company':
      return companyAnswer(resource.company, server.odataUrl);
    case 'batch':
      throw resourceNotFound('$batch');
  }
}

async function answerToAction(
  { company, action }: ActionResource,
  { method, body, user, signal }: Operation,
  server: BusinessCentralServer,
): Promise<Answer> {
  const { codeunit, procedure } = action;
  if (method !== 'POST') {
    throw methodNotAllowed(method, procedure.name);
  }
  if (user.mayExecute !== undefined && !user.mayExecute.includes(codeunit.name)) {
    throw new ODataError(
      403,
      'Unknown',
      `Sorry, the current permissions prevented the action. (${codeunit.object} Execute: Business Central for Sales)`,
    );
  }
  const right = async (): Promise<Answer> => {
    try {
      const { jobQueue, now } = server;
      const context = { company, dataverse: server.dataverse(), jobQueue, now };
      return await actionAnswer(procedure, context, body, server.odataUrl);
    } catch (failure) {
      return answerToFailure(failure, server.options);
    }
  };
  const fault = server.faults.takeForService(codeunit.name);
  return fault === null ? right() : spoiltAnswer(fault, right, server.options, signal);
}

async function answerOf(operation: Operation, server: BusinessCentralServer): Promise<Answer> {
  const options = queryOptions(operation.query);
  const resource = resourceAt(
    pathSegments(operation.path),
    options.company ?? operation.headers['company'] ?? null,
    server.companies,
    server.services,
  );
  if (resource.kind === 'action') {
    return answerToAction(resource, operation, server);
  }
  if (!('published' in resource)) {
    return documentAnswer(resource, operation.method, server);
  }
  checkPermission(resource, operation.user);
  const right = async (): Promise<Answer> => {
    try {
      const dataverse = server.dataverse();
      if (dataverse !== null) {
        await resource.published.service.onOpenPage?.(resource.company, dataverse);
      }
      return serviceAnswer(resource, operation, options, server);
    } catch (failure) {
      return answerToFailure(failure, server.options);
    }
  };
  const fault = server.faults.takeForService(resource.published.service.name);
  return fault === null ? right() : spoiltAnswer(fault, right, server.options, operation.signal);
}

/**
 * Works one operation off. It takes the service time, and never throws for what a caller did wrong.
 * @param startsAt when its time begins, by `performance.now()`; an operation of a batch begins when the one before it is due
 * @throws AbortError when the caller has gone
 */
export async function answerOperation(
  operation: Operation,
  server: BusinessCentralServer,
  startsAt = performance.now(),
): Promise<Answer> {
  const dueAt = startsAt + serviceTimeOf(server);
  await wait(Math.max(0, dueAt - performance.now()), undefined, { signal: operation.signal });
  try {
    return await answerOf(operation, server);
  } catch (failure) {
    if (operation.signal.aborted) {
      throw failure;
    }
    return answerToFailure(failure, server.options);
  }
}
