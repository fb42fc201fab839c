import type { Associations, RowReference, WritingWebApi } from '../sales/administration/types';
import type { DatePatterns } from '../ui/datePattern';
import type { PageName } from './pageNames';

/** What the pages are given by the app around them; tests give others. */
export interface AdministrationSources {
  readonly webAPI: WritingWebApi;
  readonly associations: Associations;
  /** Id of the signed-in user, in lower case without braces. */
  readonly userId: string;
  /** Ids of the roles that the user holds, own and through teams. */
  readonly roles: readonly string[];
  /** Windows locale id of the user. */
  readonly language: () => number;
  /** The user's way of writing days and times; null: the app does not say. */
  readonly datePatterns: () => DatePatterns | null;
  /** Minutes that the user's clock is ahead of UTC. */
  readonly minutesAheadOfUtc: () => number;
  readonly openRecord: (table: string, id: string) => void;
  /** Opens an address outside of the app. */
  readonly openAddress: (address: string) => void;
  /** @param data what the page is to show at once, such as a step of the setup */
  readonly navigateTo: (page: PageName, data?: string) => void;
  readonly copyText: (text: string) => Promise<void>;
}

/** A request as `Xrm.WebApi.online.execute` takes it. */
interface AssociationRequest {
  readonly target: EntityReference;
  readonly relationship: string;
  readonly relatedEntities?: readonly EntityReference[];
  readonly relatedEntityId?: string;
  readonly getMetadata: () => {
    readonly boundParameter: null;
    readonly parameterTypes: Readonly<Record<string, never>>;
    readonly operationType: number;
    readonly operationName: 'Associate' | 'Disassociate';
  };
}

interface EntityReference {
  readonly entityType: string;
  readonly id: string;
}

/** `dateFormattingInfo` as the client gives it: the names of .NET's DateTimeFormatInfo. */
type DateFormattingInfo = Readonly<
  Record<Capitalize<keyof DatePatternTexts | 'aMDesignator' | 'pMDesignator'>, string>
> &
  Readonly<Record<Capitalize<keyof DatePatternNames>, readonly string[]>>;

type DatePatternNames = Required<
  Pick<DatePatterns, 'monthNames' | 'monthGenitiveNames' | 'abbreviatedMonthNames'>
>;
type DatePatternTexts = Omit<DatePatterns, keyof DatePatternNames | 'amDesignator' | 'pmDesignator'>;

/** What the pages use of `Xrm`, the client API of model-driven apps (Microsoft Learn, "Client API reference"). */
interface ClientApi {
  readonly WebApi: WritingWebApi & {
    readonly online: { execute(request: AssociationRequest): PromiseLike<unknown> };
  };
  readonly Navigation: {
    navigateTo(input: {
      readonly pageType: 'webresource';
      readonly webresourceName: string;
      readonly data?: string;
    }): PromiseLike<unknown>;
    openForm(options: { readonly entityName: string; readonly entityId: string }): PromiseLike<unknown>;
    openUrl(address: string): void;
  };
  readonly Utility: {
    getGlobalContext(): {
      readonly userSettings: {
        readonly languageId: number;
        readonly userId: string;
        readonly roles: { getAll(): readonly { readonly id: string }[] };
        readonly dateFormattingInfo?: Partial<DateFormattingInfo>;
        getTimeZoneOffsetMinutes(): number;
      };
    };
  };
}

/** OperationType of create, read, update and delete (Microsoft Learn, "execute"). */
const changeOfRows = 2;

/**
 * The client API of the app that shows this page. A page of an app lies in a frame, and takes the API from the page around it
 * (Microsoft Learn, "Webpage (HTML) web resources").
 * @returns undefined: the page is not shown by an app, or by one of another origin, which a frame may not look into
 */
function clientApi(): ClientApi | undefined {
  try {
    return (window.parent as Window & { readonly Xrm?: ClientApi }).Xrm;
  } catch {
    return undefined;
  }
}

/** @returns null where no app shows this page */
export function sourcesOfApp(): AdministrationSources | null {
  const client = clientApi();
  if (client === undefined) {
    return null;
  }
  const { userSettings } = client.Utility.getGlobalContext();
  return {
    webAPI: client.WebApi,
    associations: associationsOf(client),
    userId: bareId(userSettings.userId),
    roles: userSettings.roles.getAll().map(({ id }) => bareId(id)),
    language: () => userSettings.languageId,
    datePatterns: () => datePatternsOf(userSettings.dateFormattingInfo),
    minutesAheadOfUtc: () => userSettings.getTimeZoneOffsetMinutes(),
    openRecord: (table, id) => void client.Navigation.openForm({ entityName: table, entityId: id }),
    openAddress: (address) => client.Navigation.openUrl(address),
    navigateTo: (page, data) =>
      void client.Navigation.navigateTo({
        pageType: 'webresource',
        webresourceName: `bcs_/administration/${page}.html`,
        ...(data === undefined ? {} : { data }),
      }),
    copyText: (text) => navigator.clipboard.writeText(text),
  };
}

function associationsOf({ WebApi }: ClientApi): Associations {
  const execute = async (
    request: Omit<AssociationRequest, 'getMetadata'>,
    name: 'Associate' | 'Disassociate',
  ) => {
    await WebApi.online.execute({
      ...request,
      getMetadata: () => ({
        boundParameter: null,
        parameterTypes: {},
        operationType: changeOfRows,
        operationName: name,
      }),
    });
  };
  return {
    associate: (target, relationship, related) =>
      execute(
        { target: referenceOf(target), relationship, relatedEntities: [referenceOf(related)] },
        'Associate',
      ),
    disassociate: (target, relationship, related) =>
      execute({ target: referenceOf(target), relationship, relatedEntityId: related.id }, 'Disassociate'),
  };
}

function referenceOf({ table, id }: RowReference): EntityReference {
  return { entityType: table, id };
}

function datePatternsOf(info: Partial<DateFormattingInfo> | undefined): DatePatterns | null {
  const { ShortDatePattern, MonthDayPattern, YearMonthPattern, ShortTimePattern, MonthNames } = info ?? {};
  if (
    ShortDatePattern === undefined ||
    MonthDayPattern === undefined ||
    YearMonthPattern === undefined ||
    ShortTimePattern === undefined ||
    MonthNames === undefined
  ) {
    return null;
  }
  return {
    shortDatePattern: ShortDatePattern,
    monthDayPattern: MonthDayPattern,
    yearMonthPattern: YearMonthPattern,
    shortTimePattern: ShortTimePattern,
    monthNames: MonthNames,
    monthGenitiveNames: info?.MonthGenitiveNames ?? MonthNames,
    abbreviatedMonthNames: info?.AbbreviatedMonthNames ?? MonthNames,
    dateSeparator: info?.DateSeparator ?? '/',
    timeSeparator: info?.TimeSeparator ?? ':',
    amDesignator: info?.AMDesignator ?? '',
    pmDesignator: info?.PMDesignator ?? '',
  };
}

/** GUIDs come with and without braces, in upper and lower case. */
function bareId(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

/** What another page, or a link, asks this page to show (`data`, Microsoft Learn, "Pass parameters to HTML web resources"). */
export function dataOfPage(): string {
  return new URLSearchParams(window.location.search).get('data') ?? '';
}
