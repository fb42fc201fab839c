import * as React from 'react';
import { openCompany } from '../businessCentral/company';
import { connectOnce } from '../businessCentral/connectOnce';
import { customerStatistics } from '../businessCentral/statistics/statistics';
import { salesCustomersOf } from '../sales/customersOf';
import { keepConnection } from '../sales/companySession';
import { systemClock } from '../ui/clock';
import { languageFor, recordOf, themeFor, valueOf } from '../ui/platform';
import type { Language } from '../ui/language';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { openStatisticsSession } from './statisticsSession';
import type { StatisticsSession } from './statisticsSession';
import { CustomerStatisticsView } from './views/CustomerStatisticsView';

type Context = ComponentFramework.Context<IInputs>;

/** What the controls of one page share. */
const shared = {
  connect: connectOnce((connection) => customerStatistics(openCompany(connection))),
  kept: keepConnection(),
};

/** Adapts the component framework to the control's views: nothing is decided here. */
export class CustomerStatistics implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private session: StatisticsSession | undefined;
  private language: Language<string> | undefined;

  public init(context: Context): void {
    this.language = languageFor(context);
    this.session = openStatisticsSession({
      sales: salesCustomersOf(context.webAPI, { heldRoleIds: context.userSettings.securityRoles }),
      ...shared,
    });
    if (recordOf(context).id !== null) {
      this.session.prepare();
    }
  }

  public updateView(context: Context): React.ReactElement {
    const { number, total, modifiedOn } = context.parameters;
    if (this.session === undefined || this.language === undefined) {
      throw new Error('The form drew the control before it started it.');
    }
    const numberOnForm = valueOf<string | null>(number);
    return React.createElement(CustomerStatisticsView, {
      session: this.session,
      language: this.language,
      clock: systemClock,
      theme: themeFor(context),
      form: {
        ...recordOf(context),
        number: numberOnForm === undefined ? undefined : (numberOnForm ?? '').trim(),
        total: valueOf(total) ?? null,
        modifiedAt: valueOf<Date | null>(modifiedOn)?.getTime() ?? null,
      },
      openAddress: (address) => context.navigation.openUrl(address),
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
