import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { bulletinPolicy } from '@bandeng/shared/bulletin/policy.ts';
import { bulletinSchemas } from '@bandeng/shared/bulletin/schemas.ts';
import { chatApi } from '@bandeng/shared/chat/api.ts';
import { chatPolicy } from '@bandeng/shared/chat/policy.ts';
import { chatSchemas } from '@bandeng/shared/chat/schemas.ts';
import { communityApi } from '@bandeng/shared/community/api.ts';
import { communityPolicy } from '@bandeng/shared/community/policy.ts';
import { communitySchemas } from '@bandeng/shared/community/schemas.ts';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { deliberationPolicy } from '@bandeng/shared/deliberation/policy.ts';
import { deliberationSchemas } from '@bandeng/shared/deliberation/schemas.ts';
import type { Method, OperationSchemas } from '@bandeng/shared/kernel/api.ts';
import type { Policy } from '@bandeng/shared/kernel/policy.ts';
import { outreachApi } from '@bandeng/shared/outreach/api.ts';
import { outreachPolicy } from '@bandeng/shared/outreach/policy.ts';
import { outreachSchemas } from '@bandeng/shared/outreach/schemas.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { platformPolicy } from '@bandeng/shared/platform/policy.ts';
import { platformSchemas } from '@bandeng/shared/platform/schemas.ts';

export interface Operation {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly schemas: OperationSchemas;
  readonly policy: Policy;
  /** Names of the path's parameters, in order. */
  readonly params: readonly string[];
}

type Table<V> = Readonly<Record<string, V>>;

const join = (api: Table<object>, schemas: Table<OperationSchemas>, policies: Table<Policy>): Operation[] =>
  (Object.values(api) as Pick<Operation, 'name' | 'method' | 'path'>[]).map(({ name, method, path }) => {
    const [schema, policy] = [schemas[name], policies[name]];
    if (schema === undefined || policy === undefined) throw new Error(`${name} lacks a schema or a policy`);
    const params = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, param]) => param ?? '');
    return { name, method, path, schemas: schema, policy, params };
  });

/** Every row of every api table, with its contract and who may call it. */
export const operations: readonly Operation[] = [
  ...join(platformApi, platformSchemas, platformPolicy),
  ...join(communityApi, communitySchemas, communityPolicy),
  ...join(deliberationApi, deliberationSchemas, deliberationPolicy),
  ...join(chatApi, chatSchemas, chatPolicy),
  ...join(bulletinApi, bulletinSchemas, bulletinPolicy),
  ...join(outreachApi, outreachSchemas, outreachPolicy),
];
