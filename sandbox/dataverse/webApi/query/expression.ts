/** Type of a literal or a property as the OData layer names it. */
export type EdmType =
  | 'Edm.String'
  | 'Edm.Int32'
  | 'Edm.Decimal'
  | 'Edm.Boolean'
  | 'Edm.Guid'
  | 'Edm.Date'
  | 'Edm.DateTimeOffset'
  | 'Edm.Null';

export interface Literal {
  readonly kind: 'literal';
  readonly type: EdmType;
  readonly value: string | number | boolean | null;
}

/** A property of the row, or of a row that its single-valued navigation properties lead to. */
export interface PropertyPath {
  readonly kind: 'property';
  readonly path: readonly string[];
}

export type Operand = Literal | PropertyPath;

export const comparisonOperators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

export const textFunctions = ['contains', 'startswith', 'endswith'] as const;
export type TextFunction = (typeof textFunctions)[number];

/** A `$filter`, apart from what its names mean on a table. */
export type FilterExpression =
  | { readonly kind: 'and' | 'or'; readonly left: FilterExpression; readonly right: FilterExpression }
  | { readonly kind: 'not'; readonly operand: FilterExpression }
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | {
      readonly kind: 'text';
      readonly name: TextFunction;
      readonly property: PropertyPath;
      readonly text: string;
    }
  | {
      readonly kind: 'any' | 'all';
      readonly collection: string;
      /** Null: `any()`, there is a row at all. The paths inside are those of the collection's rows. */
      readonly predicate: FilterExpression | null;
    };

export interface OrderItem {
  readonly property: PropertyPath;
  readonly descending: boolean;
}

export interface ExpandItem {
  readonly navigation: string;
  readonly select: readonly string[] | null;
  readonly filter: FilterExpression | null;
  readonly orderBy: readonly OrderItem[];
  readonly top: number | null;
  readonly expand: readonly ExpandItem[];
}
