import { defineTable } from '../defineTable';
import { choice, integer, lookup, memo, text, uniqueIdentifier, yesNo } from '../standardColumns';

/** Length of the columns that hold XML (systemform.formxml, savedquery.fetchxml …). */
const xmlLength = 1_073_741_823;

/** A main form (2), a quick view form (6), a quick create form (7) of a table. */
export const systemForm = defineTable({
  schemaName: 'SystemForm',
  objectTypeCode: 1030,
  label: 'System Form',
  collectionLabel: 'System Forms',
  ownership: 'OrganizationOwned',
  primaryId: 'formid',
  primaryName: 'name',
  states: null,
  columns: [
    text('name', 'Name', 100),
    text('objecttypecode', 'Entity Name', 64),
    choice('type', 'Form Type', { 2: 'Main', 6: 'Quick View Form', 7: 'Quick Create', 11: 'Card' }),
    memo('formxml', 'Form XML', xmlLength),
    memo('description', 'Description', 2000),
    yesNo('isdefault', 'Default Form'),
    choice('formactivationstate', 'Form State', { 0: 'Inactive', 1: 'Active' }),
    choice('formpresentation', 'AIR Refreshed', { 0: 'ClassicForm', 1: 'AirForm' }),
  ],
});

/** A file that an app shows or runs. Its content is in Base64. */
export const webResource = defineTable({
  schemaName: 'WebResource',
  entitySet: 'webresourceset',
  objectTypeCode: 9333,
  label: 'Web Resource',
  collectionLabel: 'Web Resources',
  ownership: 'OrganizationOwned',
  primaryName: 'name',
  states: null,
  columns: [
    text('name', 'Name', 256),
    text('displayname', 'Display Name', 200),
    choice('webresourcetype', 'Type', {
      1: 'Webpage (HTML)',
      2: 'Style Sheet (CSS)',
      3: 'Script (JScript)',
      4: 'Data (XML)',
      5: 'PNG format',
      6: 'JPG format',
      7: 'GIF format',
      9: 'Style Sheet (XSL)',
      10: 'ICO format',
      11: 'Vector format (SVG)',
      12: 'String (RESX)',
    }),
    memo('content', 'Content', xmlLength),
  ],
});

export const siteMap = defineTable({
  schemaName: 'SiteMap',
  objectTypeCode: 4709,
  label: 'Site Map',
  collectionLabel: 'Site Maps',
  ownership: 'OrganizationOwned',
  primaryName: 'sitemapname',
  states: null,
  columns: [
    text('sitemapname', 'Site Map Name', 500),
    text('sitemapnameunique', 'Site Map Unique Name', 500),
    memo('sitemapxml', 'Site Map XML', xmlLength),
    yesNo('isappaware', 'Is App Aware'),
  ],
});

/** A model-driven app; who may open it is in `appmoduleroles_association`. */
export const appModule = defineTable({
  schemaName: 'AppModule',
  objectTypeCode: 9800,
  label: 'Model-driven App',
  collectionLabel: 'Model-driven Apps',
  ownership: 'OrganizationOwned',
  primaryName: 'name',
  columns: [
    text('name', 'Name', 100),
    text('uniquename', 'Unique Name', 100),
    memo('description', 'Description', 2000),
    uniqueIdentifier('webresourceid', 'Icon'),
    integer('clienttype', 'Client Type'),
  ],
});

/** A public view (querytype 0). Its privileges are those of saved queries: prvReadQuery. */
export const savedQuery = defineTable({
  schemaName: 'SavedQuery',
  entitySet: 'savedqueries',
  objectTypeCode: 1039,
  label: 'View',
  collectionLabel: 'Views',
  ownership: 'OrganizationOwned',
  privileges: { kind: 'own', stem: 'Query' },
  primaryName: 'name',
  columns: [
    text('name', 'Name', 200),
    text('returnedtypecode', 'Entity Name', 64),
    integer('querytype', 'Query Type'),
    yesNo('isdefault', 'Is Default View'),
    memo('fetchxml', 'Fetch XML', xmlLength),
    memo('layoutxml', 'Layout XML', xmlLength),
    memo('description', 'Description', 2000),
  ],
});

export const customControl = defineTable({
  schemaName: 'CustomControl',
  objectTypeCode: 9753,
  label: 'Custom Control',
  collectionLabel: 'Custom Controls',
  ownership: 'OrganizationOwned',
  primaryName: 'name',
  states: null,
  columns: [
    text('name', 'Name', 500),
    text('version', 'Version', 100),
    memo('compatibledatatypes', 'Compatible Data Types', xmlLength),
    memo('manifest', 'Manifest', xmlLength),
    memo('clientjson', 'Client Json', xmlLength),
  ],
});

export const roleTemplate = defineTable({
  schemaName: 'RoleTemplate',
  objectTypeCode: 1037,
  label: 'Role Template',
  collectionLabel: 'Role Templates',
  ownership: 'None',
  primaryName: 'name',
  states: null,
  columns: [text('name', 'Name', 100)],
});

export const role = defineTable({
  schemaName: 'Role',
  objectTypeCode: 1036,
  label: 'Security Role',
  collectionLabel: 'Security Roles',
  ownership: 'BusinessOwned',
  primaryName: 'name',
  states: null,
  columns: [
    text('name', 'Name', 100),
    lookup('businessunitid', 'Business Unit', 'businessunit', 'business_unit_roles', { onDelete: 'Cascade' }),
    // In every business unit a role is a copy, and this is the role that was copied.
    lookup('parentrootroleid', 'Parent Root Role', 'role', 'role_parent_root_role', { onDelete: 'Restrict' }),
    // Empty for a role that somebody made or imported.
    lookup('roletemplateid', 'Role Template ID', 'roletemplate', 'role_template_roles', {
      onDelete: 'Restrict',
    }),
  ],
});

export const fieldSecurityProfile = defineTable({
  schemaName: 'FieldSecurityProfile',
  objectTypeCode: 1200,
  label: 'Column Security Profile',
  collectionLabel: 'Column Security Profiles',
  ownership: 'OrganizationOwned',
  primaryName: 'name',
  states: null,
  columns: [text('name', 'Name', 100), memo('description', 'Description', 2000)],
});

export const solution = defineTable({
  schemaName: 'Solution',
  objectTypeCode: 7100,
  label: 'Solution',
  collectionLabel: 'Solutions',
  ownership: 'OrganizationOwned',
  primaryName: 'friendlyname',
  states: null,
  columns: [
    text('uniquename', 'Name', 65),
    text('friendlyname', 'Display Name', 256),
    text('version', 'Version', 256),
    yesNo('ismanaged', 'Package Type'),
  ],
});

export const organizationTable = defineTable({
  schemaName: 'Organization',
  objectTypeCode: 1019,
  label: 'Organization',
  collectionLabel: 'Organizations',
  ownership: 'None',
  privileges: { kind: 'own', stem: 'Organization' },
  primaryName: 'name',
  states: null,
  columns: [
    text('name', 'Organization Name', 160),
    integer('languagecode', 'Language'),
    integer('localeid', 'Locale'),
    integer('maxuploadfilesize', 'Max Upload File Size'),
    yesNo('issopintegrationenabled', 'Is Sales Order Integration Enabled'),
    lookup('basecurrencyid', 'Currency', 'transactioncurrency', 'basecurrency_organization', {
      onDelete: 'Restrict',
    }),
  ],
});
