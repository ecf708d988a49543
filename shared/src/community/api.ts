import { apiTable } from '../kernel/api.ts';
import type { CommunitySchemas } from './schemas.ts';

/** Register, bodies, duties, claims and settings of one community. */
export const communityApi = apiTable<CommunitySchemas>()({
  listAreas: ['GET', '/api/communities/:communityId/areas', '区域树'],
  createArea: ['POST', '/api/communities/:communityId/areas', '新增区域'],
  redrawArea: ['POST', '/api/communities/:communityId/areas/:areaId/placements', '调整区域边界（留存旧版本）'],
  listAreaPlacements: ['GET', '/api/communities/:communityId/areas/:areaId/placements', '区域边界的历次版本'],

  listDwellings: ['GET', '/api/communities/:communityId/dwellings', '房屋名册'],
  getDwelling: ['GET', '/api/communities/:communityId/dwellings/:dwellingId', '一套房屋与其中的人'],
  addTenure: ['POST', '/api/communities/:communityId/dwellings/:dwellingId/tenures', '登记业主、共有人、租户或家人'],
  endTenure: ['POST', '/api/communities/:communityId/tenures/:tenureId/end', '登记搬离'],

  getMyPlace: ['GET', '/api/communities/:communityId/me', '我的房屋与身份'],
  setMyAlias: ['PUT', '/api/communities/:communityId/me/alias', '邻居看到的称呼'],
  moveOut: ['POST', '/api/communities/:communityId/me/tenures/:tenureId/end', '我已搬离'],
  exportMine: ['GET', '/api/communities/:communityId/me/export', '导出我的数据'],

  listPhoneReads: ['GET', '/api/communities/:communityId/phone-reads', '手机号查看记录'],
  listMyPhoneReads: ['GET', '/api/communities/:communityId/me/phone-reads', '谁看过我的手机号'],

  findCommunities: ['GET', '/api/communities', '查找社区'],
  findClaimable: ['GET', '/api/communities/:communityId/claimable-dwellings', '查找可认领的房屋'],
  createClaim: ['POST', '/api/communities/:communityId/claims', '申请认领房屋'],
  listMyClaims: ['GET', '/api/communities/:communityId/my-claims', '我的认领申请'],
  withdrawClaim: ['POST', '/api/communities/:communityId/claims/:claimId/withdraw', '撤回认领申请'],
  listClaims: ['GET', '/api/communities/:communityId/claims', '待核实的认领申请'],
  decideClaim: ['POST', '/api/communities/:communityId/claims/:claimId/decision', '核实认领申请'],

  listResidents: ['GET', '/api/communities/:communityId/residents', '查找居民'],
  listBodies: ['GET', '/api/communities/:communityId/bodies', '组织名册'],
  createBody: ['POST', '/api/communities/:communityId/bodies', '新建组织'],
  getBody: ['GET', '/api/communities/:communityId/bodies/:bodyId', '组织成员与任期'],
  appointMember: ['POST', '/api/communities/:communityId/bodies/:bodyId/members', '任命成员'],
  endMembership: ['POST', '/api/communities/:communityId/body-members/:memberId/end', '结束任期'],
  setHouseholds: ['PUT', '/api/communities/:communityId/body-members/:memberId/households', '设定代表户数'],
  listDuties: ['GET', '/api/communities/:communityId/duties', '岗位名册'],
  grantDuty: ['POST', '/api/communities/:communityId/duties', '授予岗位'],
  endDuty: ['POST', '/api/communities/:communityId/duties/:dutyId/end', '结束岗位'],

  listImports: ['GET', '/api/communities/:communityId/imports', '名册导入记录'],
  createImport: ['POST', '/api/communities/:communityId/imports', '上传名册并识别表头'],
  getImport: ['GET', '/api/communities/:communityId/imports/:importId', '一次导入的进度与结果'],
  checkImport: ['POST', '/api/communities/:communityId/imports/:importId/check', '按列对应试算'],
  listRejectedRows: ['GET', '/api/communities/:communityId/imports/:importId/rejected', '被拒绝的行'],
  commitImport: ['POST', '/api/communities/:communityId/imports/:importId/commit', '写入名册'],
  cancelImport: ['POST', '/api/communities/:communityId/imports/:importId/cancel', '放弃导入'],

  getSettings: ['GET', '/api/communities/:communityId/settings', '社区设置与议事规则参数'],
  updateSettings: ['PUT', '/api/communities/:communityId/settings', '修改社区设置'],
  listCalendarDays: ['GET', '/api/communities/:communityId/calendar', '放假与调休安排'],
  setCalendarDay: ['PUT', '/api/communities/:communityId/calendar', '补充放假或调休日'],
});
