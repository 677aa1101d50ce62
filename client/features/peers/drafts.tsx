import { createSignal, For, Show } from 'solid-js'
import type { DomainDraft, DomainList } from '../../../shared/api/peers.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { peers } from '../../locales/en/peers.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Field, TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Line } from '../people/line.tsx'
import style from '../people/people.module.css'
import { Failed } from '../shell/failed.tsx'
import { LimitBadges } from './limits.tsx'
import { SERVERS } from './paths.ts'
import { Section } from './peer-about.tsx'
import { PreviewOf } from './preview.tsx'

const t = texts(peers)

/** What lists and files of others would decide, the lists themselves, and files in and out. */
export function Drafts(props: { onDecided: () => void }) {
  const drafts = listed<DomainDraft>(() => `${SERVERS}/drafts`)
  return (
    <>
      <Show when={drafts.items()?.length}>
        <Section id="drafts" title={t('drafts')} hint={t('draftsHint')}>
          <ul class={style.list}>
            <For each={drafts.items()}>
              {(draft) => <DraftLine draft={draft} list={drafts} onDecided={props.onDecided} />}
            </For>
          </ul>
        </Section>
      </Show>
      <Lists onRead={() => drafts.reload()} />
      <Files onBrought={() => drafts.reload()} />
    </>
  )
}

function DraftLine(props: { draft: DomainDraft; list: Listed<DomainDraft>; onDecided: () => void }) {
  const domain = () => props.draft.domain
  const settle = (verb: 'take' | 'drop') =>
    submitting(async () => {
      const name = domain()
      const { proposed } = await send<{ proposed?: boolean }>('POST', `${SERVERS}/drafts/${verb}`, { domain: name })
      props.list.change((items) => items.filter((other) => other.domain !== name))
      if (verb === 'take') {
        toast(proposed ? t('proposed') : t('saved', name))
        props.onDecided()
      }
    })
  const [take, drop] = [settle('take'), settle('drop')]
  const [asking, setAsking] = createSignal(false)
  const yes = () => (props.draft.cut_off ? t('propose') : t('take'))
  return (
    <Line
      below
      first={<LimitBadges of={props.draft} />}
      acts={
        <>
          <Button onClick={() => setAsking(true)}>
            {yes()}
            <span class="sr"> {domain()}</span>
          </Button>
          <ConfirmDialog
            open={asking()}
            title={t('preview')}
            yes={yes()}
            no={t('no')}
            kind={props.draft.cut_off ? 'danger' : 'main'}
            busy={take.busy()}
            onYes={() => take.run()}
            onClose={() => setAsking(false)}
          >
            <Show when={asking()}>
              <PreviewOf what="cut_off" domain={domain()} cutOff={props.draft.cut_off} />
            </Show>
            <Failed error={take.error()} what={t('notDone')} />
          </ConfirmDialog>
          <Button kind="quiet" busy={drop.busy()} onClick={() => drop.run()}>
            {t('drop')}
            <span class="sr"> {domain()}</span>
          </Button>
        </>
      }
    >
      <p class={style.name}>{domain()}</p>
      <p dir="auto">{props.draft.public_reason || t('noReason')}</p>
      <Failed error={drop.error()} what={t('notDone')} />
    </Line>
  )
}

function Lists(props: { onRead: () => void }) {
  const lists = listed<DomainList>(() => `${SERVERS}/lists`)
  const [url, setUrl] = createSignal('')
  const add = submitting(async () => {
    const now = await send<DomainList[]>('POST', `${SERVERS}/lists`, { url: url() })
    setUrl('')
    lists.change(() => now)
    props.onRead()
  })
  const drop = async (id: string) => {
    await send('DELETE', `${SERVERS}/lists/${id}`)
    lists.change((items) => items.filter((other) => other.id !== id))
    props.onRead()
  }
  return (
    <Section id="lists" title={t('lists')} hint={t('listsHint')}>
      <Form label={t('lists')} onSubmit={add.run}>
        <TextField
          label={t('listUrl')}
          hint={t('listUrlHint')}
          type="url"
          name="url"
          autocomplete="off"
          value={url()}
          onInput={setUrl}
          error={fieldReason(add.error(), 'url')}
        />
        <Failed error={add.error()} what={t('notDone')} />
        <p class="row">
          <Button type="submit" busy={add.busy()}>
            {t('addList')}
          </Button>
        </p>
      </Form>
      <ul class={style.list}>
        <For each={lists.items()}>
          {(list) => (
            <Line
              below
              first={<></>}
              acts={
                <Button kind="quiet" onClick={() => drop(list.id).catch(() => toast(t('notDone')))}>
                  {t('dropList')}
                  <span class="sr"> {list.url}</span>
                </Button>
              }
            >
              <p>{list.url}</p>
              <p class="hint">
                {list.problem === 'unreachable' || list.problem === 'empty'
                  ? t('listProblem')[list.problem]
                  : t('listDrafts', list.drafts)}
              </p>
            </Line>
          )}
        </For>
      </ul>
    </Section>
  )
}

function Files(props: { onBrought: () => void }) {
  const bring = submitting(async () => {
    const file = input?.files?.[0]
    const form = new FormData()
    if (file) form.set('data', file)
    const { drafts } = await send<{ drafts: number }>('POST', `${SERVERS}/import`, form)
    toast(t('imported', drafts))
    props.onBrought()
  })
  let input: HTMLInputElement | undefined
  return (
    <Section id="files" title={t('files')} hint={t('filesHint')}>
      <p class="row">
        <ButtonLink href={`${SERVERS}/export`} download="servers.csv">
          {t('exportIt')}
        </ButtonLink>
      </p>
      <Form label={t('importIt')} onSubmit={bring.run}>
        <Field label={t('importFile')} error={fieldReason(bring.error(), 'data')}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".csv,text/csv"
              ref={(element) => {
                input = element
              }}
            />
          )}
        </Field>
        <Failed error={bring.error()} what={t('notDone')} />
        <p class="row">
          <Button type="submit" busy={bring.busy()}>
            {t('importIt')}
          </Button>
        </p>
      </Form>
    </Section>
  )
}
