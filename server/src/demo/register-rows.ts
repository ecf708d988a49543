/** A line of the demonstration register before it is written badly. */
export interface FixtureRow {
  building: string | number;
  unit: string | number;
  room: string | number;
  area: string | number;
  owner: string;
  phone: string;
  coOwner: string;
  occupancy: '自住' | '出租' | '空置';
  tenant: string;
  tenantPhone: string;
  politics: '群众' | '中共党员' | '共青团员' | '';
  remark: string;
}

/** What the dry run of the demonstration register must count; its rows are built to give these. */
export const fixtureTotals = {
  dwellings: 152,
  representatives: 12,
  buildingLeaders: 4,
  partyMembers: 20,
  developerDwellings: 4,
  rejected: 3,
} as const;

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const given =
  '安邦采晨承春达德东恩芳飞福光国海涵和红华慧佳建杰静君凯兰乐磊丽林玲龙梅敏明宁平琴青泉荣瑞山世淑松涛天文希霞翔晓欣秀雪雅岩燕阳怡英永勇玉远月云泽珍志忠';
const houses = [
  { building: 1, floors: 9 },
  { building: 2, floors: 9 },
  { building: 3, floors: 10 },
  { building: 5, floors: 10 },
];
const areas = [6980, 8950, 9633, 10872, 12705, 14360];

/** The same numbers on every machine (Lehmer's generator, modulus 2³¹−1); a demonstration needs no better chance. */
const makeDice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
};

const pick = (letters: string, index: number): string => [...letters][index % [...letters].length] ?? '';

/** Distinct invented people; their numbers begin with 199 and belong to nobody. */
const inventPerson = (index: number): { name: string; phone: string } => ({
  name: pick(surnames, index * 7) + pick(given, index * 13 + 5) + (index % 4 === 3 ? '' : pick(given, index * 29 + 11)),
  phone: `199${String((index * 7_919_191 + 20_260_111) % 100_000_000).padStart(8, '0')}`,
});

const centi = (area: number): string => `${Math.trunc(area / 100)}.${String(area % 100).padStart(2, '0')}`;
const fullWidth = (text: string): string =>
  text.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

const writeBuilding = (building: number, way: number): string | number =>
  [`${building}栋`, `${building}栋`, `${building}号楼`, `${building}#`, building][way] ?? building;
const writeArea = (area: number, way: number): string | number =>
  [area / 100, area / 100, `${centi(area)}㎡`, ` ${centi(area)} `, fullWidth(centi(area))][way] ?? area / 100;
const writePhone = (phone: string, way: number): string =>
  way === 0 ? `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}` : phone;

const unsold = new Set([17, 58, 99, 140]);
/** Buyers of two dwellings: the later index repeats the person of the earlier. */
const sameBuyer = new Map([
  [66, 20],
  [118, 44],
  [131, 71],
]);

const remarkOf = (index: number, opensBuilding: boolean): string => {
  if (opensBuilding) return '楼栋长';
  if (index % 12 === 5) return '居民代表';
  return index % 37 === 9 ? '高龄老人' : '';
};

/** The accepted dwellings, written in the ways that people write them. Nothing depends on clock or chance. */
export const registerRows = (): FixtureRow[] => {
  const dice = makeDice(2026);
  const rows: FixtureRow[] = [];
  for (const { building, floors } of houses) {
    for (let door = 0; door < floors * 4; door++) {
      const index = rows.length;
      const unit = Math.floor(door / (floors * 2)) + 1;
      const floor = Math.floor((door % (floors * 2)) / 2) + 1;
      const room = `${floor}0${(door % 2) + 1}`;
      const isUnsold = unsold.has(index);
      const buyer = sameBuyer.get(index) ?? index;
      const person = inventPerson(buyer);
      const isRented = !isUnsold && dice(6) === 0;
      const hasCoOwner = !isUnsold && dice(3) === 0;
      const member = buyer % 7 === 2 && buyer < 149;
      const tenant = inventPerson(index + 600);
      rows.push({
        building: writeBuilding(building, dice(5)),
        unit: dice(4) === 0 ? unit : `${unit}单元`,
        room: dice(12) === 0 ? room.padStart(4, '0') : room,
        area: writeArea(areas[dice(areas.length)] ?? 8950, dice(5)),
        owner: isUnsold ? '枫林置业有限公司(未售)' : person.name,
        phone: isUnsold ? '' : writePhone(person.phone, dice(9)),
        coOwner: hasCoOwner ? inventPerson(index + 300).name : '',
        occupancy: isUnsold ? '空置' : isRented ? '出租' : '自住',
        tenant: isRented ? tenant.name : '',
        tenantPhone: isRented ? tenant.phone : '',
        politics: isUnsold ? '' : member ? '中共党员' : buyer % 11 === 4 ? '共青团员' : '群众',
        remark: isUnsold ? '' : remarkOf(index, door === 0),
      });
    }
  }
  return rows;
};
