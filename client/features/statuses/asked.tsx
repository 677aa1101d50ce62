import { createMemo, createSignal, lazy, Show, Suspense } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import { texts } from '../../lib/i18n.ts'
import { patiently } from '../../lib/patiently.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import type { PausesAsked } from '../pauses/questions.tsx'
import { RelationQuestion } from '../relations/question.tsx'
import { deleteStatus } from './delete.ts'
import { focusOn, neighbourOf } from './focus.ts'
import { type AboutPost, ask, type ListsAsked, type Question, question } from './question.ts'

const t = texts(posts)

/** Fetched when it is first asked: most pages are read without it. */
const PausesQuestion = lazy(() =>
  patiently(() => import('../pauses/questions.tsx')).then((file) => ({ default: file.PausesQuestion })),
)

const RedraftQuestion = lazy(() =>
  patiently(() => import('./redraft-question.tsx')).then((file) => ({ default: file.RedraftQuestion })),
)

const History = lazy(() => patiently(() => import('./history.tsx')).then((file) => ({ default: file.History })))

const FilterQuestion = lazy(() =>
  patiently(() => import('../filters/filter-question.tsx')).then((file) => ({ default: file.FilterQuestion })),
)

const HowFar = lazy(() => patiently(() => import('../delivery/how-far.tsx')).then((file) => ({ default: file.HowFar })))

const aboutPosts: readonly string[] = [
  'delete',
  'redraft',
  'history',
  'delivery',
  'boost',
  'filter',
] satisfies AboutPost['about'][]

const isAboutPost = (asked: Question): asked is AboutPost => aboutPosts.includes(asked.about)

const ListsQuestion = lazy(() =>
  patiently(() => import('../lists/lists-question.tsx')).then((file) => ({ default: file.ListsQuestion })),
)

const LanguagesQuestion = lazy(() =>
  patiently(() => import('../relations/languages-question.tsx')).then((file) => ({ default: file.LanguagesQuestion })),
)

const BoostQuestion = lazy(() =>
  patiently(() => import('./boost-question.tsx')).then((file) => ({ default: file.BoostQuestion })),
)

const isAboutLists = (asked: Question): asked is ListsAsked => asked.about === 'lists' || asked.about === 'languages'

const isPause = (asked: Question): asked is PausesAsked =>
  asked.about === 'pause' || asked.about === 'pauseThread' || asked.about === 'truce'

/** The post that is asked about in one way, while it is. */
const postAskedAbout = (about: AboutPost['about']) => () => {
  const open = question()
  return open && isAboutPost(open) && open.about === about ? open.statusId : undefined
}

/** Whether something was ever asked: its dialog is fetched then, and stays. */
const ever = (asked: () => unknown) => createMemo((before: boolean) => before || asked() !== undefined, false)

/** The one dialog of a page in which posts and people stand. `onGone` is called when a post was deleted. */
export function Asked(props: { onGone?: (statusId: string) => void }) {
  const postId = postAskedAbout('delete')
  const boostId = postAskedAbout('boost')
  const listed = () => {
    const open = question()
    return open?.about === 'lists' ? open.accountId : undefined
  }
  const spoken = () => {
    const open = question()
    return open?.about === 'languages' ? open.accountId : undefined
  }
  const everSpoken = ever(spoken)
  const everListed = ever(listed)
  const everBoosted = ever(boostId)
  const redraftId = postAskedAbout('redraft')
  const everRedrafted = ever(redraftId)
  const pause = () => {
    const open = question()
    return open && isPause(open) ? open : undefined
  }
  const pastOf = postAskedAbout('history')
  const everLookedBack = ever(pastOf)
  const sentOf = postAskedAbout('delivery')
  const everSent = ever(sentOf)
  const filteredOf = postAskedAbout('filter')
  const everFiltered = ever(filteredOf)
  const everPaused = ever(pause)
  const person = () => {
    const open = question()
    return open && !isAboutLists(open) && !isAboutPost(open) && !isPause(open) ? open : undefined
  }
  return (
    <>
      <Suspense>
        <Show when={everRedrafted()}>
          <RedraftQuestion statusId={redraftId()} onClose={() => ask(undefined)} />
        </Show>
      </Suspense>
      <DeleteQuestion statusId={postId()} onGone={props.onGone} />
      <Suspense>
        <Show when={everListed()}>
          <ListsQuestion accountId={listed()} onClose={() => ask(undefined)} />
        </Show>
      </Suspense>
      <Suspense>
        <Show when={everSpoken()}>
          <LanguagesQuestion accountId={spoken()} onClose={() => ask(undefined)} />
        </Show>
      </Suspense>
      <Suspense>
        <Show when={everBoosted()}>
          <BoostQuestion statusId={boostId()} onClose={() => ask(undefined)} />
        </Show>
      </Suspense>
      <Suspense>
        <Show when={everPaused()}>
          <PausesQuestion asked={pause()} onClose={() => ask(undefined)} />
        </Show>
      </Suspense>
      <Suspense>
        <Show when={everLookedBack()}>
          <History statusId={pastOf()} onClose={closeHistory} />
        </Show>
      </Suspense>
      <Suspense>
        <Show when={everSent()}>
          <HowFar statusId={sentOf()} onClose={closeHistory} />
        </Show>
      </Suspense>
      <Suspense>
        <Show when={everFiltered()}>
          <FilterQuestion statusId={filteredOf()} onClose={closeHistory} />
        </Show>
      </Suspense>
      <RelationQuestion asked={person()} onClose={() => ask(undefined)} />
    </>
  )
}

/** The list may have drawn the post anew meanwhile, and with it what opened the dialog: then the post takes the focus. */
function closeHistory(): void {
  const open = question()
  ask(undefined)
  requestAnimationFrame(() => {
    if (open && isAboutPost(open) && document.activeElement === document.body) focusOn(open.statusId)
  })
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
