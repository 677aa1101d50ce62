import { Show } from 'solid-js'
import type { Account } from '../../../shared/api/wire.ts'
import { profile } from '../../../shared/locales/en/profile.ts'
import { relationshipTo } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { relations } from '../../locales/en/relations.ts'
import { isMember, session } from '../../session/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Time } from '../../ui/time.tsx'
import { askItem } from '../mediation/entry.ts'
import { nameOf } from '../relations/act.ts'
import { AnswerButtons } from '../relations/answer-buttons.tsx'
import { FollowButton } from '../relations/follow-button.tsx'
import { followMenu } from '../relations/follow-menu.ts'
import { menuAbout } from '../relations/menu.ts'
import { bannerOf, pictureOf } from '../statuses/picture.ts'
import { Words } from '../statuses/words.tsx'
import { KnownFollowers } from './known.tsx'
import { Lines } from './lines.tsx'
import { OwnNote } from './note.tsx'
import style from './profile.module.css'
import { Shown } from './shown.tsx'

const t = texts(profile)
const r = texts(relations)

/** Who somebody is, and how one stands to them. */
export function ProfileHead(props: { account: Account }) {
  return (
    <>
      <Show when={bannerOf(props.account)}>
        {(src) => (
          <img class={style.banner} src={src()} alt={props.account.header_description} width="1500" height="500" />
        )}
      </Show>
      <Who account={props.account} />
    </>
  )
}

function Who(props: { account: Account }) {
  return (
    <div class={style.head}>
      <Avatar src={pictureOf(props.account)} name={props.account.display_name} handle={props.account.acct} size="l" />
      <div class={style.who}>
        <p class={style.handle}>
          <bdi>@{props.account.acct}</bdi> <Marks account={props.account} />
        </p>
        <p class="hint">
          {t('postsCount', props.account.statuses_count)},{' '}
          <a href={`/@${props.account.acct}/followers`}>{t('followersCount', props.account.followers_count)}</a>,{' '}
          <a href={`/@${props.account.acct}/following`}>{t('followingCount', props.account.following_count)}</a>.
        </p>
        <p class={style.since}>{t('since', props.account.created_at)}</p>
      </div>
      <div class={style.bio}>
        <Words html={props.account.note} emojis={props.account.emojis} />
      </div>
      <Lines account={props.account} />
      <Shown accountId={props.account.id} />
      <Show when={isMember() && props.account.id !== session()?.account?.id}>
        <KnownFollowers accountId={props.account.id} />
      </Show>
      <ProfileActs account={props.account} />
      <Standing accountId={props.account.id} />
      <OwnNote accountId={props.account.id} />
    </div>
  )
}

function Marks(props: { account: Account }) {
  const stands = () => relationshipTo(props.account.id)
  return (
    <span class={style.marks}>
      <Show when={props.account.bot}>
        <Badge>{t('bot')}</Badge>
      </Show>
      <Show when={props.account.locked}>
        <Badge>{t('locked')}</Badge>
      </Show>
      <Show when={stands()?.followed_by}>
        <Badge>{r('followsYou')}</Badge>
      </Show>
    </span>
  )
}

function ProfileActs(props: { account: Account }) {
  const own = () => props.account.id === session()?.account?.id
  return (
    <Show when={isMember()}>
      <div class={`row ${style.acts}`}>
        <Show when={!own()} fallback={<ButtonLink href="/settings/profile">{t('edit')}</ButtonLink>}>
          <FollowButton accountId={props.account.id} />
          <Menu
            kind="quiet"
            label={t('moreAbout', nameOf(props.account.id))}
            items={[
              ...followMenu(props.account.id),
              { label: r('writePrivately'), href: `/write?to=${props.account.id}` },
              askItem({ account: props.account.id }),
              ...menuAbout(props.account.id),
            ]}
          >
            {t('more')}
          </Menu>
        </Show>
      </div>
    </Show>
  )
}

/** What stands between one and this person, said once and plainly. */
function Standing(props: { accountId: string }) {
  const stands = () => relationshipTo(props.accountId)
  const name = () => nameOf(props.accountId)
  return (
    <>
      <Show when={stands()?.requested_by}>
        <Slip tone="here">
          <p>
            <b>{r('asksYou', name())}</b>
          </p>
          <AnswerButtons accountId={props.accountId} />
        </Slip>
      </Show>
      <Show when={stands()?.blocking}>
        <Slip>
          <p>
            <b>{t('blockedTitle', name())}</b> {t('blocked')}
          </p>
        </Slip>
      </Show>
      <Show when={stands()?.muting && !stands()?.blocking}>
        <Slip>
          <p>
            <b>{t('mutedTitle', name())}</b> {t('muted')}{' '}
            <Show when={stands()?.muting_expires_at}>
              {(at) => (
                <>
                  {r('until')} <Time at={at()} />.
                </>
              )}
            </Show>
          </p>
        </Slip>
      </Show>
    </>
  )
}
