/** The two-character family names in common use; everything else is taken as a family name of one character. */
const compoundSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 ' +
    '仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 ' +
    '段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 梁丘 左丘 东门 西门 第五'
  ).split(' '),
);

/** 张三 → 张*, 欧阳梅 → 欧阳*, Ann Lee → A*. One star whatever the length. */
export const maskName = (name: string): string => {
  const characters = Array.from(name.trim());
  const two = characters.slice(0, 2).join('');
  const shown = characters.length > 2 && compoundSurnames.has(two) ? two : (characters[0] ?? '');
  return `${shown}*`;
};

/** 3-2-101 → 3-2-***, 3栋2单元101室 → 3栋2单元***: the last number with all behind it. No number: everything. */
export const maskDwelling = (label: string): string => {
  const match = /^(.*?)[0-9A-Za-z０-９]+[^0-9０-９]*$/.exec(label.trim());
  return `${match?.[1] ?? ''}***`;
};

/** How neighbours name a person: '王工 3-2-101', or the name alone where no dwelling is known. */
export const composeLabel = (name: string, dwelling: string | null): string =>
  dwelling === null || dwelling === '' ? name : `${name} ${dwelling}`;

/** The same person on a page that anybody can read: '王* 3-2-***'. */
export const composePublicLabel = (name: string, dwelling: string | null): string =>
  composeLabel(maskName(name), dwelling === null || dwelling === '' ? null : maskDwelling(dwelling));

/** Mobile numbers inside what people wrote, also in groups: 13812345678, 138 1234 5678, 138-1234-5678 → 138****5678. */
export const maskPhones = (text: string): string =>
  text.replace(/(^|\D)(1[3-9]\d)[ \u00a0\u3000-]?\d{4}[ \u00a0\u3000-]?(\d{4})(?!\d)/g, '$1$2****$3');
