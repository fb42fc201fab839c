import type { FormModel } from '../formXml/formModel';
import { readFormXml } from '../formXml/readFormXml';
import { request, rowsOf, textIn } from './request';

/**
 * The main forms of a table in their form order: those that came with a solution stand before Sales' own, as an
 * administrator puts them after the import (README, "Install").
 * @throws DataverseError
 */
export async function systemFormsOf(table: string): Promise<FormModel[]> {
  const mainForm = 2;
  const forms = await request(
    `systemforms?$select=formid,name,formxml&$filter=objecttypecode eq '${table}' and type eq ${mainForm}&$orderby=isdefault asc,name asc`,
  );
  return rowsOf(forms).map((form) =>
    readFormXml(textIn(form['formid']), textIn(form['name']), textIn(form['formxml'])),
  );
}
