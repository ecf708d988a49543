import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { publishDisclosure } from './publish-disclosure.ts';

/** 决议公开: the resolution of stage 4 is put up, and residents may object while the days run. */
export const publishResolution = (input: CommandInput<typeof deliberationApi.publishResolution>) =>
  publishDisclosure(input, input.params.matterId, 'publish-resolution', input.body);
