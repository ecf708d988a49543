import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useT } from '@/i18n/use-t';
import { Avatar } from '@/ui/avatar';
import { FileList } from '@/ui/file-list';
import { Moment } from '@/ui/moment';
import { StoredImage } from '@/ui/stored-image';
import { sayMessage } from './message-words';

type Shown = Pick<Message, 'kind' | 'state' | 'text' | 'file' | 'at' | 'author'>;

interface MessageCardProps {
  readonly communityId: string;
  readonly message: Shown;
  /** Beside the time: name of the group, a tag. */
  readonly extra?: ReactNode;
}

/** One message outside its conversation, with all of its content. */
export const MessageCard = ({ communityId, message, extra }: MessageCardProps) => {
  const t = useT();
  const { author, file, kind, at } = message;
  const label = author?.label ?? '';
  return (
    <View className="bd-row">
      <Avatar name={label} />
      <View className="bd-row-main">
        <View className="bd-muted">
          {label} {extra} <Moment at={at} as="ago" />
        </View>
        {kind === 'image' && file !== null ? (
          <StoredImage communityId={communityId} fileId={file.id} label={t('groups.message-image')} />
        ) : (
          <View className="bd-text">{sayMessage(t, message)}</View>
        )}
        {file !== null && kind !== 'image' ? <FileList communityId={communityId} files={[file]} /> : null}
      </View>
    </View>
  );
};
