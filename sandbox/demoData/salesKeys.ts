/** Key of a contact in Sales: its customer and its name. */
export function contactKey(customerNo: string, name: string): string {
  return `${customerNo}/${name}`;
}

/** Key of an opportunity in Sales: its number in Business Central. */
export function opportunityKey(opportunityNo: string): string {
  return opportunityNo;
}
