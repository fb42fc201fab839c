import type { BusinessLogic } from '../service/businessLogic';
import { orderKind, quoteKind } from './documentKind';
import { documentLogic } from './documents';
import { lineLogic } from './lines';
import { contactLogic } from './people';
import { unitLogic } from './units';

/** What the plug-ins of Dynamics 365 Sales do, as far as its forms rely on it. */
export const salesLogic: readonly BusinessLogic[] = [
  documentLogic(quoteKind),
  documentLogic(orderKind),
  lineLogic(quoteKind),
  lineLogic(orderKind),
  unitLogic,
  contactLogic,
];
