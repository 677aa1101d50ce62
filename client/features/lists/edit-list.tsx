import { useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import type { List } from '../../../shared/api/wire.ts'
import { queryClient } from '../../api/client.ts'
import { send } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import { dropFromLists } from '../../api/pages.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { lists } from '../../locales/en/lists.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Choice } from '../pauses/choice.tsx'
import { nameOf } from '../relations/act.ts'
import { PeopleFeed } from '../relations/people-feed.tsx'
import { Failed } from '../shell/failed.tsx'
import { place } from './lists.ts'

const t = texts(lists)

const REPLIES: readonly { value: List['replies_policy']; text: string }[] = [
  { value: 'list', text: t('repliesList') },
  { value: 'followed', text: t('repliesFollowed') },
  { value: 'none', text: t('repliesNone') },
]

/** What a list is called and shows, and who is in it. */
export function EditList(props: { list: List }) {
  return (
    <>
      <About list={props.list} />
      <h2>{t('people')}</h2>
      <People listId={props.list.id} />
      <Remove listId={props.list.id} />
    </>
  )
}

function About(props: { list: List }) {
  const [title, setTitle] = createSignal(props.list.title)
  const [replies, setReplies] = createSignal(props.list.replies_policy)
  const [exclusive, setExclusive] = createSignal(props.list.exclusive)
  const saving = submitting(async () => {
    const form = { title: title(), replies_policy: replies(), exclusive: exclusive() }
    await send<List>('PUT', `/api/v1/lists/${props.list.id}`, form)
    queryClient().removeQueries({ queryKey: keys.home })
    toast(t('saved'))
  })
  return (
    <Form label={t('edit')} onSubmit={saving.run}>
      <TextField
        label={t('name')}
        value={title()}
        onInput={setTitle}
        error={fieldReason(saving.error(), 'title')}
        autocomplete="off"
        dir="auto"
      />
      <Choice label={t('replies')} options={REPLIES} value={replies()} onChoose={setReplies} />
      <Tick checked={exclusive()} onChange={setExclusive} hint={t('exclusiveHint')}>
        {t('exclusive')}
      </Tick>
      <Failed error={saving.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" kind="main" busy={saving.busy()}>
          {t('save')}
        </Button>
      </p>
    </Form>
  )
}

function People(props: { listId: string }) {
  const name = () => keys.peopleIn(props.listId)
  const takeOut = async (accountId: string) => {
    if (!(await place(props.listId, accountId, false))) return
    dropFromLists((id) => id === accountId, { queryKey: name() })
    toast(t('takenOut', nameOf(accountId)))
    document.querySelector<HTMLElement>('h1')?.focus()
  }
  return (
    <PeopleFeed
      name={name()}
      path={`/api/v1/lists/${props.listId}/accounts`}
      label={t('people')}
      empty={
        <Empty title={t('noPeople')}>
          <p>{t('noPeopleText')}</p>
        </Empty>
      }
      act={(id) => (
        <Button aria-label={t('takeOutName', nameOf(id))} onClick={() => takeOut(id)}>
          {t('takeOut')}
        </Button>
      )}
    />
  )
}

function Remove(props: { listId: string }) {
  const navigate = useNavigate()
  const [open, setOpen] = createSignal(false)
  const removing = submitting(async () => {
    await send('DELETE', `/api/v1/lists/${props.listId}`)
    queryClient().removeQueries({ queryKey: keys.home })
    toast(t('removed'))
    navigate('/lists')
  })
  return (
    <>
      <p>
        <Button kind="danger" onClick={() => setOpen(true)}>
          {t('remove')}
        </Button>
      </p>
      <ConfirmDialog
        open={open()}
        title={t('removeTitle')}
        yes={t('removeYes')}
        no={t('removeNo')}
        busy={removing.busy()}
        onYes={() => removing.run()}
        onClose={() => setOpen(false)}
      >
        <p>{t('removeText')}</p>
        <Failed error={removing.error()} what={t('notDone')} />
      </ConfirmDialog>
    </>
  )
}
