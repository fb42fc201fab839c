import { oneOf } from '../odata/filter';
import { text } from '../odata/literals';
import type { ReadOperation } from '../odata/readOperation';
import { readRows, type Row } from '../odata/row';
import { contractFields } from './contractFields';
import type { Mapping, MappingDirection } from './types';

/**
 * Mappings by their names. Not by their tables: a job works on a copy of its mapping, with the same tables and another
 * name (table 5335, "Delete After Synchronization").
 * @param names as many as one filter takes
 */
export function mappingsNamed(names: readonly string[]): ReadOperation {
  return {
    service: 'IntegrationTableMappings',
    filter: oneOf('Name', names.map(text)),
    select: contractFields.IntegrationTableMappings,
  };
}

/** Option names of the field "Direction" (table 5335), which stand with or without their spaces in OData. */
const directions: Readonly<Record<string, MappingDirection>> = {
  Bidirectional: 'bidirectional',
  ToIntegrationTable: 'toSales',
  FromIntegrationTable: 'fromSales',
};

/** @param option name of an option of the field "Direction"; undefined: none that is known */
export function directionOf(option: string): MappingDirection | undefined {
  return directions[option.replace(/\s|_x0020_/g, '')];
}

function mapping(row: Row): Mapping | null {
  const direction = directionOf(row.option('Direction'));
  const dependencies = row.has('Dependency_Filter') ? row.text('Dependency_Filter') : '';
  return direction === undefined
    ? null
    : {
        name: row.text('Name'),
        direction,
        onlyCoupledRecords: !row.has('Synch_Only_Coupled_Records') || row.flag('Synch_Only_Coupled_Records'),
        dependsOn: dependencies.split('|').filter((name) => name !== ''),
      };
}

/** @returns the readable ones, by name */
export function mappingsByName(rows: readonly Row[]): ReadonlyMap<string, Mapping> {
  const { values } = readRows(rows, mapping);
  return new Map(values.filter((value) => value !== null).map((value) => [value.name, value]));
}
