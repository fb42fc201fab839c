import type { Refusal } from './solutionFixtures';
import { broken, pathOf, realSources, withControl } from './solutionFixtures';

const connection = 'Entities/bcs_connection/Entity.xml';
const control = 'bcs_BusinessCentralForSales.ProductAvailability';
const quoteLineForm = pathOf('QuoteDetail/FormXml');
const quoteForm = pathOf('Quote/FormXml');
const connectionForm = pathOf('bcs_connection/FormXml');
const quoteLineView = pathOf('QuoteDetail/SavedQueries');
const anyConnectionView = [...realSources.keys()].find((path) =>
  path.includes('bcs_connection/SavedQueries'),
)!;

const refusals: readonly Refusal[] = [
  [
    'a property on a form that the manifest does not declare',
    () => withControl('<property name="unit" of-type="Lookup.Simple" usage="bound" required="false" />', ''),
    quoteLineForm,
    `property unit is not declared in the manifest of ${control}`,
  ],
  [
    'a property that the manifest requires and a form does not give',
    () =>
      withControl(
        'name="total" of-type="Currency" usage="bound" required="false"',
        'name="total" of-type="Currency" usage="bound" required="true"',
      ),
    quoteLineForm,
    `property total, which ${control} requires`,
  ],
  [
    'a control description for no control',
    () => broken(quoteForm, 'forControl="{5c0f6249', 'forControl="{00000249'),
    quoteForm,
    'belongs to no control of the form',
  ],
  [
    'a custom control without a description',
    () => broken(quoteForm, 'uniqueid="{5c0f6249', 'uniqueid="{00000249'),
    quoteForm,
    'the control quotenumber has no control description',
  ],
  [
    'a control that the solution does not bring',
    () =>
      broken(
        quoteForm,
        `formFactor="0" name="${control}"`,
        'formFactor="0" name="bcs_BusinessCentralForSales.Stock"',
      ),
    quoteForm,
    'does not bring the control bcs_BusinessCentralForSales.Stock',
  ],
  [
    'a control bound differently on a phone',
    () => broken(quoteForm, '<total>totalamount</total>', '<total>totallineitemamount</total>'),
    quoteForm,
    'bound differently on different form factors',
  ],
  [
    'a control that is not on every form factor',
    () => broken(quoteForm, 'formFactor="2"', 'formFactor="1"'),
    quoteForm,
    'for the form factors 0, 1, 1',
  ],
  [
    'a control description without a native control',
    () => broken(quoteForm, '<customControl id="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}">', '<customControl>'),
    quoteForm,
    'no native control to fall back on',
  ],
  [
    'a form of our table with a column that does not exist',
    () => broken(connectionForm, 'datafieldname="bcs_company"', 'datafieldname="bcs_tenant"'),
    connectionForm,
    'bcs_tenant is no column of bcs_connection',
  ],
  [
    'two controls of one name on a form',
    () => broken(quoteForm, '<control id="revisionnumber"', '<control id="name"'),
    quoteForm,
    'two controls are called name',
  ],
  [
    'a form id that is no GUID',
    () => broken(quoteForm, '<formid>{40f7d0e9', '<formid>{40F7D0E9'),
    quoteForm,
    'is no GUID in braces and lower case',
  ],
  [
    'a form whose file has another name',
    () => broken(quoteForm, '<formid>{40f7d0e9', '<formid>{40f7d0e8'),
    quoteForm,
    'the file is not named by its id {40f7d0e8',
  ],
  [
    'the same form id twice',
    () =>
      broken(
        quoteForm,
        '<formid>{40f7d0e9-3efb-41f6-b5f5-d6ff2c1c1af9}',
        '<formid>{e4a4b271-e112-4a35-9150-4e490f4dfa89}',
      ),
    quoteLineForm,
    'the id {e4a4b271-e112-4a35-9150-4e490f4dfa89} is used more than once',
  ],
  [
    'a label that lacks a language',
    () => broken(connection, '<displayname description="Yritys" languagecode="1035" />', ''),
    connection,
    'the label "Company" is not there in language 1035',
  ],
  [
    'a label that is empty in a language',
    () => broken(quoteForm, 'description="Sammanfattning"', 'description=""'),
    quoteForm,
    'the label "Summary" is empty in language 1053',
  ],
  [
    'a label that is there twice in a language',
    () => broken(quoteLineView, 'languagecode="1040"', 'languagecode="1033"'),
    quoteLineView,
    'is there twice in language 1033',
  ],
  [
    'a view that shows what it does not ask for',
    () => broken(quoteLineView, '<attribute name="uomid" />', ''),
    quoteLineView,
    'shows uomid, but does not ask for it',
  ],
  [
    'a view that lies under another table',
    () => broken(quoteLineView, '<entity name="quotedetail">', '<entity name="quote">'),
    quoteLineView,
    'asks for quote, but lies under quotedetail',
  ],
  [
    'a view with a column that does not exist',
    () => broken(anyConnectionView, '<order attribute="bcs_name"', '<order attribute="bcs_rank"'),
    anyConnectionView,
    'bcs_rank is no column of bcs_connection',
  ],
];

/** What people see: forms, views, labels. */
test.each(refusals)('refuses %s', (_, find, part, reason) => {
  expect(find()).toContainEqual({ part, reason: expect.stringContaining(reason) as string });
});
