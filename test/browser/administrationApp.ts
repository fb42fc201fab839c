import type { FrameLocator, Page } from 'playwright-core';
import { appId } from '../../sandbox/dataverse/derivedRows';
import type { PageName } from '../../administration/pageNames';
import type { HostUnderTest, WatchedPage } from './hostUnderTest';

const administrationAppId = appId('bcs_BusinessCentralAdministration');

/** Address of a page of the administration app, or of the app itself. @param more such as `&user=ada` */
export function appPath(page: PageName | null, more = ''): string {
  const name =
    page === null
      ? ''
      : `&pagetype=webresource&webresourceName=${encodeURIComponent(`bcs_/administration/${page}.html`)}`;
  return `/main.aspx?appid=${administrationAppId}${name}${more}`;
}

/** What is in the frame of the page that the app shows. */
export function frameOf(page: Page): FrameLocator {
  return page.frameLocator('#FullPageWebResource');
}

/** A page of the administration app that is open. */
export interface OpenedPage extends WatchedPage {
  readonly frame: FrameLocator;
}

/** Opens a page of the administration app, and waits until it has its title. */
export async function openPage(
  host: HostUnderTest,
  name: PageName,
  more: string,
  viewport?: { readonly width: number; readonly height: number },
): Promise<OpenedPage> {
  const opened = await host.open(appPath(name, more), viewport);
  const frame = frameOf(opened.page);
  await frame.getByRole('heading', { level: 1 }).waitFor();
  return { ...opened, frame };
}
