type Popup = ComponentFramework.FactoryApi.Popup.Popup;
type PopupService = ComponentFramework.FactoryApi.Popup.PopupService;

/** `context.factory.getPopupService()`: a control's own elements, laid over the page. */
export function createPopupService(): PopupService {
  const popups = new Map<string, { readonly popup: Popup; readonly root: HTMLDivElement }>();
  let popupsId = '';

  function close(name: string): void {
    popups.get(name)?.root.remove();
  }

  function create(popup: Popup): void {
    close(popup.name);
    const root = document.createElement('div');
    root.className = 'popup';
    root.id = popupsId;
    root.append(popup.content);
    if (popup.closeOnOutsideClick === true) {
      root.addEventListener('click', ({ target }) => {
        if (target === root) {
          close(popup.name);
        }
      });
    }
    popups.set(popup.name, { popup, root });
  }

  return {
    createPopup: create,
    openPopup: (name) => {
      const known = popups.get(name);
      if (known !== undefined) {
        document.body.append(known.root);
      }
    },
    closePopup: close,
    updatePopup: (name, popup) => {
      const isOpen = popups.get(name)?.root.isConnected ?? false;
      create({ ...popup, name });
      if (isOpen) {
        document.body.append(popups.get(name)?.root ?? '');
      }
    },
    deletePopup: (name) => {
      close(name);
      popups.delete(name);
    },
    setPopupsId: (id) => {
      popupsId = id;
    },
    getPopupsId: () => popupsId,
  };
}
