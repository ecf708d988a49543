import type { FieldName } from './fields.ts';
import type { Cell } from './sheet.ts';
import { readText } from './read-text.ts';

/** Whole headings, the best first: where two columns claim a field, the one named earlier here wins. */
const exactly: Readonly<Record<FieldName, readonly string[]>> = {
  serial: ['序号', '编号', '序', 'no', 'number'],
  compound: ['小区', '小区名称', '所属小区', '园区', '楼盘', '院落', '物业区域', 'compound'],
  building: ['楼栋', '楼栋号', '栋号', '楼号', '幢号', '楼幢', '楼座', '栋', '幢', '座', '楼', '号楼', 'building'],
  unit: ['单元', '单元号', '门洞', '门栋', '梯', 'unit'],
  room: [
    '房号',
    '房间号',
    '室号',
    '门牌号',
    '门牌',
    '户号',
    '房屋号',
    '房屋编号',
    '门号',
    '房间',
    '室',
    '户室',
    'room',
  ],
  address: ['房屋地址', '房屋坐落', '坐落', '房产地址', '房屋位置', '地址', '住址', '详细地址', '房屋', 'address'],
  area: ['专有面积', '专有部分面积', '建筑面积', '产权面积', '房屋面积', '建面', '面积', '套内面积', 'area'],
  owner: ['业主姓名', '业主', '产权人', '产权人姓名', '房主', '购房人', '买受人', '权利人', '户主', '姓名', 'owner'],
  phone: ['联系电话', '业主电话', '手机', '手机号', '手机号码', '电话', '电话号码', '联系方式', '业主手机', 'phone'],
  coOwners: ['共有人', '共有人姓名', '产权共有人', '共同共有人', 'coowners'],
  occupancy: ['居住状态', '居住情况', '使用情况', '使用状态', '房屋状态', '入住情况', '状态', 'occupancy'],
  tenant: ['租户', '租户姓名', '承租人', '承租人姓名', '租客', '租客姓名', '租住人', 'tenant'],
  tenantPhone: ['租户电话', '承租人电话', '租客电话', '租户手机', '租户联系电话', 'tenantphone'],
  politics: ['政治面貌', '是否党员', '党员', '政治身份', 'politics'],
  remark: ['备注', '说明', '附注', 'remark', 'remarks'],
  people: ['家庭人口', '人口', '人口数', '家庭人数', '居住人数', '常住人口', '人数', 'people'],
};

/** Parts of headings, the more telling first. */
const within: readonly (readonly [FieldName, RegExp])[] = [
  ['tenantPhone', /(?:租户|承租|租客|租住).*(?:电话|手机|联系)/],
  ['tenant', /租户|承租人|租客|租住人/],
  ['coOwners', /共有权?人|共同产权/],
  ['phone', /电话|手机|联系方式/],
  ['area', /面积/],
  ['politics', /政治|党员/],
  ['people', /人口|人数/],
  ['occupancy', /(?:居住|使用|入住|房屋)(?:情况|状态|状况)/],
  ['remark', /备注/],
  ['owner', /业主|产权人|房主|购房人|买受人|权利人|姓名/],
  ['address', /地址|坐落|住址/],
  ['room', /房号|室号|房间|门牌|房屋编号/],
  ['unit', /单元/],
  ['building', /楼栋|栋号|楼号|幢/],
  ['compound', /小区|园区|楼盘/],
  ['serial', /序号/],
];

/** Headings that hold a field's word and mean something else. */
const otherThings = /身份证|证件|证号|编码|日期|时间|银行|账号|车位|车牌|类型|类别|性质|单价|金额|费|率|签名|签字/;
const otherPersonsPhone = /共有.*(?:电话|手机|联系)/;

/** A heading without spaces, brackets, marks and units: `*建筑面积 (㎡)` → 建筑面积. */
export const bareHeading = (cell: Cell | undefined): string =>
  readText(cell)
    .toLowerCase()
    .replace(/[([【〔{][^)\]】〕}]*[)\]】〕}]?/g, '')
    .replace(/[\s*:：、,，.。_\-/\\|"'“”]/g, '')
    .replace(/(?:m2|平方米|平米)$/, '')
    .replace(/(.)\d$/, '$1');

/** The places of one address, named together: 楼栋-单元-房号. */
const severalPlaces = (text: string): boolean =>
  [/栋|幢|楼号|号楼|座/, /单元/, /房|室|户/].filter((part) => part.test(text)).length >= 2 &&
  !/[业住]户|房屋面积/.test(text);

const genericName = /^(?:姓名|名字|名称)$/;
const genericPhone = /^(?:电话|手机|手机号码?|联系电话|联系方式|电话号码)$/;

export interface Meaning {
  readonly field: FieldName;
  /** 100 and less by rank for a whole heading, 50 for a part of one. */
  readonly weight: number;
}

/**
 * What a heading means, or null. `group` is the heading that spans the columns above it (业主信息 over 姓名 and 电话).
 */
export const meaningOf = (cell: Cell | undefined, group: Cell | undefined = null): Meaning | null => {
  const text = bareHeading(cell);
  if (text === '' || text.length > 20 || otherThings.test(text) || otherPersonsPhone.test(text)) return null;
  const over = bareHeading(group);
  const isName = genericName.test(text);
  if (over !== '' && (isName || genericPhone.test(text))) {
    if (/租户|承租|租客|租住/.test(over)) return { field: isName ? 'tenant' : 'tenantPhone', weight: 100 };
    if (/共有/.test(over)) return isName ? { field: 'coOwners', weight: 100 } : null;
    if (/业主|产权/.test(over)) return { field: isName ? 'owner' : 'phone', weight: 100 };
  }
  for (const [field, words] of Object.entries(exactly) as [FieldName, readonly string[]][]) {
    const rank = words.indexOf(text);
    if (rank >= 0) return { field, weight: 100 - rank };
  }
  if (/\d/.test(text)) return null;
  if (severalPlaces(readText(cell))) return { field: 'address', weight: 90 };
  for (const [field, pattern] of within) if (pattern.test(text)) return { field, weight: 50 };
  return null;
};

export const isPhoneHeading = (cell: Cell | undefined): boolean => genericPhone.test(bareHeading(cell));
