import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useSettings } from '@/platform/settings';
import { go } from '@/platform/navigate';
import { aria } from '@/ui/aria';
import { Avatar } from '@/ui/avatar';
import { cx } from '@/ui/cx';
import { LinkText } from '@/ui/link-text';
import { addressOfFile, dropFile, findFile, releaseAddress } from '../kept-file';
import { forgetPosted, postAgain } from '../outbox';
import type { Outgoing } from '../send-queue';
import { CardContent } from './card-content';
import { FileContent } from './file-content';
import { PictureContent } from './picture-content';
import { QuoteBlock } from './quote-block';
import { VoiceContent } from './voice-content';

/** The picture as it lies on this device. */
const useLocal = (name: string | null): string | null => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (name === null) return;
    let made: string | null = null;
    let current = true;
    void findFile(name).then((file) => {
      if (file === null || !current) return;
      made = addressOfFile(file);
      setAddress(made);
    });
    return () => {
      current = false;
      if (made !== null) releaseAddress(made);
    };
  }, [name]);
  return address;
};

const Content = ({ outgoing }: { readonly outgoing: Outgoing }) => {
  const { communityId, kind, file, card, text } = outgoing;
  const t = useT();
  const local = useLocal(kind === 'image' ? (file?.uploadAs ?? null) : null);
  if (card !== null) return <CardContent cardRef={card} />;
  if (file === null) return <Text className="ch-text">{text}</Text>;
  if (kind === 'image') {
    return <PictureContent communityId={communityId} fileId={null} local={local} width={null} height={null} label={t('chat.me')} />;
  }
  if (kind === 'voice') return <VoiceContent communityId={communityId} fileId={null} durationMs={file.durationMs} />;
  return <FileContent communityId={communityId} fileId={null} name={file.name} size={file.size} />;
};

/** What becomes of it, and what its sender can do. */
const Fate = ({ outgoing }: { readonly outgoing: Outgoing }) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const { state, held, why, lost, sentAs, file } = outgoing;
  const discard = () => {
    forgetPosted([sentAs]);
    if (file !== null) void dropFile(file.uploadAs);
  };
  if (state === 'failed') {
    return (
      <View className="ch-fate is-failed" {...aria({ role: 'alert' })}>
        {t('chat.failed')} · {why === null ? t('chat.outage') : language === 'en' ? why.en : why.zh}
        <View className="ch-fate-actions">
          <LinkText onPress={() => postAgain(sentAs)}>{t('chat.resend')}</LinkText>
          <LinkText onPress={discard}>{t('chat.discard')}</LinkText>
        </View>
      </View>
    );
  }
  if (held !== null) {
    const refused = held.refused !== null;
    return (
      <View className={cx('ch-fate', refused && 'is-failed')}>
        {refused ? t('chat.heldRefused', { reason: held.refused ?? '' }) : t('chat.heldWhy', { reason: t(`chat.hold-${held.reason}`) })}
        <View className="ch-fate-actions">
          {refused ? <LinkText onPress={discard}>{t('chat.discard')}</LinkText> : null}
          <LinkText onPress={() => go('/chat/pages/held/index')}>{t('chat.heldMine')}</LinkText>
        </View>
      </View>
    );
  }
  if (state === 'sent') return null;
  return <View className="ch-fate">{t(lost > 1 ? 'chat.waitingLine' : 'chat.sending')}</View>;
};

/** A message of mine that is on its way. */
export const OutgoingItem = ({ outgoing, named }: { readonly outgoing: Outgoing; readonly named: boolean }) => {
  const t = useT();
  return (
    <View className={cx('ch-item', 'ch-message', 'is-own', 'is-outgoing', !named && 'is-next')}>
      <View className="ch-face">
        {named ? (
          <View className="ch-avatar">
            <Avatar name={t('chat.me')} />
          </View>
        ) : null}
      </View>
      <View className="ch-column">
        <View className="ch-bubble-row">
          <View className="ch-hold">
            <View className={`ch-bubble is-${outgoing.kind}`}>
              {outgoing.quote === null ? null : <QuoteBlock quote={outgoing.quote} />}
              <Content outgoing={outgoing} />
            </View>
          </View>
        </View>
        <Fate outgoing={outgoing} />
      </View>
    </View>
  );
};
