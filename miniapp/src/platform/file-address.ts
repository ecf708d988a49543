import { platformApi } from '@bandeng/shared/platform/api.ts';
import { addressOf } from './address';

/** Address of a stored file of a community, for `fetchFile` and `showFile`. */
export const fileAddress = (communityId: string, fileId: string): string =>
  addressOf(platformApi.downloadFile, { params: { communityId, fileId } });
