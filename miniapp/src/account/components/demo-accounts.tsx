import { View } from '@tarojs/components';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { useT } from '@/i18n/use-t';
import { enter } from '@/platform/account';
import { useCommand } from '@/platform/command';
import { useQuery } from '@/platform/query';
import { Avatar } from '@/ui/avatar';
import { ErrorNote } from '@/ui/error-state';
import { List, Row } from '@/ui/list';
import { Section } from '@/ui/section';
import { leaveLogin } from '../after-sign-in';

/** One account per role, where the server is a demonstration; nothing elsewhere. */
export const DemoAccounts = () => {
  const t = useT();
  const accounts = useQuery(platformApi.demoAccounts, {});
  const login = useCommand(platformApi.demoLogin);
  const choose = async (id: string) => {
    const outcome = await login.run({ body: { id } });
    if (!outcome.ok) return;
    await enter(outcome.reply);
    leaveLogin();
  };
  if (accounts.data === undefined || accounts.data.items.length === 0) return null;
  return (
    <>
      <Section title={t('account.demoTitle')} />
      <View className="bd-muted">{t('account.demoLead')}</View>
      <View className="bd-gap" />
      <ErrorNote error={login.error} />
      <List label={t('account.demoTitle')}>
        {accounts.data.items.map(({ id, name, role }) => (
          <Row
            key={id}
            lead={<Avatar name={name} />}
            title={name}
            detail={role}
            onPress={() => void choose(id)}
          />
        ))}
      </List>
    </>
  );
};
