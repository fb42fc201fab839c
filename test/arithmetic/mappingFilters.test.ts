import { filterConditions } from '../../businessCentral/administration/filterConditions';

const view = (conditions: string) => `VERSION(1) SORTING(Field1) WHERE(${conditions})`;
const company = '{A1B2C3D4-0000-4000-8000-00000000000F}';
const nobody = '{00000000-0000-0000-0000-000000000000}';

it.each([
  ['CUSTOMER', 'record', 'Field39=1(0)', [{ field: 'blocked', relation: 'is', values: ['empty'] }]],
  ['ITEM-PRODUCT', 'record', 'Field54=1(0)', [{ field: 'blocked', relation: 'is', values: ['no'] }]],
  [
    'OPPORTUNITY',
    'record',
    'Field10=1(0|1)',
    [{ field: 'status', relation: 'is', values: ['notStarted', 'inProgress'] }],
  ],
  [
    'CONTACT',
    'record',
    "Field5050=1(1),Field5051=1(<>'')",
    [
      { field: 'contactType', relation: 'is', values: ['person'] },
      { field: 'companyNo', relation: 'isNot', values: ['empty'] },
    ],
  ],
  [
    'VENDOR',
    'row',
    `Field6=1(11),Field54=1(0),Field202=1(${company}|${nobody})`,
    [
      { field: 'customerType', relation: 'is', values: ['vendor'] },
      { field: 'status', relation: 'is', values: ['active'] },
      { field: 'company', relation: 'is', values: ['ownCompany', 'empty'] },
    ],
  ],
] as const)('reads the default filter of %s on the side of the %s', (mapping, side, conditions, expected) => {
  expect(filterConditions(mapping, side, view(conditions))).toEqual(expected);
});

it.each([
  ['a field that no default filter has', 'Field2=1(A)'],
  ['a value of a known field that is not known', 'Field39=1(3)'],
  ['a range', 'Field39=1(0..2)'],
  ['neither one nor the other', 'Field39=1(<>0|1)'],
  ['a comma within a value', "Field2=1('A,B')"],
])('leaves %s as Business Central wrote it', (_what, condition) => {
  expect(filterConditions('CUSTOMER', 'record', view(`${condition},Field39=1(0)`))).toEqual([
    { raw: condition },
    { field: 'blocked', relation: 'is', values: ['empty'] },
  ]);
});

it('leaves what is no table view as it is, and finds nothing in none', () => {
  expect(filterConditions('CUSTOMER', 'record', 'Blocked: 0')).toEqual([{ raw: 'Blocked: 0' }]);
  expect(filterConditions('CUSTOMER', 'record', '  ')).toEqual([]);
  expect(filterConditions('CUSTOMER', 'record', 'VERSION(1) SORTING(Field1)')).toEqual([]);
  expect(filterConditions('NEW MAPPING', 'row', view('Field1=1(2)'))).toEqual([{ raw: 'Field1=1(2)' }]);
});
