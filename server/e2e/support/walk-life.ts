import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { DemoPart } from '../../src/demo/admit-visitors.ts';
import { call } from './call.ts';
import { communityId } from './neighbours.ts';
import { search, type Stop } from './stop.ts';

/** The pages of groups, notices and of ways to be told, with the addresses that the demonstration gives them. */
export const planLife = async (origin: string, tokenOf: (part: DemoPart) => Promise<string>): Promise<Stop[]> => {
  const [resident, leader] = [await tokenOf('居民'), await tokenOf('楼栋长')];
  const params = { communityId };
  const groups = await call(origin, leader, chatApi.listGroups, { params });
  const building = groups.items.find(({ areaKind }) => areaKind === 'building')?.id ?? '';
  const free = groups.items.find(({ kind }) => kind === 'free')?.id ?? '';
  const invited = { params: { ...params, groupId: free }, body: { days: 7 } };
  const { code } = await call(origin, leader, chatApi.createInvitation, invited);
  const { items: intakes } = await call(origin, resident, chatApi.listIntakes, { params, query: {} });
  const { items: written } = await call(origin, leader, bulletinApi.listWrittenNotices, { params, query: {} });
  const published = written.find(({ status, needsAck }) => status === 'published' && needsAck)?.id ?? '';
  const draft = written.find(({ status }) => status === 'draft')?.id ?? '';
  const notice = await call(origin, leader, bulletinApi.getNotice, { params: { ...params, noticeId: published } });
  const publicNotice = notice.publicPath ?? '';
  const [c, b, d] = ['/chat/pages', '/bulletin/pages', '/desk/pages'];
  return [
    { name: 'chats', part: '居民', path: '/pages/chats/index', desk: true },
    { name: 'conversation', part: '居民', path: search(`${c}/conversation/index`, { id: building }), desk: true },
    { name: 'conversation-leader', part: '楼栋长', path: search(`${c}/conversation/index`, { id: building }) },
    { name: 'group-info', part: '楼栋长', path: search(`${c}/info/index`, { id: building }) },
    { name: 'group-members', part: '楼栋长', path: search(`${c}/members/index`, { id: building }) },
    { name: 'group-invite', part: '楼栋长', path: search(`${c}/invite/index`, { id: free }) },
    { name: 'group-invited', part: '居民', path: search(`${c}/invite/index`, { code }) },
    { name: 'group-create', part: '居民', path: `${c}/create/index` },
    { name: 'group-search', part: '居民', path: `${c}/search/index` },
    { name: 'held', part: '居民', path: `${c}/held/index` },
    { name: 'appeals', part: '居民', path: search(`${c}/held/index`, { show: 'appeals' }) },
    { name: 'intake-new', part: '居民', path: search(`${c}/intake/index`, { kind: 'topic', group: building, seq: '4' }) },
    { name: 'intake', part: '居民', path: search(`${c}/intake/index`, { id: intakes[0]?.id ?? '' }) },
    { name: 'intakes', part: '居民', path: `${c}/intakes/index` },
    { name: 'notices', part: '居民', path: `${b}/notices/index` },
    { name: 'notice', part: '居民', path: search(`${b}/notice/index`, { id: published }) },
    { name: 'public-notice', part: null, path: publicNotice },
    { name: 'knocks', part: '居民', path: `${b}/knocks/index` },
    { name: 'outreach', part: '居民', path: '/account/pages/outreach/index' },
    { name: 'desk-leader', part: '楼栋长', path: `${d}/home/index`, desk: true },
    { name: 'desk-notices', part: '楼栋长', path: `${d}/notices/index`, desk: true },
    { name: 'desk-notice-edit', part: '楼栋长', path: search(`${d}/notice-edit/index`, { id: draft }), desk: true },
    { name: 'desk-delivery', part: '楼栋长', path: search(`${d}/delivery/index`, { id: published }), desk: true },
    { name: 'desk-moderation', part: '楼栋长', path: `${d}/moderation/index`, desk: true },
    { name: 'desk-intakes', part: '两委', path: `${d}/intakes/index`, desk: true },
  ];
};
