import { createSignal, type JSX, Show } from 'solid-js'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { house } from '../../locales/en/house.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Failed } from '../shell/failed.tsx'

const h = texts(house)

interface RemoveProps {
  path: string
  /** What it is called, said aloud after the word where many words are alike. */
  name?: string
  /** The question. */
  title: string
  /** What goes with it. */
  children: JSX.Element
  onGone: () => void
}

/** The word that takes one thing of a list away, after asking. */
export function RemoveOne(props: RemoveProps) {
  const [asking, setAsking] = createSignal(false)
  const remove = submitting(async () => {
    await send('DELETE', props.path)
    setAsking(false)
    props.onGone()
  })
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {h('remove')}
        <Show when={props.name}>{(name) => <span class="sr"> {name()}</span>}</Show>
      </Button>
      <ConfirmDialog
        open={asking()}
        title={props.title}
        yes={h('remove')}
        no={h('no')}
        busy={remove.busy()}
        onYes={() => remove.run()}
        onClose={() => setAsking(false)}
      >
        <p>{props.children}</p>
        <Failed error={remove.error()} what={h('notDone')} />
      </ConfirmDialog>
    </>
  )
}
