import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Paper } from '../../../shared/api/staff.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { house } from '../../locales/en/house.ts'
import { housePapers } from '../../locales/en/house-staff.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Line, Lines } from '../people/line.tsx'
import style from '../people/people.module.css'
import { Failed } from '../shell/failed.tsx'

const t = texts(housePapers)
const h = texts(house)

const PATH = '/api/community/v1/admin/papers'

/** The community's papers, those that are overdue first. */
export function Papers() {
  const list = listed<Paper>(() => PATH)
  const sorted = () => [...(list.items() ?? [])].sort((a, b) => Number(b.overdue) - Number(a.overdue))
  return (
    <div class="stack">
      <p>{t('lede')}</p>
      <Lines from={list} empty="" emptyText="">
        <For each={sorted()}>{(paper) => <PaperLine paper={paper} list={list} />}</For>
      </Lines>
    </div>
  )
}

interface LineProps {
  paper: Paper
  list: Listed<Paper>
}

const stateOf = ({ overdue, published, reviewed_at: reviewed, review_due: due, draft }: Paper) => {
  if (overdue) return t('overdue')
  if (published !== null) return t('published')
  return reviewed === null && due === null && draft.includes(':\n') ? t('outline') : t('draft')
}

function PaperLine(props: LineProps) {
  const [writing, setWriting] = createSignal(false)
  const put = (paper: Paper) =>
    props.list.change((items) => items.map((one) => (one.slug === paper.slug ? paper : one)))
  const reviewing = submitting(async () => {
    put(await send<Paper>('POST', `${PATH}/${props.paper.slug}/review`, {}))
    toast(t('isReviewed'))
  })
  return (
    <Line
      below
      first={<Badge>{stateOf(props.paper)}</Badge>}
      acts={
        <>
          <Button kind="quiet" onClick={() => setWriting(true)}>
            {t('write')}
            <span class="sr"> {props.paper.title}</span>
          </Button>
          <Show when={props.paper.published !== null}>
            <Button busy={reviewing.busy()} onClick={() => reviewing.run()}>
              {t('review')}
              <span class="sr"> {props.paper.title}</span>
            </Button>
          </Show>
          <Dialog open={writing()} title={props.paper.title} wide onClose={() => setWriting(false)}>
            <PaperForm paper={props.paper} onKept={put} onClose={() => setWriting(false)} />
          </Dialog>
        </>
      }
    >
      <p class={style.name}>{props.paper.title}</p>
      <p class="hint">
        <Show when={props.paper.reviewed_at}>{(at) => <>{t('reviewed', at())}, </>}</Show>
        <Show when={props.paper.review_due}>{(at) => t('due', at())}</Show>
      </p>
      <Failed error={reviewing.error()} what={h('notDone')} />
    </Line>
  )
}

interface FormProps {
  paper: Paper
  onKept: (paper: Paper) => void
  onClose: () => void
}

function writing(props: FormProps) {
  const { title, draft: text, public: open } = props.paper
  const [draft, setDraft] = createStore({
    title,
    draft: text,
    public: open || props.paper.published === null,
    months: '12',
  })
  const save = async () => {
    const kept = await send<Paper>('PUT', `${PATH}/${props.paper.slug}`, {
      title: draft.title,
      draft: draft.draft,
      public: draft.public,
    })
    props.onKept(kept)
  }
  const keeping = submitting(async () => {
    await save()
    toast(t('kept'))
  })
  const publishing = submitting(async () => {
    await save()
    props.onKept(await send<Paper>('POST', `${PATH}/${props.paper.slug}/publish`, { months: Number(draft.months) }))
    toast(t('isPublished'))
    props.onClose()
  })
  return { draft, setDraft, keeping, publishing }
}

function PaperForm(props: FormProps) {
  const { draft, setDraft, keeping, publishing } = writing(props)
  const wrong = (field: string) => fieldReason(keeping.error() ?? publishing.error(), field)
  return (
    <Form label={props.paper.title} onSubmit={keeping.run}>
      <TextField
        label={t('name')}
        error={wrong('title')}
        maxLength={120}
        value={draft.title}
        onInput={(title) => setDraft({ title })}
        dir="auto"
      />
      <TextArea
        label={t('text')}
        hint={t('textHint')}
        error={wrong('draft')}
        rows={12}
        value={draft.draft}
        onInput={(text) => setDraft({ draft: text })}
        dir="auto"
      />
      <Tick checked={draft.public} onChange={(open) => setDraft({ public: open })}>
        {t('public')}
      </Tick>
      <TextField
        type="number"
        min="1"
        max="36"
        label={t('months')}
        error={wrong('months')}
        value={draft.months}
        onInput={(months) => setDraft({ months })}
      />
      <Failed error={keeping.error() ?? publishing.error()} what={h('notDone')} />
      <p class="row">
        <Button kind="main" busy={publishing.busy()} onClick={() => publishing.run()}>
          {t('publish')}
        </Button>
        <Button type="submit" busy={keeping.busy()}>
          {t('save')}
        </Button>
      </p>
    </Form>
  )
}
