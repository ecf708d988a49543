import type { Refusal } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyError, FastifyInstance } from 'fastify';
import { StoreUnavailable } from '../store/store.ts';
import { errorBody, errorText, internalError, Refused } from './errors.ts';
import { Misfit } from './validate.ts';

const codeByStatus: Readonly<Record<number, string>> = {
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-type',
  429: 'too-many-requests',
  503: 'overloaded',
};

/** What an error says to the caller, or null when it is a bug. */
const refusalOf = (error: FastifyError | Refused | Misfit): Refusal | null => {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof StoreUnavailable) return { code: 'service-unavailable' };
  if (error instanceof Misfit) {
    if (error.part === 'params') return { code: 'not-found' };
    return { code: 'bad-request', field: error.field === '' ? error.part : error.field };
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return { code: codeByStatus[status] ?? 'bad-request' };
  return status === 503 ? { code: 'overloaded' } : null;
};

/** Stack and SQL without the values in them: values are people's data. */
export const describeBug = (error: unknown): Record<string, string> => {
  if (!(error instanceof Error)) return { message: `thrown: ${typeof error}` };
  const { query } = error as { query?: unknown };
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  const message = typeof query === 'string' ? 'query failed' : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    message,
    ...(typeof query === 'string' ? { query } : {}),
    ...(cause === undefined ? {} : { cause }),
    stack: frames.join('\n'),
  };
};

/** Every answer that is no success: refusals in the shape of `ErrorBody`, bugs as 500 and a log line. */
export const answerErrors = (app: FastifyInstance) => {
  app.setErrorHandler((error: FastifyError | Refused | Misfit, request, reply) => {
    const refusal = refusalOf(error);
    if (error instanceof StoreUnavailable) app.deps.log.error(describeBug(error), 'the database cannot be reached');
    if (refusal !== null) return reply.code(errorText(refusal.code).status).send(errorBody(refusal));
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    app.deps.log.error({ route, ...describeBug(error) }, 'a request met a bug');
    return reply.code(500).send(internalError);
  });
};
