import type { Mapping } from './fields.ts';
import { readOptional, readText } from './read-text.ts';
import type { SheetRow } from './sheet.ts';
import type { SkippedRow } from './draft.ts';

const total = /^.{0,10}(?:合计|总计|小计|共计|总户数)/;
const signature =
  /^(?:(?:审核|审批|制表|填表|填报|经办|复核|负责|编制|统计|登记|录入|联系)(?:人|单位|日期|时间|部门)|社区盖章|盖章|公章|日期|签字|签名|注\d?[:：]|说明[:：]|备注[:：])/;

/**
 * Why a row holds no dwelling, `blank` for an empty one, null when it must be read. A row that has only a serial number
 * is blank: people number lines ahead.
 * @param headings the text of each column's heading
 */
export const skipRow = (
  { cells }: SheetRow,
  mapping: Mapping,
  headings: readonly string[],
): SkippedRow['reason'] | 'blank' | null => {
  const texts = cells.map(readText);
  const filled = texts.filter((text, i) => text !== '' && i !== mapping.serial);
  const serial = mapping.serial === null ? '' : (texts[mapping.serial] ?? '');
  const opening = texts.find((text) => text !== '') ?? '';
  const bare = opening.replace(/\s/g, '');
  const names = (field: keyof Mapping): string => {
    const index = mapping[field];
    return index === null ? '' : readOptional(cells[index]);
  };
  // A person is never called 合计: a row that still names an owner and a phone is a dwelling, whatever it opens with.
  const isDwelling = names('owner') !== '' && names('phone') !== '';
  if (!isDwelling && total.test(bare)) return 'total';
  if (!isDwelling && signature.test(bare)) return 'signature';
  if (filled.length === 0) return serial === '' || /^\d+$/.test(serial) ? 'blank' : 'section';
  const asHeading = texts.filter((text, i) => text !== '' && text === headings[i]);
  if (asHeading.length >= 3) return 'heading';
  const isOneText = new Set(filled).size === 1;
  const saysLittle = (['room', 'address', 'area', 'owner', 'phone'] as const).every((field) => names(field) === '');
  if (isOneText && (filled.length >= 4 || saysLittle)) return 'section';
  return null;
};
