import { userSettingsOf } from '../componentFramework/context/userSettings';
import type { AppModule } from '../apps/appModule';
import type { Session } from '../session';

/** A collection of the client API (Microsoft Learn, "Collections"). */
function collectionOf<Item extends { readonly id: string }>(items: readonly Item[]) {
  return {
    get: (id: string) => items.find((item) => item.id === id.replace(/[{}]/g, '').toLowerCase()) ?? null,
    getAll: () => [...items],
    getLength: () => items.length,
    forEach: (visit: (item: Item, index: number) => void) => items.forEach(visit),
  };
}

/** The client API writes the names of .NET's DateTimeFormatInfo as .NET does, code components in camel case. */
function inNamesOfNet(info: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(info).map(([name, value]) => [
      name
        .replace(/^(am|pm)(?=D)/, (part) => part.toUpperCase())
        .replace(/^./, (letter) => letter.toUpperCase()),
      value,
    ]),
  );
}

/**
 * `Xrm.Utility.getGlobalContext()`: who works with what app, where.
 * @param app null in Sales Hub, whose app the sandbox does not have
 */
export function globalContextOf(session: Session, app: AppModule | null) {
  const { dateFormattingInfo, userId, userName, languageId, isRTL, securityRoles } = userSettingsOf(session);
  const appAddress =
    app === null ? `${location.origin}/main.aspx` : `${location.origin}/main.aspx?appid=${app.id}`;
  return {
    userSettings: {
      userId,
      userName,
      languageId,
      isRTL,
      securityRoles,
      roles: collectionOf(session.roles),
      dateFormattingInfo: inNamesOfNet(dateFormattingInfo),
      // The platform counts minutes ahead of UTC; JavaScript counts minutes behind it.
      getTimeZoneOffsetMinutes: () => -new Date().getTimezoneOffset(),
    },
    client: {
      getClient: () => 'Web',
      getClientState: () => 'Online',
      getFormFactor: () => 1,
      isOffline: () => false,
    },
    getClientUrl: () => location.origin,
    getCurrentAppUrl: () => appAddress,
    getCurrentAppName: () => Promise.resolve(app?.name ?? session.texts.salesHub),
    getCurrentAppProperties: () =>
      Promise.resolve({
        appId: app?.id ?? '',
        displayName: app?.name ?? session.texts.salesHub,
        uniqueName: app?.uniqueName ?? '',
        url: appAddress,
      }),
    getWebResourceUrl: (name: string) => `${location.origin}/WebResources/${name}`,
    isOnPremises: () => false,
  };
}
