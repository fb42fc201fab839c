import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Outcome } from '../fairness/circuitBreaker';

/** Where the answer to a question came from. */
export type AnswerSource = 'businessCentral' | 'memory' | 'shared';

/** The routes of the gateway, as metrics and logs name them. */
export type RouteName = 'relay' | 'token' | 'health' | 'metrics' | 'none';

/** What is counted. No label says anything of a user, a customer or an item. */
export interface Measures {
  request(route: RouteName, status: number, seconds: number): void;
  answer(source: AnswerSource): void;
  exchange(outcome: Outcome['kind'], waitedSeconds: number, tookSeconds: number): void;
  token(outcome: 'granted' | 'badTicket' | 'notPermitted' | 'unavailable' | 'malformed' | 'barred'): void;
  /** All of it in Prometheus's text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What is read at the moment of asking. */
export interface CurrentState {
  readonly waiting: () => number;
  readonly busy: () => number;
  readonly paused: () => boolean;
}

const secondBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes the measures of one gateway. */
export function measures(state: CurrentState): Measures {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Histogram({
    name: 'gateway_request_seconds',
    help: 'Requests by route and class of status',
    labelNames: ['route', 'status'],
    buckets: secondBuckets,
    registers,
  });
  const answers = new Counter({
    name: 'gateway_answers_total',
    help: 'Answered questions by where the answer came from',
    labelNames: ['source'],
    registers,
  });
  const exchanges = new Histogram({
    name: 'gateway_business_central_seconds',
    help: 'Requests to Business Central by how they ended',
    labelNames: ['outcome'],
    buckets: secondBuckets,
    registers,
  });
  const waits = new Histogram({
    name: 'gateway_waiting_seconds',
    help: 'Time that requests waited for their turn',
    buckets: secondBuckets,
    registers,
  });
  const tokens = new Counter({
    name: 'gateway_token_requests_total',
    help: 'Requests for access tokens by how they ended',
    labelNames: ['outcome'],
    registers,
  });
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  gauge('gateway_waiting', 'Requests that wait for their turn', state.waiting);
  gauge('gateway_busy_places', 'Requests that Business Central is working on', state.busy);
  gauge('gateway_paused', '1 while nothing is sent to Business Central', () => (state.paused() ? 1 : 0));

  return {
    request: (route, status, seconds) =>
      requests.observe({ route, status: `${Math.floor(status / 100)}xx` }, seconds),
    answer: (source) => answers.inc({ source }),
    exchange: (outcome, waitedSeconds, tookSeconds) => {
      waits.observe(waitedSeconds);
      exchanges.observe({ outcome }, tookSeconds);
    },
    token: (outcome) => tokens.inc({ outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
