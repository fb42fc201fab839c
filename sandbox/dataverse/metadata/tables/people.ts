import { defineTable } from '../defineTable';
import { choice, integer, lookup, text, uniqueIdentifier, yesNo } from '../standardColumns';

export const systemUser = defineTable({
  schemaName: 'SystemUser',
  objectTypeCode: 8,
  label: 'User',
  collectionLabel: 'Users',
  ownership: 'BusinessOwned',
  privileges: { kind: 'own', stem: 'User' },
  primaryName: 'fullname',
  states: null,
  columns: [
    text('fullname', 'Full Name', 200, { writable: 'never' }),
    text('firstname', 'First Name', 256),
    text('lastname', 'Last Name', 256),
    text('domainname', 'User Name', 1024),
    text('internalemailaddress', 'Primary Email', 100, { format: 'Email' }),
    text('title', 'Title', 100),
    yesNo('isdisabled', 'Status', { writable: 'never' }),
    yesNo('islicensed', 'User Licensed', { writable: 'never' }),
    yesNo('isintegrationuser', 'Integration user mode'),
    // Filled: an application is this user, and nobody signs in as it.
    uniqueIdentifier('applicationid', 'Application ID'),
    lookup('businessunitid', 'Business Unit', 'businessunit', 'business_unit_system_users', {
      onDelete: 'Restrict',
    }),
  ],
});

export const businessUnit = defineTable({
  schemaName: 'BusinessUnit',
  objectTypeCode: 10,
  label: 'Business Unit',
  collectionLabel: 'Business Units',
  ownership: 'BusinessOwned',
  primaryName: 'name',
  states: null,
  columns: [text('name', 'Name', 160, { required: 'SystemRequired' })],
});

export const team = defineTable({
  schemaName: 'Team',
  objectTypeCode: 9,
  label: 'Team',
  collectionLabel: 'Teams',
  ownership: 'BusinessOwned',
  primaryName: 'name',
  states: null,
  columns: [
    text('name', 'Team Name', 160, { required: 'SystemRequired' }),
    choice('teamtype', 'Team Type', { 0: 'Owner', 1: 'Access', 2: 'Security Group', 3: 'Office Group' }),
    yesNo('isdefault', 'Is Default', { writable: 'never' }),
    lookup('businessunitid', 'Business Unit', 'businessunit', 'business_unit_teams', {
      onDelete: 'Restrict',
    }),
  ],
});

/** Formats and languages of a user; one row a user, under the user's id. */
export const userSettings = defineTable({
  schemaName: 'UserSettings',
  entitySet: 'usersettingscollection',
  objectTypeCode: 150,
  label: 'User Settings',
  collectionLabel: 'User Settings',
  ownership: 'None',
  privileges: { kind: 'own', stem: 'UserSettings' },
  primaryId: 'systemuserid',
  primaryName: '',
  states: null,
  columns: [
    integer('uilanguageid', 'User Interface Language'),
    integer('localeid', 'Locale'),
    text('timezonename', 'Time Zone', 100),
    text('dateformatstring', 'Date Format String', 255),
    text('dateseparator', 'Date Separator', 5),
    text('timeformatstring', 'Time Format String', 255),
    text('decimalsymbol', 'Decimal Symbol', 5),
    text('numberseparator', 'Number Separator', 5),
    text('numbergroupformat', 'Number Group Format', 25),
    integer('currencydecimalprecision', 'Currency Decimal Precision'),
    integer('paginglimit', 'Paging Limit'),
  ],
});
