import iconv from 'iconv-lite';

/**
 * A register as a property manager sends it: GBK, a title and a note above the headings, the areas under a heading that
 * nobody could recognise. Two dwellings of a new building, and four rows that must be refused.
 */
export const messyRegister = {
  name: '枫林湾小区物业台账.csv',
  areaHeading: 'S值',
  added: 2,
  rejected: [
    ['area-missing', '没有写建筑面积'],
    ['area-invalid', '面积必须是大于 0 的数'],
    ['phone-invalid', '电话号码不对'],
    ['duplicate-dwelling', '前面已经登记过'],
  ],
  bytes: (): Buffer =>
    iconv.encode(
      [
        '枫林湾小区物业台账,,,,,',
        '填表日期:2026年11月20日,,,,,',
        '楼栋,单元,房号,S值,业主姓名,联系电话',
        '6栋,1单元,101,89.50,贺新民,19900000001',
        '6栋,1单元,102,９６．３３,甘小雨,199-0000-0002',
        '6栋,1单元,201,,简文,19900000003',
        '6栋,1单元,202,约九十,简武,19900000004',
        '6栋,1单元,301,89.50,成方,1990000',
        '6栋,1单元,101,89.50,贺新民,19900000001',
        '合计,,,,,',
      ].join('\r\n'),
      'gbk',
    ),
} as const;
