import english from '../../administration/strings/1033.json';
import finnish from '../../administration/strings/1035.json';
import italian from '../../administration/strings/1040.json';
import swedish from '../../administration/strings/1053.json';
import { synchronizationTabs } from '../../administration/synchronization/SynchronizationPage';
import { openPage, type OpenedPage } from './administrationApp';
import { startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost({ direct: false });
}, 120_000);
afterEach(() => host.closePages());
afterAll(() => host.stop());

/** What does not fit into its place, and labels that nothing follows. */
async function misfits({ frame }: OpenedPage): Promise<readonly string[]> {
  return frame.locator('html').evaluate((root) => {
    const isShown = (element: Element) => element.getClientRects().length > 0;
    const told = (element: Element) =>
      `${element.tagName.toLowerCase()} ${element.scrollWidth}/${element.clientWidth}: ${element.textContent.slice(0, 60)}`;
    const places = [root, ...root.querySelectorAll('[role=region], td, th, button, [role=tab]')];
    const cut = places.filter(
      (place) =>
        isShown(place) &&
        place.clientWidth > 1 &&
        place.scrollWidth > place.clientWidth + 1 &&
        place.closest('thead') === null,
    );
    const outside = [...root.querySelectorAll('td, th, button')].filter(
      (place) =>
        isShown(place) &&
        place.closest('thead') === null &&
        place.getBoundingClientRect().right > root.clientWidth + 1,
    );
    const bare = [...root.querySelectorAll('td[data-title]')].filter(
      (cell) => isShown(cell) && cell.childNodes.length === 0 && getComputedStyle(cell).display === 'block',
    );
    return [...cut, ...outside, ...bare].map(told);
  });
}

const languages = [
  [1033, english],
  [1040, italian],
  [1053, swedish],
  [1035, finnish],
] as const;

describe.each([320, 800])('on a screen of %i pixels', (width) => {
  it.each(languages)(
    'nothing of Synchronization is cut or scrolls sideways in %i',
    async (language, words) => {
      const opened = await openPage(host, 'synchronization', `&user=ada&language=${language}`, {
        width,
        height: 900,
      });
      const found: Record<string, readonly string[]> = {};
      for (const tab of synchronizationTabs) {
        await opened.frame.getByRole('tab', { name: words[`synch_tab_${tab}`], exact: true }).click();
        const panel = opened.frame.getByRole('tabpanel', { name: words[`synch_tab_${tab}`] });
        await panel.locator('table, h2').first().waitFor();
        found[tab] = await misfits(opened);
      }
      expect(found).toEqual(Object.fromEntries(synchronizationTabs.map((tab) => [tab, []])));
    },
    60_000,
  );

  it.each(languages)('nothing of Salespeople is cut or scrolls sideways in %i', async (language, words) => {
    const opened = await openPage(host, 'salespeople', `&user=ada&language=${language}`, {
      width,
      height: 900,
    });
    await opened.frame.getByRole('table', { name: words.salespeople_caption }).waitFor();
    expect(await misfits(opened)).toEqual([]);
  });
});
