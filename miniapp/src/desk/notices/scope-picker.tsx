import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { NoticeScope } from '@bandeng/shared/bulletin/schemas.ts';
import { communityApi } from '@bandeng/shared/community/api.ts';
import type { Area } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { useMemo, useState, type CSSProperties } from 'react';
import { formatCount } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { useQuery } from '@/platform/query';
import { aria } from '@/ui/aria';
import { Await } from '@/ui/await';
import { Checkbox } from '@/ui/checks';
import { cx } from '@/ui/cx';
import { EmptyState } from '@/ui/empty-state';
import { Press } from '@/ui/press';
import { Skeleton } from '@/ui/skeleton';
import { buildScopeTree, findCover, listVisible, openAtFirst, toggleArea, type ScopeNode } from './scope-tree';

interface Chosen {
  readonly areaIds: readonly string[];
  readonly bodyIds: readonly string[];
}

interface ScopePickerProps {
  readonly communityId: string;
  readonly value: Chosen;
  readonly onChange: (value: Chosen) => void;
}

interface AreasProps {
  readonly nodes: readonly ScopeNode[];
  readonly chosen: readonly string[];
  readonly onChange: (areaIds: string[]) => void;
}

const Areas = ({ nodes, chosen, onChange }: AreasProps) => {
  const t = useT();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(nodes, chosen));
  const names = useMemo(() => new Map(nodes.map(({ id, name }) => [id, name])), [nodes]);
  const turn = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <View {...aria({ role: 'group', label: t('notice.scopeAreas') })}>
      {listVisible(nodes, open).map((node) => {
        const cover = findCover(node, chosen);
        const detail =
          cover === null
            ? t('register.dwellingCount', { n: formatCount(node.dwellings) })
            : t('notice.scopeCovered', { name: names.get(cover) ?? '' });
        return (
          <View key={node.id} className="dn-node" style={{ '--level': node.level } as CSSProperties}>
            {node.hasChildren ? (
              <Press
                className={cx('dn-turn', open.has(node.id) && 'is-open')}
                expanded={open.has(node.id)}
                label={t(open.has(node.id) ? 'notice.scopeClose' : 'notice.scopeOpen', { name: node.name })}
                onPress={() => turn(node.id)}
              >
                <View className="dn-arrow" />
              </Press>
            ) : (
              <View className="dn-turn" />
            )}
            <View className="bd-row-main">
              <Checkbox
                label={node.name}
                detail={detail}
                value={cover !== null || chosen.includes(node.id)}
                disabled={cover !== null}
                onChange={() => onChange(toggleArea(nodes, chosen, node.id))}
              />
            </View>
          </View>
        );
      })}
    </View>
  );
};

interface ChooseProps extends Omit<ScopePickerProps, 'communityId'> {
  readonly scopes: NoticeScope;
  readonly all: readonly Area[];
}

const Choose = ({ scopes, all, value, onChange }: ChooseProps) => {
  const t = useT();
  const nodes = useMemo(() => buildScopeTree(scopes.areas, all), [scopes.areas, all]);
  const { areaIds, bodyIds } = value;
  if (nodes.length + scopes.bodies.length === 0)
    return <EmptyState title={t('notice.scopeNothing')} hint={t('notice.scopeNothingHint')} />;
  const turnBody = (id: string) =>
    onChange({ areaIds, bodyIds: bodyIds.includes(id) ? bodyIds.filter((one) => one !== id) : [...bodyIds, id] });
  return (
    <>
      <Areas nodes={nodes} chosen={areaIds} onChange={(next) => onChange({ areaIds: next, bodyIds })} />
      {scopes.bodies.length === 0 ? null : (
        <View className="dn-bodies" {...aria({ role: 'group', label: t('notice.scopeBodies') })}>
          <View className="bd-muted">{t('notice.scopeBodies')}</View>
          {scopes.bodies.map(({ id, name }) => (
            <Checkbox key={id} label={name} value={bodyIds.includes(id)} onChange={() => turnBody(id)} />
          ))}
        </View>
      )}
    </>
  );
};

/** Whom a notice is for: areas by checkbox, from the compound down to the unit, and bodies. */
export const ScopePicker = ({ communityId, value, onChange }: ScopePickerProps) => {
  const params = { communityId };
  const scopes = useQuery(bulletinApi.listScopes, { params });
  const areas = useQuery(communityApi.listAreas, { params });
  return (
    <Await query={scopes} skeleton={<Skeleton cards={1} />}>
      {(mine) => (
        <Await query={areas} skeleton={<Skeleton cards={1} />}>
          {({ areas: all }) => <Choose scopes={mine} all={all} value={value} onChange={onChange} />}
        </Await>
      )}
    </Await>
  );
};
