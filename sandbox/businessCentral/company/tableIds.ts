/** Business Central's numbers of tables that records are coupled in. */
export const currencyTableId = 4;
export const customerPriceGroupTableId = 6;
export const salespersonTableId = 13;
export const customerTableId = 18;
export const vendorTableId = 23;
export const itemTableId = 27;
export const salesHeaderTableId = 36;
export const salesInvoiceHeaderTableId = 112;
export const resourceTableId = 156;
export const unitOfMeasureTableId = 204;
export const contactTableId = 5050;
export const opportunityTableId = 5092;
export const unitGroupTableId = 5400;
