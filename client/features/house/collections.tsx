import { createSignal, For } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { AdminCollection } from '../../../shared/api/collections.ts'
import { send } from '../../api/http.ts'
import { keepAccounts } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { houseCollections } from '../../locales/en/collections.ts'
import { house } from '../../locales/en/house.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { PersonLine } from '../collections/person-line.tsx'
import { Line, Lines } from '../people/line.tsx'
import people from '../relations/request-list.module.css'
import { Failed } from '../shell/failed.tsx'
import { RemoveOne } from './remove-one.tsx'

const t = texts(houseCollections)
const h = texts(house)
const PATH = '/api/community/v1/admin/collections'

/** All collections with what people answered, and a form for one more. */
export function Collections() {
  const list = listed<AdminCollection>(() => PATH)
  return (
    <div class="stack">
      <p>{t('lede')}</p>
      <section class="stack" aria-labelledby="h-add">
        <h2 id="h-add">{t('add')}</h2>
        <AddForm onKept={(kept) => list.change((items) => [...items, kept])} />
      </section>
      <Lines from={list} empty={t('none')} emptyText={t('noneText')}>
        <For each={list.items()}>{(one) => <CollectionLine of={one} list={list} />}</For>
      </Lines>
    </div>
  )
}

function AddForm(props: { onKept: (kept: AdminCollection) => void }) {
  const [draft, setDraft] = createStore({ title: '', about: '' })
  const sending = submitting(async () => {
    const kept = await send<AdminCollection>('POST', PATH, { ...draft })
    setDraft({ title: '', about: '' })
    toast(t('added'))
    props.onKept(kept)
  })
  return (
    <Form label={t('add')} onSubmit={sending.run}>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        error={fieldReason(sending.error(), 'title')}
        value={draft.title}
        onInput={(title) => setDraft({ title })}
        dir="auto"
      />
      <TextArea
        label={t('about')}
        optional={h('optional')}
        error={fieldReason(sending.error(), 'about')}
        rows={2}
        value={draft.about}
        onInput={(about) => setDraft({ about })}
        dir="auto"
      />
      <Failed error={sending.error()} what={h('notDone')} />
      <p class="row">
        <Button type="submit" kind="main" busy={sending.busy()}>
          {t('addIt')}
        </Button>
      </p>
    </Form>
  )
}

interface LineProps {
  of: AdminCollection
  list: Listed<AdminCollection>
}

function CollectionLine(props: LineProps) {
  const keep = (kept: AdminCollection) =>
    props.list.change((items) => items.map((one) => (one.id === kept.id ? kept : one)))
  const shown = () => {
    keepAccounts(props.of.people.map(({ account }) => account))
    return props.of.people
  }
  const gone = () => {
    const { id } = props.of
    props.list.change((items) => items.filter((one) => one.id !== id))
    toast(t('deleted'))
  }
  return (
    <Line
      below
      first={props.of.title}
      acts={
        <RemoveOne path={`${PATH}/${props.of.id}`} name={props.of.title} title={t('deleteTitle')} onGone={gone}>
          {t('deleteText')}
        </RemoveOne>
      }
    >
      <p dir="auto">{props.of.about}</p>
      <ul class={people.list}>
        <For each={shown()}>
          {({ account, state }) => (
            <PersonLine
              id={account.id}
              hint={t('states')[state]}
              act={state === 'refused' ? <span /> : <TakeOut of={props.of} accountId={account.id} onKept={keep} />}
            />
          )}
        </For>
      </ul>
      <AskForm of={props.of} onKept={keep} />
    </Line>
  )
}

interface ChangeProps {
  of: AdminCollection
  onKept: (kept: AdminCollection) => void
}

function TakeOut(props: ChangeProps & { accountId: string }) {
  const sending = submitting(async () => {
    props.onKept(await send<AdminCollection>('DELETE', `${PATH}/${props.of.id}/people/${props.accountId}`))
    toast(t('takenOut'))
  })
  return (
    <>
      <Button kind="quiet" busy={sending.busy()} onClick={() => sending.run()}>
        {t('takeOut')}
      </Button>
      <Failed error={sending.error()} what={h('notDone')} />
    </>
  )
}

function AskForm(props: ChangeProps) {
  const [acct, setAcct] = createSignal('')
  const sending = submitting(async () => {
    const kept = await send<AdminCollection>('POST', `${PATH}/${props.of.id}/people`, { acct: acct() })
    setAcct('')
    toast(t('asked'))
    props.onKept(kept)
  })
  return (
    <Form label={`${t('ask')}: ${props.of.title}`} onSubmit={sending.run}>
      <TextField
        label={t('askLabel')}
        hint={t('askHint')}
        error={fieldReason(sending.error(), 'acct')}
        value={acct()}
        onInput={setAcct}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
      <Failed error={sending.error()} what={h('notDone')} />
      <p class="row">
        <Button type="submit" busy={sending.busy()}>
          {t('ask')}
        </Button>
      </p>
    </Form>
  )
}
