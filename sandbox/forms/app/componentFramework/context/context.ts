import type { Page } from '../../address';
import type { Column } from '../../dataverse/table';
import { textOfColumn } from '../../fields/textOfColumn';
import type { CodeComponentBinding, FormFactor } from '../../formXml/formModel';
import type { RecordSession } from '../../record/recordSession';
import type { Session } from '../../session';
import type { Dialogs } from '../../shell/dialogs';
import { fluentDesignLanguage, type ThemeName } from '../../theme/theme';
import type { CodeComponentContext } from '../codeComponent';
import type { LoadedControl } from '../controlLibrary';
import { clientOf } from './client';
import { device } from './device';
import { formattingOf } from './formatting';
import { navigationOf } from './navigation';
import { parametersOf } from './parameters';
import { utilsOf } from './metadataAndLookups';
import { createPopupService } from './popups';
import { resourcesOf } from './resources';
import { userSettingsOf } from './userSettings';
import { webApiOf } from './webApi';

/** The form around a control: what it may reach through its context. */
export interface ControlSurroundings {
  readonly session: Session;
  readonly record: RecordSession;
  readonly dialogs: Dialogs;
  readonly navigate: (page: Page) => Promise<boolean>;
  readonly addressOf: (page: Page) => string;
}

/** What can change while a control is mounted. */
export interface ControlPlacement {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly formFactor: FormFactor;
  readonly theme: ThemeName;
}

/** What a control may ask of the one who mounted it. */
export interface ControlRequests {
  readonly requestRender: () => void;
  readonly setControlState: (state: Readonly<Record<string, unknown>>) => void;
  readonly setFullScreen: (isOn: boolean) => void;
  readonly trackContainerResize: (isOn: boolean) => void;
}

/** The context at one moment. @param width of the container in pixels; -1 while the control does not track it */
export type ContextAt = (
  placement: ControlPlacement,
  width: number,
  updatedProperties: string[],
) => CodeComponentContext;

/** Everything that a code component finds in its context; the parts that never change keep their identity. */
export function contextsOf(
  control: LoadedControl,
  binding: CodeComponentBinding,
  surroundings: ControlSurroundings,
  requests: ControlRequests,
): ContextAt {
  const { session, record, dialogs, navigate, addressOf } = surroundings;
  const popups = createPopupService();
  const steady = {
    device,
    events: {},
    factory: { getPopupService: () => popups, requestRender: requests.requestRender },
    formatting: formattingOf(session.culture, session.currencySymbolOf(record)),
    navigation: navigationOf({ dialogs, texts: session.texts, navigate, addressOf }),
    resources: resourcesOf(control),
    userSettings: userSettingsOf(session),
    utils: utilsOf(session, dialogs),
    webAPI: webApiOf(session.tables),
  };
  const textOf = (column: Column) => textOfColumn(record, column, session);

  return (placement, width, updatedProperties) => ({
    ...steady,
    client: clientOf(placement.formFactor),
    fluentDesignLanguage: fluentDesignLanguage(placement.theme),
    parameters: parametersOf(control.manifest.properties, binding, record, textOf),
    updatedProperties,
    mode: {
      allocatedWidth: width,
      allocatedHeight: -1,
      isControlDisabled: placement.isDisabled || record.isInactive,
      isVisible: true,
      label: placement.label,
      contextInfo: {
        entityTypeName: record.table.logicalName,
        entityId: record.id ?? '',
        entityRecordName: record.name,
      },
      setControlState: (state) => {
        requests.setControlState(state);
        return true;
      },
      setFullScreen: requests.setFullScreen,
      trackContainerResize: requests.trackContainerResize,
    },
  });
}
