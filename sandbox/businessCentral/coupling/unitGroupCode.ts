/** Code of a unit group (table 5400, GetCode): the number alone may be that of an item and of a resource. */
export function unitGroupCode(sourceType: string, sourceNo: string): string {
  return `${sourceType} ${sourceNo} UOM GR`.toUpperCase();
}
