import { connectOnce } from '../businessCentral/connectOnce';
import { openCompany } from '../businessCentral/company';
import { couplingsOfRecord } from '../businessCentral/coupling/couplingRows';
import { recordCouplings } from '../businessCentral/coupling/recordCouplings';
import { addressOfRecord, redirectAddress } from '../businessCentral/coupling/recordPage';
import { BusinessCentralError } from '../businessCentral/errors';
import { pairsOf } from '../businessCentral/coupling/pairs';
import type { CouplingRow } from '../businessCentral/coupling/types';
import type { SalesRecords } from '../sales/couplableRecords';
import { barrierOfRow } from '../sales/couplingBarrier';
import { couplingConnection } from '../sales/couplingConnection';
import { dataverseReader } from '../sales/dataverseReader';
import { gatewayAuthorizations } from '../sales/gatewayAuthorization';
import type { HeldRoles } from '../sales/heldRoles';
import { salesRecordsOf } from '../sales/salesRecordsOf';
import { wordsOf } from '../ui/failure';
import type { Client, FormContext } from './client';
import { recordToOpen, type RecordToOpen } from './recordToOpen';
import { showCoupleRecord } from './showCoupleRecord';
import { commandTexts, type CommandTextKey } from './texts';
import type { Texts } from '../ui/texts';

/** Of the command's notification on the form, so that the next click replaces it. */
const notificationId = 'bcs_openInBusinessCentral';

const connectOnPage = connectOnce((connection) => openCompany(connection));

/** Ids of the records whose command is at work; the client makes another form context for every click. */
const busy = new Set<string>();

/** What is known of the record when Business Central has answered. */
interface Found {
  readonly couplings: readonly CouplingRow[];
  /** Address of the first record that can be opened, in the order of the pairs. */
  readonly address: string | null;
}

/**
 * The command *Business Central* of a form: opens the record that the form's record is coupled to, of a quote that of its
 * customer. Where there is none it says so, and takes the user to where it can be coupled. A second click while the first
 * is at work does nothing.
 * @param form `PrimaryControl`
 */
export async function openInBusinessCentral(form: FormContext, client: Client): Promise<void> {
  const id = form.data.entity.getId();
  if (busy.has(id)) {
    return;
  }
  busy.add(id);
  const texts = commandTexts(client.Utility.getGlobalContext().userSettings.languageId);
  form.ui.clearFormNotification(notificationId);
  try {
    await open(form, client, texts);
  } catch (reason) {
    const { sentence, remedy } = wordsOf(reason instanceof Error ? reason : new Error(String(reason)), texts);
    form.ui.setFormNotification(`${sentence} ${remedy}`, 'ERROR', notificationId);
  } finally {
    busy.delete(id);
  }
}

async function open(form: FormContext, client: Client, texts: Texts<CommandTextKey>): Promise<void> {
  const record = recordToOpen(form);
  if (record === null) {
    form.ui.setFormNotification(texts.say('noCustomer'), 'WARNING', notificationId);
    return;
  }
  const { WebApi, Utility, Navigation } = client;
  const held = Utility.getGlobalContext().userSettings.roles.getAll();
  const roles = { heldRoleIds: held.map(({ id }) => id) };
  const { couplings, address } = await find(record, WebApi, roles);
  if (address !== null) {
    Navigation.openUrl(address);
    return;
  }
  if (couplings.some(({ recordNo }) => recordNo !== '')) {
    form.ui.setFormNotification(texts.say('noAddress'), 'WARNING', notificationId);
    return;
  }
  const remedy = await remedyOf(record, couplings, salesRecordsOf(WebApi, roles));
  await takeToCoupling(record, couplings, remedy, form, client, texts);
}

/** The couplings of a record, in one request to Business Central. @throws SalesError, BusinessCentralError */
async function find(record: RecordToOpen, webAPI: Client['WebApi'], roles: HeldRoles): Promise<Found> {
  const company = connectOnPage(
    await couplingConnection(dataverseReader(webAPI), roles, gatewayAuthorizations(webAPI)),
  );
  try {
    // Whoever clicks has perhaps just coupled it, so no earlier answer will do.
    const [outcome] = await company.withinDeadline(undefined, (deadline) =>
      company.read([couplingsOfRecord(record)], deadline, true),
    );
    const couplings = recordCouplings(outcome, record);
    const addresses = couplings.map(({ pair, recordNo }) => addressOfRecord(company, pair, recordNo));
    return { couplings, address: addresses.find((address) => address !== null) ?? null };
  } catch (reason) {
    const redirect = redirectAddress(company, record);
    // Without the companion extension only Business Central itself can look the coupling up.
    if (
      reason instanceof BusinessCentralError &&
      reason.code === 'serviceNotPublished' &&
      redirect !== null
    ) {
      return { couplings: [], address: redirect };
    }
    throw reason;
  }
}

/** Who can mend it, and where. */
type Remedy =
  | 'couple'
  /** The coupling that leads nowhere has to go first. */
  | 'uncouple'
  /** Others couple records. */
  | 'ask'
  /** The record cannot be coupled as it is; the control says why. */
  | 'see';

/** @throws SalesError */
async function remedyOf(
  record: RecordToOpen,
  couplings: readonly CouplingRow[],
  sales: SalesRecords,
): Promise<Remedy> {
  const [row, mayChange] = await Promise.all([sales.record(record), sales.mayChangeCouplings()]);
  if (couplings.length > 0) {
    return mayChange ? 'uncouple' : 'ask';
  }
  if (pairsOf(record.table).every((pair) => barrierOfRow(pair, row) !== null)) {
    return 'see';
  }
  return mayChange ? 'couple' : 'ask';
}

/**
 * Says what is missing and who can mend it, and shows the control where that is done: on this form, or on that of the
 * quote's customer.
 */
async function takeToCoupling(
  record: RecordToOpen,
  couplings: readonly CouplingRow[],
  remedy: Remedy,
  form: FormContext,
  client: Client,
  texts: Texts<CommandTextKey>,
): Promise<void> {
  const name = record.name === '' ? texts.say('noName') : record.name;
  const said = texts.say(couplings.length > 0 ? 'deleted' : 'notCoupled', { name });
  const tell = (next: string) => form.ui.setFormNotification(`${said} ${next}`, 'INFO', notificationId);
  if (record.isOnForm) {
    const isShown = showCoupleRecord(form);
    tell(texts.say(remedy === 'ask' ? 'next_ask' : isShown ? `next_${remedy}Here` : 'next_otherForm'));
    return;
  }
  if (remedy === 'ask') {
    tell(texts.say('next_ask'));
    return;
  }
  const { confirmed } = await client.Navigation.openConfirmDialog({
    title: texts.say('title'),
    text: `${said} ${texts.say(remedy === 'see' ? 'next_customerSee' : 'next_customer')}`,
    confirmButtonLabel: texts.say('openCustomer'),
    cancelButtonLabel: texts.say('stay'),
  });
  if (confirmed) {
    // It fails where the user stays for unsaved changes.
    await client.Navigation.openForm({ entityName: record.table, entityId: record.id }).then(
      undefined,
      () => undefined,
    );
  }
}
