import type { NoticeCategory } from './vocabulary.ts';

export interface NoticeTemplateText {
  /** What the template is called where it is chosen. */
  readonly name: string;
  /** Title and body hold {placeholders}, named in the same language; every one of `fields` occurs. */
  readonly title: string;
  readonly body: string;
  readonly fields: readonly string[];
  /** The one of them that is a time: picked as beginning and end, and written out by `sayPeriod`. */
  readonly timeField: string;
}

/** A notice that is written often: a text to fill in, and what goes with it. */
export interface NoticeTemplate {
  readonly id: string;
  readonly category: NoticeCategory;
  readonly needsAck: boolean;
  readonly zh: NoticeTemplateText;
  readonly en: NoticeTemplateText;
}

/** 停水、停电、消防、防汛、活动 */
export const noticeTemplates: readonly NoticeTemplate[] = [
  {
    id: 'water-off',
    category: 'utilities',
    needsAck: true,
    zh: {
      name: '停水',
      title: '{地点}停水通知：{时间}',
      body: '各位邻居：\n\n因{原因}，{地点}将于{时间}停水，给您带来不便，敬请谅解。\n\n请您：\n一、提前储好饮用和冲厕用水；\n二、停水期间关好水龙头，出门前再检查一遍，防止来水后漫水；\n三、恢复供水后水可能发浑，放一会儿再用。\n\n提前或推迟来水，会在群里通知。家中有老人、病人需要帮忙储水的，请联系{联系人}。',
      fields: ['时间', '地点', '原因', '联系人'],
      timeField: '时间',
    },
    en: {
      name: 'Water off',
      title: 'Water off at {place}, {time}',
      body: 'Dear neighbours,\n\nbecause of {reason}, there will be no water at {place} from {time}.\n\nPlease store water beforehand and shut the taps, also before you go out. Let the water run for a while once it is back.\n\nIf someone old or ill at home needs help with this, please turn to {contact}.',
      fields: ['time', 'place', 'reason', 'contact'],
      timeField: 'time',
    },
  },
  {
    id: 'power-off',
    category: 'utilities',
    needsAck: true,
    zh: {
      name: '停电',
      title: '{地点}停电通知：{时间}',
      body: '各位邻居：\n\n因{原因}，{地点}将于{时间}停电，电梯、水泵和门禁可能同时停用，给您带来不便，敬请谅解。\n\n请您：\n一、提前给手机和应急灯充好电，备一点水；\n二、停电前后不乘电梯，以防被困；\n三、拔下电器插头，不用蜡烛等明火照明；\n四、冰箱少开门，食物以来电后检查为准。\n\n家中有人使用吸氧机等用电设备，或行动不便需要下楼的，请提前联系{联系人}。',
      fields: ['时间', '地点', '原因', '联系人'],
      timeField: '时间',
    },
    en: {
      name: 'Power off',
      title: 'Power off at {place}, {time}',
      body: 'Dear neighbours,\n\nbecause of {reason}, there will be no power at {place} from {time}. The lifts will stand still.\n\nPlease charge phones and lamps beforehand and unplug devices. Do not take the lift shortly before or after, and do not use open flames for light.\n\nIf someone at home depends on powered medical devices, please turn to {contact} beforehand.',
      fields: ['time', 'place', 'reason', 'contact'],
      timeField: 'time',
    },
  },
  {
    id: 'fire-safety',
    category: 'safety',
    needsAck: true,
    zh: {
      name: '消防',
      title: '{地点}消防安全提醒',
      body: '各位邻居：\n\n社区将于{时间}检查{地点}的消防安全。请大家先自查，并做到：\n一、楼道、门厅、安全出口不停放电动车，不堆放杂物；\n二、电动车和电池不上楼、不进户充电；\n三、做饭不离人，离家前关火、关气、断电；\n四、不占用消防车通道，不遮挡消火栓。\n\n发现火情请先撤离，拨打 119，并告知{联系人}。杂物一时搬不动的，也请找{联系人}帮忙。',
      fields: ['时间', '地点', '联系人'],
      timeField: '时间',
    },
    en: {
      name: 'Fire safety',
      title: 'Fire safety at {place}',
      body: 'Dear neighbours,\n\non {time} the fire safety of {place} will be checked.\n\nPlease\n1. keep stairs, halls and exits free of e-bikes and of other things;\n2. never bring e-bikes or their batteries upstairs or charge them at home;\n3. turn off stove, gas and power before you leave;\n4. keep the fire lane and the hydrants clear.\n\nIn case of fire call 119, and tell {contact}.',
      fields: ['time', 'place', 'contact'],
      timeField: 'time',
    },
  },
  {
    id: 'flood',
    category: 'urgent',
    needsAck: true,
    zh: {
      name: '防汛',
      title: '{地点}防汛紧急提醒',
      body: '各位邻居：\n\n气象部门预报，{时间}有强降雨，{地点}可能积水。\n\n请立即：\n一、把地下车库和低洼处的车辆移到高处；\n二、收好阳台、窗台上的物品，关好门窗；\n三、不去地下空间和积水路段，远离电线杆和配电箱；\n四、住在一楼和地下室的邻居，备好证件、药品和手机充电器，接到通知就转移到{安置点}。\n\n需要帮助请联系{联系人}，遇险请拨打 119 或 110。',
      fields: ['时间', '地点', '安置点', '联系人'],
      timeField: '时间',
    },
    en: {
      name: 'Flood',
      title: 'Flood warning for {place}',
      body: 'Dear neighbours,\n\nheavy rain is forecast for {time}; {place} may be flooded.\n\nPlease at once\n1. move cars out of underground garages and low places;\n2. take in what stands on balconies and sills, shut doors and windows;\n3. stay away from underground rooms, flooded roads, power poles and switch boxes;\n4. if you live on the ground floor or below, pack what you need; when told to leave, go to {shelter}.\n\nFor help turn to {contact}; in danger call 119 or 110.',
      fields: ['time', 'place', 'shelter', 'contact'],
      timeField: 'time',
    },
  },
  {
    id: 'activity',
    category: 'activity',
    needsAck: false,
    zh: {
      name: '活动',
      title: '邀您参加：{活动名称}',
      body: '各位邻居：\n\n{时间}，我们在{地点}举办“{活动名称}”，欢迎大家参加。\n\n{内容}\n\n报名和咨询请找{联系人}。行动不便的老人和小朋友，请由家人陪同。',
      fields: ['活动名称', '时间', '地点', '内容', '联系人'],
      timeField: '时间',
    },
    en: {
      name: 'Activity',
      title: 'You are invited: {activity}',
      body: 'Dear neighbours,\n\n{activity} takes place on {time} at {place}. Everybody is welcome.\n\n{content}\n\nTo join or to ask, turn to {contact}. Children and the elderly please come with family.',
      fields: ['activity', 'time', 'place', 'content', 'contact'],
      timeField: 'time',
    },
  },
];

/** Puts values into the places that are named; places without a value stay, so that nobody publishes one unseen. */
export const fillTemplate = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{([^{}]+)\}/g, (place, name: string) => {
    const value: unknown = values[name];
    return typeof value === 'string' && value.trim() !== '' ? value : place;
  });

/** Names of the places that are still to be filled in, each once, in the order of the text. */
export const openPlaces = (text: string): string[] => [
  ...new Set((text.match(/\{[^{}]+\}/g) ?? []).map((place) => place.slice(1, -1))),
];
