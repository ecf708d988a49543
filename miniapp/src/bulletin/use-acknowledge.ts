import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Notice, NoticeRow } from '@bandeng/shared/bulletin/schemas.ts';
import { useState } from 'react';
import { useConsent } from '@/outreach/use-consent';
import type { ApiError } from '@/platform/api-error';
import { useCommand } from '@/platform/command';

export interface Acknowledge {
  /** To be called in the tap. Gives the notice as it stands then, or null when it was refused or the line was lost. */
  readonly run: (notice: Pick<NoticeRow, 'id' | 'version'>) => Promise<Notice | null>;
  /** The notice under way. */
  readonly busyId: string | null;
  readonly retrying: boolean;
  /** Why the last one failed, and which one that was. */
  readonly error: ApiError | null;
  readonly failedId: string | null;
}

/** '我知道了' in one tap; with it, where useful, WeChat's question whether the next notice may be told too. */
export const useAcknowledge = (communityId: string): Acknowledge => {
  const command = useCommand(bulletinApi.acknowledgeNotice);
  const consent = useConsent(['notice']);
  const [id, setId] = useState<string | null>(null);
  const run: Acknowledge['run'] = async (notice) => {
    // First, because WeChat asks only in the tap itself.
    const asked = consent.ask();
    setId(notice.id);
    const params = { communityId, noticeId: notice.id };
    const outcome = await command.run({ params, body: { version: notice.version } });
    await asked;
    return outcome.ok ? outcome.reply : null;
  };
  return {
    run,
    busyId: command.busy ? id : null,
    retrying: command.retrying,
    error: command.error,
    failedId: command.error === null ? null : id,
  };
};
