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

/**
 * Reads `bcs_services`: an object by contract name, each with `name`, `missing` and `missingFields`. What is not of
 * that form is left out, so that a slip of the pen does not take the whole integration down.
 */
export function parseServiceSettings(json: string | null): ServiceSettings {
  try {
    const parsed: unknown = JSON.parse(json ?? '{}');
    const entries = isRecord(parsed) ? Object.entries(parsed) : [];
    return Object.fromEntries(entries.map(([service, value]) => [service as ServiceName, settingOf(value)]));
  } catch {
    return {};
  }
}
