import * as React from 'react';
import { openCompany } from '../businessCentral/company';
import { connectOnce } from '../businessCentral/connectOnce';
import { companyCoupling } from '../businessCentral/coupling/companyCoupling';
import { keepConnection } from '../sales/companySession';
import { keepAnswer } from '../sales/keptAnswer';
import { salesRecordsOf } from '../sales/salesRecordsOf';
import { systemClock } from '../ui/clock';
import { languageFor, recordOf, themeFor, valueOf } from '../ui/platform';
import type { Language } from '../ui/language';
import { openCouplingSession } from './couplingSession';
import type { CouplingSession } from './couplingSession';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { CoupleRecordView } from './views/CoupleRecordView';

type Context = ComponentFramework.Context<IInputs>;

/** What the controls of one page share. */
const shared = {
  connect: connectOnce((connection) => companyCoupling(openCompany(connection))),
  kept: keepConnection(),
  mayChange: keepAnswer<boolean>(),
};

/** Adapts the component framework to the control's views: nothing is decided here. */
export class CoupleRecord implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private session: CouplingSession | undefined;
  private language: Language<string> | undefined;

  public init(context: Context): void {
    this.language = languageFor(context);
    this.session = openCouplingSession({
      sales: salesRecordsOf(context.webAPI, { heldRoleIds: context.userSettings.securityRoles }),
      ...shared,
    });
  }

  public updateView(context: Context): React.ReactElement {
    const { number, modifiedOn } = context.parameters;
    if (this.session === undefined || this.language === undefined) {
      throw new Error('The form drew the control before it started it.');
    }
    const numberOnForm = valueOf<string | null>(number);
    return React.createElement(CoupleRecordView, {
      session: this.session,
      language: this.language,
      clock: systemClock,
      theme: themeFor(context),
      form: {
        ...recordOf(context),
        number: numberOnForm === undefined ? undefined : (numberOnForm ?? '').trim(),
        modifiedAt: valueOf<Date | null>(modifiedOn)?.getTime() ?? null,
      },
      openAddress: (address) => context.navigation.openUrl(address),
      openRecord: ({ table, id }) => {
        // It fails where the user stays for unsaved changes.
        context.navigation.openForm({ entityName: table, entityId: id }).then(undefined, () => undefined);
      },
    });
  }

  /** The control writes nothing. */
  public getOutputs(): IOutputs {
    return {};
  }

  public destroy(): void {
    this.session?.close();
  }
}
