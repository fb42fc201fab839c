import { isRecord } from '../isRecord';
import { SettingProblem } from './problem';
import { json, text, type ReadValue } from './values';

/** A company of Business Central that callers may ask. */
export interface AllowedCompany {
  /** Exactly as in Business Central, case included; null: only its id is known. */
  readonly name: string | null;
  /** The company's id, a GUID in lower case; null: only its name is known. */
  readonly id: string | null;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function companyOf(raw: unknown): AllowedCompany {
  if (isRecord(raw)) {
    const { name, id, ...others } = raw;
    if (Object.keys(others).length > 0) {
      throw new SettingProblem('a company has a "name", an "id", and nothing else');
    }
    const idText = text(id);
    if (!guid.test(idText)) {
      throw new SettingProblem('the "id" of a company must be a GUID');
    }
    return { name: text(name), id: idText.toLowerCase() };
  }
  const value = text(raw);
  return guid.test(value) ? { name: null, id: value.toLowerCase() } : { name: value, id: null };
}

/**
 * The companies that may be asked: one name, or a JSON array of names, ids, or `{"name", "id"}` for a company that is
 * asked by either. Never cut at commas, which company names hold.
 */
export const companies: ReadValue<readonly AllowedCompany[]> = (raw) => {
  const list = typeof raw === 'string' && raw.trim().startsWith('[') ? json(raw) : raw;
  const entries: readonly unknown[] = Array.isArray(list) ? list : [list];
  if (entries.length === 0) {
    throw new SettingProblem('must name at least one company');
  }
  return entries.map(companyOf);
};
