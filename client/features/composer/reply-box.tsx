import { Show } from 'solid-js'
import { accountOf, type StatusEntity } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { session } from '../../session/session.ts'
import { BackAndForth } from '../pauses/hint.tsx'
import { nameOf } from '../relations/act.ts'
import style from './composer.module.css'
import { Composer } from './composer.tsx'
import { startOfReply } from './start.ts'
import { boundsOf } from './visibility.ts'

const t = texts(composer)

/** Whether it is a private talk with the team: with one who runs the place, or of one of them with who wrote to them. */
function isWithTeam({ visibility, account_id: writer, mentions }: StatusEntity): boolean {
  if (visibility !== 'direct') return false
  const isToMe = mentions.some(({ id }) => id === session()?.account?.id)
  return (accountOf(writer)?.roles ?? []).length > 0 || (isToMe && session()?.may.reports === true)
}

/** The box to reply in, under the post it replies to. */
export function ReplyBox(props: { status: StatusEntity; onClose: () => void }) {
  return (
    <Show when={session()?.account}>
      {(account) => {
        const author = accountOf(props.status.account_id)
        const name = nameOf(props.status.account_id)
        const answered = { ...props.status, account: { id: props.status.account_id, acct: author?.acct ?? '' } }
        return (
          <div class={style.reply}>
            <Composer
              accountId={account().id}
              context={`reply:${props.status.id}`}
              start={startOfReply(account(), answered)}
              bounds={boundsOf(props.status)}
              inReplyTo={props.status.id}
              toStaff={isWithTeam(props.status)}
              label={t('replyTo', name)}
              textLabel={t('replyText', name)}
              focus
              hint={<BackAndForth status={props.status} onWait={() => props.onClose()} />}
              onClose={() => props.onClose()}
              onPosted={() => props.onClose()}
            />
          </div>
        )
      }}
    </Show>
  )
}
