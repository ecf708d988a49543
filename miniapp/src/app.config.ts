export default defineAppConfig({
  // One line per page. Tab pages stay in the main package, everything else in its engine's subpackage.
  pages: ['pages/home/index', 'pages/hall/index', 'pages/me/index'],
  subPackages: [
    { root: 'account', pages: ['pages/login/index', 'pages/confirm-login/index'] },
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
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'assets/tabs/home.png', selectedIconPath: 'assets/tabs/home-on.png' },
      { pagePath: 'pages/hall/index', text: '议事厅', iconPath: 'assets/tabs/hall.png', selectedIconPath: 'assets/tabs/hall-on.png' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'assets/tabs/me.png', selectedIconPath: 'assets/tabs/me-on.png' },
    ],
  },
  darkmode: true,
  lazyCodeLoading: 'requiredComponents',
});
