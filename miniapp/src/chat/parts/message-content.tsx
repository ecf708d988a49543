import { Text, View } from '@tarojs/components';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { useConversationTools } from '../conversation-context';
import { CardContent } from './card-content';
import { FileContent } from './file-content';
import { PictureContent } from './picture-content';
import { QuoteBlock } from './quote-block';
import { VoiceContent } from './voice-content';

const Content = ({ message }: { readonly message: Message }) => {
  const { communityId, showPicture } = useConversationTools();
  const { kind, file, card, author } = message;
  if (kind === 'card' && card !== null) return <CardContent cardRef={card} />;
  if (file !== null) {
    const label = author?.label ?? '';
    switch (kind) {
      case 'image':
        return (
          <PictureContent
            communityId={communityId}
            fileId={file.id}
            width={file.width}
            height={file.height}
            label={label}
            onPress={() => showPicture(file.id, file.name, label)}
          />
        );
      case 'voice':
        return <VoiceContent communityId={communityId} fileId={file.id} durationMs={file.durationMs} />;
      default:
        return <FileContent communityId={communityId} fileId={file.id} name={file.name} size={file.size} />;
    }
  }
  return (
    <Text className="ch-text" userSelect>
      {message.text}
    </Text>
  );
};

/** What a message holds, and what it answers. */
export const MessageContent = ({ message }: { readonly message: Message }) => (
  <View className={`ch-bubble is-${message.kind}`}>
    {message.quote === null ? null : <QuoteBlock quote={message.quote} />}
    <Content message={message} />
  </View>
);
