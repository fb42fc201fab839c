import type { Page } from '../../address';
import type { Dialogs } from '../../shell/dialogs';
import type { Texts } from '../../texts/texts';

interface NavigationHost {
  readonly dialogs: Dialogs;
  readonly texts: Texts;
  readonly navigate: (page: Page) => Promise<boolean>;
  readonly addressOf: (page: Page) => string;
}

function save(file: ComponentFramework.FileObject): void {
  const link = document.createElement('a');
  link.href = `data:${file.mimeType};base64,${file.fileContent}`;
  link.download = file.fileName;
  link.click();
}

/** Opens an address in a tab of its own, which learns nothing of this one. */
function openTab(address: string): void {
  window.open(address, '_blank', 'noopener');
}

/** `context.navigation`. */
export function navigationOf(host: NavigationHost): ComponentFramework.Navigation {
  return {
    openAlertDialog: ({ text, confirmButtonLabel }) =>
      host.dialogs.open('alert', {
        text,
        ...(confirmButtonLabel === undefined ? {} : { okLabel: confirmButtonLabel }),
      }),

    openConfirmDialog: async ({ text, title, subtitle, confirmButtonLabel, cancelButtonLabel }) => ({
      confirmed: await host.dialogs.open('confirm', {
        text,
        ...(title === undefined ? {} : { title }),
        ...(subtitle === undefined ? {} : { subtitle }),
        ...(confirmButtonLabel === undefined ? {} : { okLabel: confirmButtonLabel }),
        ...(cancelButtonLabel === undefined ? {} : { cancelLabel: cancelButtonLabel }),
      }),
    }),

    openErrorDialog: ({ message, details, errorCode }) =>
      host.dialogs.open('error', {
        title: host.texts.errorTitle,
        message: message ?? `${host.texts.errorTitle} (0x${(errorCode ?? 0).toString(16)})`,
        ...(details === undefined ? {} : { details }),
      }),

    openFile: (file) => {
      save(file);
      return Promise.resolve();
    },

    openForm: async ({ entityName, entityId, formId, openInNewWindow }, parameters = {}) => {
      const page: Page = {
        kind: 'record',
        table: entityName,
        id: entityId === undefined ? null : entityId.replace(/[{}]/g, '').toLowerCase(),
        formId: formId ?? null,
        defaults: parameters,
      };
      if (openInNewWindow === true) {
        openTab(host.addressOf(page));
      } else {
        await host.navigate(page);
      }
      return { savedEntityReference: [] };
    },

    openUrl: (url) => openTab(url),

    openWebResource: (name, _options, data) =>
      openTab(`/webresources/${name}${data === undefined ? '' : `?data=${encodeURIComponent(data)}`}`),
  };
}
