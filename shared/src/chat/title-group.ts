import type { AreaKind } from '../community/vocabulary.ts';
import type { GroupDutyKind, GroupKind, Naming, Speaking } from './vocabulary.ts';

interface NamedArea {
  readonly kind: AreaKind;
  readonly name: string;
}

/**
 * What the group of an area is called until people name it: '3栋2单元邻里群'. The compound is named where a community has
 * several.
 * @param chain the area and what lies above it, from below
 */
export const titleAreaGroup = (chain: readonly NamedArea[], compounds: number): string => {
  const [area] = chain;
  if (area === undefined) return '邻里群';
  const named = (kind: AreaKind) => chain.find((one) => one.kind === kind)?.name ?? '';
  const compound = compounds > 1 ? named('compound') : '';
  const path =
    area.kind === 'unit'
      ? `${compound}${named('building')}${area.name}`
      : area.kind === 'building'
        ? `${compound}${area.name}`
        : area.name;
  return `${path}邻里群`;
};

export const titleBodyGroup = (bodyName: string): string => `${bodyName}群`;

export const dutyGroupTitles: Readonly<Record<GroupDutyKind, string>> = {
  facilitator: '议事主持人群',
  'building-leader': '楼栋长与网格员群',
};

/**
 * How a group begins. Where many meet who are no close neighbours, less is shown of where somebody lives; in the group
 * of the whole community only its leaders speak.
 */
export const beginGroup = (kind: GroupKind, areaKind: AreaKind | null): { naming: Naming; speaking: Speaking } => ({
  naming: kind === 'free' || areaKind === 'community' || areaKind === 'compound' ? 'building' : 'dwelling',
  speaking: areaKind === 'community' ? 'moderators' : 'everyone',
});
