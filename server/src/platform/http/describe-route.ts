import type { Endpoint, OperationSchemas } from '@bandeng/shared/kernel/api.ts';
import type { Policy } from '@bandeng/shared/kernel/policy.ts';
import { Type } from 'typebox';
import { ErrorBody } from './errors.ts';

/** A path parameter that could not name anything is answered like one that names nothing. */
const PathId = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });

const paramsOf = (path: string) => {
  const names = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '');
  return names.length === 0 ? undefined : Type.Object(Object.fromEntries(names.map((name) => [name, PathId])));
};

const tagOf = (path: string) => (/^\/api\/communities\/:communityId\/([a-z-]+)/.exec(path) ?? /^\/api\/([a-z-]+)/.exec(path))?.[1] ?? 'api';

/** Method, path and schemas of a route, with what the browsable page shows. `schemas` is null where the body is no JSON. */
export const describeRoute = <P extends string, S extends OperationSchemas>(
  { name, method, path, summary }: Endpoint<P, S>,
  schemas: S | null,
  policy: Policy,
) => {
  const params = paramsOf(path);
  const admitted = typeof policy === 'string' ? policy : policy.join(', ');
  return {
    method,
    url: path as string,
    schema: {
      operationId: name,
      summary,
      description: `policy: ${admitted}`,
      tags: [tagOf(path)],
      ...(policy === 'public' ? { security: [] } : {}),
      ...(params === undefined ? {} : { params }),
      ...(schemas?.query === undefined ? {} : { querystring: schemas.query }),
      ...(schemas?.body === undefined ? {} : { body: schemas.body }),
      response: { ...(schemas === null ? {} : { 200: schemas.reply }), '4xx': ErrorBody, '5xx': ErrorBody },
    },
  };
};
