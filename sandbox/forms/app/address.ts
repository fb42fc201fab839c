/** What the page shows. */
export type Page =
  | { readonly kind: 'home' }
  | { readonly kind: 'list'; readonly table: string; readonly viewId: string | null }
  | { readonly kind: 'webResource'; readonly name: string; readonly data: string | null }
  | {
      readonly kind: 'record';
      readonly table: string;
      /** Null for a new record. */
      readonly id: string | null;
      readonly formId: string | null;
      /** Column values of a new record, as `extraqs` carries them: `quoteid`, `quoteidname`, `quoteidtype`, … */
      readonly defaults: Readonly<Record<string, string>>;
    };

export const themes = ['light', 'dark'] as const;
export const widths = ['full', '768', '320'] as const;

/** The switches of the sandbox's strip; null stands for "as it comes" (default user, that user's language). */
export interface Switches {
  readonly user: string | null;
  readonly language: number | null;
  readonly theme: (typeof themes)[number];
  readonly react: string | null;
  readonly width: (typeof widths)[number];
}

export interface Address {
  /** Id of the app that is open; null: Sales Hub. */
  readonly appId: string | null;
  readonly page: Page;
  readonly switches: Switches;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A GUID in lower case without braces, however a link wrote it; null where it is none. */
function readGuid(text: string | null): string | null {
  const id = (text ?? '').replace(/[{}]/g, '').toLowerCase();
  return guid.test(id) ? id : null;
}

/** Names of web resources: letters, digits, underscores, periods and slashes (Microsoft Learn, "Web resource naming"). */
const webResourceName = /^[A-Za-z0-9_./-]+$/;

function readPage(parameters: URLSearchParams): Page {
  const name = parameters.get('webresourceName') ?? '';
  if (parameters.get('pagetype') === 'webresource' && webResourceName.test(name)) {
    return { kind: 'webResource', name, data: parameters.get('data') };
  }
  const table = parameters.get('etn') ?? '';
  if (!/^[a-z][a-z0-9_]*$/.test(table)) {
    return { kind: 'home' };
  }
  switch (parameters.get('pagetype')) {
    case 'entitylist':
      return { kind: 'list', table, viewId: readGuid(parameters.get('viewid')) };
    case 'entityrecord':
      return {
        kind: 'record',
        table,
        id: readGuid(parameters.get('id')),
        formId: readGuid(parameters.get('formid')),
        defaults: Object.fromEntries(new URLSearchParams(parameters.get('extraqs') ?? '')),
      };
    default:
      return { kind: 'home' };
  }
}

/** Reads an address with the parameters of a model-driven app and those of the sandbox's switches. */
export function readAddress(search: string): Address {
  const parameters = new URLSearchParams(search);
  const language = Number(parameters.get('language'));
  return {
    appId: readGuid(parameters.get('appid')),
    page: readPage(parameters),
    switches: {
      user: parameters.get('user'),
      language: language > 0 ? language : null,
      theme: themes.find((theme) => theme === parameters.get('theme')) ?? 'light',
      react: parameters.get('react'),
      width: widths.find((width) => width === parameters.get('width')) ?? 'full',
    },
  };
}

function pageParameters(page: Page): Record<string, string | null> {
  switch (page.kind) {
    case 'home':
      return {};
    case 'list':
      return { pagetype: 'entitylist', etn: page.table, viewid: page.viewId };
    case 'webResource':
      return { pagetype: 'webresource', webresourceName: page.name, data: page.data };
    case 'record': {
      const defaults = new URLSearchParams(page.defaults).toString();
      return {
        pagetype: 'entityrecord',
        etn: page.table,
        id: page.id,
        formid: page.formId,
        extraqs: defaults === '' ? null : defaults,
      };
    }
  }
}

/** The address of a page with the switches as they stand; switches in their first position are left out. */
export function writeAddress({ appId, page, switches }: Address): string {
  const parameters = new URLSearchParams();
  const all = {
    appid: appId,
    ...pageParameters(page),
    user: switches.user,
    language: switches.language === null ? null : String(switches.language),
    theme: switches.theme === 'light' ? null : switches.theme,
    react: switches.react,
    width: switches.width === 'full' ? null : switches.width,
  };
  for (const [name, value] of Object.entries(all)) {
    if (value !== null) {
      parameters.set(name, value);
    }
  }
  const search = parameters.toString();
  const path = page.kind === 'home' && appId === null ? '/' : '/main.aspx';
  return search === '' ? path : `${path}?${search}`;
}
