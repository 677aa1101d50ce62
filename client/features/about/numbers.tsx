import type { JSX } from 'solid-js'
import type { About } from '../../../shared/api/about.ts'
import { about as words } from '../../../shared/locales/en/about.ts'
import { formatNumber } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'
import style from './about.module.css'

const t = texts(words)

/** The board: three numbers that read as sentences, each with what is counted. */
export function Numbers(props: { about: About }) {
  const stats = () => props.about.stats
  return (
    <section class={style.board} aria-label={t('numbers', props.about.name)}>
      <Figure before={t('homeTo')} n={stats().users} after={t('users', stats().users)} means={t('usersHint')} />
      <Figure
        before={t('authored')}
        n={stats().statuses}
        after={t('statuses', stats().statuses)}
        means={t('statusesHint')}
      />
      <Figure
        before={t('connected')}
        n={stats().peers}
        after={<a href="/peers">{t('peers', stats().peers)}</a>}
        means={t('peersHint')}
      />
    </section>
  )
}

function Figure(props: { before: string; n: number; after: JSX.Element; means: string }) {
  return (
    <p>
      <span class={style.before}>{props.before}</span> <strong>{formatNumber(props.n)}</strong>{' '}
      <span>{props.after}</span> <span class={style.means}>{props.means}</span>
    </p>
  )
}
