import { parse } from 'csv-parse/sync';
import { draftFile } from '../src/community/register/draft-file.ts';
import { compare, type Comparison } from './compare.ts';

/** As many households as the largest community that the product is made for. */
const households = 12_640;

const makeRegister = (): string => {
  const rows = Array.from({ length: households }, (_, i) => {
    const [building, unit, floor, door] = [1 + Math.floor(i / 120), 1 + (Math.floor(i / 40) % 3), 1 + (Math.floor(i / 2) % 20), 1 + (i % 2)];
    const area = `${60 + (i % 80)}.${10 + (i % 90)}`;
    return `${i + 1},春晖苑,${building}栋,${unit},${floor}0${door},${area},业主${i},139${String(10_000_000 + i)},群众`;
  });
  return ['序号,小区,楼栋,单元,房号,建筑面积,业主姓名,联系电话,政治面貌', ...rows].join('\r\n');
};

/** The dry run of a register, from bytes to what would be imported and refused, beside reading the same CSV into cells. */
export const benchRegister = async (): Promise<Comparison[]> => {
  const bytes = Buffer.from(makeRegister());
  const rate = async (run: () => unknown): Promise<number> => {
    const begin = performance.now();
    await run();
    return households / ((performance.now() - begin) / 1000);
  };
  const dryRun = async () => {
    const draft = await draftFile(bytes, 'register.csv');
    if (!draft.ok || draft.value.draft.summary.dwellings !== households) throw new Error('the register was not read whole');
  };
  return [
    await compare(
      { name: 'register', against: 'csv-parse alone', unit: 'rows of a dry run' },
      () => rate(dryRun),
      () => rate(() => parse(bytes)),
    ),
  ];
};
