import { useRouter } from '@tarojs/taro';
import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { DeskPage } from '@/desk/components/desk-page';
import { CorrectionEditor } from '@/desk/notices/correction-editor';
import { NoticeEditor } from '@/desk/notices/notice-editor';
import { emptyNotice, formOfNotice } from '@/desk/notices/notice-form';
import { noticeRoles } from '@/desk/notices/notice-roles';
import '@/desk/notices/notices.scss';
import { useT } from '@/i18n/use-t';
import { useQuery } from '@/platform/query';
import type { Membership } from '@/platform/session';
import { Await } from '@/ui/await';
import { Notice as Remark } from '@/ui/notice';

interface ExistingProps {
  readonly member: Membership;
  readonly noticeId: string;
  readonly correcting: boolean;
  readonly previewing: boolean;
}

const Existing = ({ member, noticeId, correcting, previewing }: ExistingProps) => {
  const t = useT();
  const { communityId } = member;
  const query = useQuery(bulletinApi.getNotice, { params: { communityId, noticeId } });
  return (
    <Await query={query}>
      {(notice) => {
        if (correcting && notice.allowed.includes('correct'))
          return <CorrectionEditor key={notice.version} member={member} notice={notice} refresh={query.refresh} />;
        if (!correcting && notice.allowed.includes('edit'))
          return (
            <NoticeEditor
              member={member}
              keptAs={`notice.${noticeId}`}
              initial={formOfNotice(notice)}
              notice={notice}
              apply={query.replace}
              previewing={previewing}
            />
          );
        return <Remark>{t(correcting ? 'notice.notCorrectable' : 'notice.notEditable')}</Remark>;
      }}
    </Await>
  );
};

export default function NoticeEditPage() {
  const t = useT();
  const { id, mode, preview } = useRouter().params;
  const how = id === undefined ? 'new' : mode === 'correct' ? 'correct' : 'draft';
  return (
    <DeskPage title={t(`notice.edit-${how}`)} wide={false} roles={noticeRoles}>
      {(member) =>
        id === undefined ? (
          <NoticeEditor member={member} keptAs="notice.new" initial={emptyNotice} notice={null} />
        ) : (
          <Existing member={member} noticeId={id} correcting={how === 'correct'} previewing={preview !== undefined} />
        )
      }
    </DeskPage>
  );
}
