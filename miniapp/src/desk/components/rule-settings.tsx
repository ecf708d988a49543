import { communityApi } from '@bandeng/shared/community/api.ts';
import type { Body, Reply } from '@bandeng/shared/kernel/api.ts';
import { useState } from 'react';
import { readNumber } from '@/desk/rule-choices';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { useQuery } from '@/platform/query';
import type { Membership } from '@/platform/session';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Switch } from '@/ui/checks';
import { ErrorNote } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { RuleField } from './rule-field';

type Settings = Reply<typeof communityApi.getSettings>;
type Change = Body<typeof communityApi.updateSettings>;

interface FormProps {
  readonly found: Settings;
  readonly editable: boolean;
  readonly onSave: (change: Change) => Promise<void>;
  readonly busy: boolean;
  readonly retrying: boolean;
}

const Form = ({ found, editable, onSave, busy, retrying }: FormProps) => {
  const t = useT();
  const { settings, parameters } = found;
  const [oneHead, setOneHead] = useState(settings.oneHead);
  const [texts, setTexts] = useState(() =>
    Object.fromEntries(parameters.map(({ key, value }) => [key, String(value)])),
  );
  const values = parameters.map(
    (parameter) => [parameter.key, readNumber(texts[parameter.key] ?? '', parameter)] as const,
  );
  const valid = values.filter((pair): pair is readonly [string, number] => pair[1] !== null);
  return (
    <>
      <Card title={t('desk.oneHead')}>
        <Switch
          label={t('desk.oneHeadSwitch')}
          detail={t('desk.oneHeadHint')}
          value={oneHead}
          disabled={!editable}
          onChange={setOneHead}
        />
      </Card>
      <Card title={t('desk.rules')}>
        {parameters.map((parameter) => (
          <RuleField
            key={parameter.key}
            parameter={parameter}
            text={texts[parameter.key] ?? ''}
            disabled={!editable}
            onChange={(text) => setTexts({ ...texts, [parameter.key]: text })}
          />
        ))}
      </Card>
      {editable ? (
        <Button
          busy={busy}
          retrying={retrying}
          disabled={valid.length < values.length}
          onPress={() => void onSave({ oneHead, rules: Object.fromEntries(valid) })}
        >
          {t('desk.save')}
        </Button>
      ) : null}
    </>
  );
};

/** One head, and the parameters that the law leaves open. They hold for matters submitted from now on. */
export const RuleSettings = ({ member }: { readonly member: Membership }) => {
  const t = useT();
  const { communityId } = member;
  const query = useQuery(communityApi.getSettings, { params: { communityId } });
  const update = useCommand(communityApi.updateSettings);
  const editable = member.roles.includes('administrator');
  const save = async (change: Change) => {
    const outcome = await update.run({ params: { communityId }, body: change });
    if (!outcome.ok) return;
    toast(t('desk.settingsSaved'));
    await query.refresh();
  };
  return (
    <Await query={query}>
      {(found) => (
        <>
          <Notice tone="amber">{t(editable ? 'desk.settingsLead' : 'desk.settingsReadOnly')}</Notice>
          <Form found={found} editable={editable} busy={update.busy} retrying={update.retrying} onSave={save} />
          <ErrorNote error={update.error} />
        </>
      )}
    </Await>
  );
};
