import { createContext } from 'react';
import type { RowReference } from '../../sales/administration/types';

/**
 * Opens the form of a row of Sales, given around all pages: parts of a page also stand in steps of the setup, which would
 * only hand it on. Null: nothing can be opened there.
 */
export const OpenRowContext = createContext<((row: RowReference) => void) | null>(null);
