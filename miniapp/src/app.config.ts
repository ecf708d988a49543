const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/tabs/${name}.png`,
  selectedIconPath: `assets/tabs/${name}-on.png`,
});

const list = [tab('home', '首页'), tab('chats', '群聊'), tab('hall', '议事厅'), tab('me', '我的')];

/** In browsers the tab bar is part of the page (ui/web-navigation.h5.tsx), and Taro need not load its own with its pictures. */
const tabs =
  process.env.TARO_ENV === 'h5'
    ? { custom: true, list: list.map(({ pagePath, text }) => ({ pagePath, text })) }
    : { list };

export default defineAppConfig({
  // One line per page. Tab pages stay in the main package, everything else in its engine's subpackage.
  pages: ['pages/home/index', 'pages/chats/index', 'pages/hall/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'account',
      pages: [
        'pages/login/index',
        'pages/confirm-login/index',
        'pages/place/index',
        'pages/claim/index',
        'pages/votes/index',
        'pages/settings/index',
        'pages/privacy/index',
        'pages/consent/index',
        'pages/phone-reads/index',
        'pages/outreach/index',
      ],
    },
    {
      root: 'deliberation',
      pages: [
        'pages/matter/index',
        'pages/session/index',
        'pages/vote/index',
        'pages/receipt/index',
        'pages/receipts/index',
        'pages/objection/index',
        'pages/rating/index',
        'pages/comments/index',
        'pages/record/index',
      ],
    },
    {
      root: 'chat',
      pages: [
        'pages/conversation/index',
        'pages/info/index',
        'pages/members/index',
        'pages/invite/index',
        'pages/create/index',
        'pages/search/index',
        'pages/held/index',
        'pages/intake/index',
        'pages/intakes/index',
      ],
    },
    {
      root: 'bulletin',
      pages: [
        'pages/board/index',
        'pages/disclosure/index',
        'pages/notices/index',
        'pages/notice/index',
        'pages/public-notice/index',
        'pages/knocks/index',
      ],
    },
    {
      root: 'desk',
      pages: [
        'pages/home/index',
        'pages/imports/index',
        'pages/import/index',
        'pages/dwellings/index',
        'pages/dwelling/index',
        'pages/areas/index',
        'pages/bodies/index',
        'pages/body/index',
        'pages/claims/index',
        'pages/phone-reads/index',
        'pages/settings/index',
        'pages/matters/index',
        'pages/matter/index',
        'pages/draft/index',
        'pages/convene/index',
        'pages/session/index',
        'pages/paper/index',
        'pages/minutes/index',
        'pages/publish/index',
        'pages/objections/index',
        'pages/progress/index',
        'pages/notices/index',
        'pages/notice-edit/index',
        'pages/delivery/index',
        'pages/comments/index',
        'pages/moderation/index',
        'pages/intakes/index',
      ],
    },
  ],
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '板凳议事',
    navigationBarTextStyle: 'black',
    navigationBarBackgroundColor: '#F7F4EE',
    backgroundTextStyle: 'dark',
    backgroundColor: '#F7F4EE',
  },
  tabBar: {
    color: '#6F757D',
    selectedColor: '#B23A26',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    ...tabs,
  },
  darkmode: true,
  lazyCodeLoading: 'requiredComponents',
});
