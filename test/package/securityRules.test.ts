import type { Refusal } from './solutionFixtures';
import { broken, realSources } from './solutionFixtures';

const connection = 'Entities/bcs_connection/Entity.xml';
const profiles = 'Other/FieldSecurityProfiles.xml';
const administrator = 'Roles/Integration Administrator.xml';
const anyConnectionView = [...realSources.keys()].find((path) =>
  path.includes('bcs_connection/SavedQueries'),
)!;

const refusals: readonly Refusal[] = [
  [
    'a role with an id of Microsoft’s',
    () =>
      broken(
        administrator,
        '{790688fe-7be5-42e2-b5e8-0b611393de33}',
        '{8c8d4f51-a72b-e511-80d9-3863bb349780}',
      ),
    administrator,
    'is a role of Microsoft',
  ],
  [
    'a privilege of a table that has none of its own',
    () => broken(administrator, 'prvReadbcs_connection', 'prvReadQuoteDetail'),
    administrator,
    'prvReadQuoteDetail: no such privilege is known',
  ],
  [
    'a privilege by the logical name where the stem is another',
    () => broken(administrator, 'prvReadbcs_connection', 'prvReadSalesOrder'),
    administrator,
    'prvReadSalesOrder: no such privilege is known',
  ],
  [
    'a privilege with a verb that does not exist',
    () => broken(administrator, 'prvReadbcs_connection', 'prvUsebcs_connection'),
    administrator,
    'prvUsebcs_connection: no such privilege is known',
  ],
  [
    'a privilege of the owner on a table without owners',
    () => broken(administrator, 'prvReadbcs_connection', 'prvAssignbcs_connection'),
    administrator,
    'there is nothing to assign',
  ],
  [
    'a level below the organization on a table without owners',
    () =>
      broken(
        administrator,
        'name="prvReadbcs_connection" level="Global"',
        'name="prvReadbcs_connection" level="Basic"',
      ),
    administrator,
    'only the level Global exists',
  ],
  [
    'a level that does not exist',
    () =>
      broken(
        administrator,
        'name="prvReadbcs_connection" level="Global"',
        'name="prvReadProduct" level="All"',
      ),
    administrator,
    'prvReadProduct: All is no level',
  ],
  [
    'a privilege that is granted twice',
    () => broken(administrator, 'prvReadbcs_connection', 'prvWritebcs_connection'),
    administrator,
    'prvWritebcs_connection is granted twice',
  ],
  [
    'a role whose file has another name',
    () => broken(administrator, 'name="Integration Administrator"', 'name="Administrator"'),
    administrator,
    'the file is not named by the role Administrator',
  ],
  [
    'a secured column that no profile opens',
    () => broken(profiles, 'bcs_webserviceaccesskey', 'bcs_username'),
    profiles,
    'no profile opens the secured column bcs_connection.bcs_webserviceaccesskey',
  ],
  [
    'a profile that opens a column which is not secured',
    () => broken(connection, '<IsSecured>1</IsSecured>', '<IsSecured>0</IsSecured>'),
    profiles,
    'opens bcs_connection.bcs_webserviceaccesskey, which is no secured column here',
  ],
  [
    'a column permission that is neither allowed nor not',
    () => broken(profiles, '<CanRead>4</CanRead>', '<CanRead>1</CanRead>'),
    profiles,
    'neither 0 nor 4',
  ],
  [
    'a view that shows a secured column',
    () =>
      broken(
        anyConnectionView,
        '<attribute name="bcs_company" />',
        '<attribute name="bcs_company" /><attribute name="bcs_webserviceaccesskey" />',
      ),
    anyConnectionView,
    'bcs_webserviceaccesskey is secured',
  ],
];

/** Who may do what: roles, privileges, secured columns. */
test.each(refusals)('refuses %s', (_, find, part, reason) => {
  expect(find()).toContainEqual({ part, reason: expect.stringContaining(reason) as string });
});
