import { outreachApi } from '@bandeng/shared/outreach/api.ts';
import type { Choice, Outreach } from '@bandeng/shared/outreach/schemas.ts';
import { subscriptionTemplates } from '@bandeng/shared/outreach/vocabulary.ts';
import { View } from '@tarojs/components';
import { MemberOnly } from '@/account/components/member-only';
import { useT } from '@/i18n/use-t';
import { useConsent, type Consent } from '@/outreach/use-consent';
import { useCommand } from '@/platform/command';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Switch } from '@/ui/checks';
import { ErrorNote } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';

/** How many messages may still come, and one more on a press: WeChat counts one consent for one message. */
const Quotas = ({ consent, outreach }: { readonly consent: Consent; readonly outreach: Outreach }) => {
  const t = useT();
  const sent = outreach.quotas.filter(({ templateId }) => templateId !== null);
  return (
    <Card title={t('outreach.quota')}>
      {sent.length === 0 ? <View className="bd-muted">{t('outreach.quotaOff')}</View> : null}
      {sent.map(({ template, remaining }) => (
        <View key={template} className="bd-row">
          <View className="bd-row-main">{t(`outreach.template-${template}`)}</View>
          <View className="bd-row-value bd-num">{t('outreach.remaining', { n: remaining })}</View>
        </View>
      ))}
      {sent.length === 0 ? null : <View className="bd-muted">{t('outreach.quotaLead')}</View>}
      <ErrorNote error={consent.command.error} />
      {sent.length === 0 ? null : consent.canAsk ? (
        <>
          <View className="bd-gap" />
          <Button
            kind="outline"
            busy={consent.command.busy}
            retrying={consent.command.retrying}
            onPress={() => void consent.ask(true)}
          >
            {t('outreach.askAgain')}
          </Button>
        </>
      ) : (
        <Notice>{t('outreach.onlyInWechat')}</Notice>
      )}
    </Card>
  );
};

interface ChoicesProps {
  readonly communityId: string;
  readonly outreach: Outreach;
  readonly replace: (next: Outreach) => void;
}

const Choices = ({ communityId, outreach, replace }: ChoicesProps) => {
  const t = useT();
  const set = useCommand(outreachApi.setChoices);
  const change = async (next: Choice) => {
    const choices = outreach.choices.map((one) => (one.category === next.category ? next : one));
    replace({ ...outreach, choices });
    const outcome = await set.run({ params: { communityId }, body: { choices } });
    replace(outcome.ok ? outcome.reply : outreach);
  };
  return (
    <>
      <ErrorNote error={set.error} />
      {outreach.sms ? null : (
        <Card title={t('outreach.wechat')}>
          {outreach.choices.map((choice) => (
            <Switch
              key={choice.category}
              label={t(`outreach.category-${choice.category}`)}
              detail={t(`outreach.category-${choice.category}-about`)}
              value={choice.wechat}
              disabled={set.busy}
              onChange={(wechat) => void change({ ...choice, wechat })}
            />
          ))}
        </Card>
      )}
      {(outreach.sms ? outreach.choices : []).map((choice) => (
        <Card key={choice.category} title={t(`outreach.category-${choice.category}`)}>
          <View className="bd-muted">{t(`outreach.category-${choice.category}-about`)}</View>
          <Switch
            label={t('outreach.wechat')}
            value={choice.wechat}
            disabled={set.busy}
            onChange={(wechat) => void change({ ...choice, wechat })}
          />
          <Switch
            label={t('outreach.sms')}
            value={choice.sms}
            disabled={set.busy}
            onChange={(sms) => void change({ ...choice, sms })}
          />
        </Card>
      ))}
    </>
  );
};

const Settings = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const consent = useConsent(subscriptionTemplates, true);
  return (
    <Await query={consent.query}>
      {(outreach) => (
        <>
          <View className="dl-lead">{t('outreach.lead')}</View>
          <Quotas consent={consent} outreach={outreach} />
          <Choices communityId={communityId} outreach={outreach} replace={consent.query.replace} />
          {outreach.sms ? null : <Notice>{t('outreach.noSms')}</Notice>}
          <Notice>{t('outreach.quiet', { from: outreach.quiet.fromHour, until: outreach.quiet.untilHour })}</Notice>
        </>
      )}
    </Await>
  );
};

/** 通知方式: how I may be told of things while the app is closed. */
export default function OutreachPage() {
  const t = useT();
  return (
    <Page title={t('outreach.title')}>
      <MemberOnly>{({ communityId }) => <Settings communityId={communityId} />}</MemberOnly>
    </Page>
  );
}
