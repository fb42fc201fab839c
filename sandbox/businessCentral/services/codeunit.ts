import type { ServiceName } from '../../../businessCentral/connection';
import type { CouplingContext } from '../coupling/couplingRules';

/** Types of parameters that a codeunit's procedures have. */
export type ParameterType = 'Edm.Int32' | 'Edm.Guid' | 'Edm.String';

export type ParameterValues = Readonly<Record<string, string | number>>;

/** A public procedure of a published codeunit: an unbound action that gives a text back. */
export interface Procedure {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: ParameterType }[];
  /** @throws ODataError 400 where AL code raises an error */
  readonly run: (context: CouplingContext, values: ParameterValues) => Promise<string> | string;
}

/** A codeunit that can be published as a web service. */
export interface Codeunit {
  readonly name: ServiceName;
  /** What the administrator finds under Web Services. */
  readonly object: string;
  readonly procedures: readonly Procedure[];
}
