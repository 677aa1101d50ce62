import { type Navigator, useNavigate } from '@solidjs/router'
import { lazy, Show, Suspense } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import { accountOf, type StatusEntity, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { patiently } from '../../lib/patiently.ts'
import { isMember, session } from '../../session/session.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { cardItems } from '../cards/menu.ts'
import { isAnswering, setAnswering } from '../composer/answering.ts'
import { isEditing, setEditing } from '../composer/editing.ts'
import { ReplyBox } from '../composer/reply-box.tsx'
import { evidenceItem } from '../evidence/keep.ts'
import { putItem, wordItem } from '../filters/menu.ts'
import { askItem } from '../mediation/entry.ts'
import { threadPause } from '../pauses/menu.ts'
import { policyItems, quoteItems } from '../quotes/menu.ts'
import { nameOf } from '../relations/act.ts'
import { menuAbout } from '../relations/menu.ts'
import style from './acts.module.css'
import { statusHref } from './address.ts'
import { isBoostable } from './boosting.ts'
import { DeedButton } from './deed-button.tsx'
import { toggle } from './deeds.ts'
import { focusOn } from './focus.ts'
import { ask } from './question.ts'

const t = texts(posts)

/** Fetched when somebody first edits: most posts are only read. */
const EditBox = lazy(() =>
  patiently(() => import('../composer/edit-box.tsx')).then((file) => ({ default: file.EditBox })),
)

interface ActsProps {
  statusId: string
  /** The entry of the list at which it stands, where that is a boost of it. */
  at?: string
  /** What was replied to it stands below it already. */
  opened?: boolean
}

/** What can be done with a post. */
export function Acts(props: ActsProps) {
  return (
    <Show when={statusOf(props.statusId)}>
      {(status) => <ActsOf status={status()} at={props.at ?? props.statusId} opened={props.opened} />}
    </Show>
  )
}

function ActsOf(props: { status: StatusEntity; at: string; opened?: boolean | undefined }) {
  let reply: HTMLButtonElement | undefined
  const navigate = useNavigate()
  const id = () => props.at
  const close = () => {
    const post = id()
    // First the way back into view, then the box goes: so nothing that is seen moves.
    reply?.focus()
    requestAnimationFrame(() => {
      setAnswering(post, false)
      keepFocusAt(post)
    })
  }
  return (
    <>
      <div class={style.acts}>
        <Show when={isMember()}>
          <Button
            ref={(element: HTMLButtonElement) => {
              reply = element
            }}
            kind="quiet"
            class={style.act}
            data-reply
            aria-expanded={isAnswering(id())}
            aria-describedby={`name-${id()}`}
            onClick={() => (isAnswering(id()) ? close() : setAnswering(id(), true))}
          >
            {t('reply')}
          </Button>
        </Show>
        <Show when={!props.opened && props.status.replies_count > 0}>
          <ButtonLink kind="quiet" class={style.act} href={hrefOf(props.status)}>
            {t('replies', props.status.replies_count)}
          </ButtonLink>
        </Show>
        <Show when={isMember()}>
          <Show when={isBoostable(props.status)}>
            <DeedButton status={props.status} deed="reblog" at={props.at} />
          </Show>
          <DeedButton status={props.status} deed="favourite" at={props.at} />
          <DeedButton status={props.status} deed="bookmark" at={props.at} />
        </Show>
        <Menu
          kind="quiet"
          class={style.act}
          label={t('moreAbout', nameOf(props.status.account_id))}
          items={menuOf(props.status, props.at, navigate)}
        >
          {t('more')}
        </Menu>
      </div>
      <Show when={isAnswering(id()) && isMember()}>
        <ReplyBox status={props.status} onClose={close} />
      </Show>
      <Show when={isEditing(id()) && isMember()}>
        <Suspense>
          <EditBox status={props.status} onClose={() => closeEdit(id())} />
        </Suspense>
      </Show>
    </>
  )
}

/** Closes the box to edit a post; the focus goes back to the post. */
function closeEdit(post: string): void {
  setEditing(post, false)
  focusOn(post)
}

/** Frames in which a list that takes a new reply in may still draw its posts anew. */
const SETTLING = 20

/** Gives the focus back to a post's word for replying where the post was drawn anew and lost it, but to nobody who went on. */
function keepFocusAt(post: string, frames = SETTLING): void {
  const held = document.activeElement
  if (held !== document.body && !held?.closest(`[data-post="${CSS.escape(post)}"]`)) return
  if (held === document.body) {
    const reply = document.querySelector<HTMLElement>(`[data-post="${CSS.escape(post)}"] [data-reply]`)
    reply?.focus({ preventScroll: true })
  }
  if (frames > 0) requestAnimationFrame(() => keepFocusAt(post, frames - 1))
}

function hrefOf(status: StatusEntity): string {
  return statusHref({ acct: accountOf(status.account_id)?.acct ?? '' }, status.id)
}

function menuOf(status: StatusEntity, at: string, navigate: Navigator): MenuItem[] {
  const own = status.account_id === session()?.account?.id
  const copy = { label: t('copyLink'), onSelect: () => copyLink(status.url ?? location.origin + hrefOf(status)) }
  if (own) {
    return [
      { label: t('edit'), onSelect: () => setEditing(at, true) },
      ...quoteItems(status, navigate),
      copy,
      ...doers(status),
      ...pinning(status),
      threadPause(status),
      ...policyItems(status),
      ...cardItems(status),
      ...(status.local_only ? [] : [howFar(status.id)]),
      { label: t('redraft'), apart: true, onSelect: () => ask({ about: 'redraft', statusId: status.id }) },
      { label: t('delete'), onSelect: () => ask({ about: 'delete', statusId: status.id }) },
    ]
  }
  if (!isMember()) return [copy]
  return [
    ...quoteItems(status, navigate),
    copy,
    ...doers(status),
    threadPause(status),
    askItem({ status: status.id }),
    evidenceItem(status.id, navigate),
    wordItem(status, navigate),
    putItem(status),
    ...menuAbout(status.account_id, status.id),
  ]
}

/** How far an own post got. */
const howFar = (statusId: string): MenuItem => ({
  label: t('howFar'),
  onSelect: () => ask({ about: 'delivery', statusId }),
})

/** The way to those who boosted or liked a post, and to what quotes it, where there are any. */
function doers(status: StatusEntity): MenuItem[] {
  const { reblogs_count: boosts, favourites_count: likes, quotes_count: quoting } = status
  return [
    ...(boosts > 0 ? [{ label: t('whoBoosted', boosts), href: `${hrefOf(status)}/boosts` }] : []),
    ...(likes > 0 ? [{ label: t('whoLiked', likes), href: `${hrefOf(status)}/likes` }] : []),
    ...(quoting > 0 ? [{ label: t('whoQuoted', quoting), href: `${hrefOf(status)}/quotes` }] : []),
  ]
}

/** Puts an own post to the top of one's profile, or takes it from there. */
function pinning(status: StatusEntity): MenuItem[] {
  if (status.pinned === undefined) return []
  const label = status.pinned ? t('unpin') : t('pin')
  return [{ label, onSelect: () => toggle(status.id, 'pin') }]
}

async function copyLink(link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link)
    toast(t('copied'))
  } catch {
    toast(t('notCopied', link))
  }
}
