import english from '../../ui/strings/1033.json';
import ownEnglish from '../../ProductAvailability/strings/1033.json';
import type { IInputs } from '../../ProductAvailability/generated/ManifestTypes';

type Context = ComponentFramework.Context<IInputs>;
type Property = ComponentFramework.PropertyTypes.Property;

const monthNames = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long' }).format(new Date(2026, month, 15)),
);

/** What the platform tells of a user in London who reads English. */
export const patterns: ComponentFramework.UserSettingApi.DateFormattingInfo = {
  amDesignator: 'AM',
  pmDesignator: 'PM',
  abbreviatedDayNames: [],
  dayNames: [],
  shortestDayNames: [],
  monthNames,
  monthGenitiveNames: monthNames,
  abbreviatedMonthNames: monthNames.map((name) => name.slice(0, 3)),
  abbreviatedMonthGenitiveNames: monthNames.map((name) => name.slice(0, 3)),
  calendarWeekRule: 2,
  calendar: {
    minSupportedDateTime: new Date(0),
    maxSupportedDateTime: new Date(0),
    algorithmType: 1,
    calendarType: 1,
    twoDigitYearMax: 2049,
  },
  firstDayOfWeek: 1,
  dateSeparator: '/',
  timeSeparator: ':',
  shortDatePattern: 'dd/MM/yyyy',
  longDatePattern: 'dd MMMM yyyy',
  monthDayPattern: 'd MMMM',
  yearMonthPattern: 'MMMM yyyy',
  shortTimePattern: 'HH:mm',
  longTimePattern: 'HH:mm:ss',
  fullDateTimePattern: 'dd MMMM yyyy HH:mm:ss',
  sortableDateTimePattern: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  universalSortableDateTimePattern: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
};

export const strings: Readonly<Record<string, string>> = { ...english, ...ownEnglish };

const column: ComponentFramework.PropertyHelper.FieldPropertyMetadata.Metadata = {
  DisplayName: '',
  LogicalName: 'column',
  RequiredLevel: 0,
  IsSecured: false,
  SourceType: 0,
  Description: '',
};

/** A property as the platform gives it; without `bound`, the form has no column for it. */
function property(raw: unknown, bound = true): Property {
  return { raw, error: false, errorMessage: '', type: '', ...(bound ? { attributes: column } : {}) };
}

export interface FakeForm {
  readonly table: string;
  readonly id: string;
  readonly product?: { readonly id: string; readonly name: string } | null;
  readonly unit?: { readonly id: string; readonly name: string } | null;
  readonly quantity?: number | null;
  readonly requestedDelivery?: Date | null;
  readonly total?: number | null;
  readonly disabled?: boolean;
  readonly mayEditDate?: boolean;
}

/** What the control does to its surroundings, noted. */
export interface Deeds {
  readonly opened: string[];
}

function lookup(value: FakeForm['product'], entityType: string): Property {
  return property(
    value === undefined ? [] : value === null ? null : [{ ...value, entityType }],
    value !== undefined,
  );
}

/** As much of a model-driven form's context as the control reads; whatever else it touches is undefined. */
export function fakeContext(
  form: FakeForm,
  deeds: Deeds,
  webAPI: Partial<ComponentFramework.WebApi> = {},
): Context {
  const optional = (value: unknown) => property(value ?? null, value !== undefined);
  const context = {
    parameters: {
      anchor: property('anchor'),
      product: lookup(form.product, 'product'),
      unit: lookup(form.unit, 'uom'),
      quantity: optional(form.quantity),
      requestedDelivery: {
        ...optional(form.requestedDelivery),
        security: { editable: form.mayEditDate ?? true, readable: true, secured: false },
      },
      total: optional(form.total),
    },
    mode: {
      isControlDisabled: form.disabled ?? false,
      contextInfo: { entityTypeName: form.table, entityId: form.id, entityRecordName: '' },
    },
    formatting: { formatDecimal: (value: number, decimals = 2) => value.toFixed(decimals) },
    userSettings: { dateFormattingInfo: patterns, languageId: 1033, getTimeZoneOffsetMinutes: () => 0 },
    resources: { getString: (key: string) => strings[key] ?? key },
    navigation: { openUrl: (url: string) => deeds.opened.push(url) },
    webAPI,
    updatedProperties: [],
  };
  return context as unknown as Context;
}
