import type { GroupDutyKind } from '@bandeng/shared/chat/vocabulary.ts';

/** Ids of groups that follow the register are made from what they follow, so that nobody can create one twice. */
export const areaGroupId = (areaId: string): string => `area-${areaId}`;
export const bodyGroupId = (bodyId: string): string => `body-${bodyId}`;
export const dutyGroupId = (kind: GroupDutyKind): string => `duty-${kind}`;
