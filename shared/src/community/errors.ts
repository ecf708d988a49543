import type { ErrorTable } from '../kernel/refusal.ts';

export const communityErrors = {
  'area-kind-misplaced': { status: 422, zh: '这一级区域不能放在所选的上级之下。', en: 'An area of this kind cannot lie under the chosen parent.' },
  'area-loop': { status: 422, zh: '一个区域不能放到自己的下级里。', en: 'An area cannot be moved under itself.' },
  'outside-your-area': { status: 403, zh: '这不在您负责的楼栋范围内。', en: 'This lies outside the area you are responsible for.' },
  'tenure-ended': { status: 409, zh: '这条居住关系已经结束。', en: 'This tenure has already ended.' },
  'owner-exists': { status: 409, zh: '这套房屋已有登记业主，请先登记其搬离或过户。', en: 'This dwelling already has a registered owner.' },
  'claim-pending': { status: 409, zh: '您对这套房屋的申请还在核实中。', en: 'Your claim for this dwelling is still being checked.' },
  'already-bound': { status: 409, zh: '您已经绑定在这套房屋上了。', en: 'You already belong to this dwelling.' },
  'claim-decided': { status: 409, zh: '这份申请已经处理过了。', en: 'This claim has already been decided.' },
  'reason-needed': { status: 422, zh: '请写明理由。', en: 'Please give a reason.' },
  'own-claim': { status: 403, zh: '不能核实自己的申请。', en: 'You cannot decide your own claim.' },
  'duty-area-unfit': { status: 422, zh: '楼栋长只能负责楼栋或单元，网格员只能负责小区、网格或其中的楼栋。', en: 'A building leader answers for a building or unit, a grid worker for a compound, a grid or part of it.' },
  'term-invalid': { status: 422, zh: '任期的结束日必须在开始日之后。', en: 'A term must end after it begins.' },
  'already-in-body': { status: 409, zh: '这位居民在这段任期内已是成员。', en: 'This person is already a member during that term.' },
  'supervisor-conflict': { status: 422, zh: '居务监督委员会成员不能同时是居委会成员（居民委员会组织法）。', en: 'A supervisor cannot also sit on the residents’ committee.' },
  'body-derived': { status: 422, zh: '“两委”由支委会和居委会成员自动组成，不能单独任命。', en: 'The two committees are composed of both committees’ members.' },
  'not-a-representative': { status: 422, zh: '只有居民代表才有代表户数。', en: 'Only representatives speak for a number of households.' },
  'import-not-checked': { status: 409, zh: '请先试算，再写入名册。', en: 'Please run the check before importing.' },
  'import-ended': { status: 409, zh: '这次导入已经结束。', en: 'This import has already ended.' },
  'import-running': { status: 409, zh: '另一份名册正在导入，请稍候。', en: 'Another register is being imported, please wait.' },
  'mapping-incomplete': { status: 422, zh: '还有必需的列没有对应。', en: 'A required column is not mapped.' },
  'mapping-twice': { status: 422, zh: '同一列不能对应两个栏目。', en: 'One column cannot serve two fields.' },
  'file-unreadable': { status: 422, zh: '读不懂这个文件，请另存为 .xlsx 或 .csv 再试。', en: 'This file cannot be read; please save it as .xlsx or .csv.' },
  'headings-missing': { status: 422, zh: '没有找到表头，请指出表头在第几行。', en: 'No heading row was found; please point it out.' },
  'last-administrator': { status: 422, zh: '社区至少要有一位管理员。', en: 'A community needs at least one administrator.' },
} as const satisfies ErrorTable;

export type CommunityErrorCode = keyof typeof communityErrors;
