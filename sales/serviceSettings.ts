import type { ServiceName, ServiceSetting, ServiceSettings } from '../businessCentral/connection';

/** A published name becomes a path segment, so only what Business Central itself allows in one is taken. */
const publishedName = /^\w{1,240}$/;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function settingOf(value: unknown): ServiceSetting {
  if (!isRecord(value)) {
    return {};
  }
  const { name, missing, missingFields } = value;
  return {
    ...(typeof name === 'string' && publishedName.test(name) ? { name } : {}),
    ...(missing === true ? { missing } : {}),
    ...(Array.isArray(missingFields)
      ? { missingFields: missingFields.filter((field): field is string => typeof field === 'string') }
      : {}),
  };
}

/** Stands beside the services in `bcs_services`; no service is called so. */
const keyAcceptedMark = '$keyAccepted';

/**
 * Reads `bcs_services`: an object by contract name, each with `name`, `missing` and `missingFields`. What is not of
 * that form is left out, so that a slip of the pen does not take the whole integration down.
 */
export function parseServiceSettings(json: string | null): ServiceSettings {
  try {
    return Object.fromEntries(
      Object.entries(parsedServices(json))
        .filter(([name]) => name !== keyAcceptedMark)
        .map(([service, value]) => [service as ServiceName, settingOf(value)]),
    );
  } catch {
    return {};
  }
}

function parsedServices(json: string | null): Record<string, unknown> {
  const parsed: unknown = JSON.parse(json ?? '{}');
  return isRecord(parsed) ? parsed : {};
}

/**
 * Whether Business Central has accepted the user name and key of a direct connection before. It answers an expired key as it
 * answers a wrong one, so only this tells them apart.
 * @param json `bcs_services`
 */
export function wasKeyAccepted(json: string): boolean {
  try {
    return parsedServices(json === '' ? null : json)[keyAcceptedMark] === true;
  } catch {
    return false;
  }
}

/** @returns as `bcs_services` holds it; empty: nothing differs from the contract, and no key has been accepted */
export function serviceSettingsText(settings: ServiceSettings, isKeyAccepted: boolean): string {
  const entries: (readonly [string, unknown])[] = Object.entries(settings).filter(
    ([, setting]) => Object.keys(setting).length > 0,
  );
  const all = isKeyAccepted ? [...entries, [keyAcceptedMark, true] as const] : entries;
  return all.length === 0 ? '' : JSON.stringify(Object.fromEntries(all));
}
