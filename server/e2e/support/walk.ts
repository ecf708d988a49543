import { communityApi } from '@bandeng/shared/community/api.ts';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { demoParts, type DemoPart } from '../../src/demo/admit-visitors.ts';
import { call } from './call.ts';
import { communityId } from './neighbours.ts';
import { search, type Stop } from './stop.ts';
import { planLife } from './walk-life.ts';

/** Everybody who walks: a passer-by, then one person of each part. */
export const readers: readonly { readonly part: DemoPart | null; readonly who: string }[] = [
  { part: null, who: '路人' },
  ...demoParts.map((part) => ({ part, who: part })),
];

/** Every page of the mini-program, with the addresses that the demonstration gives them. */
export const planWalk = async (origin: string): Promise<Stop[]> => {
  const { items: accounts } = await call(origin, null, platformApi.demoAccounts);
  const tokenOf = async (part: DemoPart) => {
    const id = accounts.find(({ role }) => role === part)?.id ?? '';
    return (await call(origin, null, platformApi.demoLogin, { body: { id } })).accessToken;
  };
  const [branch, administrator] = [await tokenOf('支委'), await tokenOf('管理员')];
  const params = { communityId };
  const { items: matters } = await call(origin, branch, deliberationApi.listMatters, { params, query: { show: 'all' } });
  const pageOf = async (title: string) => {
    const matterId = matters.find((row) => row.title === title)?.id ?? '';
    return (await call(origin, branch, deliberationApi.getMatter, { params: { communityId, matterId } })).matter;
  };
  const heating = await pageOf('香郡小区暖气改造');
  const lift = await pageOf('3 栋 2 单元加装电梯');
  const road = await pageOf('小区道路微循环');
  const roof = await pageOf('楼顶漏水修复');
  const gate = await pageOf('东门道闸恢复封闭管理');
  const shelf = await pageOf('小区共享图书角');
  const sessionIn = ({ sessions }: typeof heating, ...status: string[]) => sessions.filter((one) => status.includes(one.status)).at(-1)?.id ?? '';
  const assembly = sessionIn(heating, 'open');
  const consultation = sessionIn(lift, 'open');
  const review = heating.sessions.find(({ stageId, status }) => stageId === 'review' && status === 'passed')?.id ?? '';
  const decided = sessionIn(road, 'passed');
  const { community } = await call(origin, branch, deliberationApi.getHome, { params });
  const { bodies } = await call(origin, administrator, communityApi.listBodies, { params });
  const { items: dwellings } = await call(origin, administrator, communityApi.listDwellings, { params });
  const { imports } = await call(origin, administrator, communityApi.listImports, { params });
  const webLogin = await call(origin, null, platformApi.startWebLogin);
  const matter = (id: string) => search('/deliberation/pages/matter/index', { id });
  const notice = (one: { readonly publicToken: string } | undefined) =>
    search('/bulletin/pages/disclosure/index', { token: one?.publicToken ?? '' });
  const [d, b] = ['/deliberation/pages', '/desk/pages'];
  return [
    { name: 'home-representative', part: '居民代表', path: '/pages/home/index' },
    { name: 'home-branch', part: '支委', path: '/pages/home/index', desk: true },
    { name: 'home-passer-by', part: null, path: '/pages/home/index' },
    { name: 'hall', part: '居民代表', path: '/pages/hall/index', desk: true },
    { name: 'me-branch', part: '支委', path: '/pages/me/index' },
    { name: 'me-resident', part: '居民', path: '/pages/me/index' },
    { name: 'login', part: null, path: '/account/pages/login/index' },
    { name: 'confirm-login', part: '居民', path: search('/account/pages/confirm-login/index', { id: webLogin.id }) },
    { name: 'place', part: '楼栋长', path: '/account/pages/place/index' },
    { name: 'claim', part: '居民', path: '/account/pages/claim/index' },
    { name: 'votes', part: '支委', path: '/account/pages/votes/index' },
    { name: 'settings', part: '居民', path: '/account/pages/settings/index' },
    { name: 'phone-reads', part: '居民', path: '/account/pages/phone-reads/index' },
    { name: 'desk-phone-reads', part: '监督', path: `${b}/phone-reads/index`, desk: true },
    { name: 'consent', part: null, path: '/account/pages/consent/index' },
    { name: 'privacy', part: '居民', path: '/account/pages/privacy/index' },
    { name: 'matter-voting', part: '居民代表', path: matter(heating.head.id), desk: true },
    { name: 'matter-disclosed', part: '居民', path: matter(road.head.id), desk: true },
    { name: 'matter-finished', part: '居民', path: matter(roof.head.id), desk: true },
    { name: 'matter-returned', part: '支委', path: matter(gate.head.id) },
    { name: 'session-open', part: '居民代表', path: search(`${d}/session/index`, { id: assembly }) },
    { name: 'session-counted', part: '支委', path: search(`${d}/session/index`, { id: review }), desk: true },
    { name: 'vote', part: '居民代表', path: search(`${d}/vote/index`, { matter: heating.head.id, session: assembly }) },
    { name: 'receipt', part: '支委', path: search(`${d}/receipt/index`, { matter: heating.head.id, session: review }) },
    { name: 'receipts', part: '居民', path: search(`${d}/receipts/index`, { session: decided }) },
    { name: 'objection', part: '居民', path: search(`${d}/objection/index`, { matter: road.head.id, disclosure: road.disclosures[0]?.id ?? '' }) },
    { name: 'rating', part: '居民', path: search(`${d}/rating/index`, { matter: roof.head.id }) },
    { name: 'comments', part: '居民', path: search(`${d}/comments/index`, { matter: lift.head.id }) },
    { name: 'record', part: '监督', path: search(`${d}/record/index`, { matter: road.head.id }) },
    { name: 'board', part: null, path: search('/bulletin/pages/board/index', { token: community.publicToken }) },
    { name: 'public-resolution', part: null, path: notice(road.disclosures[0]), desk: true },
    { name: 'public-outcome', part: null, path: notice(roof.disclosures.at(-1)) },
    { name: 'desk-branch', part: '支委', path: `${b}/home/index`, desk: true },
    { name: 'desk-administrator', part: '管理员', path: `${b}/home/index`, desk: true },
    { name: 'desk-imports', part: '管理员', path: `${b}/imports/index`, desk: true },
    { name: 'desk-import-done', part: '管理员', path: search(`${b}/import/index`, { importId: imports[0]?.id ?? '' }), desk: true },
    { name: 'desk-dwellings', part: '管理员', path: `${b}/dwellings/index`, desk: true },
    { name: 'desk-dwelling', part: '管理员', path: search(`${b}/dwelling/index`, { dwellingId: dwellings[0]?.id ?? '' }), desk: true },
    { name: 'desk-areas', part: '管理员', path: `${b}/areas/index`, desk: true },
    { name: 'desk-bodies', part: '管理员', path: `${b}/bodies/index`, desk: true },
    { name: 'desk-body', part: '管理员', path: search(`${b}/body/index`, { bodyId: bodies[0]?.id ?? '' }), desk: true },
    { name: 'desk-claims', part: '楼栋长', path: `${b}/claims/index`, desk: true },
    { name: 'desk-settings', part: '管理员', path: `${b}/settings/index`, desk: true },
    { name: 'desk-matters', part: '支委', path: `${b}/matters/index`, desk: true },
    { name: 'desk-matter', part: '支委', path: search(`${b}/matter/index`, { matterId: lift.head.id }), desk: true },
    { name: 'desk-draft', part: '支委', path: search(`${b}/draft/index`, { matterId: shelf.head.id }), desk: true },
    { name: 'desk-revise', part: '支委', path: search(`${b}/draft/index`, { matterId: gate.head.id, mode: 'revise' }), desk: true },
    { name: 'desk-convene', part: '支委', path: search(`${b}/convene/index`, { matterId: lift.head.id }), desk: true },
    { name: 'desk-session', part: '两委', path: search(`${b}/session/index`, { sessionId: consultation }), desk: true },
    { name: 'desk-paper', part: '楼栋长', path: search(`${b}/paper/index`, { sessionId: assembly }), desk: true },
    { name: 'desk-minutes', part: '支委', path: search(`${b}/minutes/index`, { sessionId: review }), desk: true },
    { name: 'desk-publish', part: '两委', path: search(`${b}/publish/index`, { matterId: road.head.id }), desk: true },
    { name: 'desk-objections', part: '两委', path: search(`${b}/objections/index`, { matterId: road.head.id }), desk: true },
    { name: 'desk-progress', part: '两委', path: search(`${b}/progress/index`, { matterId: roof.head.id }), desk: true },
    { name: 'desk-comments', part: '议事主持人', path: search(`${b}/comments/index`, { matterId: lift.head.id }), desk: true },
    ...(await planLife(origin, tokenOf)),
  ];
};
