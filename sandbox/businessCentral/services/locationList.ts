import type { Location } from '../company/records';
import { text } from './recordFields';
import { readOnlyPage } from './service';

/** Page 15: locations; the blank location has no record. */
export const locationList = readOnlyPage<Location>({
  name: 'LocationList',
  object: 'Page 15 Location List',
  key: ['Code'],
  table: (company) => company.locations,
  fields: [text('Code', 10, (location) => location.Code), text('Name', 100, (location) => location.Name)],
});
