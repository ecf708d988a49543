import type { Director } from '../director.ts';
import { draftMatter, pick, plainWords } from '../propose-matter.ts';

/** 共享图书角: still a draft of its author. */
export const playBookshelf = async (d: Director): Promise<void> => {
  const branch = d.cast.seats('branch-committee');
  const author = branch.find((id) => d.cast.visitors.has(id)) ?? pick(branch, 0);
  await d.until(Math.min(d.ago(1, 16), d.present));
  await draftMatter(d, author, {
    ...plainWords,
    title: '小区共享图书角',
    summary: '把党群服务中心一楼东侧改成图书角，邻居捐书，志愿者轮流值班。',
    text: '场地现成，书架两组约 3,600 元。还要问清楚：谁来值班、晚上几点关门。',
    budgetFen: 360_000,
  });
  await d.until(d.present);
};
