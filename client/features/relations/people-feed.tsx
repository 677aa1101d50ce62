import { type JSX, Show } from 'solid-js'
import type { Account } from '../../../shared/api/wire.ts'
import { readPage } from '../../api/http.ts'
import { type IdPage, idPage } from '../../api/pages.ts'
import { accountOf, keepAccounts } from '../../api/store.ts'
import { listOfPeople } from '../../locales/en/keepsakes.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { EmojiText } from '../../ui/emoji.tsx'
import { profileHref } from '../statuses/address.ts'
import { pictureOf } from '../statuses/picture.ts'
import { ListFeed } from '../timelines/list-feed.tsx'
import { nameOf } from './act.ts'
import { FollowButton } from './follow-button.tsx'
import { knowRelations } from './known.ts'
import style from './request-list.module.css'

/** Reads a page of people, and how one stands to them. */
async function readPeople(path: string): Promise<IdPage> {
  const page = idPage(await readPage<Account>(path), keepAccounts)
  await knowRelations(page.ids).catch(() => undefined)
  return page
}

interface PeopleFeedProps {
  /** Under which name the list is kept, and where its first page is. */
  name: readonly unknown[]
  path: string
  /** How a page is read, where it is not a plain list of people. */
  read?: (path: string) => Promise<IdPage>
  label: string
  empty: JSX.Element
  /** What can be done about each; without it, to follow them. */
  act?: (accountId: string) => JSX.Element
}

/** A list of people in the server's own order. */
export function PeopleFeed(props: PeopleFeedProps) {
  return (
    <ListFeed
      source={{ key: props.name, path: props.path, read: props.read ?? readPeople, ownOrder: true }}
      label={props.label}
      words={listOfPeople}
      empty={props.empty}
    >
      {(id, place) => (
        <Show when={accountOf(id)}>
          {(person) => (
            <article
              class={style.row}
              data-post={id}
              tabindex="-1"
              aria-labelledby={`person-${id}`}
              aria-posinset={place.position.at}
              aria-setsize={place.position.of}
            >
              <Avatar src={pictureOf(person())} name={person().display_name} handle={person().acct} />
              <div class={style.words}>
                <a class={style.name} id={`person-${id}`} href={profileHref(person())} dir="auto">
                  <EmojiText text={nameOf(id)} emojis={person().emojis} />
                </a>
                <p class="hint">
                  <bdi>@{person().acct}</bdi>
                </p>
              </div>
              <div class={style.act}>{props.act?.(id) ?? <FollowButton accountId={id} kind="plain" />}</div>
            </article>
          )}
        </Show>
      )}
    </ListFeed>
  )
}
