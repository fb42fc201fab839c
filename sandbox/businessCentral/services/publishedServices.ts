import type { ServiceName } from '../../../businessCentral/connection';
import type { Codeunit, Procedure } from './codeunit';
import { contractServices } from './contractServices';
import { crmCoupling } from './crmCoupling';
import type { Service } from './service';

/** A service as callers see it. */
export interface PublishedService {
  /** Name in the address. */
  readonly publishedName: string;
  readonly service: Service;
}

/** An unbound action as callers see it. */
export interface PublishedAction {
  readonly codeunit: Codeunit;
  readonly procedure: Procedure;
}

/** All that the sandbox can publish. */
export const publishable: readonly ServiceName[] = [
  ...contractServices.map((service) => service.name),
  crmCoupling.name,
];

/** Business Central's page "Web Services": what is published, under which name, with which fields. */
export class PublishedServices {
  private readonly published = new Map<string, PublishedService>();
  private readonly removedFields = new Map<ServiceName, Set<string>>();

  private readonly codeunits = new Map<string, Codeunit>();

  public constructor(initial: readonly ServiceName[] = publishable) {
    for (const name of initial) {
      this.publish(name);
    }
  }

  public publish(name: ServiceName, publishedName: string = name): void {
    const service = contractServices.find((candidate) => candidate.name === name);
    if (service !== undefined) {
      this.published.set(publishedName, { publishedName, service: this.withoutRemovedFields(service) });
    } else if (name === crmCoupling.name) {
      this.codeunits.set(publishedName, crmCoupling);
    }
  }

  /** Takes the service away under all its names. */
  public unpublish(name: ServiceName): void {
    for (const [publishedName, { service }] of this.published) {
      if (service.name === name) {
        this.published.delete(publishedName);
      }
    }
    for (const [publishedName, codeunit] of this.codeunits) {
      if (codeunit.name === name) {
        this.codeunits.delete(publishedName);
      }
    }
  }

  /** Takes a field away from a service; key fields stay, they are always served. */
  public removeField(name: ServiceName, field: string): void {
    const removed = this.removedFields.get(name) ?? new Set<string>();
    removed.add(field);
    this.removedFields.set(name, removed);
    for (const [publishedName, { service }] of this.published) {
      if (service.name === name) {
        this.publish(name, publishedName);
      }
    }
  }

  public find(publishedName: string): PublishedService | undefined {
    return this.published.get(publishedName);
  }

  /** The action behind a name such as `CRMCoupling_Couple`. */
  public findAction(name: string): PublishedAction | undefined {
    return this.actions().find((action) => action.name === name);
  }

  /** All actions under the names that they are called by. */
  public actions(): readonly (PublishedAction & { readonly name: string })[] {
    return [...this.codeunits].flatMap(([publishedName, codeunit]) =>
      codeunit.procedures.map((procedure) => ({
        name: `${publishedName}_${procedure.name}`,
        codeunit,
        procedure,
      })),
    );
  }

  public all(): readonly PublishedService[] {
    return [...this.published.values()];
  }

  private withoutRemovedFields(service: Service): Service {
    const removed = this.removedFields.get(service.name);
    return removed === undefined
      ? service
      : {
          ...service,
          fields: service.fields.filter(
            (field) => service.key.includes(field.name) || !removed.has(field.name),
          ),
        };
  }
}
