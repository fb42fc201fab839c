/** What the pages use of `Xrm`, the client API of model-driven apps (Microsoft Learn, "Client API reference"). */
interface ClientApi {
  readonly Utility: {
    getGlobalContext(): { readonly userSettings: { readonly languageId: number } };
  };
}

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

/** Windows locale id of the user's language; that of the base language outside of an app. */
export function userLanguage(): number {
  return clientApi()?.Utility.getGlobalContext().userSettings.languageId ?? 1033;
}
