/** Option values of "Document Type" on sales and purchase lines (enums 36 and 38). */
export const documentTypes = [
  'Quote',
  'Order',
  'Invoice',
  'Credit Memo',
  'Blanket Order',
  'Return Order',
] as const;

/** Option values of "Type" on sales and purchase lines (enums 37 and 39). */
export const documentLineTypes = [
  ' ',
  'G/L Account',
  'Item',
  'Resource',
  'Fixed Asset',
  'Charge (Item)',
  'Allocation Account',
] as const;

/** Fields for the two global and six further shortcut dimensions; the sandbox's company uses none. */
export const shortcutDimensions: readonly string[] = [
  'Shortcut_Dimension_1_Code',
  'Shortcut_Dimension_2_Code',
  ...[3, 4, 5, 6, 7, 8].map((number) => `ShortcutDimCode_x005B_${number}_x005D_`),
];
