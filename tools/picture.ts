import type { Page } from 'playwright-core';
import type { CouplableTable } from '../businessCentral/coupling/pairs';
import type { Sandbox } from '../sandbox/sandbox';

/** A picture of a form. */
export interface Picture {
  readonly file: string;
  readonly table: CouplableTable | 'quote' | 'quotedetail';
  /** Key of the demo data: number of a quote or a customer; of a line with its number after a slash. */
  readonly key: string;
  /** Parameters of the address: language, theme, width. */
  readonly more?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What is done on the page before the picture is taken. */
  readonly prepare?: (page: Page, sandbox: Sandbox) => Promise<void>;
}
