import { useState } from 'react';
import '@/i18n/every-text';
import { localError } from '@/platform/api-error';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Checkbox, Switch } from '@/ui/checks';
import { DataTable } from '@/ui/data-table';
import { DateTimeField } from '@/ui/date-time-field';
import { EmptyState } from '@/ui/empty-state';
import { ErrorNote, ErrorState } from '@/ui/error-state';
import { FootButtons } from '@/ui/foot-buttons';
import { Ladder } from '@/ui/ladder';
import { List, Row } from '@/ui/list';
import { Moment } from '@/ui/moment';
import { Money } from '@/ui/money';
import { Notice } from '@/ui/notice';
import { confirm } from '@/ui/overlay-store';
import { Page } from '@/ui/page';
import { QrCode } from '@/ui/qr-code';
import { QuickActions } from '@/ui/quick-actions';
import { RadioCards } from '@/ui/radio-cards';
import { Seal } from '@/ui/seal';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Skeleton } from '@/ui/skeleton';
import { Steps } from '@/ui/steps';
import { Tabs } from '@/ui/tabs';
import { Tag } from '@/ui/tag';
import { TextArea, TextField } from '@/ui/text-field';
import { ThresholdBar } from '@/ui/threshold-bar';
import { Upload } from '@/ui/upload';

const nothing = () => undefined;
const tonight = Date.parse('2026-11-21T20:00:00+08:00');

const Matter = () => (
  <Card>
    <Ladder
      label="四议两公开"
      rungs={[
        { id: '1', title: '支部提议', state: 'done', seal: '通过', summary: '应到 7 · 实到 7 · 同意 7', record: <p>纪要</p> },
        { id: '2', title: '两委商议', state: 'failed', summary: '应到 11 · 实到 10 · 同意 4' },
        {
          id: '3',
          title: '党员大会审议',
          state: 'done',
          seal: '通过',
          summary: '应到 86 · 实到 71 · 同意 66',
          body: <ThresholdBar name="同意" count={66} of={86} required={[1, 2]} rule="同意须超过应到一半" reached />,
        },
        {
          id: '4',
          title: '居民代表会议决议',
          state: 'now',
          summary: '应到 60 · 实到 44 · 今晚 20:00 截止',
          body: <ThresholdBar name="到会" count={44} of={60} required={[2, 3]} rule="到会须 ≥2/3" reached />,
        },
        { id: '5', title: '决议公开', state: 'next', summary: '公示不少于 15 天，异议 3 天内答复' },
        { id: '6', title: '实施结果公开', state: 'next', summary: '账目、照片、居民评价' },
      ]}
    />
  </Card>
);

const Form = () => {
  const [choice, setChoice] = useState<string | null>('yes');
  const [on, setOn] = useState(true);
  const [when, setWhen] = useState<number | null>(tonight);
  return (
    <>
      <Steps steps={['上传', '对应列', '试算', '写入']} current={1} />
      <Tabs label="列表" tabs={[{ value: 'a', text: '进行中' }, { value: 'b', text: '公示中' }, { value: 'c', text: '已办结' }]} value="a" onChange={nothing} />
      <Card>
        <TextField label="事项名称" value="" placeholder="例如：3 栋 2 单元加装电梯" onChange={nothing} required />
        <TextField label="预算（元）" value="92万" kind="decimal" onChange={nothing} error="请填写数字，最多两位小数" />
        <TextArea label="内容" value="引入第三方建设智能换热站" onChange={nothing} maxLength={2000} required={false} />
        <Select label="类型" value={null} onChange={nothing} choices={[{ value: 'x', text: '公益事业' }]} />
        <DateTimeField label="开会时间" value={when} onChange={setWhen} hint="须提前 10 天通知" />
        <Checkbox label="一肩挑：与两委商议合并召开" detail="两次表决、两份记录" value={on} onChange={setOn} />
        <Switch label="不记名表决" value={!on} onChange={(v) => setOn(!v)} />
        <Upload communityId="c" label="附件" files={[{ id: '1', name: '方案第 2 版.pdf', type: 'application/pdf', size: 1_530_000 }]} onChange={nothing} />
      </Card>
      <RadioCards
        label="您的表决意见"
        value={choice}
        onChange={setChoice}
        options={[{ value: 'yes', text: '同意' }, { value: 'no', text: '反对', note: '可写理由' }, { value: 'abstain', text: '弃权', note: '计入到会' }]}
      />
      <ErrorNote error={localError('network-lost')} />
      <Button busy>提交</Button>
      <div className="bd-gap" />
      <Button disabled>不能提交</Button>
      <div className="bd-gap" />
      <Button kind="danger" onPress={() => void confirm({ title: '撤回这个事项？', text: '已有的表决全部作废，居民会看到撤回的理由。', danger: true, confirmText: '撤回' })}>
        撤回事项
      </Button>
    </>
  );
};

