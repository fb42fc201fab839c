import { BusinessCentralError } from '../errors';
import { parsedJson, type SendHttp } from '../http';
import { isRecord } from '../odata/failure';
import type { Answers } from './opaqueProbe';
import type { CheckFailureCode } from './types';

/**
 * Whether a gateway is there, lets this page in, and takes requests, by its route of health (docs/gateway.md).
 * @throws BusinessCentralError `aborted` where the signal ended it
 */
export async function gatewayState(
  gatewayUrl: string,
  http: SendHttp,
  answers: Answers,
  signal: AbortSignal,
): Promise<'ready' | Extract<CheckFailureCode, `gateway${string}`>> {
  const url = `${gatewayUrl}/readyz`;
  let answer;
  try {
    answer = await http({ method: 'GET', url, headers: { Accept: 'application/json' } }, signal);
  } catch (error) {
    if (!(error instanceof BusinessCentralError) || error.code === 'aborted') {
      throw error;
    }
    return (await answers(url, signal)) ? 'gatewayPageNotLetIn' : 'gatewayNotFound';
  }
  const body = parsedJson(answer.text);
  const { status, error } = isRecord(body) ? body : {};
  if (isRecord(error) && error['code'] === 'Gateway_OriginNotAllowed') {
    return 'gatewayPageNotLetIn';
  }
  if (status === 'draining') {
    return 'gatewayStopping';
  }
  return answer.status === 200 && status === 'ready' ? 'ready' : 'gatewayNotFound';
}
