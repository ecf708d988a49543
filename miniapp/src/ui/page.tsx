import { Text, View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useMemo, type CSSProperties, type ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { useAppearance } from '../platform/appearance';
import { paintFrame } from '../platform/device';
import { goBack } from '../platform/navigate';
import { aria } from './aria';
import { cx } from './cx';
import { navInsets, onWeb } from './frame';
import { Overlays } from './overlays';
import type { Tab } from './places';
import { Press } from './press';
import { SideNavigation, TabBar } from './web-navigation';

interface PageProps {
  readonly title: string;
  /** On tab pages; the others have a way back. */
  readonly tab?: Tab;
  /** At the end of the title line. */
  readonly action?: ReactNode;
  /** Stays in sight at the bottom: the one or two actions of the page. */
  readonly footer?: ReactNode;
  /** At the left of a wide desk, as high as the screen: the list that this page was chosen from. */
  readonly beside?: ReactNode;
  /** A second column on a desk; below the content on a phone. */
  readonly aside?: ReactNode;
  /** Beside the title, smaller. */
  readonly note?: string | undefined;
  /** As high as the screen, with a part of its own that scrolls: a conversation. */
  readonly full?: boolean;
  /** Uses the whole width of a desk: tables. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page: theme, text size, title, ways of moving on, and what lies over it. */
export const Page = ({ title, tab, action, footer, beside, aside, note, full = false, wide = false, children }: PageProps) => {
  const t = useT();
  const { dark, large, scale, language } = useAppearance();
  const insets = useMemo(navInsets, []);
  useEffect(() => paintFrame(dark, language), [dark, language]);
  useDidShow(() => {
    paintFrame(dark, language);
    void Taro.setNavigationBarTitle({ title });
  });
  useEffect(() => void Taro.setNavigationBarTitle({ title }), [title]);
  const variables = { '--fs': String(scale), '--fs-tab': String(Math.min(scale, 1.4)) } as CSSProperties;
  return (
    <View className={cx('bd-root', dark ? 'bd-dark' : 'bd-light', large && 'bd-large')} style={variables}>
      <View
        className={cx(
          'bd-page',
          onWeb && 'bd-on-web',
          wide && 'is-wide',
          full && 'is-full',
          beside !== undefined && 'has-beside',
          aside !== undefined && 'has-aside',
        )}
      >
        <SideNavigation tab={tab} />
        {beside === undefined ? null : <View className="bd-beside">{beside}</View>}
        <View className="bd-nav" style={insets}>
          <View className="bd-nav-row">
            {tab === undefined ? (
              <Press className="bd-nav-back" label={t('ui.back')} onPress={goBack}>
                <View className="bd-nav-arrow" />
              </Press>
            ) : null}
            <View className="bd-nav-title" {...aria({ role: 'heading', level: 1 })}>
              {title}
              {note === undefined ? null : <Text className="bd-nav-note">{note}</Text>}
            </View>
            {action === undefined ? null : <View className="bd-nav-action">{action}</View>}
          </View>
        </View>
        <View className="bd-columns" {...aria({ role: 'main' })}>
          <View className="bd-body">{children}</View>
          {aside === undefined ? null : <View className="bd-aside">{aside}</View>}
        </View>
        {footer === undefined ? null : <View className="bd-foot">{footer}</View>}
        {tab === undefined ? null : <TabBar tab={tab} />}
        <Overlays />
      </View>
    </View>
  );
};
