import { fieldTitles, type FieldName } from '@bandeng/shared/community/register/fields.ts';
import { columnLetter } from '@bandeng/shared/community/register/sheet.ts';
import type { FileDraft } from './draft-file.ts';

/** What `roster check --json` prints: the totals and every refused row with its code, in the order of the file. */
export const registerCounts = ({ draft, file }: FileDraft) => ({
  ...draft.summary,
  ...(file.encoding === undefined ? {} : { encoding: file.encoding }),
  rejectedRows: draft.rejected.map(({ row, code, firstRow }) => ({
    row,
    code,
    ...(firstRow === undefined ? {} : { firstRow }),
  })),
});

const skipReasons = { total: '合计', signature: '落款', heading: '重复的表头', section: '分段标题' } as const;

/** 4101307 → 41,013.07 */
const squareMetres = (centiM2: number): string => {
  const whole = String(Math.trunc(centiM2 / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${whole}.${String(centiM2 % 100).padStart(2, '0')}`;
};

/** The same for a person to read. */
export const reportRegister = ({ draft, file, headings }: FileDraft): string => {
  const { summary } = draft;
  const lines: string[] = [];
  for (const { sheet, headings: found } of headings) {
    const columns = (Object.entries(found.mapping) as [FieldName, number | null][])
      .filter((entry): entry is [FieldName, number] => entry[1] !== null)
      .sort((a, b) => a[1] - b[1])
      .map(([field, index]) => `${columnLetter(index)} ${fieldTitles[field].zh}`);
    lines.push(`工作表“${sheet}”：表头在第 ${found.row} 行；${columns.join('，')}`);
    const unread = found.columns.filter(({ field, heading }) => field === null && heading !== '');
    if (unread.length > 0) lines.push(`  未读取的列：${unread.map(({ heading }) => heading).join('，')}`);
  }
  lines.push(
    `房屋 ${summary.dwellings} 套，面积 ${squareMetres(summary.areaCentiM2)} 平方米，业主 ${summary.owners} 人（户）`,
    `共有 ${summary.coOwned} 套，出租 ${summary.rented} 套，开发商未售 ${summary.developerDwellings} 套`,
    `居民代表 ${summary.representatives} 人，楼栋长 ${summary.buildingLeaders} 人，党员 ${summary.partyMembers} 人`,
  );
  if (summary.people !== undefined) lines.push(`家庭人口 ${summary.people} 人`);
  if (file.encoding !== undefined) lines.push(`文件编码 ${file.encoding}`);
  for (const { row, reason } of draft.skipped) lines.push(`跳过第 ${row} 行（${skipReasons[reason]}）`);
  lines.push(draft.rejected.length === 0 ? '没有退回的行。' : `退回 ${draft.rejected.length} 行：`);
  for (const { sentence, code } of draft.rejected) lines.push(`  ${sentence.zh}（${code}）`);
  return `${lines.join('\n')}\n`;
};
