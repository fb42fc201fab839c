import type { FormFactor } from '../../formXml/formModel';

/** `getFormFactor()` counts desktop 1, tablet 2, phone 3; FormXML counts the other way round, from phone 0. */
const clientFormFactor: Readonly<Record<FormFactor, number>> = { 2: 1, 1: 2, 0: 3 };

/** `context.client`: a browser that is online. */
export function clientOf(formFactor: FormFactor): ComponentFramework.Client {
  return {
    disableScroll: false,
    getFormFactor: () => clientFormFactor[formFactor],
    getClient: () => 'Web',
    isOffline: () => false,
    isNetworkAvailable: () => navigator.onLine,
  };
}
