/** The pages of the administration app; each is an HTML web resource of this name, and the `data-page` of its body. */
export const pageNames = ['setup', 'synchronization', 'salespeople', 'health'] as const;

export type PageName = (typeof pageNames)[number];