const Pieces = () => (
  <>
    <Card onPress={nothing}>
      <Tag tone="brick">表决 · 今晚 20:00 截止</Tag>
      <div className="bd-card-title">3 栋 2 单元加装电梯</div>
      <div className="bd-muted">居民代表会议决议 · 您是居民代表</div>
    </Card>
    <Card>
      <Tag tone="amber">众筹</Tag>
      <Tag tone="bamboo">议题</Tag>
      <Tag>公告</Tag>
      <div className="bd-card-title">暖气改造 · 决议公开</div>
      <div className="bd-muted">公示第 6 天，共 15 天 · <Moment at={tonight} as="left" /></div>
      <Seal text="决议" place="corner" />
    </Card>
    <QuickActions actions={[{ icon: 'camera', text: '随手拍', onPress: nothing }, { icon: 'pen', text: '提议题', onPress: nothing }, { icon: 'coin', text: '众筹', onPress: nothing }, { icon: 'book', text: '账本', onPress: nothing }]} />
    <Notice tone="bamboo">票已计入，请保存回执码。</Notice>
    <Notice tone="amber">这里的表决是征询意见。</Notice>
    <List>
      <Row lead={<Avatar name="王" />} title="王工 3-2-101" detail="2026年5月起" onPress={nothing} />
      <Row title="收 · 认筹款 214 笔" value={<Money fen={2_340_000} signed />} />
      <Row title="付 · 沥青定金" detail="依据 决议 2026-017" value={<Money fen={-900_000} signed />} />
    </List>
    <DataTable
      label="名册"
      keyOf={(r) => r.room}
      rows={[{ room: '3-2-101', name: '王建国', area: '98.50' }, { room: '3-2-102', name: '赵敏', area: '120.00' }]}
      columns={[{ id: 'room', title: '房号', cell: (r) => r.room }, { id: 'name', title: '业主', cell: (r) => r.name }, { id: 'area', title: '面积（平方米）', cell: (r) => r.area, end: true }]}
    />
    <QrCode text="https://bandeng.example/public/d/abcdef" />
    <Skeleton cards={1} />
    <EmptyState title="还没有事项" hint="支委可以起草第一个事项。" action={{ text: '起草事项', onPress: nothing }} />
    <ErrorState error={localError('network-lost')} onRetry={nothing} />
  </>
);

const show = new URLSearchParams(location.search).get('show');

export const Gallery = () => {
  const [open, setOpen] = useState(show === 'sheet');
  return (
    <Page
      title={show === 'home' ? '枫林社区 · 3栋' : '香郡小区暖气改造'}
      {...(show === 'home' ? { tab: 'home' as const } : {})}
      wide={show === 'wide'}
      {...(show === 'aside' ? { aside: <Matter /> } : {})}
      footer={<FootButtons><Button kind="outline" onPress={nothing}>查看记录</Button><Button onPress={() => setOpen(true)}>参加表决</Button></FootButtons>}
    >
      <Section title="阶段" extra="第 2 版" />
      {show === 'form' ? <Form /> : show === 'pieces' || show === 'home' || show === 'wide' ? <Pieces /> : <Matter />}
      <Sheet open={open} title="您的表决意见" onClose={() => setOpen(false)} footer={<Button onPress={nothing}>确认同意</Button>}>
        <RadioCards label="表决" value="yes" onChange={nothing} options={[{ value: 'yes', text: '同意' }, { value: 'no', text: '反对', note: '可写理由' }]} />
        <div className="bd-muted">提交后生成回执码，截止前可改一次。</div>
      </Sheet>
    </Page>
  );
};
