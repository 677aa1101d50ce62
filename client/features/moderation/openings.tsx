import { createSignal, For, Show } from 'solid-js'
import type { CasePage, Opening } from '../../../shared/api/moderation-team.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Failed } from '../shell/failed.tsx'
import { MODERATION } from './act.ts'
import style from './case.module.css'

const t = texts(moderation)
const PATH = `${MODERATION}/openings`

interface OpeningProps {
  rule: CasePage['rules']['rules'][number]
  statement: string
  onChoose: (words: string) => void
}

/** Sentences to begin with: ours for the rule, and those that the team keeps. */
export function Openings(props: OpeningProps) {
  const kept = loaded(
    () => undefined,
    (_, signal) => read<Opening[]>(PATH, { signal }),
  )
  const mine = () => kept.value()?.filter(({ rule }) => rule === props.rule.slug) ?? []
  const isKept = () => mine().some(({ text }) => text === props.statement.trim())
  const [gone, setGone] = createSignal('')
  const [editing, setEditing] = createSignal('')
  const done = (all?: Opening[]) => {
    if (all) kept.set(all)
    setEditing('')
  }
  const keeping = submitting(async () => {
    kept.set(await send<Opening[]>('POST', PATH, { rule: props.rule.slug, text: props.statement }))
  })
  const dropping = submitting(async () => {
    kept.set(await send<Opening[]>('DELETE', `${PATH}/${gone()}`))
  })
  const own = () => t('cannedOf', props.rule.text)
  return (
    <div class="stack-s">
      <Show
        when={props.statement === ''}
        fallback={
          <Show when={!isKept()}>
            <p>
              <Button kind="quiet" busy={keeping.busy()} onClick={() => keeping.run()}>
                {t('openingKeep')}
              </Button>
            </p>
          </Show>
        }
      >
        <For each={[{ id: '', text: own() }, ...mine()]}>
          {({ id, text }) => (
            <Show when={editing() !== id || !id} fallback={<Words {...{ id, text }} onDone={done} />}>
              <p class={`row ${style.openings}`}>
                <Button kind="quiet" onClick={() => props.onChoose(text)}>
                  {t('canned')}: {text.length > 60 ? `${text.slice(0, 60)}…` : text}
                </Button>
                <Show when={id}>
                  <Button kind="quiet" onClick={() => setEditing(id)}>
                    {t('openingEdit')}
                    <span class="sr"> {text.slice(0, 60)}</span>
                  </Button>
                  <Button
                    kind="quiet"
                    onClick={() => {
                      setGone(id)
                      dropping.run()
                    }}
                  >
                    {t('openingDrop')}
                    <span class="sr"> {text.slice(0, 60)}</span>
                  </Button>
                </Show>
              </p>
            </Show>
          )}
        </For>
      </Show>
      <Failed error={keeping.error() ?? dropping.error()} what={t('notDone')} />
    </div>
  )
}

/** Other words for one; without them where it is left as it was. */
function Words(props: { id: string; text: string; onDone: (all?: Opening[]) => void }) {
  const [words, setWords] = createSignal(props.text)
  const saving = submitting(async () => {
    props.onDone(await send<Opening[]>('PUT', `${PATH}/${props.id}`, { text: words() }))
  })
  return (
    <div class="stack-s">
      <TextArea
        label={t('openingWords')}
        maxLength={2000}
        value={words()}
        onInput={setWords}
        error={fieldReason(saving.error(), 'text', t('blank').opening)}
      />
      <Failed error={saving.error()} what={t('notDone')} />
      <p class="row">
        <Button busy={saving.busy()} onClick={() => saving.run()}>
          {t('openingSave')}
        </Button>
        <Button kind="quiet" onClick={() => props.onDone()}>
          {t('openingLeave')}
        </Button>
      </p>
    </div>
  )
}
