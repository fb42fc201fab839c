import type { ServiceName } from '../../businessCentral/connection';
import type { DataverseConnection } from './dataverse/dataverseClient';
import type { Faults } from './faults/faults';
import type { RequestLog } from './http/requestLog';

/** A user who may call the web services with user name and web service access key. */
export interface BusinessCentralUser {
  readonly userName: string;
  readonly webServiceAccessKey: string;
  /** The key's expiration date; absent: "Key Never Expires". */
  readonly keyExpires?: Date;
  /** Services whose tables the user's permission sets let him read; absent: all. */
  readonly mayRead?: readonly ServiceName[];
  /** Codeunits that the user's permission sets let him run; absent: all. */
  readonly mayExecute?: readonly ServiceName[];
}

/** The customer's reverse proxy in front of Business Central, which answers preflight in its place. */
export interface ReverseProxy {
  /** Read at every request, so that an origin may be added after the start. */
  readonly allowedOrigins: readonly string[];
}

export interface BusinessCentralOptions {
  /** 0, the default: any that is free. */
  readonly port?: number;
  readonly users: readonly BusinessCentralUser[];
  /** Work date of the demo company, `yyyy-MM-dd`; default: the real day. */
  readonly today?: string;
  /** How long one operation takes, 5 ms by default; the parts of a $batch take it one after another. */
  readonly serviceTimeMs?: number;
  /** Null, the default: browsers of other origins are not let in, as on a real on-premises server. */
  readonly reverseProxy?: ReverseProxy | null;
  /** Rows of one page; "ODataServicesMaxPageSize", 20,000 by default. */
  readonly maxPageSize?: number;
  /** Services that are published at the start; default: all of the contract. */
  readonly publishedServices?: readonly ServiceName[];
  /** Requests of one user that are worked on at a time: "ODataV4MaxConcurrentRequests", 5 by default. */
  readonly concurrentRequests?: number;
  /** Requests of one user that may wait: "ODataV4MaxRequestQueueLength", 95 by default. */
  readonly queuedRequests?: number;
  /** Which of the two known bodies a 401 has; `invalidCredentials` by default. */
  readonly unauthorizedBody?: 'invalidCredentials' | 'unauthorized';
  /** Whether the 404 of a service that is not published has a body; `error` by default. */
  readonly unpublishedBody?: 'error' | 'empty';
  /** Null, the default: Business Central is not connected to Dataverse, and couples nothing. */
  readonly dataverse?: DataverseConnection | null;
  /** How long a job of the job queue takes, its waiting included in proportion; 0 by default. */
  readonly jobMilliseconds?: number;
  /** So many customers beside those of the demo data: BULK000001 and on; 0 by default. */
  readonly bulkCustomers?: number;
  /** So many of these customers are coupled, and left out of synchronization; 0 by default. */
  readonly bulkSkipped?: number;
  /** So many items beside those of the demo data: those of `manyProducts` that Business Central has; 0 by default. */
  readonly bulkItems?: number;
  /** Names of empty companies beside the two of the demo data; none by default. */
  readonly emptyCompanies?: readonly string[];
  /** Told one line about every answered request; never a key. */
  readonly log?: (line: string) => void;
}

/** A running small Business Central. */
export interface SandboxBusinessCentral {
  /** `http://localhost:<port>` */
  readonly origin: string;
  /** Address up to and including `/ODataV4`. */
  readonly odataUrl: string;
  /** Address of the web client with the company CRONUS. */
  readonly webClientUrl: string;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly jobs: {
    /** Resolves once no synchronization job waits or runs. */
    idle(): Promise<void>;
    /** Lets jobs begin, and none end. @returns lets them end */
    hold(): () => void;
  };
  /** Connects Business Central to Dataverse, or breaks the connection off. */
  connectDataverse(connection: DataverseConnection | null): void;
  /** Publishes a service of the contract, under another name where one is given. */
  publish(service: ServiceName, publishedName?: string): void;
  unpublish(service: ServiceName): void;
  /** Takes a field away, as in an older version of Business Central. */
  removeField(service: ServiceName, field: string): void;
  /** Delays every HTTP request once: the network between browser and Business Central. */
  setLatency(milliseconds: number): void;
  /** Stops listening and breaks off what is under way. */
  close(): Promise<void>;
}
