import * as React from 'react';
import { availabilityOf } from '../businessCentral/availability/availability';
import { openCompany } from '../businessCentral/company';
import { connectOnce } from '../businessCentral/connectOnce';
import type { IsoDate } from '../businessCentral/isoDate';
import { keepConnection } from '../sales/companySession';
import { salesOf } from '../sales/salesOf';
import { systemClock } from '../ui/clock';
import { dateOfDay, dayOf, languageFor, lookupOf, recordOf, themeFor, valueOf } from '../ui/platform';
import type { Language } from '../ui/language';
import { openSession, type AvailabilitySession } from './availabilitySession';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { ProductAvailabilityView } from './views/ProductAvailabilityView';

type Context = ComponentFramework.Context<IInputs>;

/** What the controls of one page share. */
const shared = { kept: keepConnection(), connect: connectOnce((to) => availabilityOf(openCompany(to))) };

/** Adapts the component framework to the control's views: nothing is decided here. */
export class ProductAvailability implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private session: AvailabilitySession | undefined;
  private language: Language<string> | undefined;
  private outputs: IOutputs = {};
  private notifyOutputChanged: () => void = () => undefined;

  /** @param notifyOutputChanged asks the form to fetch {@link getOutputs} */
  public init(context: Context, notifyOutputChanged: () => void): void {
    const language = languageFor(context);
    const dayOfInstant = (instant: Date) => language.format.dayOf(instant.getTime());
    this.language = language;
    this.session = openSession({ sales: salesOf(context.webAPI, dayOfInstant), ...shared });
    this.notifyOutputChanged = notifyOutputChanged;
  }

  public updateView(context: Context): React.ReactElement {
    const { product, unit, quantity, requestedDelivery, total } = context.parameters;
    if (this.session === undefined || this.language === undefined) {
      throw new Error('The form drew the control before it started it.');
    }
    const productOnForm = lookupOf(product);
    const mayWrite =
      !context.mode.isControlDisabled &&
      requestedDelivery.attributes !== undefined &&
      requestedDelivery.security?.editable !== false;
    return React.createElement(ProductAvailabilityView, {
      session: this.session,
      language: this.language,
      clock: systemClock,
      theme: themeFor(context),
      form: {
        ...recordOf(context),
        productId: productOnForm === undefined ? undefined : (productOnForm?.id ?? null),
        unit: lookupOf(unit),
        quantity: valueOf(quantity),
        requestedDate: dayOf(requestedDelivery),
        total: valueOf(total) ?? null,
      },
      writeRequestedDate: mayWrite ? this.writeRequestedDate : null,
      openAddress: (address) => context.navigation.openUrl(address),
    });
  }

  /** Only what the user has just changed; the form leaves alone what is not named, and empties what is undefined. */
  public getOutputs(): IOutputs {
    const { outputs } = this;
    this.outputs = {};
    return outputs;
  }

  public destroy(): void {
    this.session?.close();
  }

  private readonly writeRequestedDate = (date: IsoDate | null): void => {
    this.outputs = { requestedDelivery: date === null ? undefined : dateOfDay(date) };
    this.notifyOutputChanged();
  };
}
