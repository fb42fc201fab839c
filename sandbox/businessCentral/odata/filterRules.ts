import type { FieldDefinition } from '../services/field';
import type { Service } from '../services/service';
import type { CallOperand, Comparison, Condition, Operand } from './filterSyntax';
import { fits, type Literal } from './literal';
import { badRequest, notImplemented, ODataError, unknownProperty } from './odataError';

const maxNodeCount = 100;

/**
 * Nodes of one comparison with a field: the operator, the field, the row that the field belongs to, the literal,
 * and the connective that joins the clause to the rest.
 */
const nodesOfClause = 5;

/** The filter clause itself. */
const nodesOfFilter = 1;

const conditionFunctions = ['contains', 'startswith', 'endswith'];
const valueFunctions = ['tolower', 'toupper', 'substring'];

/** Who checks: the service under its published name, and the schema version of the request. */
export interface FilterContext {
  readonly service: Service;
  readonly publishedName: string;
  readonly schemaVersion: number;
}

function nodeCount(condition: Condition): number {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return nodeCount(condition.left) + nodeCount(condition.right);
    case 'comparison':
      return nodesOfClause + callCount(condition.left) + callCount(condition.right);
    case 'call':
      return nodesOfClause + callCount(condition) - 1;
  }
}

function callCount(operand: Operand): number {
  return operand.kind === 'call'
    ? operand.parameters.reduce((count, parameter) => count + callCount(parameter), 1)
    : 0;
}

function fieldsOfOperand(operand: Operand): readonly string[] {
  switch (operand.kind) {
    case 'field':
      return [operand.field];
    case 'call':
      return operand.parameters.flatMap(fieldsOfOperand);
    case 'literal':
      return [];
  }
}

/** Names of the fields that a condition mentions. */
export function fieldsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...fieldsOf(condition.left), ...fieldsOf(condition.right)];
    case 'comparison':
      return [...fieldsOfOperand(condition.left), ...fieldsOfOperand(condition.right)];
    case 'call':
      return fieldsOfOperand(condition);
  }
}

function definitionOf(name: string, { service, publishedName }: FilterContext): FieldDefinition {
  const definition = service.fields.find((field) => field.name === name);
  if (definition === undefined) {
    throw unknownProperty(name, publishedName);
  }
  if (definition.kind === 'variable') {
    throw badRequest(`The property '${name}' cannot be used in the $filter query option.`);
  }
  return definition;
}

function checkCall(call: CallOperand, allowed: readonly string[], context: FilterContext): FieldDefinition {
  if (!allowed.includes(call.method)) {
    throw notImplemented(`The function '${call.method}' is not supported in an OData filter.`);
  }
  const [subject, ...rest] = call.parameters;
  if (subject === undefined || subject.kind === 'literal' || rest.some((other) => other.kind !== 'literal')) {
    throw notImplemented(`The function '${call.method}' takes a field and literals.`);
  }
  if (subject.kind === 'call' && context.schemaVersion < 2.1) {
    throw badRequest(
      `Nested function calls such as '${call.method}(${subject.method}(…))' need $schemaversion=2.1.`,
    );
  }
  const definition = definitionOfSubject(subject, context);
  if (definition.type !== 'Edm.String' || !argumentsFit(call.method, rest)) {
    throw badRequest(
      `No function signature for the function with name '${call.method}' matches the specified arguments.`,
    );
  }
  return definition;
}

function argumentsFit(method: string, rest: readonly Operand[]): boolean {
  const types = rest.map((other) => (other.kind === 'literal' ? other.literal.type : ''));
  switch (method) {
    case 'tolower':
    case 'toupper':
      return types.length === 0;
    case 'substring':
      return types.length > 0 && types.length < 3 && types.every((type) => type === 'Edm.Decimal');
    default:
      return types.length === 1 && types[0] === 'Edm.String';
  }
}

/** The field behind an operand that is a field or a function of one. */
function definitionOfSubject(operand: Operand, context: FilterContext): FieldDefinition {
  switch (operand.kind) {
    case 'field':
      return definitionOf(operand.field, context);
    case 'call':
      return checkCall(operand, valueFunctions, context);
    case 'literal':
      throw notImplemented('A comparison needs a field on its left.');
  }
}

/** A filter value has to be one that the field could hold. */
function checkValue(field: FieldDefinition, literal: Literal, context: FilterContext): void {
  const value = String(literal.value);
  if (field.options !== undefined && !field.options.includes(value)) {
    throw new ODataError(
      400,
      'Application_EvaluateException',
      `The value "${value}" cannot be evaluated into type Option.`,
    );
  }
  if (field.maxLength !== undefined && value.length > field.maxLength) {
    throw new ODataError(
      400,
      'Application_FilterErrorException',
      `The filter "='${value}'" is not valid for the ${field.name} field on the ${context.service.object} page. ` +
        `The length of the string is ${value.length}, but it must be less than or equal to ${field.maxLength} ` +
        `characters. Value: ${value}`,
    );
  }
}

function checkComparison(comparison: Comparison, context: FilterContext): void {
  const field = definitionOfSubject(comparison.left, context);
  if (comparison.right.kind !== 'literal') {
    for (const name of fieldsOfOperand(comparison.right)) {
      definitionOf(name, context);
    }
    throw notImplemented('A comparison needs a literal on its right.');
  }
  const { literal } = comparison.right;
  if (!fits(literal, field.type)) {
    throw badRequest(
      'A binary operator with incompatible types was detected. ' +
        `Found operand types '${field.type}' and '${literal.type}' for operator kind '${comparison.operator}'.`,
    );
  }
  if (comparison.left.kind === 'field' && field.kind === 'field') {
    checkValue(field, literal, context);
  }
}

function checkCondition(condition: Condition, context: FilterContext): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      checkCondition(condition.left, context);
      checkCondition(condition.right, context);
      if (condition.kind === 'or' && new Set(fieldsOf(condition)).size > 1) {
        throw notImplemented("The 'OR' operator is not supported on distinct fields on an OData filter.");
      }
      return;
    case 'comparison':
      checkComparison(condition, context);
      return;
    case 'call':
      checkCall(condition, conditionFunctions, context);
  }
}

/**
 * Refuses what Business Central refuses in a filter: more than 100 expression nodes (of `eq` clauses chained with
 * `or`, 19 pass and 20 fail), unknown fields and page variables, functions beyond the documented ones, nested
 * functions before schema version 2.1, literals of another type than the field's, `or` over different fields.
 * @throws ODataError
 */
export function checkFilter(condition: Condition, context: FilterContext): void {
  if (nodesOfFilter + nodeCount(condition) > maxNodeCount) {
    throw badRequest(
      `The node count limit of '${maxNodeCount}' has been exceeded. To increase the limit, set the 'MaxNodeCount' ` +
        'property on ODataQuerySettings or ODataValidationSettings.',
    );
  }
  checkCondition(condition, context);
}
