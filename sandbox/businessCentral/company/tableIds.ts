/** Business Central's numbers of tables that records are coupled in. */
export const customerTableId = 18;
export const itemTableId = 27;
