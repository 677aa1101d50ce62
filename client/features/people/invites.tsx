import { createSignal, For, Show } from 'solid-js'
import type { Invite } from '../../../shared/api/community.ts'
import { formatWhen } from '../../../shared/text/figures.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { submitting } from '../../lib/submit.ts'
import { people } from '../../locales/en/people.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { CopyButton } from './copy.tsx'
import { InviteForm } from './invite-form.tsx'
import { inviteState } from './invite-state.ts'
import { InviteTree } from './invite-tree.tsx'
import { Line, Lines } from './line.tsx'
import style from './people.module.css'

const t = texts(people)

/** The ways in that were given away, newest first, and a form for another. */
export function Invites() {
  const list = listed<Invite>(() => '/api/community/v1/admin/invites')
  return (
    <div class="stack">
      <p>{t('invitesLede')}</p>
      <div class={style.make}>
        <InviteForm onMade={(invite) => list.change((items) => [invite, ...items])} />
      </div>
      <Lines from={list} empty={t('invitesEmpty')} emptyText={t('invitesEmptyText')}>
        <For each={list.items()}>{(invite) => <InviteLine invite={invite} list={list} />}</For>
      </Lines>
      <InviteTree />
    </div>
  )
}

function InviteLine(props: { invite: Invite; list: Listed<Invite> }) {
  const state = () => inviteState(props.invite, Date.now())
  return (
    <Line
      below
      first={t('state')[state()]}
      acts={
        <Show when={state() === 'open'}>
          <CopyButton text={props.invite.url} />
          <Withdraw invite={props.invite} list={props.list} />
        </Show>
      }
    >
      <Show when={props.invite.comment}>
        {(comment) => (
          <p class={style.name} dir="auto">
            {comment()}
          </p>
        )}
      </Show>
      <p class="hint">
        {t('usesOf', props.invite.uses, props.invite.max_uses)},{' '}
        <Show when={props.invite.expires_at}>
          {(at) => (
            <>
              {t('until')} {formatWhen(at())},{' '}
            </>
          )}
        </Show>
        {t('byWhom', props.invite.created_by)}
      </p>
      <Show when={state() === 'open'}>
        <code class={style.link}>{props.invite.url}</code>
      </Show>
    </Line>
  )
}

function Withdraw(props: { invite: Invite; list: Listed<Invite> }) {
  const [asking, setAsking] = createSignal(false)
  const withdraw = submitting(async () => {
    const gone = await send<Invite>('DELETE', `/api/community/v1/admin/invites/${props.invite.id}`)
    setAsking(false)
    props.list.change((items) => items.map((other) => (other.id === gone.id ? gone : other)))
    toast(t('withdrawn'))
  })
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      <ConfirmDialog
        open={asking()}
        title={t('withdrawTitle')}
        yes={t('withdraw')}
        no={t('withdrawNo')}
        busy={withdraw.busy()}
        onYes={() => withdraw.run()}
        onClose={() => setAsking(false)}
      >
        <p>{t('withdrawText')}</p>
        <Failed error={withdraw.error()} what={t('notDone')} />
      </ConfirmDialog>
    </>
  )
}
