import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { useSession } from '@/platform/session';

type Notice = Reply<typeof bulletinApi.getNotice>;
type NoticeRow = Reply<typeof bulletinApi.listNotices>['items'][number];
type Delivery = Reply<typeof bulletinApi.getDelivery>;

/** Notices as the server presents them, with what a test says of them. */
export const buildRow = (overrides: Partial<NoticeRow> = {}): NoticeRow => ({
  id: 'n1',
  category: 'utilities',
  title: '周四停水',
  status: 'published',
  needsAck: true,
  version: 1,
  by: { id: 'r9', label: '楼栋长 李春梅' },
  scopeLabel: '3栋',
  publishAt: null,
  publishedAt: 1000,
  expiresAt: null,
  read: false,
  acknowledged: false,
  ...overrides,
});

export const buildNotice = (overrides: Partial<Notice> = {}): Notice => {
  const notice: Notice = {
    ...buildRow(),
    body: '9:00–15:00 停水，请提前储水。',
    files: [],
    scope: { areas: [{ id: 'b3', kind: 'building', name: '3栋' }], bodies: [] },
    versions: [],
    withdrawnReason: '',
    withheldFiles: 0,
    readVersion: 0,
    allowed: ['acknowledge'],
    publicPath: '/bulletin/pages/public-notice/index?token=tok_1',
    sheetPath: '/api/public/notices/tok_1/sheet',
    cursor: 7,
    ...overrides,
  };
  const { version, title, body, files } = notice;
  const only = { version, title, body, files, at: 1000, by: '楼栋长 李春梅', change: '' };
  return { ...notice, versions: overrides.versions ?? [only] };
};

export const buildCounts = (overrides: Partial<Delivery['total']> = {}): Delivery['total'] => ({
  dwellings: 96,
  acknowledged: 78,
  read: 6,
  notReached: 10,
  notRegistered: 2,
  ...overrides,
});

export const buildDelivery = (overrides: Partial<Delivery> = {}): Delivery => ({
  notice: buildRow(),
  total: buildCounts(),
  units: [
    {
      areaId: 'u1',
      label: '1单元',
      ...buildCounts({ dwellings: 24, acknowledged: 20, read: 1, notReached: 2, notRegistered: 1 }),
      remindable: 16,
      nextReminderAt: null,
    },
  ],
  people: { of: 0, acknowledged: 0, read: 0 },
  receipts: { wechat: { waiting: 0, sent: 34, failed: 1 }, sms: { waiting: 0, sent: 0, failed: 0 } },
  knocks: { open: 1, told: 2, absent: 0 },
  lastReminderAt: null,
  nextReminderAt: null,
  reminder: { people: 20, wechat: 12, sms: 0 },
  allowed: ['remind', 'remind-doors', 'assign-knocks', 'see-delivery', 'correct', 'withdraw'],
  cursor: 0,
  ...overrides,
});

/** Somebody who lives here, with these roles too. */
export const signInAs = (
  roles: NonNullable<ReturnType<typeof useSession.getState>['me']>['communities'][number]['roles'] = [],
): void =>
  useSession.setState({
    tokens: { accessToken: 'a', accessExpiresAt: 0, refreshToken: 'r', refreshExpiresAt: 0, accountId: 'acc' },
    me: {
      id: 'acc',
      name: '李春梅',
      phone: null,
      privacy: { version: 1, agreed: 1, agreedAt: 0, phoneAgreedAt: null },
      communities: [
        {
          communityId: 'c1',
          communityName: '枫林社区',
          residentId: 'r1',
          name: '李春梅',
          roles: ['resident', ...roles],
        },
      ],
    },
    communityId: 'c1',
  });

export const signOutAgain = (): void => useSession.setState({ tokens: null, me: null, communityId: null });
