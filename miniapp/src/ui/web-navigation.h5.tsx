import { badgeOf, countUnread } from '../chat/group-list';
import { useGroups } from '../chat/group-store';
import { listDesks } from '../desk/desks';
import { useT } from '../i18n/use-t';
import { go } from '../platform/navigate';
import { useMembership, useSession } from '../platform/session';
import { cx } from './cx';
import { Icon } from './icon';
import { places, type Tab } from './places';
import { Press } from './press';

const Places = ({ tab }: { readonly tab: Tab | undefined }) => {
  const t = useT();
  const unread = useGroups((s) => countUnread(s.rows ?? []));
  return (
    <>
      {places.map((place) => {
        const badge = place.tab === 'chats' && unread > 0;
        return (
          <Press
            key={place.tab}
            className={cx('bd-place', place.tab === tab && 'is-on')}
            role="link"
            current={place.tab === tab}
            label={badge ? t('chat.unreadTotal', { n: unread }) : undefined}
            onPress={() => go(place.page)}
          >
            <Icon name={place.icon} className="bd-place-icon" />
            {t(`app.${place.tab}`)}
            {badge ? <span className="ch-badge is-tab">{badgeOf(unread)}</span> : null}
          </Press>
        );
      })}
    </>
  );
};

/** At the side of a desk, on every page. */
export const SideNavigation = ({ tab }: { readonly tab: Tab | undefined }) => {
  const t = useT();
  const membership = useMembership();
  const signedIn = useSession((s) => s.tokens !== null);
  return (
    <nav className="bd-side" aria-label={t('app.navigation')}>
      <div className="bd-brand">{t('app.name')}</div>
      <div className="bd-brand-sub">{membership?.communityName ?? t('app.slogan')}</div>
      <Places tab={tab} />
      {listDesks(membership?.roles ?? []).length === 0 ? null : (
        <Press className="bd-place" role="link" onPress={() => go('/desk/pages/home/index')}>
          <Icon name="table" className="bd-place-icon" />
          {t('mine.desk')}
        </Press>
      )}
      {signedIn ? null : (
        <div className="bd-side-foot">
          <Press className="bd-button" onPress={() => go('/account/pages/login/index')}>
            {t('account.login')}
          </Press>
        </div>
      )}
    </nav>
  );
};

/** At the foot of a phone, on tab pages. */
export const TabBar = ({ tab }: { readonly tab: Tab }) => {
  const t = useT();
  return (
    <nav className="bd-tabs-bar" aria-label={t('app.navigation')}>
      <Places tab={tab} />
    </nav>
  );
};
