import { View } from '@tarojs/components';
import type { NoticeRow } from '@bandeng/shared/bulletin/schemas.ts';
import { useT } from '@/i18n/use-t';
import type { FileItem, FilePlace } from '@/ui/file-list';
import { Moment } from '@/ui/moment';
import { NoticeFiles } from './notice-files';
import { NoticeTags } from './notice-tags';

/** What readers see of a notice, written or still being written. */
export interface NoticeLook extends Pick<
  NoticeRow,
  'category' | 'status' | 'needsAck' | 'acknowledged' | 'version' | 'read'
> {
  readonly title: string;
  readonly body: string;
  readonly by: string;
  readonly scopeLabel: string;
  /** Null while it is not out. */
  readonly at: number | null;
  readonly expiresAt: number | null;
  readonly files: readonly FileItem[];
  /** Pictures that were taken out of it. */
  readonly withheldFiles?: number;
}

/** A notice as its readers see it: the page, the preview and the public page show the same. */
export const NoticeText = ({ look, place }: { readonly look: NoticeLook; readonly place: FilePlace }) => {
  const t = useT();
  const { title, body, by, scopeLabel, at, expiresAt, files, withheldFiles = 0 } = look;
  return (
    <View className="bd-card">
      <NoticeTags notice={look} />
      <View className="nt-title">{title}</View>
      <View className="bd-muted nt-meta">
        {by}
        {at === null ? null : (
          <>
            {' · '}
            <Moment at={at} />
          </>
        )}
      </View>
      <View className="bd-muted nt-meta">{t('notice.to', { scope: scopeLabel })}</View>
      <View className="nt-body">{body}</View>
      <NoticeFiles {...place} files={files} />
      {withheldFiles === 0 ? null : <View className="bd-muted">{t('notice.withheld', { n: withheldFiles })}</View>}
      {expiresAt === null ? null : (
        <View className="bd-muted">
          {t('notice.validUntil')} <Moment at={expiresAt} as="end" />
        </View>
      )}
    </View>
  );
};
