import type { IsoDate } from '../businessCentral/isoDate';
import { formatOf } from './format';
import type { Format } from './format';
import type { Language } from './language';
import { textsOf } from './texts';
import { themeOf } from './theme';

/**
 * What the controls use of the Power Apps component framework, turned into plain values. This module and each
 * control's index.ts are the only ones that know the framework.
 */
type Context = Pick<
  ComponentFramework.Context<unknown>,
  'fluentDesignLanguage' | 'formatting' | 'mode' | 'resources' | 'userSettings'
>;

/** The record of the form. Every model-driven host gives it, but the published typings (1.3.18) do not know it. */
interface FormMode extends ComponentFramework.Mode {
  readonly contextInfo?: { readonly entityTypeName?: string; readonly entityId?: string };
}

export function formatFor({ formatting, userSettings }: Context): Format {
  return formatOf({
    patterns: userSettings.dateFormattingInfo,
    decimal: (value, decimals) => formatting.formatDecimal(value, decimals),
    minutesAheadOfUtc: (instant) => userSettings.getTimeZoneOffsetMinutes(new Date(instant)),
  });
}

export function languageFor(context: Context): Language<string> {
  const format = formatFor(context);
  return { texts: textsOf((key) => context.resources.getString(key), format.quantity), format };
}

export function themeFor({ fluentDesignLanguage }: Context) {
  return themeOf(
    fluentDesignLanguage?.tokenTheme as Readonly<Record<string, unknown>> | undefined,
    fluentDesignLanguage?.isDarkTheme === true,
  );
}

/** Table and id of the form's record; the id is null while the record is new. */
export function recordOf({ mode }: Context): { readonly table: string; readonly id: string | null } {
  const { entityTypeName = '', entityId = '' } = (mode as FormMode).contextInfo ?? {};
  return { table: entityTypeName, id: bareId(entityId) };
}

type Property<Raw> = Pick<ComponentFramework.PropertyTypes.Property, 'attributes'> & { readonly raw: Raw };

/** The value of a property, or undefined where the form binds no column to it. */
export function valueOf<Raw>(property: Property<Raw>): Raw | undefined {
  return property.attributes === undefined ? undefined : property.raw;
}

/** The row that a lookup points to; undefined where the form binds no column. */
export function lookupOf(
  property: Property<ComponentFramework.LookupValue[]>,
): { readonly id: string; readonly name: string } | null | undefined {
  // An empty lookup is an empty list in some hosts and null in others, whatever the typings say.
  const rows = valueOf<readonly ComponentFramework.LookupValue[] | null>(property);
  if (rows === undefined) {
    return undefined;
  }
  const id = bareId(rows?.[0]?.id ?? '');
  return id === null ? null : { id, name: rows?.[0]?.name ?? '' };
}

/** The calendar day of a date-only column; undefined where the form binds no column. */
export function dayOf(property: Property<Date | null>): IsoDate | null | undefined {
  const value = valueOf(property);
  return value === undefined || value === null ? value : dayOfDate(value);
}

/**
 * A date-only column arrives as midnight, in UTC or in the browser's time zone, depending on the column's behaviour
 * ("Date Only", or "User Local" shown without its time). An instant that is midnight in UTC is read there.
 */
function dayOfDate(date: Date): IsoDate {
  const isUtcMidnight = date.getTime() % 86_400_000 === 0;
  return isUtcMidnight
    ? date.toISOString().slice(0, 10)
    : [date.getFullYear(), date.getMonth() + 1, date.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-');
}

/** The calendar day as the platform takes it from a control: midnight in the browser's time zone. */
export function dateOfDay(day: IsoDate): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

/** GUIDs come with and without braces, in upper and lower case. */
function bareId(id: string): string | null {
  const bare = id.replace(/[{}]/g, '').toLowerCase();
  return bare === '' ? null : bare;
}
