/** Texts by Windows locale id. */
export type Labels = Readonly<Record<number, string>>;

/** What a property of a code component gets on a form. */
export type PropertyBinding =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'static'; readonly type: string; readonly value: string };

/** A code component on a form, for one form factor. */
export interface CodeComponentBinding {
  /** Packaged name: `<publisher prefix>_<namespace>.<constructor>`. */
  readonly name: string;
  readonly properties: Readonly<Record<string, PropertyBinding>>;
}

/** FormXML's numbers for what a form is shown on: 0 phone, 1 tablet, 2 web. */
export type FormFactor = 0 | 1 | 2;

export interface ColumnControl {
  readonly kind: 'column';
  /** By which scripts know it: the column's name, with a number behind it where the column is there several times. */
  readonly name: string;
  readonly column: string;
  readonly disabled: boolean;
  /** Code components that replace the plain field. */
  readonly codeComponents: Readonly<Partial<Record<FormFactor, CodeComponentBinding>>>;
}

export interface SubgridControl {
  readonly kind: 'subgrid';
  readonly table: string;
  /** Schema name of the one-to-many relationship whose many side is listed. */
  readonly relationship: string;
  readonly viewId: string | null;
  readonly rowsPerPage: number;
}

export type FormControl = ColumnControl | SubgridControl;

export interface FormCell {
  readonly id: string;
  /** Empty: the column's own name is shown. */
  readonly labels: Labels;
  readonly showLabel: boolean;
  readonly columnSpan: number;
  /** Null for a spacer. */
  readonly control: FormControl | null;
}

export interface FormSection {
  readonly id: string;
  /** By which scripts know it; empty: none. */
  readonly name: string;
  readonly labels: Labels;
  readonly showLabel: boolean;
  readonly columnCount: number;
  readonly cells: readonly FormCell[];
}

export interface FormTab {
  readonly id: string;
  /** By which scripts know it; empty: none. */
  readonly name: string;
  readonly labels: Labels;
  readonly columns: readonly { readonly width: string; readonly sections: readonly FormSection[] }[];
}

/** A main form as the host draws it; what is hidden in FormXML is left out. */
export interface FormModel {
  /** `systemform`'s id; null for a form that the sandbox brings itself. */
  readonly id: string | null;
  readonly name: string;
  readonly header: readonly FormCell[];
  readonly tabs: readonly FormTab[];
}
