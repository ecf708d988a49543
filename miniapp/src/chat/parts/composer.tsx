import { View } from '@tarojs/components';
import type { Group, Quote } from '@bandeng/shared/chat/schemas.ts';
import { chatLimits } from '@bandeng/shared/chat/vocabulary.ts';
import { useEffect, useState } from 'react';
import { useT } from '@/i18n/use-t';
import { pickFiles } from '@/platform/pick-file';
import type { PickedFile } from '@/platform/picked-file';
import type { Kept } from '@/platform/use-kept';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/icon';
import { toast } from '@/ui/overlay-store';
import { Press } from '@/ui/press';
import { emptyDraft, type Draft } from '../drafts';
import { asksWhom, mentionsIn, withMention } from '../mentions';
import type { Poster } from '../use-poster';
import { sayContent } from '../words';
import { CardSheet } from './card-sheet';
import { ComposerInput } from './composer-input';
import { EmojiPanel } from './emoji-panel';
import { MentionSheet } from './mention-sheet';
import { PlusPanel, type Thing } from './plus-panel';
import { VoicePanel } from './voice-panel';

interface ComposerProps {
  readonly communityId: string;
  readonly group: Group;
  readonly me: string;
  readonly draft: Kept<Draft>;
  readonly poster: Poster;
  /** Each new number puts the cursor into the input. */
  readonly focusTurn: number;
  readonly onPosted: () => void;
}

type Open = 'none' | 'plus' | 'emoji' | 'voice' | 'mention' | 'card';

const megabytes = 20;

const Answering = ({ quote, onDrop }: { readonly quote: Quote; readonly onDrop: () => void }) => {
  const t = useT();
  return (
    <View className="ch-answering">
      <View className="ch-answering-text">
        {t('chat.lineOf', { label: quote.label, text: sayContent(t, { kind: quote.kind, text: quote.excerpt, state: quote.state }) })}
      </View>
      <Press className="ch-answering-drop" label={t('chat.stopQuoting')} onPress={onDrop}>
        ×
      </Press>
    </View>
  );
};

/** Where one writes: words, and by the plus everything else. What is begun stays on the device. */
export const Composer = ({ communityId, group, me, draft, poster, focusTurn, onPosted }: ComposerProps) => {
  const t = useT();
  const [open, setOpen] = useState<Open>('none');
  const [keyboard, setKeyboard] = useState(0);
  const [ownTurn, setOwnTurn] = useState(0);
  const { value, change, settle } = draft;
  const ready = value.text.trim() !== '';
  useEffect(() => setOpen('none'), [focusTurn]);
  const toggle = (panel: Open) => setOpen(open === panel ? 'none' : panel);

  const send = () => {
    if (!ready) return;
    const { ids, all } = mentionsIn(value);
    poster.words(value.text.trim(), { quote: value.quote, mentions: ids.slice(0, chatLimits.mentions), mentionsAll: all });
    settle(emptyDraft);
    onPosted();
    // The keyboard of a phone stays for the next words.
    if (open === 'none') setOwnTurn((n) => n + 1);
  };
  const sendFile = (kind: 'image' | 'voice' | 'file', file: PickedFile, durationMs: number | null) => {
    if (file.size > megabytes * 1_048_576) return toast(t('chat.tooLarge', { name: file.name, size: megabytes }));
    poster.file(kind, file, durationMs);
    onPosted();
  };
  const pick = async (kind: 'image' | 'file') => {
    setOpen('none');
    const files = await pickFiles(kind === 'image' ? { count: 9, documents: false } : { count: 9, documents: true, accept: 'chat' });
    files.forEach((file) => sendFile(kind, file, null));
  };
  const choose = (thing: Thing) => {
    if (thing === 'picture') void pick('image');
    else if (thing === 'file') void pick('file');
    else setOpen(thing);
  };
  const type = (text: string) => {
    if (asksWhom(value.text, text)) setOpen('mention');
    change({ text });
  };
  return (
    <View className="ch-composer" style={keyboard > 0 ? { paddingBottom: `${keyboard}px` } : {}}>
      {value.quote === null ? null : <Answering quote={value.quote} onDrop={() => change({ quote: null })} />}
      <View className="ch-compose-row">
        <ComposerInput
          label={t('chat.input')}
          placeholder={t('chat.type')}
          value={value.text}
          maxLength={chatLimits.text}
          onChange={type}
          onSend={send}
          onFocus={() => setOpen('none')}
          focusTurn={focusTurn + ownTurn}
          onKeyboard={setKeyboard}
        />
        <Press className="ch-tool" label={t('chat.emoji')} expanded={open === 'emoji'} onPress={() => toggle('emoji')}>
          <Icon name="smile" />
        </Press>
        {ready ? (
          <Press className="ch-send" onPress={send}>
            {t('chat.send')}
          </Press>
        ) : (
          <Press className="ch-plus" label={t('chat.more')} expanded={open === 'plus'} onPress={() => toggle('plus')}>
            <View {...aria({ hidden: true })}>＋</View>
          </Press>
        )}
      </View>
      {open === 'plus' ? <PlusPanel onPick={choose} /> : null}
      {open === 'emoji' ? <EmojiPanel onPick={(one) => change({ text: value.text + one })} /> : null}
      {open === 'voice' ? <VoicePanel onVoice={(file, ms) => sendFile('voice', file, ms)} /> : null}
      {open === 'mention' ? (
        <MentionSheet
          communityId={communityId}
          groupId={group.id}
          me={me}
          mayAll={group.allowed.includes('mention-all')}
          onPick={(one) => {
            change(withMention(value, one));
            setOpen('none');
            setOwnTurn((n) => n + 1);
          }}
          onClose={() => setOpen('none')}
        />
      ) : null}
      {open === 'card' ? (
        <CardSheet
          communityId={communityId}
          onPick={(card) => {
            setOpen('none');
            poster.card(card);
            onPosted();
          }}
          onClose={() => setOpen('none')}
        />
      ) : null}
    </View>
  );
};
