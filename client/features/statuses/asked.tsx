import { createMemo, createSignal, lazy, Show, Suspense } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import { texts } from '../../lib/i18n.ts'
import { patiently } from '../../lib/patiently.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import type { PausesAsked } from '../pauses/questions.tsx'
import { RelationQuestion } from '../relations/question.tsx'
import { deleteStatus } from './delete.ts'
import { ask, type Question, question } from './question.ts'

const t = texts(posts)

/** Fetched when it is first asked: most pages are read without it. */
const PausesQuestion = lazy(() =>
  patiently(() => import('../pauses/questions.tsx')).then((file) => ({ default: file.PausesQuestion })),
)

const isPause = (asked: Question): asked is PausesAsked =>
  asked.about === 'pause' || asked.about === 'pauseThread' || asked.about === 'truce'

/** The one dialog of a page in which posts and people stand. `onGone` is called when a post was deleted. */
export function Asked(props: { onGone?: (statusId: string) => void }) {
  const postId = () => {
    const open = question()
    return open?.about === 'delete' ? open.statusId : undefined
  }
  const pause = () => {
    const open = question()
    return open && isPause(open) ? open : undefined
  }
  const everPaused = createMemo((before: boolean) => before || pause() !== undefined, false)
  const person = () => {
    const open = question()
    return open && open.about !== 'delete' && !isPause(open) ? open : undefined
  }
  return (
    <>
      <DeleteQuestion statusId={postId()} onGone={props.onGone} />
      <Suspense>
        <Show when={everPaused()}>
          <PausesQuestion asked={pause()} onClose={() => ask(undefined)} />
        </Show>
      </Suspense>
      <RelationQuestion asked={person()} onClose={() => ask(undefined)} />
    </>
  )
}

function DeleteQuestion(props: { statusId: string | undefined; onGone?: ((statusId: string) => void) | undefined }) {
  const [busy, setBusy] = createSignal(false)

  const remove = async (id: string) => {
    const next = neighbourOf(id)
    setBusy(true)
    const gone = await deleteStatus(id).finally(() => setBusy(false))
    ask(undefined)
    if (!gone) return
    props.onGone?.(id)
    requestAnimationFrame(() => focusOn(next))
  }

  return (
    <ConfirmDialog
      open={props.statusId !== undefined}
      title={t('deleteTitle')}
      yes={t('deleteYes')}
      no={t('deleteNo')}
      busy={busy()}
      onYes={() => props.statusId && remove(props.statusId)}
      onClose={() => ask(undefined)}
    >
      <p>{t('deleteText')}</p>
    </ConfirmDialog>
  )
}

/** The post after this one, or before it, where the focus goes when this one is gone. */
export function neighbourOf(id: string): string | undefined {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-post]')].map((post) => post.dataset.post)
  const at = shown.indexOf(id)
  return shown[at + 1] ?? shown[at - 1]
}

/** Puts the focus on a post, or on the page's heading where that is gone too. */
export function focusOn(id: string | undefined): void {
  const post = id && document.querySelector<HTMLElement>(`[data-post="${CSS.escape(id)}"]`)
  const goal = post || document.querySelector<HTMLElement>('h1')
  if (goal && goal.tabIndex !== 0) goal.tabIndex = -1
  goal?.focus({ preventScroll: true })
}
