import type { ServiceName, ServiceSettings } from '../connection';

/** Under which names the services are published here, and what of the contract this Business Central lacks. */
export interface ServiceCatalog {
  publishedName(service: ServiceName): string;
  /** Known not to be published, so that it need not be asked. */
  isMissing(service: ServiceName): boolean;
  /** Of the fields of the contract, those that may be asked for. */
  knownFields(service: ServiceName, fields: readonly string[]): string[];
  /** Keeps what a refusal taught. */
  learnMissing(service: ServiceName, fields: readonly string[]): void;
}

/** @param settings what the assisted setup found out (`bcs_services`) */
export function serviceCatalog(settings: ServiceSettings): ServiceCatalog {
  const missingFields = new Map<ServiceName, Set<string>>();
  const missingOf = (service: ServiceName) => {
    const known = missingFields.get(service) ?? new Set(settings[service]?.missingFields);
    missingFields.set(service, known);
    return known;
  };
  return {
    publishedName: (service) => settings[service]?.name ?? service,
    isMissing: (service) => settings[service]?.missing === true,
    knownFields: (service, fields) => fields.filter((field) => !missingOf(service).has(field)),
    learnMissing: (service, fields) => {
      const missing = missingOf(service);
      fields.forEach((field) => missing.add(field));
    },
  };
}
