import type { Client, FormContext } from './client';
import { openInBusinessCentral } from './openInBusinessCentral';

declare const Xrm: Client;

/** Where the commands' definitions look for their functions (`Entities/<Table>/RibbonDiff.xml` of the solution). */
interface CommandWindow extends Window {
  BusinessCentralForSales?: Readonly<Record<string, unknown>>;
}

const page: CommandWindow = window;
page.BusinessCentralForSales = {
  ...page.BusinessCentralForSales,
  openInBusinessCentral: (form: FormContext) => openInBusinessCentral(form, Xrm),
};
