import { recordId } from '../../identity';
import type { PrivilegeVerb } from '../metadata/table';
import { privilegeName } from './privileges';
import type { PrivilegeDepth } from './privileges';
import type { Role } from './role';

type Grant = readonly [verbs: readonly PrivilegeVerb[], stems: readonly string[], depth: PrivilegeDepth];

function privileges(grants: readonly Grant[]): Map<string, PrivilegeDepth> {
  return new Map(
    grants.flatMap(([verbs, stems, depth]) =>
      verbs.flatMap((verb) => stems.map((stem) => [privilegeName(verb, stem), depth] as const)),
    ),
  );
}

/** What anybody needs who opens an app: metadata, forms, views, controls, own settings (the role "Basic User"). */
const appUse: readonly Grant[] = [
  [
    ['Read'],
    [
      'AppModule',
      'Attribute',
      'BusinessUnit',
      'CustomControl',
      'Entity',
      'FieldSecurityProfile',
      'OptionSet',
      'Organization',
      'Query',
      'Relationship',
      'Role',
      'SiteMap',
      'SystemForm',
      'Team',
      'TransactionCurrency',
      'User',
      'UserSettings',
      'WebResource',
    ],
    'Global',
  ],
  [['Write'], ['UserSettings'], 'Basic'],
  [['AppendTo'], ['TransactionCurrency', 'User'], 'Global'],
];

/** Stems of the tables that sales people work with. */
const salesRecords = ['Account', 'Contact', 'Opportunity', 'Quote', 'Order', 'Invoice'];

/**
 * The role that Sales gives its sales people: everything is read, documents and customers of the business unit are
 * written, only own ones deleted.
 */
export const salesperson: Role = {
  id: recordId('role', 'Salesperson'),
  name: 'Salesperson',
  privileges: privileges([
    ...appUse,
    [['Read', 'AppendTo'], [...salesRecords, 'Product'], 'Global'],
    [['Create', 'Write', 'Append', 'Assign', 'Share'], salesRecords, 'Local'],
    [['Delete'], salesRecords, 'Basic'],
  ]),
};

/**
 * The role of the user that Business Central synchronizes as. It comes with Business Central's base integration
 * solution (codeunit 7201 "CDS Integration Impl.", which checks for its id).
 */
export const businessCentralIntegration: Role = {
  id: 'a2b18661-9ff5-e911-a812-000d3a0b9028',
  name: 'Business Central Dataverse Integration',
  privileges: privileges([
    ...appUse,
    [
      ['Create', 'Read', 'Write', 'Append', 'AppendTo', 'Assign'],
      ['Account', 'Contact', 'Opportunity', 'Order', 'Invoice'],
      'Global',
    ],
    [['Create', 'Read', 'Write', 'Append', 'AppendTo'], ['Product', 'TransactionCurrency'], 'Global'],
    [['Read', 'AppendTo'], ['Team', 'Quote'], 'Global'],
  ]).set('prvOverridePriceEngineOrder', 'Global'),
};

export const systemAdministrator: Role = {
  // Id of the role template (Microsoft Learn, "Role templates"); an app's role map names it.
  id: '627090ff-40a3-4053-8790-584edc5be201',
  name: 'System Administrator',
  privileges: new Map(),
  grows: 'everything',
};

/** May change every table's shape, sees all rows of custom tables, and of the standard ones only its own. */
export const systemCustomizer: Role = {
  id: '119f245c-3cc8-4b62-b31c-d1a046ced15d',
  name: 'System Customizer',
  privileges: privileges([
    ...appUse,
    [
      ['Create', 'Write', 'Delete'],
      ['AppModule', 'Attribute', 'Entity', 'OptionSet', 'Relationship', 'Role', 'SiteMap', 'WebResource'],
      'Global',
    ],
    [['Create', 'Read', 'Write', 'Append', 'AppendTo', 'Delete', 'Assign', 'Share'], salesRecords, 'Basic'],
  ]),
  grows: 'customTables',
};

export const standardRoles: readonly Role[] = [
  salesperson,
  businessCentralIntegration,
  systemAdministrator,
  systemCustomizer,
];
