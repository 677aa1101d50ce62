import { createEffect, createSignal, type JSX, Match, on, onCleanup, Show, Switch } from 'solid-js'
import { isMistaken, reasonOf } from '../../lib/reason.ts'
import { type ListWords, listOfPosts } from '../../locales/en/timelines.ts'
import { Button } from '../../ui/button.tsx'
import { announce } from '../../ui/live.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Feed } from './feed.tsx'
import { type IdListView, idList } from './list.ts'
import style from './list-feed.module.css'
import type { ListSource } from './look.ts'
import { leftPlace } from './place.ts'

/** Where an item stands: what is above it, and its place from 1 of how many (-1 while nobody knows). */
export interface ItemPlace {
  above: string | undefined
  position: { at: number; of: number }
}

/** What a list is given. */
export interface ListFeedProps {
  source: ListSource
  label: string
  words?: ListWords | undefined
  /** What is said when there is nothing. */
  empty: JSX.Element
  /** Called with the newest item once it is shown, and whenever a newer one is. */
  onNewest?: (id: string) => void
  /** Called once the list stands with what it begins with, or with the word that it cannot be read. */
  onSettled?: (() => void) | undefined
  /** Where it was left, elsewhere or before the page was loaded anew, and where one is told about it from now on. */
  left?: { at: () => string | undefined; keep: (id: string | undefined) => void; readNow: () => boolean } | undefined
  children: (id: string, place: ItemPlace) => JSX.Element
}

/** A list that is read further as it is scrolled, with a word to look for what is new, and an end that says so. */
export function ListFeed(props: ListFeedProps) {
  const { source } = props
  const name = source.key.join('/')
  const stays = leftPlace(name) !== undefined || Boolean(props.left?.at())
  const list = idList(source, { stays, readNow: props.left?.readNow() ?? false })
  const words = () => props.words ?? listOfPosts
  const [measured, setMeasured] = createSignal(false)

  createEffect(
    on(
      () => list.ids()[0],
      (newest) => {
        if (newest !== undefined) props.onNewest?.(newest)
      },
    ),
  )

  createEffect(() => {
    if (list.pending()) return
    onceMeasured(() => {
      setMeasured(true)
      props.onSettled?.()
    })
  })

  return (
    <div class={style.list}>
      <Show when={list.ids().length > 0}>
        <LookButton list={list} words={words()} apart={source.ownOrder === true} />
      </Show>
      <Feed
        name={name}
        label={props.label}
        ids={list.ids()}
        busy={list.pending() || list.readingMore()}
        more={list.more() && !list.error()}
        onMore={list.readMore}
        startAt={props.left?.at()}
        onPlace={props.left?.keep}
      >
        {(id, { index, size }) =>
          props.children(id, {
            get above() {
              return list.ids()[index() - 1]
            },
            get position() {
              return { at: index() + 1, of: size() }
            },
          })
        }
      </Feed>
      <Foot list={list} words={words()} empty={props.empty} measured={measured()} />
    </div>
  )
}

/** A list draws its first items, and in the next frame stands where their heights put it. */
function onceMeasured(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then))
}

/** Looks for what is new when asked, and says how much there is when something was found meanwhile. */
function LookButton(props: { list: IdListView; words: ListWords; apart: boolean }) {
  let left = false
  let place: HTMLParagraphElement | undefined
  onCleanup(() => {
    left = true
  })
  const press = async () => {
    const waiting = props.list.fresh()
    const found = waiting > 0 ? waiting : ((await props.list.look().catch(() => undefined))?.fresh ?? 0)
    if (left) return
    const list = place?.parentElement
    const scrolledInto = (list?.getBoundingClientRect().top ?? 0) < 0
    props.list.show()
    if (found > 0 && scrolledInto) onceMeasured(() => list?.scrollIntoView())
    announce(found > 0 ? props.words.shown(found) : props.words.nothingNew)
  }
  return (
    <p
      class={props.apart ? style.apart : style.look}
      data-fresh={props.list.fresh() > 0 ? '' : undefined}
      ref={(element) => {
        place = element
      }}
    >
      <Button kind="quiet" data-newer busy={props.list.looksBusy()} onClick={press}>
        {props.list.fresh() > 0 ? props.words.showNew(props.list.fresh()) : props.words.look}
      </Button>
    </p>
  )
}

/** What stands at the end: that more comes, that it failed, that this is all, or that there is nothing. */
function Foot(props: { list: IdListView; words: ListWords; empty: JSX.Element; measured: boolean }) {
  const none = () => props.list.ids().length === 0
  const comes = () => props.list.pending() || props.list.more()
  return (
    <Switch>
      <Match when={props.list.error()}>
        {(error) => (
          <Slip tone="danger" role="alert">
            <Show when={!isMistaken(error())} fallback={<p>{reasonOf(error())}</p>}>
              <p>
                <b>{none() ? props.words.failed : props.words.failedMore}</b> {reasonOf(error())}
              </p>
              <p>
                <Button onClick={() => props.list.tryAgain()}>{props.words.again}</Button>
              </p>
            </Show>
          </Slip>
        )}
      </Match>
      {/* two of them: one and the same would travel through the window, from the top of the list to its end */}
      <Match when={comes() && none()}>
        <Skeleton label={props.words.loading} tall />
      </Match>
      {/* what stands at the end would be pushed away by the heights of the first items */}
      <Match when={!(none() || props.measured)}>
        <div class={style.room} />
      </Match>
      <Match when={comes()}>
        <Skeleton label={props.words.loadingMore} />
      </Match>
      <Match when={none()}>{props.empty}</Match>
      <Match when={true}>
        <p class={`kicker ${style.end}`}>{props.words.end}</p>
      </Match>
    </Switch>
  )
}
