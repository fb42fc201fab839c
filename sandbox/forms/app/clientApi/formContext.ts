import type { FormCell, FormModel, FormSection, FormTab } from '../formXml/formModel';
import { isLookup, type ColumnValue } from '../record/columnValue';
import type { RecordSession } from '../record/recordSession';

export interface FormNotification {
  readonly message: string;
  readonly level: 'ERROR' | 'WARNING' | 'INFO';
}

/** What scripts have to say on a form, by their ids. */
export type FormNotifications = ReadonlyMap<string, FormNotification>;

/** What a form lets its scripts do. */
interface FormPage {
  readonly showTab: (position: number) => void;
  readonly changeNotifications: (change: (before: FormNotifications) => FormNotifications) => void;
  readonly save: () => Promise<boolean>;
}

/** Id of the element that a control of a form is in. */
export function controlElementId(name: string): string {
  return `control-${name}`;
}

/** FormTypes of the client: create, update, read-only. */
const formTypes = { create: 1, update: 2, readOnly: 3 } as const;

/** `PrimaryControl` of a command, as much of it as scripts use (Microsoft Learn, "formContext"). */
export type FormContext = ReturnType<typeof formContextOf>;

export function formContextOf(record: RecordSession, form: FormModel, page: FormPage) {
  const sections = form.tabs.flatMap((tab) => tab.columns.flatMap((column) => column.sections));
  const cells = [...form.header, ...sections.flatMap((section) => section.cells)];
  const controls = cells.flatMap(controlIn);
  const columns = new Set(
    cells.flatMap(({ control }) => (control?.kind === 'column' ? [control.column] : [])),
  );
  return {
    data: {
      entity: {
        getEntityName: () => record.table.logicalName,
        getId: () => (record.id === null ? '' : `{${record.id.toUpperCase()}}`),
        getPrimaryAttributeValue: () => record.name || null,
        getIsDirty: () => record.isDirty,
        save: () => page.save(),
      },
    },
    getAttribute: (name: string) =>
      columns.has(name) ? { getName: () => name, getValue: () => scriptValue(record.value(name)) } : null,
    getControl: (name: string) => controls.find((control) => control.getName() === name) ?? null,
    ui: {
      getFormType: () =>
        record.isNew ? formTypes.create : record.isInactive ? formTypes.readOnly : formTypes.update,
      tabs: collectionOf(form.tabs.map((tab, position) => scriptTab(tab, () => page.showTab(position)))),
      setFormNotification: (message: string, level: FormNotification['level'], id: string) => {
        page.changeNotifications((before) => new Map([...before, [id, { message, level }]]));
        return true;
      },
      clearFormNotification: (id: string) => {
        page.changeNotifications((before) => new Map([...before].filter(([key]) => key !== id)));
        return true;
      },
    },
  };
}

/** A lookup is a list of one to scripts; other values are as they are. */
function scriptValue(value: ColumnValue): unknown {
  return isLookup(value)
    ? [{ id: `{${value.id.toUpperCase()}}`, entityType: value.table, name: value.name }]
    : value;
}

function scriptTab(tab: FormTab, show: () => void) {
  return {
    getName: () => tab.name,
    setFocus: show,
    // Tabs are all expanded here; what is not open is another tab's.
    setDisplayState: () => undefined,
    sections: collectionOf(tab.columns.flatMap((column) => column.sections).map(scriptSection)),
  };
}

function scriptSection(section: FormSection) {
  return { getName: () => section.name, controls: collectionOf(section.cells.flatMap(controlIn)) };
}

function controlIn({ control }: FormCell) {
  return control?.kind === 'column'
    ? [{ getName: () => control.name, setFocus: () => focusControl(control.name) }]
    : [];
}

/** The client's collections: all items, one by name or by position. */
function collectionOf<Item extends { getName: () => string }>(items: readonly Item[]) {
  function get(): readonly Item[];
  function get(which: string | number): Item | null;
  function get(which?: string | number): readonly Item[] | Item | null {
    if (which === undefined) {
      return items;
    }
    return (
      (typeof which === 'number' ? items[which] : items.find((item) => item.getName() === which)) ?? null
    );
  }
  return { get, getLength: () => items.length };
}

/** The first thing in a control that takes the focus, else the control as a whole, and what it shows is scrolled to. */
function focusControl(name: string): void {
  const element = document.getElementById(controlElementId(name));
  const first = element?.querySelector<HTMLElement>('a[href], button, input, select, textarea, [tabindex]');
  if (element !== null && first === null) {
    element.tabIndex = -1;
  }
  (first ?? element)?.focus();
  element?.scrollIntoView({ block: 'nearest' });
}
