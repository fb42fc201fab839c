/**
 * A refusal as Business Central words it. Codes and texts are those of Microsoft Learn "dynamics-error-codes" or
 * of answers seen on the wire (README.md beside this folder names the evidence).
 */
export class ODataError extends Error {
  public override readonly name = 'ODataError';

  public constructor(
    public readonly status: number,
    public readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function badRequest(message: string): ODataError {
  return new ODataError(400, 'BadRequest', message);
}

export function resourceNotFound(segment: string): ODataError {
  return new ODataError(
    404,
    'BadRequest_ResourceNotFound',
    `Resource not found for the segment '${segment}'.`,
  );
}

export function unknownProperty(name: string, service: string): ODataError {
  return badRequest(`Could not find a property named '${name}' on type 'NAV.${service}'.`);
}

export function companyNotFound(name: string): ODataError {
  return new ODataError(404, 'Internal_CompanyNotFound', `The company "${name}" does not exist.`);
}

/** No company in the address, and more than one to choose from. */
export function noDefaultCompany(): ODataError {
  return new ODataError(
    404,
    'Internal_CompanyNotFound',
    'Cannot process the request because the default company cannot be found. You can specify a default company in ' +
      'the service configuration file, or specify one for each tenant, or you can add a query string in the form of ' +
      '"company=[name]". You can see the available companies by accessing the default OData web service, Company.',
  );
}

export function notImplemented(message: string): ODataError {
  return new ODataError(501, 'BadRequest_MethodNotImplemented', message);
}

export function methodNotAllowed(method: string, resource: string): ODataError {
  return new ODataError(
    405,
    'BadRequest_MethodNotAllowed',
    `'${method}' requests for '${resource}' of EdmType 'Entity' are not allowed within Microsoft Dynamics 365 ` +
      'Business Central OData web services.',
  );
}

/** Too many requests of one user at a time; there is no Retry-After with it. */
export function tooManyRequests(queueLength: number): ODataError {
  return new ODataError(
    429,
    'Application_TooManyRequests',
    `Too many requests reached. Actual (${queueLength}). Maximum (${queueLength}).`,
  );
}

/** An AL error: text that Business Central's own code or an extension raised. */
export function dialogError(text: string): ODataError {
  return new ODataError(400, 'Application_DialogException', text);
}
