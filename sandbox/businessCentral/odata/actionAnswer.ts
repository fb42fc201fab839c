import type { CouplingContext } from '../coupling/couplingRules';
import type { ParameterType, ParameterValues, Procedure } from '../services/codeunit';
import { jsonAnswer, type Answer } from './answer';
import { badRequest } from './odataError';

const guidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const greatestInteger = 2_147_483_647;

function parameterValue(name: string, type: ParameterType, value: unknown): string | number {
  switch (type) {
    case 'Edm.Int32':
      if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= greatestInteger) {
        return value;
      }
      break;
    case 'Edm.Guid':
      if (typeof value === 'string' && guidShape.test(value)) {
        return value.toLowerCase();
      }
      break;
    case 'Edm.String':
      if (typeof value === 'string') {
        return value;
      }
      break;
  }
  throw badRequest(`Cannot convert a value to target type '${type}' for parameter '${name}'.`);
}

/** Parameters of a call: flat, each there once, and no others. @throws ODataError 400 */
function parameterValues({ name: procedure, parameters }: Procedure, body: string): ParameterValues {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    throw badRequest('Invalid Request Body');
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw badRequest('Invalid Request Body');
  }
  const given = new Map<string, unknown>(Object.entries(content));
  const unknown = [...given.keys()].find((name) => !parameters.some((parameter) => parameter.name === name));
  if (unknown !== undefined) {
    throw badRequest(`The parameter '${unknown}' is not a parameter of the action '${procedure}'.`);
  }
  return Object.fromEntries(
    parameters.map(({ name, type }) => {
      if (!given.has(name)) {
        throw badRequest(`The parameter '${name}' of the action '${procedure}' is missing in the request.`);
      }
      return [name, parameterValue(name, type, given.get(name))];
    }),
  );
}

/**
 * Calls a procedure of a published codeunit.
 * @throws ODataError 400 for parameters that do not fit, or where the procedure refuses
 */
export async function actionAnswer(
  procedure: Procedure,
  context: CouplingContext,
  body: string,
  odataUrl: string,
): Promise<Answer> {
  const value = await procedure.run(context, parameterValues(procedure, body));
  return jsonAnswer(200, { '@odata.context': `${odataUrl}/$metadata#Edm.String`, value });
}
