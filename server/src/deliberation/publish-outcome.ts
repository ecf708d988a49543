import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { publishDisclosure } from './publish-disclosure.ts';

/** 实施结果公开: what became of the resolution is put up with its spending, and residents rate it from now on. */
export const publishOutcome = (input: CommandInput<typeof deliberationApi.publishOutcome>) =>
  publishDisclosure(input, input.params.matterId, 'publish-outcome', input.body);
