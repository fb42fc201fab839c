import type { Locator, Page } from 'playwright-core';
import { chooseCandidate, couplingAnswered, ended, showCouplingTab } from '../test/browser/couplingOnForms';
import { recordId } from '../sandbox/identity';
import type { Picture } from './picture';

/** Shows the control, does something with it, and leaves it in the middle of the picture. */
function onControl(prepare: (control: Locator) => Promise<void> = () => Promise.resolve()) {
  return async (page: Page): Promise<void> => {
    await showCouplingTab(page);
    const control = await couplingAnswered(page);
    await prepare(control);
    await page.mouse.move(0, 0);
  };
}

const compare = (name: string) =>
  onControl(async (control) => {
    await control.getByRole('button', { name, exact: true }).click();
    await control.getByRole('table').waitFor();
  });

const asIvo = '&user=ivo&language=1033';
const tall = { width: 1280, height: 1180 };

/** Pictures of the control Couple Record, in an order in which none spoils the next. */
export const couplingPictures: readonly Picture[] = [
  { file: 'couple-coupled.png', table: 'account', key: '10000', more: asIvo, prepare: onControl() },
  {
    file: 'couple-compared.png',
    table: 'account',
    key: '10000',
    more: asIvo,
    prepare: async (page, { dataverse }) => {
      const id = recordId('account', '10000');
      dataverse.rows.put('account', id, {
        ...dataverse.rows.get('account', id),
        telephone1: '+44 1223 496 0123',
      });
      await page.reload();
      await compare('Compare')(page);
    },
    viewport: tall,
  },
  {
    file: 'couple-candidates.png',
    table: 'account',
    key: '76000',
    more: asIvo,
    viewport: { width: 1280, height: 920 },
    prepare: onControl(async (control) => {
      await chooseCandidate(control, { text: 'f', option: /76000 Fincher/ });
    }),
  },
  { file: 'couple-prerequisites.png', table: 'account', key: '76010', more: asIvo, prepare: onControl() },
  { file: 'couple-team.png', table: 'account', key: '76020', more: asIvo, prepare: onControl() },
  { file: 'couple-skipped.png', table: 'account', key: '76040', more: asIvo, prepare: onControl() },
  {
    file: 'couple-uncouple.png',
    table: 'account',
    key: '20000',
    more: asIvo,
    prepare: onControl((control) => control.getByRole('button', { name: 'Uncouple', exact: true }).click()),
  },
  {
    file: 'couple-failed.png',
    table: 'account',
    key: '76010',
    more: asIvo,
    prepare: onControl(async (control) => {
      await chooseCandidate(control, { text: 'lamna', option: /76010/ });
      await control.getByRole('radio', { name: /with Sales’ data/ }).check();
      await control.getByRole('button', { name: /^Couple: / }).click();
      await ended(control, 'Coupled, but the synchronization failed');
    }),
  },
  {
    file: 'couple-phone-finnish.png',
    table: 'account',
    key: '76040',
    more: '&user=ivo&width=320&language=1035',
    prepare: onControl((control) => control.getByRole('button', { name: 'Synkronoi', exact: true }).click()),
    viewport: { width: 360, height: 1340 },
  },
  {
    file: 'couple-dark-swedish.png',
    table: 'product',
    key: '1896-S',
    more: '&user=ivo&theme=dark&language=1053',
    prepare: compare('Jämför'),
    viewport: tall,
  },
  {
    file: 'couple-italian.png',
    table: 'account',
    key: '67000',
    more: '&user=ivo&language=1040',
    prepare: onControl(),
  },
];
