/** `law`: in the statute; `practice`: common in local templates; `ours`: a default of this product. */
export type Mark = 'law' | 'practice' | 'ours';

/** What a number rests on, as a sentence part that a screen or a printed notice can show. */
export interface Basis {
  readonly mark: Mark;
  readonly zh: string;
  readonly en: string;
}

const law = (zh: string, en: string): Basis => ({ mark: 'law', zh, en });

export const bases = {
  partyMeeting: law(
    '《中国共产党支部工作条例（试行）》第十一条',
    'Regulations on the Work of Party Branches (trial), art. 11',
  ),
  branchCommittee: law(
    '《中国共产党支部工作条例（试行）》第十二条',
    'Regulations on the Work of Party Branches (trial), art. 12',
  ),
  secretElection: law('《居民委员会组织法》（2025 年修订）第十九条', 'Residents’ Committees Law (2025), art. 19'),
  residentsNotice: law('《居民委员会组织法》（2025 年修订）第二十六条', 'Residents’ Committees Law (2025), art. 26'),
  residentsAssembly: law(
    '《居民委员会组织法》（2025 年修订）第二十六、二十七条',
    'Residents’ Committees Law (2025), arts 26–27',
  ),
  representatives: law(
    '《居民委员会组织法》（2025 年修订）第二十八、二十九条',
    'Residents’ Committees Law (2025), arts 28–29',
  ),
  disclosure: law(
    '《居民委员会组织法》（2025 年修订）第三十四、三十五条',
    'Residents’ Committees Law (2025), arts 34–35',
  ),
  customary: { mark: 'practice', zh: '各地四议两公开工作法通行做法', en: 'Common local practice of the method' },
  ours: { mark: 'ours', zh: '本社区议事规则', en: 'Rules of procedure of this community' },
} as const satisfies Record<string, Basis>;
